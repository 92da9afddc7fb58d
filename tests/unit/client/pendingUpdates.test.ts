import { expect, test } from "vitest";
import * as Y from "yjs";
import { PendingUpdates } from "#client/board/pendingUpdates.ts";
import { essentialOf } from "#shared/board/essential.ts";

/** A board, and every update that writing in it makes. */
function aWrittenBoard(): { board: Y.Doc; updates: Uint8Array[] } {
  const board = new Y.Doc();
  const updates: Uint8Array[] = [];
  board.on("update", (update: Uint8Array) => updates.push(update));
  return { board, updates };
}

function pendingOf(updates: readonly Uint8Array[]): PendingUpdates {
  const pending = new PendingUpdates();
  for (const [at, update] of updates.entries()) pending.add(`key-${at}`, update);
  return pending;
}

const copyOf = (bytes: Uint8Array) => Uint8Array.from(bytes);
const nothing = new Uint8Array([0, 0]);

test("an update is pending until the very same bytes come back", () => {
  const { board, updates } = aWrittenBoard();
  essentialOf(board, "diagnosis").insert(0, "air");
  const pending = pendingOf(updates);
  expect(pending.count).toBe(1);

  const foreign = aWrittenBoard();
  essentialOf(foreign.board, "diagnosis").insert(0, "air");
  expect(pending.acknowledge(copyOf(foreign.updates[0] ?? nothing))).toBeUndefined();
  expect(pending.count).toBe(1);

  expect(pending.acknowledge(copyOf(updates[0] ?? nothing))).toEqual(["key-0"]);
  expect(pending.isEmpty).toBe(true);
});

test("acknowledgements may come back in another order", () => {
  const { board, updates } = aWrittenBoard();
  for (const letter of "air") essentialOf(board, "diagnosis").insert(0, letter);
  const pending = pendingOf(updates);
  expect(pending.count).toBe(3);
  for (const update of updates.toReversed()) expect(pending.acknowledge(copyOf(update))).toHaveLength(1);
  expect(pending.isEmpty).toBe(true);
});

test("what is handed over holds all that is not saved, nothing else, and its echo stands for all of it", () => {
  const { board, updates } = aWrittenBoard();
  const essential = essentialOf(board, "diagnosis");
  essential.insert(0, "des vieux airs");
  for (const at of [1, 4, 7]) essential.delete(at, 1);
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(board));
  updates.length = 0;
  essential.delete(0, 1);
  essential.insert(3, "e");
  const pending = pendingOf(updates);

  const handed = pending.handOver();
  expect(handed.length).toBeLessThan(Y.encodeStateAsUpdate(board, Y.encodeStateVector(server)).length);
  Y.applyUpdate(server, handed);
  expect(essentialOf(server, "diagnosis").toString()).toBe(essential.toString());

  expect(pending.count).toBe(2);
  expect(pending.acknowledge(copyOf(updates[0] ?? nothing))).toBeUndefined();
  expect(pending.acknowledge(copyOf(handed))).toEqual(["key-0", "key-1"]);
  expect(pending.isEmpty).toBe(true);
  expect(pending.count).toBe(0);
});

test("what was handed over and did not come back is handed over again, with what came after", () => {
  const { board, updates } = aWrittenBoard();
  const essential = essentialOf(board, "diagnosis");
  essential.insert(0, "a");
  const pending = pendingOf(updates);
  const lost = pending.handOver();
  essential.insert(1, "b");
  pending.add("key-1", updates[1] ?? nothing);
  const again = pending.handOver();
  expect(pending.acknowledge(lost)).toBeUndefined();
  expect(pending.acknowledge(again)).toEqual(["key-0", "key-1"]);
});

test("a deletion is a change like any other", () => {
  const { board, updates } = aWrittenBoard();
  essentialOf(board, "diagnosis").insert(0, "air");
  updates.length = 0;
  essentialOf(board, "diagnosis").delete(0, 3);
  const pending = pendingOf(updates);
  expect(pending.count).toBe(1);
  expect(pending.acknowledge(pending.handOver())).toEqual(["key-0"]);
});

test("where nothing is unsaved the answer is empty, and leaves nothing to wait for", () => {
  const pending = new PendingUpdates();
  expect(pending.handOver()).toEqual(nothing);
  expect(pending.isEmpty).toBe(true);
});

test("other bytes may be sent instead, and stand for all that is not saved", () => {
  const { board, updates } = aWrittenBoard();
  essentialOf(board, "diagnosis").insert(0, "air");
  const pending = pendingOf(updates);
  const whole = Y.encodeStateAsUpdate(board);
  pending.awaitInstead(whole);
  expect(pending.acknowledge(whole)).toEqual(["key-0"]);
});
