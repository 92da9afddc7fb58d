import { useFormatter, useLocale, useTranslations } from "use-intl";
import { DraftInput } from "./DraftInput.tsx";
import type { ControlProps } from "./FieldControl.tsx";
import { parseMoney } from "./parseAmount.ts";
import { useDraft } from "./useDraft.ts";
import { isWithin, useLimits } from "./useLimits.ts";

/** An amount in euros, two decimals at most. */
export function MoneyField({ field, place, value, naming, look }: ControlProps) {
  const t = useTranslations("fields");
  const format = useFormatter();
  const locale = useLocale();
  const limits = useLimits(field);
  const draft = useDraft<number>({
    value: typeof value === "number" ? value : undefined,
    parse: (text) => {
      const amount = parseMoney(text);
      return amount !== undefined && isWithin(field, amount) ? amount : undefined;
    },
    editable: (amount) => plainNumber(amount, locale),
    shown: (amount) => format.number(amount, "money"),
    write: place.write,
    explain: (text) => (parseMoney(text) === undefined ? t("notAnAmount") : (limits ?? t("notAnAmount"))),
  });
  return (
    <DraftInput
      field={field}
      naming={naming}
      look={look}
      draft={draft}
      placeholder={t("setAmount")}
      unit={field.unit === "EUR/year" ? t("unit.perYear") : undefined}
      inputMode="decimal"
    />
  );
}

/** A number as one edits it: the decimal sign of the language, nothing between the thousands. */
export function plainNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 }).format(value);
}
