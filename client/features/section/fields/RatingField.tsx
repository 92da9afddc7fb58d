import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { Button } from "#client/ui/Button.tsx";
import { ChoiceButton } from "./ChoiceButton.tsx";
import type { ControlProps } from "./FieldControl.tsx";
import { Nothing } from "./Nothing.tsx";
import { nameProps } from "./naming.ts";
import styles from "./RatingField.module.css";
import { anchorsOf, isReached, stepText } from "./ratingScale.ts";

/** A scale with the words of each step: a gauge that one sets. */
export function RatingField(props: ControlProps) {
  const { field, place, value, naming, look } = props;
  const t = useTranslations("fields");
  const { language } = useLanguage();
  const anchors = anchorsOf(field);
  const chosen = anchors.find((anchor) => anchor.value === value);
  const say = (step: number) => stepText(step, anchors);
  if (look === "cell")
    return (
      <ChoiceButton
        naming={naming}
        look={look}
        choices={anchors.map((anchor) => ({
          id: String(anchor.value),
          label: `${say(anchor.value)}\u00a0: ${anchor[language]}`,
        }))}
        selected={chosen === undefined ? [] : [String(chosen.value)]}
        onChange={([next]) => place.write(next === undefined ? undefined : Number(next))}
        valueText={chosen === undefined ? t("none") : chosen[language]}
        isEmpty={chosen === undefined}
        isMissing={field.required}
        clearLabel={t("clear")}
      >
        {chosen === undefined ? (
          <Nothing words={t("choose")} isQuiet={!field.required} />
        ) : (
          `${say(chosen.value)}\u00a0: ${chosen[language]}`
        )}
      </ChoiceButton>
    );
  return (
    <div className={styles.rating}>
      <fieldset {...nameProps(naming)} className={styles.gauge} data-steps={anchors.length}>
        {anchors.map((anchor) => (
          <label
            key={anchor.value}
            className={styles.step}
            data-reached={isReached(anchor.value, chosen?.value)}
          >
            <input
              type="radio"
              name={naming.id}
              checked={anchor.value === chosen?.value}
              onChange={() => place.write(anchor.value)}
            />
            <span className={styles.bar} aria-hidden />
            <b className={styles.figure}>{say(anchor.value)}</b>
            <span className={styles.words}>{anchor[language]}</span>
          </label>
        ))}
      </fieldset>
      {value !== undefined && value !== null && (
        <Button
          kind="quiet"
          square
          className={styles.clear}
          aria-label={t("clearRating")}
          title={t("clearRating")}
          onClick={() => place.write(undefined)}
        >
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}
