import { expect, test } from "vitest";
import * as Y from "yjs";
import { BoardLog, smallBytes } from "#server/sync/boardLog.ts";
import { Joins } from "#server/sync/joins.ts";
import { updateMessages } from "#server/sync/messages.ts";
import { decodeFrame } from "#shared/sync/frames.ts";
import { updatesOf } from "#tests/integration/people.ts";
import { readMessages } from "#tests/support/messages.ts";

const noDiff = () => Promise.reject(new Error("nothing large here"));
const empty = new Uint8Array([0]);

/** A board that somebody typed, and its log. */
function typed(letters: number, text = "a") {
  const board = new Y.Doc();
  const updates = updatesOf(board, () => {
    for (let left = letters; left > 0; left -= 1) board.getText("x").insert(0, text);
  });
  const tail = updates.map((bytes, index) => ({ seq: index + 1, at: 0, bytes }));
  const log = new BoardLog({ snapshot: undefined, tail, owners: new Map(), damagedSnapshots: [] });
  return { board, log };
}

function fold(log: BoardLog): void {
  const board = log.replay();
  const stateVector = Y.encodeStateVector(board);
  log.rebase({
    seq: log.seq,
    bytes: Y.encodeStateAsUpdate(board),
    clocks: Y.decodeStateVector(stateVector),
    deleteSet: Y.encodeStateAsUpdate(board, stateVector),
  });
}

function type(board: Y.Doc, log: BoardLog, change: () => void): void {
  const updates = updatesOf(board, change);
  log.append(updates.length, updateMessages(updates));
}

async function answerFor(log: BoardLog, had: { stateVector: Uint8Array; seq?: number }, now = 0) {
  const answer = await new Joins(log, noDiff).answer({ seq: undefined, ...had }, now);
  const frames = (await readMessages(answer.messages)).map(decodeFrame);
  const updates = frames.flatMap((frame) =>
    frame?.type === "update" || frame?.type === "syncStep2" ? [frame.update] : [],
  );
  return { kind: answer.kind, types: frames.map((frame) => frame?.type), updates };
}

function withAll(updates: readonly Uint8Array[], onto = new Y.Doc()): string {
  for (const update of updates) Y.applyUpdate(onto, update);
  expect(onto.store.pendingStructs).toBeNull();
  return onto.getText("x").toString();
}

test("who has nothing is sent a small board as one piece, however long its tail", async () => {
  const { log } = typed(300);
  const { kind, types, updates } = await answerFor(log, { stateVector: empty });
  expect([kind, types]).toEqual(["full", ["syncStep2"]]);
  expect(withAll(updates)).toBe("a".repeat(300));
});

test("a small board is merged again only now and then: what came meanwhile is sent beside it", async () => {
  const { board, log } = typed(10);
  await answerFor(log, { stateVector: empty });
  const joins = new Joins(log, noDiff);
  await joins.answer({ stateVector: empty, seq: undefined }, 0);
  type(board, log, () => board.getText("x").insert(0, "b"));
  const soon = log.opening(100);
  const later = log.opening(1000);
  expect([soon.seq, later.seq]).toEqual([10, 11]);
});

test("who has nothing is sent a large board as base and tail, and SyncStep2 last", async () => {
  const { board, log } = typed(1, "x".repeat(smallBytes + 1));
  fold(log);
  type(board, log, () => {
    board.getText("x").insert(0, "b");
    board.getText("x").delete(5, 10);
  });
  const { kind, types, updates } = await answerFor(log, { stateVector: empty });
  expect([kind, types]).toEqual(["full", ["update", "update", "update", "syncStep2"]]);
  expect(withAll(updates)).toBe(board.getText("x").toString());
});

test("who has all of the content is told the deletions only", async () => {
  const { board, log } = typed(50);
  const away = new Y.Doc();
  Y.applyUpdate(away, Y.encodeStateAsUpdate(board));
  type(board, log, () => board.getText("x").delete(0, 20));
  const { kind, updates } = await answerFor(log, { stateVector: Y.encodeStateVector(away) });
  expect(kind).toBe("equal");
  expect(updates[0]?.[0]).toBe(0);
  expect(withAll(updates, away)).toBe("a".repeat(30));
});

test("who has a part is sent the rest", async () => {
  const { board, log } = typed(50);
  const away = new Y.Doc();
  Y.applyUpdate(away, Y.encodeStateAsUpdate(board));
  type(board, log, () => board.getText("x").insert(0, "later "));
  const { kind, updates } = await answerFor(log, { stateVector: Y.encodeStateVector(away) });
  expect(kind).toBe("diff");
  expect(withAll(updates, away)).toBe(`later ${"a".repeat(50)}`);
});

test("who knows where in the log they were is sent the updates after that, also behind the base", async () => {
  const { board, log } = typed(50);
  const away = new Y.Doc();
  Y.applyUpdate(away, Y.encodeStateAsUpdate(board));
  type(board, log, () => board.getText("x").insert(0, "later "));
  fold(log);
  type(board, log, () => board.getText("x").delete(0, 1));
  const had = { stateVector: Y.encodeStateVector(away), seq: 50 };
  const { kind, types, updates } = await answerFor(log, had);
  expect([kind, types]).toEqual(["tail", ["update", "update", "syncStep2"]]);
  expect(withAll(updates, away)).toBe(`ater ${"a".repeat(50)}`);
  expect(await answerFor(log, { ...had, seq: 52 })).toMatchObject({ kind: "equal", types: ["syncStep2"] });
});

test("all who have the same share the bytes", async () => {
  const { board, log } = typed(50);
  const joins = new Joins(log, noDiff);
  const part = new Y.Doc();
  Y.applyUpdate(part, Y.encodeStateAsUpdate(board));
  type(board, log, () => board.getText("x").insert(0, "b"));
  for (const stateVector of [empty, Y.encodeStateVector(part)]) {
    const [one, two] = [1, 2].map(() => joins.answer({ stateVector, seq: undefined }, 0));
    if (one === undefined || two === undefined || one instanceof Promise || two instanceof Promise) {
      throw new Error("two answers");
    }
    expect(one.messages.at(-1)).toBe(two.messages.at(-1));
  }
});

test("what each client has in the log is known without a document", () => {
  const { board, log } = typed(20);
  type(board, log, () => board.getText("x").insert(0, "b"));
  expect(log.clocks()).toEqual(Y.decodeStateVector(Y.encodeStateVector(board)));
  fold(log);
  type(board, log, () => board.getText("x").insert(0, "c"));
  expect(log.clocks()).toEqual(Y.decodeStateVector(Y.encodeStateVector(board)));
});
