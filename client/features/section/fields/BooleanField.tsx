import { useTranslations } from "use-intl";
import { Segments } from "#client/ui/Segments.tsx";
import { ChoiceButton } from "./ChoiceButton.tsx";
import type { ControlProps } from "./FieldControl.tsx";
import { Nothing } from "./Nothing.tsx";

type Answer = "yes" | "no" | "unknown";

const answers: readonly Answer[] = ["yes", "no", "unknown"];

function answerOf(value: unknown): Answer {
  return value === true ? "yes" : value === false ? "no" : "unknown";
}

/** Yes, no, or not known. */
export function BooleanField({ field, place, value, naming, look }: ControlProps) {
  const t = useTranslations("fields");
  const answer = answerOf(value);
  const write = (next: Answer) => place.write(next === "unknown" ? undefined : next === "yes");
  if (look === "form")
    return (
      <Segments
        label={naming.label}
        segments={answers.map((id) => ({ id, label: t(`boolean.${id}`) }))}
        value={answer}
        onChange={write}
      />
    );
  return (
    <ChoiceButton
      naming={naming}
      look={look}
      choices={[
        { id: "yes", label: t("boolean.yes") },
        { id: "no", label: t("boolean.no") },
      ]}
      selected={answer === "unknown" ? [] : [answer]}
      onChange={([next]) => write(next === "yes" ? "yes" : next === "no" ? "no" : "unknown")}
      valueText={answer === "unknown" ? t("choose") : t(`boolean.${answer}`)}
      isEmpty={answer === "unknown"}
      isMissing={field.required}
      clearLabel={t("clear")}
    >
      {answer === "unknown" ? (
        <Nothing words={t("choose")} isQuiet={!field.required} />
      ) : (
        t(`boolean.${answer}`)
      )}
    </ChoiceButton>
  );
}
