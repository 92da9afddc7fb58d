import { useTranslations } from "use-intl";
import { useSectionStates } from "#client/board/useSectionStates.ts";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import type { PhaseId } from "#shared/sheet/phases.ts";
import styles from "./PhaseTab.module.css";
import { sectionsOfPhase } from "./sheetGrid.ts";

/** The tab of the folder: the phase, and how many of its sections are filled. */
export function PhaseTab({ id, phase, name }: { id: string; phase: PhaseId; name: string }) {
  const t = useTranslations("sheet");
  const { language } = useLanguage();
  const states = useSectionStates();
  const inPhase = sectionsOfPhase(phase);
  const counts = {
    filled: inPhase.filter((section) => states.get(section) === "filled").length,
    total: inPhase.length,
  };
  return (
    <h2 id={id} className={styles.tab}>
      {name}
      <span className={styles.count} lang={language} aria-hidden="true">
        {t("filledOf", counts)}
      </span>
      <VisuallyHidden lang={language}>{`, ${t("filledName", counts)}`}</VisuallyHidden>
    </h2>
  );
}
