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

const copyOf = (bytes: Uint8Array) => Uint8Array.from(bytes);

test("an update is pending until the very same bytes come back", () => {
  const { board, updates } = aWrittenBoard();
  const pending = new PendingUpdates();
  essentialOf(board, "diagnosis").insert(0, "air");
  for (const update of updates) pending.add(update);
  expect(pending.count).toBe(1);

  const foreign = aWrittenBoard();
  essentialOf(foreign.board, "diagnosis").insert(0, "air");
  expect(pending.acknowledge(copyOf(foreign.updates[0] ?? new Uint8Array()))).toBe(false);
  expect(pending.count).toBe(1);

  expect(pending.acknowledge(copyOf(updates[0] ?? new Uint8Array()))).toBe(true);
  expect(pending.isEmpty).toBe(true);
});

test("acknowledgements may come back in another order", () => {
  const { board, updates } = aWrittenBoard();
  const pending = new PendingUpdates();
  for (const letter of "air") essentialOf(board, "diagnosis").insert(0, letter);
  for (const update of updates) pending.add(update);
  expect(pending.count).toBe(3);
  for (const update of updates.toReversed()) expect(pending.acknowledge(copyOf(update))).toBe(true);
  expect(pending.isEmpty).toBe(true);
});

test("the echo of the handshake stands for everything written before it", () => {
  const { board, updates } = aWrittenBoard();
  const pending = new PendingUpdates();
  for (const letter of "air") essentialOf(board, "diagnosis").insert(0, letter);
  for (const update of updates) pending.add(update);
  const lacking = Y.encodeStateAsUpdate(board);
  pending.replaceBy(lacking);
  expect(pending.count).toBe(3);
  expect(pending.acknowledge(copyOf(updates[0] ?? new Uint8Array()))).toBe(false);
  expect(pending.acknowledge(copyOf(lacking))).toBe(true);
  expect(pending.isEmpty).toBe(true);
});

test("a server that lacks nothing leaves nothing to wait for", () => {
  const pending = new PendingUpdates();
  pending.replaceBy(Y.encodeStateAsUpdate(new Y.Doc()));
  expect(pending.isEmpty).toBe(true);
});

test("what an earlier visit kept and nobody counted is one change at least", () => {
  const { board } = aWrittenBoard();
  essentialOf(board, "diagnosis").insert(0, "air");
  const pending = new PendingUpdates();
  pending.replaceBy(Y.encodeStateAsUpdate(board));
  expect(pending.count).toBe(1);
});

test("deletions that the handshake repeats are no new change, and are awaited all the same", () => {
  const { board } = aWrittenBoard();
  essentialOf(board, "diagnosis").insert(0, "air");
  essentialOf(board, "diagnosis").delete(0, 3);
  const pending = new PendingUpdates();
  pending.replaceBy(Y.encodeStateAsUpdate(board, Y.encodeStateVector(board)));
  expect(pending.count).toBe(0);
  expect(pending.isEmpty).toBe(false);
});
