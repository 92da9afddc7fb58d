import { expect, test } from "vitest";
import * as Y from "yjs";
import { Confirmed } from "#client/board/confirmed.ts";
import { unsentText } from "#client/board/unsentText.ts";
import { essentialOf } from "#shared/board/essential.ts";
import { addNote } from "#shared/board/notes.ts";
import { proseOf, writeProse } from "#shared/board/prose.ts";

/** A board of which the server has confirmed one sentence. */
function aConfirmedBoard(): { board: Y.Doc; confirmed: Confirmed } {
  const board = new Y.Doc();
  essentialOf(board, "diagnosis").insert(0, "27 classes sur 42.");
  const confirmed = new Confirmed();
  confirmed.addStateVector(Y.encodeStateVector(board));
  return { board, confirmed };
}

test("nothing written since is nothing to keep", () => {
  const { board, confirmed } = aConfirmedBoard();
  expect(unsentText(board, confirmed)).toEqual([]);
  expect(confirmed.missingIn(board)).toBe(0);
});

test("only the words that were not confirmed are kept, as they read", () => {
  const { board, confirmed } = aConfirmedBoard();
  const essential = essentialOf(board, "diagnosis");
  essential.insert(0, "Il fait chaud : ");
  essential.insert(3, "très ");
  essential.insert(essential.length, " À vérifier.");
  expect(unsentText(board, confirmed)).toEqual(["Il très fait chaud : … À vérifier."]);
  expect(confirmed.missingIn(board)).toBe(33);
});

test("what was written and taken back is not kept", () => {
  const { board, confirmed } = aConfirmedBoard();
  const essential = essentialOf(board, "diagnosis");
  essential.insert(0, "brouillon");
  essential.delete(0, 9);
  expect(unsentText(board, confirmed)).toEqual([]);
});

test("prose and notes are kept, each as a text of its own", () => {
  const { board, confirmed } = aConfirmedBoard();
  writeProse(proseOf(board, "diagnosis", "territorial"), "Six écoles.");
  addNote(board, { id: "note-00001", section: "diagnosis", at: [0, 0], kind: "idea", text: "Ouvrir" });
  expect(unsentText(board, confirmed).toSorted()).toEqual(["Ouvrir", "Six écoles."]);
});

test("what the server sends back is confirmed from then on", () => {
  const { board, confirmed } = aConfirmedBoard();
  const updates: Uint8Array[] = [];
  board.on("update", (update: Uint8Array) => updates.push(update));
  essentialOf(board, "objectives").insert(0, "Trois fois moins.");
  for (const update of updates) confirmed.addUpdate(update);
  expect(unsentText(board, confirmed)).toEqual([]);
});

test("what was confirmed is known again on the next visit", () => {
  const { board, confirmed } = aConfirmedBoard();
  essentialOf(board, "objectives").insert(0, "hors ligne");
  const again = Confirmed.from(confirmed.bytes());
  expect(again.missingIn(board)).toBe(10);
  expect(unsentText(board, again)).toEqual(["hors ligne"]);
});
