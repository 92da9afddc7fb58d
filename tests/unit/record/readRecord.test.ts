import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createBoard } from "#shared/board/document.ts";
import { addNote } from "#shared/board/notes.ts";
import { rootNames } from "#shared/board/rootKinds.ts";
import { entities } from "#shared/record/entities.ts";
import { fieldSpecs, isEntityId } from "#shared/record/fieldSpec.ts";
import { recordLists } from "#shared/record/lists.ts";
import { readRecord } from "#shared/record/readRecord.ts";
import { parseRecord, recordSchema } from "#shared/record/recordSchema.ts";
import type { ProjectRecord } from "#shared/record/recordTypes.ts";
import { rowLists } from "#shared/sheet/fields.ts";
import { sections } from "#shared/sheet/sections.ts";
import { exampleIncomplete, exampleProject, recordFields, spmmSections } from "#tests/support/domain.ts";
import { arbitraryRecord } from "./arbitraryRecord.ts";

const runs = Number(process.env.PROPERTY_RUNS ?? 150);

function ids(): () => string {
  let next = 0;
  return () => `row${String(next++).padStart(5, "0")}`;
}

function boardWith(record: ProjectRecord): Y.Doc {
  return createBoard({ boardId: "board-1", locale: "fr", record, newId: ids() });
}

// What the server keeps: bytes, read into another document.
function reopened(board: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(board));
  return copy;
}

function withoutDerived({ ficheStatus, ...record }: ProjectRecord): unknown {
  if (record.budget === undefined) return record;
  const { consumedPct, ...budget } = record.budget;
  return { ...record, budget };
}

test.each([
  ["the whole example", exampleProject()],
  ["the incomplete example", exampleIncomplete()],
])("%s goes in and comes back equal", (_, record) => {
  const read = readRecord(reopened(boardWith(record)));
  expect(read.unplaced).toEqual([]);
  expect(withoutDerived(read.record)).toEqual(withoutDerived(record));
  expect(read.record.ficheStatus).toBe(record.ficheStatus);
});

test("reading the board filled with any valid record gives that record", () => {
  fc.assert(
    fc.property(arbitraryRecord, (record) => {
      expect(recordSchema().safeParse(record).error).toBeUndefined();
      const read = readRecord(reopened(boardWith(record)));
      expect(read.unplaced).toEqual([]);
      expect(withoutDerived(read.record)).toEqual(record);
    }),
    { numRuns: runs },
  );
});

test("an empty board reads as a valid record that knows its title", () => {
  const board = createBoard({ boardId: "board-1", locale: "nl", newId: ids() });
  const { record, unplaced } = readRecord(board);
  expect(unplaced).toEqual([]);
  expect(parseRecord(record)).toMatchObject({ ok: true });
  expect(record).toMatchObject({ id: "board-1", title: "Project zonder titel", lang: "nl", stage: "idea" });
});

test("a document that is no board at all reads as a valid record", () => {
  expect(parseRecord(readRecord(new Y.Doc()).record)).toMatchObject({ ok: true });
});

const junk = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.constant(new Uint8Array([1, 2])),
  fc.constantFrom("text", "map", "array"),
);

function asShared(value: unknown): unknown {
  if (value === "text") return new Y.Text("text");
  if (value === "map") return new Y.Map([["x", 1]]);
  return value === "array" ? new Y.Array() : value;
}

test("whatever stands in the document, the record is valid and what did not fit is reported", () => {
  const rootMaps = [...rootNames()].filter((name) => /^(values|given|notes|board|rows\/)/.test(name));
  const attack = fc.record({
    root: fc.constantFrom(...rootMaps),
    key: fc.oneof(
      fc.constantFrom("stage", "cycle", "budget.asOf", "p1", "a1", "k-1"),
      fc.string({ maxLength: 8 }),
    ),
    inner: fc.option(
      fc.constantFrom("title", "status", "ownerId", "measurements", "$order", "$given", "text", "x"),
    ),
    value: junk,
  });
  fc.assert(
    fc.property(fc.array(attack, { maxLength: 40 }), (attacks) => {
      const board = boardWith(exampleProject());
      for (const { root, key, inner, value } of attacks) {
        const map = board.getMap(root);
        const row = map.get(key);
        if (inner !== null && row instanceof Y.Map) row.set(inner, asShared(value));
        else map.set(key, asShared(value));
      }
      const read = readRecord(reopened(board));
      expect(recordSchema().safeParse(read.record).error).toBeUndefined();
    }),
    { numRuns: runs },
  );
});

test("a note without a place, a row that is a number and an unknown value are reported with their content", () => {
  const board = boardWith(exampleIncomplete());
  board.getMap("notes").set(
    "lost-note",
    new Y.Map([
      ["section", "legal"],
      ["text", "perdu"],
    ] as [string, unknown][]),
  );
  board.getMap("rows/actions").set("a9", 42);
  board.getMap("values").set("unknown.path", "kept");
  board.getMap("values").set("cycle", "deux");
  board.getText("elsewhere").insert(0, "stray");
  expect(
    readRecord(reopened(board))
      .unplaced.map(({ path }) => path)
      .sort(),
  ).toEqual(["actions.a9", "cycle", "elsewhere", "notes.lost-note", "unknown.path"].sort());
});

test("sticky notes stand in sectionNotes in reading order", () => {
  const board = createBoard({ boardId: "board-1", locale: "fr", newId: ids() });
  addNote(board, { id: "note-b", section: "diagnosis", at: [0.1, 0.6], kind: "idea", text: "deux" });
  addNote(board, { id: "note-a", section: "diagnosis", at: [0.7, 0.2], kind: "obstacle", text: "un" });
  expect(readRecord(board).record.sectionNotes).toEqual({ diagnosis: ["un", "deux"] });
});

test("the lists of the sheet are the lists of the record", () => {
  expect([...recordLists().keys()].sort()).toEqual([...rowLists].sort());
});

// Ours names more precisely what the domain says in its column of constraints; these two the server sets itself.
const ownNeeds: Record<string, string> = { "project.updatedOn": "O", "project.provenance": "O" };

test("the table of entities is the domain's: every entity, field, type and need", () => {
  const domain = recordFields();
  const plain = (type: string) =>
    type
      .replace(/^(one:.*|id|prose)$/, "str")
      .replace(/^(text|notes)$/, (t) => (t === "text" ? "str" : "map"));
  const ours = Object.fromEntries(
    Object.keys(entities)
      .filter(isEntityId)
      .map((entity) => [
        entity,
        fieldSpecs(entity)
          .filter((spec) => spec.type !== "texts")
          .map((spec) => [spec.name, plain(spec.type), spec.need === "K" ? "R" : spec.need]),
      ]),
  );
  const theirs = Object.fromEntries(
    Object.entries(domain.entities).map(([entity, fields]) => [
      entity,
      fields.map(({ field, type, req }) => [field, plain(type), ownNeeds[`${entity}.${field}`] ?? req]),
    ]),
  );
  expect(ours).toEqual(theirs);
});

test("the sheet is the domain's: 31 sections in order with the wording of the sheet", () => {
  const domain = spmmSections();
  const typographic = (text: string) => text.replace(/ ([?:!;])/g, "\u00a0$1").replaceAll("'", "’");
  expect(sections.map((s) => [s.id, s.heading.fr, s.prompts.length])).toEqual(
    domain.sections.map((s) => [s.id, typographic(s.heading.frDisplay ?? s.heading.fr), s.prompts.length]),
  );
});
