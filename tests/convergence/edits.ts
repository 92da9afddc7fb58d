// The edits that people make on a board, by the functions everybody uses and, as programs of others write the two
// public shapes, by plain Yjs.
import fc from "fast-check";
import * as Y from "yjs";
import { essentialOf } from "#shared/board/essential.ts";
import { addNote, moveNote, noteKinds, notesOf, noteText, setNoteKind } from "#shared/board/notes.ts";
import { proseFieldsOf, proseOf, writeProse } from "#shared/board/prose.ts";
import { addRow, moveRow, rowsOf, rowText, writeRowValue } from "#shared/board/rows.ts";
import { takeNote, takeRow } from "#shared/board/takeOut.ts";
import { applyTextChange } from "#shared/board/textChange.ts";
import { arrayAt, textAt, writeValue } from "#shared/board/values.ts";
import { type SectionId, sections } from "#shared/sheet/sections.ts";

const writtenSections: readonly SectionId[] = sections
  .map(({ id }) => id)
  .filter((id) => id !== "project_title");

export const edit = fc.record({
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
    "type",
    "bold",
    "split",
    "plain note",
    "plain write",
    "text",
    "value",
    "array",
  ),
  // Few places, so that people meet.
  section: fc.constantFrom(...writtenSections.slice(0, 6)),
  pick: fc.nat(7),
  word: fc.stringMatching(/^[a-zé ]{0,6}$/),
});

export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function otherSection(section: SectionId, pick: number): SectionId {
  return writtenSections[(writtenSections.indexOf(section) + pick) % writtenSections.length] ?? section;
}

export function act(board: Y.Doc, { kind, section, pick, word }: Edit, newId: () => string): unknown {
  const notes = notesOf(board, section);
  const note = notes[pick % Math.max(1, notes.length)];
  const rows = rowsOf(board, "actions");
  const row = rows[pick % Math.max(1, rows.length)];
  const prose = proseOf(board, section, proseFieldsOf(section)[0]?.id ?? "retained");
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
      return writeProse(prose, word);
    case "type":
    case "bold":
    case "split":
      return editParagraph(board, prose, kind, pick, word);
    case "plain note":
      return addPlainNote(board, newId(), section, pick, word);
    case "plain write":
      return note && noteText(board, note.id)?.insert(0, word);
    case "text":
      applyTextChange(essentialOf(board, section), word);
      return applyTextChange(textAt(board, "summary"), textAt(board, "summary").toString() + word);
    case "value":
      return writeValue(board, "prerequisites.leadership.rating", pick % 4);
    case "array":
      return arrayAt(board, "valueProposition.services").push([word]);
  }
}

/** As y-prosemirror does it: text in and out of a paragraph, a mark over a part of it, a paragraph in two. */
function editParagraph(
  board: Y.Doc,
  prose: Y.XmlFragment,
  kind: "type" | "bold" | "split",
  pick: number,
  word: string,
): void {
  const paragraph = prose.length === 0 ? undefined : prose.get(pick % prose.length);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) return;
  const at = Math.min(pick, text.length);
  const rest = text.length - at;
  board.transact(() => {
    if (kind === "type") {
      text.insert(at, word);
      text.delete(0, Math.min(text.length, pick % 3));
    } else if (kind === "bold") {
      text.format(at, Math.min(rest, 4), { bold: pick % 2 === 0 ? {} : null });
    } else {
      const half = new Y.XmlElement("paragraph");
      const moved = new Y.XmlText();
      moved.applyDelta(text.toDelta());
      half.insert(0, [moved]);
      prose.insert((pick % prose.length) + 1, [half]);
      moved.delete(0, at);
      text.delete(at, rest);
    }
  });
}

/** The four fields alone, as the contract promises. */
function addPlainNote(board: Y.Doc, id: string, section: SectionId, pick: number, word: string): void {
  board.transact(() => {
    const note = new Y.Map<unknown>();
    board.getMap("notes").set(id, note);
    note.set("section", section);
    note.set("at", [0.25, pick / 8]);
    note.set("kind", "voice");
    note.set("text", new Y.Text(word));
  });
}
