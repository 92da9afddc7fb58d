import { expect, test } from "vitest";
import * as Y from "yjs";
import { subscribeToSection } from "#shared/board/changes.ts";
import { essentialOf } from "#shared/board/essential.ts";
import { addNote, moveNote } from "#shared/board/notes.ts";
import { proseOf, writeProse } from "#shared/board/prose.ts";
import { addRow, rowsOf, rowText } from "#shared/board/rows.ts";
import { takeNote } from "#shared/board/takeOut.ts";
import { textAt, writeValue } from "#shared/board/values.ts";
import { type SectionId, sections } from "#shared/sheet/sections.ts";

function watch(board: Y.Doc): () => SectionId[] {
  const touched = new Set<SectionId>();
  for (const { id } of sections) subscribeToSection(board, id, () => touched.add(id));
  return () => {
    const list = [...touched];
    touched.clear();
    return list;
  };
}

test("only the section that shows a thing hears of it", () => {
  const board = new Y.Doc();
  const touched = watch(board);
  writeValue(board, "prerequisites.leadership.rating", 3);
  expect(touched()).toEqual(["prereq_leadership"]);
  essentialOf(board, "plan_legal").insert(0, "RGPD");
  expect(touched()).toEqual(["plan_legal"]);
  writeProse(proseOf(board, "diagnosis", "territorial"), "27 classes");
  expect(touched()).toEqual(["diagnosis"]);
  textAt(board, "title").insert(0, "CO₂");
  expect(touched()).toEqual(["project_title"]);
});

test("both sides of a row hear of it, and those who refer to it", () => {
  const board = new Y.Doc();
  const touched = watch(board);
  addRow(board, "actions", { id: "a1", values: { title: "Poser" } });
  const sides = touched();
  expect(sides).toContain("plan_actions");
  expect(sides).toContain("exec_actions");
  expect(sides).toContain("corrective_actions");
  expect(sides).not.toContain("plan_legal");
  rowText(rowsOf(board, "actions")[0] ?? expect.unreachable(), "title")?.insert(0, "Re");
  expect(touched()).toContain("plan_actions");
});

test("a note that moves to another section is heard of in both", () => {
  const board = new Y.Doc();
  const touched = watch(board);
  addNote(board, { id: "note-0001", section: "diagnosis", at: [0, 0], kind: "idea" });
  expect(touched()).toEqual(["diagnosis"]);
  moveNote(board, "note-0001", [0.5, 0.5], "plan_legal");
  expect(touched().sort()).toEqual(["diagnosis", "plan_legal"]);
  takeNote(board, "note-0001");
  expect(touched()).toEqual(["plan_legal"]);
});

test("edits that come from others are heard of alike", () => {
  const board = new Y.Doc();
  const other = new Y.Doc();
  const touched = watch(board);
  addNote(other, { id: "note-0001", section: "objectives", at: [0, 0], kind: "idea", text: "x" });
  Y.applyUpdate(board, Y.encodeStateAsUpdate(other));
  expect(touched()).toEqual(["objectives"]);
});
