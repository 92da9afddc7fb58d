// Folds the tail of a log into a snapshot, and takes away what the older of two snapshots makes needless. What is
// folded is what the log says; the live document only has to agree with it.
import { createHash } from "node:crypto";
import type { Logger } from "pino";
import * as Y from "yjs";
import type { Metrics } from "#server/metrics/metrics.ts";
import { insertSnapshot, pruneLog } from "#server/storage/snapshots.ts";
import type { Storage } from "#server/storage/tables.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import { canonicalContent } from "#shared/board/canonical.ts";
import type { Board } from "#shared/board/roots.ts";
import type { BoardLog } from "./boardLog.ts";
import type { BoardTasks } from "./boardTasks.ts";

export type Foldable = {
  boardId: BoardId;
  log: BoardLog;
  /** The live document, when there is one. It has all of the log at the moment of asking. */
  board: Board | undefined;
  /** A damaged snapshot is an alarm: nothing is thrown away until somebody has looked at it. */
  mayPrune: boolean;
};

export type Folding = {
  /** Never throws: a board that could not be folded keeps its longer tail, and the operator is told. */
  fold(foldable: Foldable): Promise<void>;
};

export type FoldingOptions = {
  storage: Storage;
  tasks: BoardTasks;
  log: Logger;
  metrics: Metrics;
  now(): number;
};

export function createFolding({ storage, tasks, log: logger, metrics, now }: FoldingOptions): Folding {
  async function fold({ boardId, log, board, mayPrune }: Foldable): Promise<void> {
    const { seq, base } = log;
    if (seq === base.seq) return;
    // Before anything is awaited: a moment later the document has more in it.
    const live = board && createHash("sha256").update(canonicalContent(board)).digest("hex");
    const folded = await tasks.fold(log.bytes());
    if (live !== undefined && live !== folded.canonSha256) {
      metrics.foldMismatches += 1;
      logger.error({ boardId, seq }, "ALARM: the log does not add up to the live board; nothing is pruned");
      return;
    }
    await insertSnapshot(storage, boardId, { seq, ...folded });
    const clocks = Y.decodeStateVector(folded.stateVector);
    log.rebase({ seq, bytes: folded.state, clocks, deleteSet: folded.deleteSet });
    metrics.folds += 1;
    logger.debug({ boardId, seq, bytes: folded.state.length }, "log folded");
    if (mayPrune && base.seq > 0)
      await pruneLog(storage, boardId, { older: base.seq, newest: seq, now: now() });
  }

  return {
    async fold(foldable) {
      try {
        await fold(foldable);
      } catch (error) {
        metrics.foldsFailed += 1;
        logger.error({ boardId: foldable.boardId, err: error }, "the log could not be folded");
      }
    },
  };
}
