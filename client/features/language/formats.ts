import type { Formats } from "use-intl";
import type { Locale } from "#shared/sheet/locale.ts";

/** Dates, numbers and money as they are written where the sheet is used: day first, comma in French and Dutch. */
export const formatTags = { fr: "fr-BE", en: "en-GB", nl: "nl-BE" } as const satisfies Record<Locale, string>;

/** Names for `useFormatter()`: `format.dateTime(date, "day")`, `format.number(amount, "money")`. */
export const formats = {
  dateTime: {
    /** 17 mars 2026 */
    day: { day: "numeric", month: "long", year: "numeric" },
    /** 17/03/26, for tables */
    dayShort: { day: "2-digit", month: "2-digit", year: "2-digit" },
    /** 17 mars 2026 à 14:05 */
    moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
    time: { hour: "2-digit", minute: "2-digit" },
  },
  number: {
    /** 68 400 €, cents only when there are some */
    money: { style: "currency", currency: "EUR", trailingZeroDisplay: "stripIfInteger" },
    /** 0.29 → 29 % */
    percent: { style: "percent", maximumFractionDigits: 0 },
    plain: { maximumFractionDigits: 6 },
  },
} satisfies Formats;
