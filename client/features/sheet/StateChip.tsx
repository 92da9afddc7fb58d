import { Check, Lock, Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { Chip } from "#client/ui/Chip.tsx";
import type { Restriction } from "#shared/access/rules.ts";
import type { SectionState } from "#shared/board/digest.ts";
import styles from "./StateChip.module.css";

type Props = { state: SectionState; restriction: Restriction | undefined };

/** Is there anything for the chip to say? A section at work has none: its content says it. */
export function hasChip({ state, restriction }: Props): boolean {
  return restriction !== undefined || state !== "started";
}

/** One chip for each section: that not everybody writes there, else its state. The card's name says both. */
export function StateChip({ state, restriction }: Props) {
  const t = useTranslations("sheet.state");
  const { language } = useLanguage();
  if (!hasChip({ state, restriction })) return null;
  const isFilled = restriction === undefined && state === "filled";
  return (
    <Chip tone={isFilled ? "done" : "neutral"} className={styles.chip} lang={language} aria-hidden="true">
      {restriction !== undefined ? (
        <Lock strokeWidth={2.5} />
      ) : isFilled ? (
        <Check strokeWidth={2.5} />
      ) : (
        <Plus />
      )}
      {restriction !== undefined ? (
        <RestrictionWords restriction={restriction} />
      ) : (
        <span className={styles.words}>{t(state)}</span>
      )}
    </Chip>
  );
}

/** In a narrow card, for whom it is kept says enough beside the padlock. */
function RestrictionWords({ restriction }: { restriction: Restriction }) {
  const t = useTranslations("rules");
  const whole = t(`chip.${restriction}`);
  if (restriction === "locked") return <span className={styles.words}>{whole}</span>;
  return (
    <>
      <span className={`${styles.words} ${styles.whole} ${styles[restriction]}`}>{whole}</span>
      <span className={`${styles.words} ${styles.short} ${styles[restriction]}`}>
        {t(`chipShort.${restriction}`)}
      </span>
    </>
  );
}
