// The log of a board: its updates in order, who wrote them, and what it begins with.
import { CompiledQuery } from "kysely";
import type { BoardId } from "#shared/access/boardId.ts";
import { newestWholeSnapshot, type Snapshot } from "./snapshots.ts";
import type { Storage } from "./tables.ts";

export type LogEntry = {
  board: BoardId;
  seq: number;
  /** Participant or link that wrote it; null for the server. */
  person: string | null;
  at: number;
  bytes: Uint8Array;
};

/** A Yjs client id that nobody used before. */
export type NewClient = { board: BoardId; client: number; person: string | null };

export type Append = { entries: readonly LogEntry[]; newClients: readonly NewClient[] };

export type SavedBoard = {
  /** Where to begin: the newest snapshot that is whole, or nothing when the log begins at seq 1. */
  snapshot: Snapshot | undefined;
  /** Every update after it. */
  tail: { seq: number; at: number; bytes: Uint8Array }[];
  /** Yjs client id → the person it belongs to; null is the server. */
  owners: Map<number, string | null>;
  /** Snapshots whose bytes no longer match their hash: an alarm for the operator. */
  damagedSnapshots: number[];
};

// A turn is cut into statements of these sizes, each compiled once: composing one for every turn costs more than
// the writing. SQLite takes 32,766 values in a statement, five a row.
const rowsPerInsert = [512, 64, 8, 1];

const insertUpdates = new Map(
  rowsPerInsert.map((rows) => {
    const values = Array.from({ length: rows }, () => "(?, ?, ?, ?, ?)").join(", ");
    return [rows, `insert into updates (board, seq, person, at, bytes) values ${values}`];
  }),
);

// Nothing on a conflict: two links of one person may both be the first, and the first keeps it.
const insertClient =
  "insert into client_ids (board, client_id, person) values (?, ?, ?) on conflict do nothing";

/** All of it or nothing. A seq that is taken already throws: somebody else writes this board. */
export async function appendUpdates(storage: Storage, { entries, newClients }: Append): Promise<void> {
  await storage.transaction().execute(async (db) => {
    let done = 0;
    for (const [rows, sql] of insertUpdates) {
      for (; entries.length - done >= rows; done += rows) {
        const values: unknown[] = [];
        for (let index = done; index < done + rows; index += 1) {
          const entry = entries[index];
          if (entry !== undefined) values.push(entry.board, entry.seq, entry.person, entry.at, entry.bytes);
        }
        await db.executeQuery(CompiledQuery.raw(sql, values));
      }
    }
    for (const { board, client, person } of newClients) {
      await db.executeQuery(CompiledQuery.raw(insertClient, [board, client, person]));
    }
  });
}

/** Throws when updates are missing: a board with a hole in it is not shown as if it were whole. */
export function loadBoard(storage: Storage, board: BoardId): Promise<SavedBoard> {
  // In one transaction: a fold that ends between the two reads would take away what the second one needs.
  return storage.transaction().execute((db) => loadFrom(db, board));
}

async function loadFrom(storage: Storage, board: BoardId): Promise<SavedBoard> {
  const { snapshot, damagedSnapshots } = await newestWholeSnapshot(storage, board);
  const from = snapshot?.seq ?? 0;
  const tail = await storage
    .selectFrom("updates")
    .select(["seq", "at", "bytes"])
    .where("board", "=", board)
    .where("seq", ">", from)
    .orderBy("seq")
    .execute();
  const hole = tail.findIndex((row, index) => row.seq !== from + 1 + index);
  if (hole !== -1) throw new Error(`update ${from + 1 + hole} of board ${board} is missing from the log`);
  const clients = await storage
    .selectFrom("client_ids")
    .select(["client_id", "person"])
    .where("board", "=", board)
    .execute();
  const owners = new Map(clients.map((row) => [row.client_id, row.person]));
  return { snapshot, tail, owners, damagedSnapshots };
}
