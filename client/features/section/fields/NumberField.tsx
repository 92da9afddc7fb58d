import { useFormatter, useLocale, useTranslations } from "use-intl";
import { DraftInput } from "./DraftInput.tsx";
import type { ControlProps } from "./FieldControl.tsx";
import { isEmpty } from "./fitsField.ts";
import { plainNumber } from "./MoneyField.tsx";
import { parseNumber } from "./parseAmount.ts";
import { useDraft } from "./useDraft.ts";
import { isWithin, useLimits } from "./useLimits.ts";
import { useUnit } from "./useUnit.ts";

/** A number with its unit and its limits. */
export function NumberField({ field, place, value, naming, look }: ControlProps) {
  const t = useTranslations("fields");
  const format = useFormatter();
  const locale = useLocale();
  const limits = useLimits(field);
  const unit = useUnit(field.unit);
  const isWhole = field.type === "integer";
  const understood = (text: string) => {
    const number = parseNumber(text);
    return number === undefined || (isWhole && !Number.isInteger(number)) ? undefined : number;
  };
  const draft = useDraft<number>({
    value: typeof value === "number" ? value : undefined,
    parse: (text) => {
      const number = understood(text);
      return number !== undefined && isWithin(field, number) ? number : undefined;
    },
    editable: (number) => plainNumber(number, locale),
    // A year is written without a space between its thousands.
    shown: (number) => (field.id === "year" ? String(number) : format.number(number, "plain")),
    write: place.write,
    explain: (text) =>
      understood(text) === undefined || limits === undefined
        ? t(isWhole ? "notAWholeNumber" : "notANumber")
        : limits,
  });
  return (
    <DraftInput
      field={field}
      naming={naming}
      look={look}
      draft={draft}
      placeholder={t("setNumber")}
      // In a table the head of the column says what is counted.
      unit={look === "cell" ? undefined : unit}
      hint={field.max === undefined || !isEmpty(value) ? undefined : limits}
      inputMode="decimal"
    />
  );
}
