import { expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalContent } from "#shared/board/canonical.ts";
import { createBoard } from "#shared/board/document.ts";
import { addNote, noteText } from "#shared/board/notes.ts";
import { proseOf, writeProse } from "#shared/board/prose.ts";
import { writeValue } from "#shared/board/values.ts";

const copyOf = (board: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(board));
  return copy;
};

const aBoard = () => createBoard({ boardId: "board-1", locale: "fr", newId: () => "id-00000001" });

test("two boards with the same content have the same canonical content, whatever was deleted on the way", () => {
  const board = aBoard();
  writeProse(proseOf(board, "diagnosis", "territorial"), "un\ndeux");
  const before = canonicalContent(board);
  addNote(board, { id: "note-0001", section: "diagnosis", at: [0, 0], kind: "idea", text: "x" });
  expect(canonicalContent(board)).not.toBe(before);
  board.getMap("notes").delete("note-0001");
  expect(canonicalContent(board)).toBe(before);
  expect(canonicalContent(copyOf(board))).toBe(before);
});

test("every kind of change shows in it", () => {
  const board = aBoard();
  addNote(board, { id: "note-0001", section: "diagnosis", at: [0, 0], kind: "idea", text: "x" });
  writeProse(proseOf(board, "objectives", "retained"), "texte");
  const seen = new Set([canonicalContent(board)]);
  const paragraph = proseOf(board, "objectives", "retained").get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  const changes = [
    () => noteText(board, "note-0001")?.insert(1, "y"),
    () => writeValue(board, "budget.asOf", "2026-11-22"),
    () => text instanceof Y.XmlText && text.format(0, 2, { bold: {} }),
    () => paragraph instanceof Y.XmlElement && paragraph.setAttribute("level", "2"),
    () => board.getMap("a root of nobody").set("key", "value"),
    () => board.getArray("list/themes").push(["eau"]),
  ];
  for (const change of changes) {
    change();
    seen.add(canonicalContent(copyOf(board)));
  }
  expect(seen.size).toBe(changes.length + 1);
});
