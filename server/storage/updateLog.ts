// The log of a board: its updates in order, and snapshots of what they add up to.
import { createHash } from "node:crypto";
import type { BoardId } from "#shared/access/boardId.ts";
import type { Storage } from "./tables.ts";

export type LogEntry = {
  board: BoardId;
  seq: number;
  /** Participant or link that wrote it; null for the server. */
  person: string | null;
  at: number;
  bytes: Uint8Array;
};

export type Snapshot = { seq: number; state: Uint8Array };

export type SavedBoard = {
  /** Where to begin: the newest snapshot that is whole, or nothing when the log begins at seq 1. */
  snapshot: Snapshot | undefined;
  /** Every update after it. */
  tail: { seq: number; at: number; bytes: Uint8Array }[];
  /** Snapshots whose bytes no longer match their hash: an alarm for the operator. */
  damagedSnapshots: number[];
};

// SQLite takes 32,766 values in a statement, Postgres 65,535; five a row.
const rowsPerInsert = 1000;

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** All of them or none. A seq that is taken already throws: somebody else writes this board. */
export async function appendUpdates(storage: Storage, entries: readonly LogEntry[]): Promise<void> {
  await storage.transaction().execute(async (db) => {
    for (let start = 0; start < entries.length; start += rowsPerInsert) {
      await db
        .insertInto("updates")
        .values(entries.slice(start, start + rowsPerInsert))
        .execute();
    }
  });
}

async function newestWholeSnapshot(
  storage: Storage,
  board: BoardId,
): Promise<{ snapshot: Snapshot | undefined; damagedSnapshots: number[] }> {
  const damagedSnapshots: number[] = [];
  // One at a time: the second one is needed only when the first is damaged.
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const row = await storage
      .selectFrom("snapshots")
      .select(["seq", "state", "sha256"])
      .where("board", "=", board)
      .where("seq", "<", before)
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return { snapshot: undefined, damagedSnapshots };
    if (sha256(row.state) === row.sha256) {
      return { snapshot: { seq: row.seq, state: row.state }, damagedSnapshots };
    }
    damagedSnapshots.push(row.seq);
    before = row.seq;
  }
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
  return { snapshot, tail, damagedSnapshots };
}

/**
 * Keeps the new snapshot and the one it was made from, and the updates after the older of the two: should the
 * newer be damaged one day, the older and its tail still make the board. `older` undefined prunes nothing.
 */
export async function insertSnapshot(
  storage: Storage,
  board: BoardId,
  snapshot: Snapshot & { sha256: string },
  older: number | undefined,
): Promise<void> {
  await storage.transaction().execute(async (db) => {
    await db
      .insertInto("snapshots")
      .values({ board, seq: snapshot.seq, state: snapshot.state, sha256: snapshot.sha256 })
      .execute();
    if (older === undefined) return;
    await db.deleteFrom("snapshots").where("board", "=", board).where("seq", "<", older).execute();
    await db.deleteFrom("updates").where("board", "=", board).where("seq", "<=", older).execute();
  });
}
