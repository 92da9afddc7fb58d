import { useId } from "react";
import { useBoardLocale } from "#client/board/useSection.ts";
import { phaseClass } from "#client/ui/phaseClass.ts";
import { loop } from "#shared/sheet/phases.ts";
import { sectionOf } from "#shared/sheet/sections.ts";
import { HeaderCard } from "./HeaderCard.tsx";
import { LoopTag } from "./LoopArrow.tsx";
import styles from "./PhaseBand.module.css";
import { PhaseTab } from "./PhaseTab.tsx";
import { SectionCard } from "./SectionCard.tsx";
import type { SheetProps } from "./Sheet.tsx";
import { phaseName } from "./sectionNames.ts";
import { type BandPhase, bandRows, columnsOf, headerSectionOf } from "./sheetGrid.ts";
import type { SheetFocus } from "./useSheetFocus.ts";

type Props = SheetFocus & {
  phase: BandPhase;
  isDimmed: boolean;
  flag: SheetProps["flag"];
};

/** One phase: its folder tab, what stands in its header, and its sections in their columns. */
export function PhaseBand({ phase, isDimmed, stop, handlers, flag }: Props) {
  const locale = useBoardLocale();
  const tab = useId();
  const header = headerSectionOf(phase);
  return (
    <section
      className={`${styles.wrap} ${styles[phase]} ${phaseClass(phase)}`}
      aria-labelledby={tab}
      data-dimmed={isDimmed || undefined}
    >
      <div className={styles.tabRow}>
        <PhaseTab id={tab} phase={phase} name={phaseName(phase, locale)} />
        {sectionOf(loop.from).phase === phase && <LoopTag />}
        {header !== undefined && (
          <HeaderCard section={header} isStop={stop === header.id} handlers={handlers} flag={flag} />
        )}
      </div>
      <div className={styles.band}>
        {bandRows(phase).map(({ row, sections }) => (
          <div
            key={row}
            className={row === "context" ? `${styles.row} ${styles.context}` : styles.row}
            style={{ gridTemplateColumns: columnsOf(row) }}
          >
            {sections.map((section) => (
              <SectionCard
                key={section.id}
                section={section}
                isStop={stop === section.id}
                handlers={handlers}
                flag={flag}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
