// The entry of the worker thread that folds logs. A file of its own once built: dist/server/foldWorker.js.
import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import * as Y from "yjs";
import type { FoldAnswer, FoldRequest } from "./fold.ts";
import { replay } from "./replay.ts";

const port = parentPort;
if (port === null) throw new Error("foldWorker runs in a worker thread only");

function fold({ id, snapshot, updates }: FoldRequest): FoldAnswer {
  try {
    const board = replay(snapshot, updates);
    const state = Y.encodeStateAsUpdate(board);
    const stateVector = Y.encodeStateVector(board);
    const deleteSet = Y.encodeStateAsUpdate(board, stateVector);
    return { id, state, sha256: createHash("sha256").update(state).digest("hex"), stateVector, deleteSet };
  } catch (error) {
    // Answered, not thrown: one board that cannot be folded must not take the worker from the others.
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}

port.on("message", (request: FoldRequest) => port.postMessage(fold(request)));
