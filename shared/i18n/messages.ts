// Every area under its name. A new area is one file beside this one, its import and its line here.
import type { Locale } from "#shared/sheet/locale.ts";
import { common } from "./common.ts";

/** All words of one language. Typed as the union of the three: a message gets the arguments that any of them asks for. */
export function messagesIn(locale: Locale) {
  return {
    common: common[locale],
  };
}

export type Messages = ReturnType<typeof messagesIn>;
