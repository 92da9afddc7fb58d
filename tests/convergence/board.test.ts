// Several people edit one board through the functions everybody uses, with offline spells; in the end every
// replica, a reloaded one and the record read from each are equal. A failing seed is printed by fast-check.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createBoard } from "#shared/board/document.ts";
import { essentialOf } from "#shared/board/essential.ts";
import { addNote, moveNote, noteKinds, notesOf, noteText, setNoteKind } from "#shared/board/notes.ts";
import { proseOf, writeProse } from "#shared/board/prose.ts";
import { addRow, moveRow, rowsOf, rowText, writeRowValue } from "#shared/board/rows.ts";
import { takeNote, takeRow } from "#shared/board/takeOut.ts";
import { applyTextChange } from "#shared/board/textChange.ts";
import { arrayAt, textAt, writeValue } from "#shared/board/values.ts";
import { readRecord } from "#shared/record/readRecord.ts";
import { recordSchema } from "#shared/record/recordSchema.ts";
import { type SectionId, sections } from "#shared/sheet/sections.ts";

const runs = Number(process.env.PROPERTY_RUNS ?? 60);

const edit = fc.record({
  kind: fc.constantFrom(
    "note",
    "move",
    "recolour",
    "unnote",
    "write",
    "row",
    "cell",
    "order",
    "unrow",
    "prose",
    "text",
    "value",
    "array",
  ),
  section: fc.constantFrom(...sections.map((section) => section.id)),
  pick: fc.nat(7),
  word: fc.stringMatching(/^[a-zé ]{0,6}$/),
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ who: fc.nat(3), edit }) },
  { weight: 2, arbitrary: fc.record({ who: fc.nat(3), sync: fc.constant(true) }) },
);

function act(board: Y.Doc, { kind, section, pick, word }: Edit, newId: () => string): unknown {
  const notes = notesOf(board, section);
  const note = notes[pick % Math.max(1, notes.length)];
  const rows = rowsOf(board, "actions");
  const row = rows[pick % Math.max(1, rows.length)];
  switch (kind) {
    case "note":
      return addNote(board, {
        id: newId(),
        section,
        at: [pick / 8, 0.5],
        kind: noteKinds[pick % 5] ?? "idea",
        text: word,
      });
    case "move":
      return note && moveNote(board, note.id, [0.1, pick / 8], otherSection(section, pick));
    case "recolour":
      return note && setNoteKind(board, note.id, noteKinds[pick % 5] ?? "idea");
    case "unnote":
      return note && takeNote(board, note.id);
    case "write": {
      const text = note && noteText(board, note.id);
      return (
        text && applyTextChange(text, text.toString().slice(0, pick) + word + text.toString().slice(pick))
      );
    }
    case "row":
      return addRow(board, "actions", {
        id: newId(),
        values: { title: word, status: "todo", origin: "planned" },
      });
    case "cell": {
      const title = row && rowText(row, "title");
      if (row) writeRowValue(row, "status", pick > 3 ? "done" : "blocked");
      return title && applyTextChange(title, word + title.toString());
    }
    case "order":
      return row && moveRow(board, "actions", row.id, rows[0]?.id === row.id ? null : (rows[0]?.id ?? null));
    case "unrow":
      return row && takeRow(board, "actions", row.id);
    case "prose":
      return writeProse(proseOf(board, section, "retained"), word);
    case "text":
      applyTextChange(essentialOf(board, section), word);
      return applyTextChange(textAt(board, "summary"), textAt(board, "summary").toString() + word);
    case "value":
      return writeValue(board, "prerequisites.leadership.rating", pick % 5);
    case "array":
      return arrayAt(board, "themes").push([word]);
  }
}

function otherSection(section: SectionId, pick: number): SectionId {
  return sections[(sections.findIndex(({ id }) => id === section) + pick) % sections.length]?.id ?? section;
}

function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
}

test("replicas that were apart agree when they have met, and so do the records read from them", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
      let next = 0;
      const newId = () => `id-${String(next++).padStart(6, "0")}`;
      const server = createBoard({ boardId: "board-1", locale: "fr", newId });
      const replicas = [11, 12, 13, 14].map((clientID) => {
        const replica = new Y.Doc();
        replica.clientID = clientID;
        exchange(server, replica);
        return replica;
      });
      for (const { who, ...rest } of steps) {
        const replica = replicas[who];
        if (replica === undefined) continue;
        if ("edit" in rest) act(replica, rest.edit, newId);
        else exchange(server, replica);
      }
      for (let round = 0; round < 2; round++) for (const replica of replicas) exchange(server, replica);
      const reloaded = new Y.Doc();
      Y.applyUpdate(reloaded, Y.mergeUpdates([Y.encodeStateAsUpdate(server)]));
      const expected = readRecord(server);
      expect(recordSchema().safeParse(expected.record).error).toBeUndefined();
      expect(expected.unplaced).toEqual([]);
      for (const replica of [...replicas, reloaded]) {
        expect(replica.store.pendingStructs).toBeNull();
        expect(readRecord(replica).record).toEqual(expected.record);
      }
    }),
    { numRuns: runs },
  );
});
