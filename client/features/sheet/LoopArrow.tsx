import { ArrowRight } from "lucide-react";
import { useBoardLocale } from "#client/board/useSection.ts";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import { loop } from "#shared/sheet/phases.ts";
import { type SectionId, sectionOf } from "#shared/sheet/sections.ts";
import styles from "./LoopArrow.module.css";

/** The only line that crosses the bands: what the evaluation corrects is planned again. Drawn over the whole sheet. */
export function LoopArrow() {
  return (
    <div className={`${styles.loop} ph-eval`} aria-hidden="true">
      <svg viewBox="0 0 12 18" className={styles.head} aria-hidden="true">
        <path d="M12 0v18L0 9z" fill="currentColor" />
      </svg>
    </div>
  );
}

/** What the line is called, beside it. */
export function LoopTag() {
  const locale = useBoardLocale();
  const name = (id: SectionId) => sectionOf(id).heading[locale].replace(/[\s\u00a0\u202f]*\?$/, "");
  return (
    <p className={styles.tag}>
      <VisuallyHidden>{loop.label[locale]}</VisuallyHidden>
      <span className={styles.from} aria-hidden="true">
        {name(loop.from)}
      </span>
      <ArrowRight aria-hidden="true" />
      <span aria-hidden="true">{name(loop.to)}</span>
    </p>
  );
}
