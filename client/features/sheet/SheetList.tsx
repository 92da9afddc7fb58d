import { type RefObject, useId } from "react";
import { useTranslations } from "use-intl";
import { useBoardLocale } from "#client/board/useSection.ts";
import { phaseClass } from "#client/ui/phaseClass.ts";
import type { PhaseId } from "#shared/sheet/phases.ts";
import { ListCard } from "./ListCard.tsx";
import { PhaseTab } from "./PhaseTab.tsx";
import type { SheetProps } from "./Sheet.tsx";
import styles from "./SheetList.module.css";
import { phaseName } from "./sectionNames.ts";
import { listPhases, sectionsInList, walkList } from "./sheetGrid.ts";
import { type SheetFocus, useSheetFocus } from "./useSheetFocus.ts";

type Props = Pick<SheetProps, "onOpen" | "phase"> & {
  root: RefObject<HTMLElement | null>;
  flag: SheetProps["flag"];
};

/** The sheet on a phone: phase after phase, section after section. Nothing pans. */
export function SheetList({ root, onOpen, phase, flag }: Props) {
  const t = useTranslations("sheet");
  const locale = useBoardLocale();
  const focus = useSheetFocus({ root, first: "project_title", walk: walkList, onOpen });
  return (
    <section className={styles.list} aria-label={t("name")} lang={locale}>
      {listPhases.map((id) => (
        <ListPhase
          key={id}
          phase={id}
          isDimmed={phase !== "all" && phase !== id && sectionsNumbered(id)}
          flag={flag}
          {...focus}
        />
      ))}
    </section>
  );
}

// The frame and the prerequisites belong to every phase: they never stand back.
const sectionsNumbered = (phase: PhaseId) => phase !== "frame" && phase !== "prerequisites";

type PhaseProps = SheetFocus & { phase: PhaseId; isDimmed: boolean; flag: SheetProps["flag"] };

function ListPhase({ phase, isDimmed, flag, stop, handlers }: PhaseProps) {
  const locale = useBoardLocale();
  const tab = useId();
  return (
    <section
      className={`${styles.phase} ${phaseClass(phase)}`}
      aria-labelledby={tab}
      data-dimmed={isDimmed || undefined}
    >
      <div className={styles.tabRow}>
        <PhaseTab id={tab} phase={phase} name={phaseName(phase, locale)} />
      </div>
      <div className={styles.cards}>
        {sectionsInList(phase).map((section) => (
          <ListCard
            key={section.id}
            section={section}
            isStop={stop === section.id}
            handlers={handlers}
            flag={flag}
          />
        ))}
      </div>
    </section>
  );
}
