// Numbers, dates and counts of the sheet as words of the interface's language.
import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import type { Facts, Meter } from "#client/features/sheet/facts/facts.ts";
import { type EnumId, enumOptions } from "#shared/sheet/enums.ts";
import type { Scale } from "#shared/sheet/scales.ts";
import { summaryOf } from "./summaryOf.ts";

export type SheetWords = ReturnType<typeof useSheetWords>;

export function useSheetWords() {
  const t = useTranslations("sheet");
  const format = useFormatter();
  const { language } = useLanguage();
  return useMemo(() => {
    const day = (date: string) => format.dateTime(localDay(date), "day");
    const month = (date: string) => format.dateTime(localDay(date), { month: "long", year: "numeric" });
    const money = (amount: number) => format.number(amount, "money");
    const wholeMoney = (amount: number) => format.number(Math.round(amount), "money");
    const share = (part: number) => format.number(part, "percent");
    const plain = (value: number) => format.number(value, "plain");
    const signed = (value: number) => format.number(value, { signDisplay: "exceptZero" });
    const option = (id: EnumId, value: string) =>
      enumOptions(id).find((candidate) => candidate.value === value)?.[language] ?? "";
    return {
      t,
      day,
      money,
      wholeMoney,
      share,
      plain,
      signed,
      option,
      measured: (value: number | null, unit: string) =>
        value === null ? t("notMeasured") : withUnit(plain(value), unit),
      meter: ({ name, actual, target, unit }: Meter, against: "meterName" | "plannedName") =>
        t(against, {
          name,
          actual: actual === null ? t("notMeasured") : withUnit(plain(actual), unit),
          target: target === null ? t("noTarget") : withUnit(plain(target), unit),
        }),
      rating: (rating: number | null, scale: Scale) => {
        if (rating === null) return t("notRated");
        const anchor = scale.anchors.find(({ value }) => value === rating)?.[language];
        const value = scale.min < 0 ? signed(rating) : t("ratingOf", { value: rating, max: scale.max });
        return anchor === undefined ? value : `${value}, ${anchor}`;
      },
      /** The names that fit in about so many letters, and how many are left. */
      names: (names: readonly string[], letters: number) => {
        const whole = names.join(", ").length <= letters;
        const shown = whole ? names : fitting(names, letters - lettersOfOthers);
        const all = shown.join(", ");
        return shown.length === names.length
          ? all
          : t("andOthers", { names: all, count: names.length - shown.length });
      },
      summary: (facts: Facts) => summaryOf(facts, { t, day, month, wholeMoney, share, option }),
    };
  }, [t, format, language]);
}

/** A day of the record is a day of the calendar, not a moment: read as UTC it would be the day before in America. */
function localDay(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day);
}

const noBreak = "\u00a0";
const withUnit = (number: string, unit: string) => (unit === "" ? number : `${number}${noBreak}${unit}`);

// The first name is always there, if need be without its last words.
function cut(name: string, letters: number): string {
  const end = name.lastIndexOf(" ", letters);
  return `${name.slice(0, end > 0 ? end : letters)}…`;
}

// « et 12 autres »
const lettersOfOthers = 13;

function fitting(names: readonly string[], letters: number): string[] {
  const shown: string[] = [];
  let length = 0;
  for (const name of names) {
    length += name.length + 2;
    if (shown.length > 0 && length > letters) break;
    shown.push(name.length > letters ? cut(name, letters) : name);
  }
  return shown;
}
