// Every area under its name. A new area is one file beside this one, its import and its line here.
import type { Locale } from "#shared/sheet/locale.ts";
import { board } from "./board.ts";
import { common } from "./common.ts";
import { home } from "./home.ts";
import { join } from "./join.ts";
import { presence } from "./presence.ts";
import { problems } from "./problems.ts";
import { saved } from "./saved.ts";
import { share } from "./share.ts";
import { sheet } from "./sheet.ts";

/** All words of one language. Typed as the union of the three: a message gets the arguments that any of them asks for. */
export function messagesIn(locale: Locale) {
  return {
    common: common[locale],
    saved: saved[locale],
    presence: presence[locale],
    board: board[locale],
    home: home[locale],
    join: join[locale],
    problems: problems[locale],
    share: share[locale],
    sheet: sheet[locale],
  };
}

export type Messages = ReturnType<typeof messagesIn>;
