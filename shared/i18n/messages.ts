// Every area under its name. A new area is one file beside this one and one line here.
import type { Locale } from "#shared/sheet/locale.ts";
import { common } from "./common.ts";

const areas = {
  common,
};

type Areas = typeof areas;

/** The union of the three languages per key: a message must be given the arguments that any of them asks for. */
export type Messages = { [Area in keyof Areas]: Areas[Area][Locale] };

export function messagesIn(locale: Locale): Messages {
  return {
    common: common[locale],
  };
}
