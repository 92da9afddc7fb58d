import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import type { Field } from "#shared/sheet/fields.ts";
import styles from "./RatingField.module.css";
import { anchorsOf, isReached, stepText } from "./ratingScale.ts";

/** A rating to read: its gauge, its figure and its words. */
export function RatingRead({ field, value }: { field: Field; value: number }) {
  const { language } = useLanguage();
  const anchors = anchorsOf(field);
  const chosen = anchors.find((anchor) => anchor.value === value);
  return (
    <span className={styles.read}>
      <span aria-hidden className={styles.bars}>
        {anchors.map((anchor) => (
          <span key={anchor.value} className={styles.step} data-reached={isReached(anchor.value, value)}>
            <span className={styles.bar} />
          </span>
        ))}
      </span>
      <b className={styles.figure}>{stepText(value, anchors)}</b> {chosen?.[language]}
    </span>
  );
}
