import { expect, test } from "vitest";
import * as Y from "yjs";
import { unsentText } from "#client/board/unsentText.ts";
import { essentialOf } from "#shared/board/essential.ts";
import { addNote } from "#shared/board/notes.ts";
import { proseOf, writeProse } from "#shared/board/prose.ts";

/** A board of which the server has one sentence, and the updates made since. */
function aSavedBoard(): { board: Y.Doc; unsaved: Uint8Array[] } {
  const board = new Y.Doc();
  essentialOf(board, "diagnosis").insert(0, "27 classes sur 42.");
  const unsaved: Uint8Array[] = [];
  board.on("update", (update: Uint8Array) => unsaved.push(update));
  return { board, unsaved };
}

test("nothing written since is nothing to keep", () => {
  const { board, unsaved } = aSavedBoard();
  expect(unsentText(board, unsaved)).toEqual([]);
});

test("only the words that were not saved are kept, as they read", () => {
  const { board, unsaved } = aSavedBoard();
  const essential = essentialOf(board, "diagnosis");
  essential.insert(0, "Il fait chaud : ");
  essential.insert(3, "très ");
  essential.insert(essential.length, " À vérifier.");
  expect(unsentText(board, unsaved)).toEqual(["Il très fait chaud : … À vérifier."]);
  expect(unsentText(board, unsaved.slice(2))).toEqual(["À vérifier."]);
});

test("what was written and taken back is not kept", () => {
  const { board, unsaved } = aSavedBoard();
  const essential = essentialOf(board, "diagnosis");
  essential.insert(0, "brouillon");
  essential.delete(0, 9);
  expect(unsentText(board, unsaved)).toEqual([]);
});

test("a deletion that was not saved has no words to keep", () => {
  const { board, unsaved } = aSavedBoard();
  essentialOf(board, "diagnosis").delete(0, 3);
  expect(unsentText(board, unsaved)).toEqual([]);
});

test("prose and notes are kept, each as a text of its own", () => {
  const { board, unsaved } = aSavedBoard();
  writeProse(proseOf(board, "diagnosis", "territorial"), "Six écoles.");
  addNote(board, { id: "note-00001", section: "diagnosis", at: [0, 0], kind: "idea", text: "Ouvrir" });
  expect(unsentText(board, unsaved).toSorted()).toEqual(["Ouvrir", "Six écoles."]);
});

test("what an earlier visit wrote is kept too", () => {
  const { board, unsaved } = aSavedBoard();
  essentialOf(board, "objectives").insert(0, "hors ligne");
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(board));
  expect(unsentText(again, unsaved)).toEqual(["hors ligne"]);
});
