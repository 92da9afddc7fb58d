import { useId } from "react";
import { useBoardLocale } from "#client/board/useSection.ts";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import type { Section } from "#shared/sheet/sections.ts";
import styles from "./FrameRow.module.css";
import { GaugeCard } from "./GaugeCard.tsx";
import { SectionCard } from "./SectionCard.tsx";
import type { SheetProps } from "./Sheet.tsx";
import { phaseName } from "./sectionNames.ts";
import { frameSections, prerequisiteSections } from "./sheetGrid.ts";
import { TitleCard } from "./TitleCard.tsx";
import type { SheetFocus } from "./useSheetFocus.ts";

type Props = SheetFocus & { flag: SheetProps["flag"] };

// What is written as the head of the sheet, without paper of its own.
const isHead = ({ kind }: Section) => kind === "short_text" || kind === "value_proposition";

/** The top of the sheet: title and proposition, the people, the prerequisites. */
export function FrameRow({ stop, handlers, flag }: Props) {
  const locale = useBoardLocale();
  const frame = useId();
  const prerequisites = useId();
  const props = (section: Section) => ({
    key: section.id,
    section,
    isStop: stop === section.id,
    handlers,
    flag,
  });
  return (
    <section className={`${styles.frame} ph-cadre`} aria-labelledby={frame}>
      <h2 id={frame} className={styles.frameName}>
        <VisuallyHidden>{phaseName("frame", locale)}</VisuallyHidden>
      </h2>
      <div className={styles.head}>
        {frameSections.filter(isHead).map((section) => {
          const { key, ...rest } = props(section);
          return <TitleCard key={key} {...rest} />;
        })}
      </div>
      {frameSections
        .filter((section) => !isHead(section))
        .map((section) => {
          const { key, ...rest } = props(section);
          return <SectionCard key={key} {...rest} />;
        })}
      <section className={styles.prerequisites} aria-labelledby={prerequisites}>
        <h2 id={prerequisites} className={styles.name}>
          {phaseName("prerequisites", locale)}
        </h2>
        <div className={styles.gaugeRoom}>
          <div className={styles.gauges}>
            {prerequisiteSections.map((section) => {
              const { key, ...rest } = props(section);
              return <GaugeCard key={key} {...rest} />;
            })}
          </div>
        </div>
      </section>
    </section>
  );
}
