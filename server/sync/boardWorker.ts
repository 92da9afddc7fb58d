// The entry of the worker thread, for what would hold up the main one: a file of its own once built. It is handed
// bytes of a log and answers with what they add up to; it has no document from one task to the next.
import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import * as Y from "yjs";
import { canonicalContent } from "#shared/board/canonical.ts";
import { readValue, titleOf } from "#shared/board/values.ts";
import { readRecord } from "#shared/record/readRecord.ts";
import type { Answer, Folded, LogBytes, Reading, Task } from "./boardTasks.ts";
import { updatesIn } from "./messages.ts";
import { replay } from "./replay.ts";

const port = parentPort;
if (port === null) throw new Error("boardWorker runs in a worker thread only");

const sha256 = (content: Uint8Array | string) => createHash("sha256").update(content).digest("hex");

function withBoard<T>({ base, tail }: LogBytes, use: (board: Y.Doc) => T): T {
  const board = replay(base, updatesIn(tail));
  try {
    return use(board);
  } finally {
    board.destroy();
  }
}

function fold(board: Y.Doc): Folded {
  const state = Y.encodeStateAsUpdate(board);
  const stateVector = Y.encodeStateVector(board);
  const deleteSet = Y.encodeStateAsUpdate(board, stateVector);
  const canonSha256 = sha256(canonicalContent(board));
  return { state, sha256: sha256(state), stateVector, deleteSet, canonSha256 };
}

function read(board: Y.Doc): Reading {
  const stage = readValue(board, "stage");
  return {
    record: readRecord(board).record,
    title: titleOf(board).toString(),
    stage: typeof stage === "string" ? stage : "idea",
  };
}

function answer(task: Task): Answer {
  const { id } = task;
  try {
    switch (task.type) {
      case "fold":
        return { id, type: "fold", folded: withBoard(task.log, fold) };
      case "read":
        return { id, type: "read", reading: withBoard(task.log, read) };
      case "diff":
        return { id, type: "diff", diff: Y.diffUpdate(task.base, task.stateVector) };
    }
  } catch (error) {
    // Answered, not thrown: one board that cannot be read must not take the worker from the others.
    return { id, type: "problem", problem: error instanceof Error ? error.message : String(error) };
  }
}

port.on("message", (task: Task) => port.postMessage(answer(task)));
