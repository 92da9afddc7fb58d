import { Check, Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { Chip } from "#client/ui/Chip.tsx";
import type { SectionState } from "#shared/board/digest.ts";
import styles from "./StateChip.module.css";

/** The state in words. A section at work has none: its content says it. The card's name says it to screen readers. */
export function StateChip({ state }: { state: SectionState }) {
  const t = useTranslations("sheet.state");
  const { language } = useLanguage();
  if (state === "started") return null;
  return (
    <Chip
      tone={state === "filled" ? "done" : "neutral"}
      className={styles.chip}
      lang={language}
      aria-hidden="true"
    >
      {state === "filled" ? <Check strokeWidth={2.5} /> : <Plus />}
      <span className={styles.words}>{t(state)}</span>
    </Chip>
  );
}
