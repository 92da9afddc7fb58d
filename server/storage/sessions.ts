// What only the server writes of a board, as JSON beside it, and the commands that changed it: each counts once,
// and together they say who decided what, and when.

import type { BoardId } from "#shared/access/boardId.ts";
import { isRefusal, type Refusal, refuse } from "#shared/access/refusal.ts";
import { openRules } from "#shared/access/rules.ts";
import type { Command } from "#shared/session/commands.ts";
import { Session } from "#shared/sync/hello.ts";
import type { Storage } from "./tables.ts";

const fresh: Session = { version: 0, rules: openRules };

/** As it is stored; null before the first command. */
export function parseSession(json: string | null): Session {
  return json === null ? fresh : Session.parse(JSON.parse(json));
}

export async function findSession(storage: Storage, board: BoardId): Promise<Session | Refusal> {
  const row = await storage.selectFrom("boards").select("rules").where("id", "=", board).executeTakeFirst();
  return row === undefined ? refuse("boardNotFound") : parseSession(row.rules);
}

export type Commanded = { command: Command; person: string; at: number };

/**
 * The session as `change` makes it, saved together with the command; or as it is, when this command was taken
 * before. A refusal saves nothing.
 */
export function saveCommand(
  storage: Storage,
  board: BoardId,
  { command, person, at }: Commanded,
  change: (session: Session) => Session | Refusal,
): Promise<Session | Refusal> {
  return storage.transaction().execute(async (db) => {
    const session = await findSession(db, board);
    if (isRefusal(session)) return session;
    const { id, type } = command;
    const taken = await db
      .selectFrom("commands")
      .select("id")
      .where("board", "=", board)
      .where("id", "=", id)
      .executeTakeFirst();
    if (taken !== undefined) return session;
    const next = change(session);
    if (isRefusal(next)) return next;
    await db.insertInto("commands").values({ board, id, person, type, at }).execute();
    const rules = JSON.stringify(next);
    await db.updateTable("boards").set({ rules }).where("id", "=", board).execute();
    return next;
  });
}
