// Snapshots of what a board's log adds up to, and how much of the log is kept behind them.
import { createHash } from "node:crypto";
import type { BoardId } from "#shared/access/boardId.ts";
import type { Storage } from "./tables.ts";

export type Snapshot = {
  seq: number;
  state: Uint8Array;
  /** Undefined in snapshots of before there were any. */
  stateVector: Uint8Array | undefined;
  /** An update that holds all deletions and no content. */
  deleteSet: Uint8Array | undefined;
};

export type NewSnapshot = {
  seq: number;
  state: Uint8Array;
  sha256: string;
  stateVector: Uint8Array;
  deleteSet: Uint8Array;
  canonSha256: string;
};

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The seqs of those that were passed over come with it. */
export async function newestWholeSnapshot(
  storage: Storage,
  board: BoardId,
): Promise<{ snapshot: Snapshot | undefined; damagedSnapshots: number[] }> {
  const damagedSnapshots: number[] = [];
  // One at a time: the second one is needed only when the first is damaged.
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const row = await storage
      .selectFrom("snapshots")
      .select(["seq", "state", "sha256", "state_vector", "delete_set"])
      .where("board", "=", board)
      .where("seq", "<", before)
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return { snapshot: undefined, damagedSnapshots };
    if (sha256(row.state) === row.sha256) {
      const snapshot = {
        seq: row.seq,
        state: row.state,
        stateVector: row.state_vector ?? undefined,
        deleteSet: row.delete_set ?? undefined,
      };
      return { snapshot, damagedSnapshots };
    }
    damagedSnapshots.push(row.seq);
    before = row.seq;
  }
}

export async function insertSnapshot(storage: Storage, board: BoardId, snapshot: NewSnapshot): Promise<void> {
  await storage
    .insertInto("snapshots")
    .values({
      board,
      seq: snapshot.seq,
      state: snapshot.state,
      sha256: snapshot.sha256,
      state_vector: snapshot.stateVector,
      delete_set: snapshot.deleteSet,
      canon_sha256: snapshot.canonSha256,
    })
    // A damaged one stands where this would: somebody will want to look at it.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

// What may still be asked of single updates: who wrote what lately, and how a fault came about. Both bounds hold,
// so that neither a busy afternoon nor a quiet year makes the log grow for ever.
const keptUpdates = 5_000;
const keptMs = 14 * 24 * 60 * 60 * 1000;

// Deleting all that a busy board wrote between two folds in one go would hold up everybody for a second.
const rowsPerDelete = 2_000;

/**
 * Takes away what stands behind the older of two snapshots. That one and the updates after it stay: should the
 * newer be damaged one day, they still make the board. So do the updates of the last fortnight, 5,000 at most.
 */
export async function pruneLog(
  storage: Storage,
  board: BoardId,
  { older, newest, now }: { older: number; newest: number; now: number },
): Promise<void> {
  await storage.deleteFrom("snapshots").where("board", "=", board).where("seq", "<", older).execute();
  const { first, expired } = await storage
    .selectFrom("updates")
    .select(({ fn, selectFrom }) => [
      fn.min("seq").as("first"),
      selectFrom("updates")
        .select((one) => one.fn.max("seq").as("seq"))
        .where("board", "=", board)
        .where("seq", "<=", older)
        .where("at", "<", now - keptMs)
        .as("expired"),
    ])
    .where("board", "=", board)
    .executeTakeFirstOrThrow();
  const last = Math.min(older, Math.max(newest - keptUpdates, expired ?? 0));
  for (let upTo = (first ?? 1) - 1; upTo < last; ) {
    upTo = Math.min(upTo + rowsPerDelete, last);
    await storage.deleteFrom("updates").where("board", "=", board).where("seq", "<=", upTo).execute();
    // Whoever waits for the event loop goes first.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
