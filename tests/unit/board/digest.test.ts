import { expect, test } from "vitest";
import * as Y from "yjs";
import { digestOf, firstSentence } from "#shared/board/digest.ts";
import { essentialOf } from "#shared/board/essential.ts";
import { addNote } from "#shared/board/notes.ts";
import { proseOf, writeProse } from "#shared/board/prose.ts";
import { addRow, ensureRowArray, rowsOf, writeRowValue } from "#shared/board/rows.ts";
import { textAt, writeValue } from "#shared/board/values.ts";

test("a section nobody touched is empty", () => {
  expect(digestOf(new Y.Doc(), "plan_legal")).toMatchObject({ state: "empty", sentence: "", rows: 0 });
});

test("a note begins a section; the required fields fill it", () => {
  const board = new Y.Doc();
  addNote(board, { id: "note-0001", section: "prereq_leadership", at: [0, 0], kind: "idea" });
  expect(digestOf(board, "prereq_leadership").state).toBe("started");
  writeValue(board, "prerequisites.leadership.rating", 0);
  textAt(board, "prerequisites.leadership.justification").insert(0, "Lettre de mission du 17 mars.");
  expect(digestOf(board, "prereq_leadership").state).toBe("filled");
});

test("planned rows do not begin the execution; the first actual word does", () => {
  const board = new Y.Doc();
  const row = addRow(board, "actions", {
    id: "a1",
    values: { title: "Poser", status: "todo", origin: "planned" },
  });
  expect(digestOf(board, "plan_actions").state).toBe("started");
  expect(digestOf(board, "exec_actions").state).toBe("empty");
  writeRowValue(row, "status", "in_progress");
  expect(digestOf(board, "exec_actions").state).toBe("filled");
});

test("a plan is filled when every action has what it needs", () => {
  const board = new Y.Doc();
  addRow(board, "actions", { id: "a1", values: { title: "Poser", status: "todo" } });
  const row = rowsOf(board, "actions")[0] ?? expect.unreachable();
  writeRowValue(row, "ownerId", "p1");
  writeRowValue(row, "plannedStart", "2026-01-05");
  writeRowValue(row, "plannedEnd", "2026-01-23");
  expect(digestOf(board, "plan_actions").state).toBe("started");
  ensureRowArray(row, "objectiveIds").push(["o1"]);
  expect(digestOf(board, "plan_actions").state).toBe("filled");
});

test("l'essentiel comes before the first sentence of the prose", () => {
  const board = new Y.Doc();
  writeProse(proseOf(board, "diagnosis", "territorial"), "Plus de 1.5 million. Le reste suit.");
  expect(digestOf(board, "diagnosis").sentence).toBe("Plus de 1.5 million.");
  essentialOf(board, "diagnosis").insert(0, "Il fait trop chaud");
  expect(digestOf(board, "diagnosis").sentence).toBe("Il fait trop chaud");
});

test.each([
  ["Une phrase. Une autre.", "Une phrase."],
  ["Sans point final", "Sans point final"],
  ["900 ppm pendant 46 % du temps\nEnsuite", "900 ppm pendant 46 % du temps"],
  ["Coût : 1.200 € par an. Fin.", "Coût : 1.200 € par an."],
])("the first sentence of %j is %j", (text, sentence) => {
  expect(firstSentence(["", text])).toBe(sentence);
});
