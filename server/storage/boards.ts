import { sql } from "kysely";
import type { BoardId } from "#shared/access/boardId.ts";
import type { Locale } from "#shared/sheet/locale.ts";
import type { Session } from "#shared/sync/hello.ts";
import { linkRow, type NewLinkRow } from "./links.ts";
import { parseSession } from "./sessions.ts";
import type { Storage } from "./tables.ts";

export type NewBoardRow = { id: BoardId; locale: Locale; createdAt: number };

/** The first update of a board, and the Yjs client ids that it was written under. */
export type Seed = { bytes: Uint8Array; clients: readonly number[] };

/** The board, its links and the update that seeds its document, or nothing of it. */
export async function insertBoard(
  storage: Storage,
  { id, locale, createdAt }: NewBoardRow,
  links: readonly NewLinkRow[],
  seed: Seed,
): Promise<void> {
  await storage.transaction().execute(async (db) => {
    await db.insertInto("boards").values({ id, locale, created_at: createdAt, rules: null }).execute();
    await db
      .insertInto("links")
      .values(links.map((link) => linkRow(id, link, createdAt)))
      .execute();
    await db
      .insertInto("updates")
      .values({ board: id, seq: 1, person: null, at: createdAt, bytes: seed.bytes })
      .execute();
    for (const client of seed.clients) {
      await db.insertInto("client_ids").values({ board: id, client_id: client, person: null }).execute();
    }
  });
}

export async function findBoard(
  storage: Storage,
  id: BoardId,
): Promise<
  { locale: Locale; createdAt: number; updatedAt: number; session: Session; epoch: number } | undefined
> {
  const row = await storage
    .selectFrom("boards")
    .select((board) => [
      "locale",
      "created_at",
      "rules",
      "epoch",
      board
        .selectFrom("updates")
        .whereRef("updates.board", "=", "boards.id")
        .select("at")
        .orderBy("seq", "desc")
        .limit(1)
        .as("updated_at"),
    ])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    locale: row.locale,
    createdAt: row.created_at,
    updatedAt: row.updated_at ?? row.created_at,
    session: parseSession(row.rules),
    epoch: row.epoch,
  };
}

export async function boardExists(storage: Storage, id: BoardId): Promise<boolean> {
  const row = await storage.selectFrom("boards").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/** The board and all that hangs on it: log, snapshots, links, participants. */
export async function deleteBoard(storage: Storage, id: BoardId): Promise<void> {
  await storage.deleteFrom("boards").where("id", "=", id).execute();
}

/** Commits something that changes nothing. Throws while nothing can be written. */
export async function tryToWrite(storage: Storage): Promise<void> {
  await sql`update migrations set at = at where step = 1`.execute(storage);
}

/** Throws while the storage is away. */
export async function askStorage(storage: Storage): Promise<void> {
  await storage.selectFrom("boards").select("id").limit(1).execute();
}
