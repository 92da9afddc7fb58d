import { useTranslations } from "use-intl";
import { useSectionStates } from "#client/board/useSectionStates.ts";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import styles from "./FilledRing.module.css";

const radius = 15;
const around = 2 * Math.PI * radius;

/** How much of the sheet is filled: a ring, and the count in words. */
export function FilledRing() {
  const t = useTranslations("board");
  const states = [...useSectionStates().values()];
  const total = states.length;
  const filled = states.filter((state) => state === "filled").length;
  return (
    <p className={styles.ring}>
      <svg viewBox="0 0 38 38" aria-hidden="true">
        <circle cx="19" cy="19" r={radius} className={styles.track} />
        <circle
          cx="19"
          cy="19"
          r={radius}
          className={styles.part}
          strokeDasharray={`${(filled / total) * around} ${around}`}
        />
      </svg>
      <span className={styles.words} aria-hidden>
        <b>{t("filled", { filled, total })}</b>
        <span className={styles.what}>{t("filledWhat")}</span>
      </span>
      <VisuallyHidden>{t("filledName", { filled, total })}</VisuallyHidden>
    </p>
  );
}
