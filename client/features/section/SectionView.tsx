import { type ReactNode, useEffect, useRef } from "react";
import { usePresence } from "#client/board/usePresence.ts";
import { useMayWrite } from "#client/board/useRules.ts";
import { NotesPanel } from "#client/features/section/notes/NotesPanel.tsx";
import { ProseField } from "#client/features/section/prose/ProseField.tsx";
import { phaseClass } from "#client/ui/phaseClass.ts";
import { proseFieldsOf, retainedField } from "#shared/board/prose.ts";
import { type SectionId, sectionOf } from "#shared/sheet/sections.ts";
import { Essential } from "./Essential.tsx";
import { SectionBlocks } from "./SectionBlocks.tsx";
import { SectionScope } from "./SectionContext.tsx";
import { SectionHead } from "./SectionHead.tsx";
import { SectionTab } from "./SectionTab.tsx";
import styles from "./SectionView.module.css";
import { scrolledByKeys } from "./scrolledByKeys.ts";
import { useEscape } from "./useEscape.ts";

type Props = {
  sectionId: SectionId;
  onClose: () => void;
  onGo: (id: SectionId) => void;
  /** Who may write here, where not everybody does. */
  rule: ReactNode;
  /** For those who decide it: the button that locks and opens. */
  lock: ReactNode;
};

/** One section, open: the sheet's questions, the notes on the left, what is kept on the right. */
export function SectionView({ sectionId, onClose, onGo, rule, lock }: Props) {
  const section = sectionOf(sectionId);
  const isWritable = useMayWrite(sectionId);
  const { setSection } = usePresence();
  const title = useRef<HTMLHeadingElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  useEscape(onClose);
  useEffect(() => {
    setSection(sectionId);
    // Screen readers hear where they are, and the keyboard starts from the top.
    stage.current?.scrollIntoView({ block: "start" });
    title.current?.focus({ preventScroll: true });
  }, [sectionId, setSection]);
  useEffect(() => () => setSection(null), [setSection]);
  const retained = proseFieldsOf(sectionId).find((field) => field.id === retainedField);
  return (
    <SectionScope key={sectionId} sectionId={sectionId}>
      <div ref={stage} className={`${styles.stage} ${phaseClass(section.phase)}`}>
        <SectionTab section={section} onGo={onGo} />
        <article
          className={isWritable ? styles.frame : `${styles.frame} ${styles.closed}`}
          aria-labelledby="section-title"
          data-open-section={sectionId}
        >
          <SectionHead
            section={section}
            titleRef={title}
            onClose={onClose}
            onGo={onGo}
            rule={rule}
            lock={lock}
          />
          <NotesPanel />
          <div className={styles.kept} {...scrolledByKeys(isWritable)}>
            {retained && <ProseField field={retained} headingLevel={2} />}
            {sectionId !== "project_title" && <Essential />}
            <SectionBlocks section={section} />
          </div>
        </article>
      </div>
    </SectionScope>
  );
}
