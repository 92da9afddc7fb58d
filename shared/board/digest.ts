// What the poster says of a section: its state, its one sentence and its notes.
import type { Field, FieldsBlock, RowsBlock } from "#shared/sheet/fields.ts";
import { type SectionId, sectionOf } from "#shared/sheet/sections.ts";
import { essentialOf } from "./essential.ts";
import { type Note, notesOf } from "./notes.ts";
import { plainText, proseFieldsOf, proseOf } from "./prose.ts";
import type { Board } from "./roots.ts";
import { type Row, rowArray, rowString, rowsOf, rowValue, subRowsOf } from "./rows.ts";
import { arrayAt, readValue, textAt } from "./values.ts";

export type SectionState = "empty" | "started" | "filled";

export type SectionDigest = {
  state: SectionState;
  essential: string;
  /** L'essentiel, or the first sentence of the section's texts, or "". */
  sentence: string;
  notes: Note[];
  /** Rows of the section's first list. */
  rows: number;
};

export function digestOf(board: Board, sectionId: SectionId): SectionDigest {
  const essential = essentialOf(board, sectionId).toString().trim();
  const notes = notesOf(board, sectionId);
  const prose = proseFieldsOf(sectionId).map((field) =>
    plainText(proseOf(board, sectionId, field.id)).trim(),
  );
  const lists = sectionOf(sectionId).blocks.filter((block) => block.type === "rows");
  const [first] = lists;
  return {
    state: stateOf(
      board,
      sectionId,
      essential !== "" || notes.length > 0 || prose.some((text) => text !== ""),
    ),
    essential,
    sentence: essential !== "" ? essential : firstSentence([...prose, ...writtenTexts(board, sectionId)]),
    notes,
    rows: first === undefined ? 0 : rowsOf(board, first.list, first.where).length,
  };
}

function stateOf(board: Board, sectionId: SectionId, hasWriting: boolean): SectionState {
  const { blocks } = sectionOf(sectionId);
  const complete = blocks.every((block) =>
    block.type === "fields" ? fieldsComplete(board, sectionId, block) : rowsComplete(board, block),
  );
  const begun =
    hasWriting ||
    blocks.some((block) =>
      block.type === "fields" ? fieldsBegun(board, sectionId, block) : rowsBegun(board, block),
    );
  if (!begun) return "empty";
  return complete ? "filled" : "started";
}

function fieldsComplete(board: Board, sectionId: SectionId, block: FieldsBlock): boolean {
  return block.fields.every((field) => !field.required || hasValue(board, sectionId, field));
}

function fieldsBegun(board: Board, sectionId: SectionId, block: FieldsBlock): boolean {
  return block.fields.some((field) => hasValue(board, sectionId, field));
}

function hasValue(board: Board, sectionId: SectionId, field: Field): boolean {
  switch (field.type) {
    case "string":
    case "text":
      return textAt(board, field.path).toString().trim() !== "";
    case "richtext":
      return plainText(proseOf(board, sectionId, field.id)).trim() !== "";
    case "strings":
    case "refs":
    case "integers":
      return arrayAt(board, field.path).length > 0;
    default:
      return isSet(readValue(board, field.path));
  }
}

const isSet = (value: unknown) => value !== undefined && value !== null && value !== "";

function rowsComplete(board: Board, block: RowsBlock): boolean {
  const rows = rowsOf(board, block.list, block.where);
  if (block.required && rows.length === 0) return false;
  return rows.every((row) => block.fields.every((field) => !field.required || rowHas(row, field)));
}

// A row of the other side (a planned action) does not begin this side until something of this side is said.
function rowsBegun(board: Board, block: RowsBlock): boolean {
  const writable = block.fields.filter((field) => field.readOnly !== true);
  const ownRows = writable.length === block.fields.length;
  return rowsOf(board, block.list, block.where).some(
    (row) => ownRows || writable.some((field) => rowHas(row, field) && !isDefault(row, field, block)),
  );
}

function isDefault(row: Row, field: Field, block: RowsBlock): boolean {
  const value = rowValue(row, field.path);
  if (field.path === "origin") return value === "planned";
  return value === block.defaults[field.path];
}

function rowHas(row: Row, field: Field): boolean {
  switch (field.type) {
    case "string":
    case "text":
      return rowString(row, field.path).trim() !== "";
    case "strings":
    case "refs":
    case "integers":
      return (rowArray(row, field.path)?.length ?? 0) > 0;
    case "measurements":
      return subRowsOf(row, field.path).length > 0;
    default:
      return isSet(rowValue(row, field.path));
  }
}

// Texts at fixed places first, then what the first row says of itself.
function writtenTexts(board: Board, sectionId: SectionId): string[] {
  return sectionOf(sectionId)
    .blocks.filter((block) => block.type === "fields")
    .flatMap((block) => block.fields)
    .filter((field) => field.type === "text" || field.type === "string")
    .map((field) => textAt(board, field.path).toString().trim());
}

/** The first sentence of the first text that holds one. A decimal point or an ordinal does not end a sentence. */
export function firstSentence(texts: readonly string[]): string {
  const text = texts.find((candidate) => candidate !== "");
  if (text === undefined) return "";
  const line = text.split("\n", 1)[0] ?? "";
  const end = /[.!?…](?=\s+\p{Lu}|\s*$)/u.exec(line);
  return end === null ? line : line.slice(0, end.index + 1);
}
