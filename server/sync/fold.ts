// Folds the tail of a log into a snapshot, off the main thread. Reads and writes the log only: the room's live
// document has no part in it, so that a snapshot is what the log says and nothing else.
import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { Metrics } from "#server/metrics/metrics.ts";
import { insertSnapshot, pruneLog } from "#server/storage/snapshots.ts";
import type { Storage } from "#server/storage/tables.ts";
import { loadBoard } from "#server/storage/updateLog.ts";
import type { BoardId } from "#shared/access/boardId.ts";

export type FoldRequest = { id: number; snapshot: Uint8Array | undefined; updates: Uint8Array[] };
export type Folded = { state: Uint8Array; sha256: string; stateVector: Uint8Array; deleteSet: Uint8Array };
export type FoldAnswer = ({ id: number } & Folded) | { id: number; problem: string };

export type Folds = {
  /** Never throws: a board that could not be folded keeps its longer tail, and the operator is told. */
  fold(boardId: BoardId): Promise<void>;
  stop(): Promise<void>;
};

type Waiting = { resolve(answer: FoldAnswer): void; reject(error: Error): void };

export function createFolds(storage: Storage, log: Logger, metrics: Metrics, now: () => number): Folds {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function startWorker(): Worker {
    const started = new Worker(new URL("./foldWorker.js", import.meta.url));
    // The process may end while the worker has nothing to do.
    started.unref();
    started.on("message", (answer: FoldAnswer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    });
    const giveUp = (error: Error) => {
      if (worker === started) worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on("error", giveUp);
    started.on("exit", () => giveUp(new Error("the fold worker ended")));
    return started;
  }

  function ask(snapshot: Uint8Array | undefined, updates: Uint8Array[]): Promise<FoldAnswer> {
    lastId += 1;
    const request: FoldRequest = { id: lastId, snapshot, updates };
    worker ??= startWorker();
    const asked = worker;
    return new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      asked.postMessage(request);
    });
  }

  async function foldLog(boardId: BoardId): Promise<void> {
    const { snapshot, tail, damagedSnapshots } = await loadBoard(storage, boardId);
    const last = tail.at(-1);
    if (last === undefined) return;
    const answer = await ask(
      snapshot?.state,
      tail.map(({ bytes }) => bytes),
    );
    if ("problem" in answer) throw new Error(answer.problem);
    const { state, sha256, stateVector, deleteSet } = answer;
    const newest = { seq: last.seq, state, sha256, stateVector, deleteSet, canonSha256: null };
    await insertSnapshot(storage, boardId, newest);
    // A damaged snapshot is an alarm: nothing is thrown away until somebody has looked at it.
    if (damagedSnapshots.length === 0 && snapshot !== undefined) {
      await pruneLog(storage, boardId, { older: snapshot.seq, newest: last.seq, now: now() });
    }
    metrics.folds += 1;
    log.debug({ boardId, seq: last.seq, bytes: answer.state.length }, "log folded");
  }

  return {
    async fold(boardId) {
      try {
        await foldLog(boardId);
      } catch (error) {
        metrics.foldsFailed += 1;
        log.error({ boardId, err: error }, "the log could not be folded");
      }
    },
    async stop() {
      await worker?.terminate();
    },
  };
}
