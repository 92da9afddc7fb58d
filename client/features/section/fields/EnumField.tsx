import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { ChoiceButton } from "./ChoiceButton.tsx";
import { EnumChip } from "./EnumChip.tsx";
import type { ControlProps } from "./FieldControl.tsx";
import { Nothing } from "./Nothing.tsx";
import { optionsOf } from "./options.ts";

/** One of the words of a list. */
export function EnumField({ field, place, value, naming, look }: ControlProps) {
  const t = useTranslations("fields");
  const { language } = useLanguage();
  const options = optionsOf(field, language);
  const chosen = typeof value === "string" && value !== "" ? value : undefined;
  // A value that the list does not have, of another version of the sheet, is shown as it is.
  const label = options.find((option) => option.value === chosen)?.label ?? chosen;
  const nothing = t(look === "cell" && field.required ? "choose" : "none");
  return (
    <ChoiceButton
      naming={naming}
      look={look}
      choices={options.map((option) => ({ id: option.value, label: option.label }))}
      selected={chosen === undefined ? [] : [chosen]}
      onChange={([next]) => place.write(next)}
      valueText={label ?? nothing}
      isEmpty={chosen === undefined}
      isMissing={field.required}
      clearLabel={t("clear")}
    >
      {label === undefined ? (
        <Nothing words={nothing} isQuiet={look === "cell" && !field.required} />
      ) : (
        <EnumChip field={field} value={chosen} label={label} />
      )}
    </ChoiceButton>
  );
}
