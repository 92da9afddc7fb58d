// Every area under its name. A new area is one file beside this one, its import and its line here.
import type { Locale } from "#shared/sheet/locale.ts";
import { board } from "./board.ts";
import { common } from "./common.ts";
import { fields } from "./fields.ts";
import { home } from "./home.ts";
import { join } from "./join.ts";
import { notes } from "./notes.ts";
import { presence } from "./presence.ts";
import { problems } from "./problems.ts";
import { prose } from "./prose.ts";
import { rows } from "./rows.ts";
import { rules } from "./rules.ts";
import { saved } from "./saved.ts";
import { section } from "./section.ts";
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
    prose: prose[locale],
    notes: notes[locale],
    rows: rows[locale],
    rules: rules[locale],
    fields: fields[locale],
    section: section[locale],
    sheet: sheet[locale],
  };
}

export type Messages = ReturnType<typeof messagesIn>;
