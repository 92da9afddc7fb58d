// The board's own language: of its headings and of its record, whatever language a reader's interface has.
import { isLocale, type Locale } from "#shared/sheet/locale.ts";
import { type Board, metaOf } from "./roots.ts";

export function boardLocale(board: Board): Locale {
  const locale = metaOf(board).get("locale");
  return isLocale(locale) ? locale : "fr";
}
