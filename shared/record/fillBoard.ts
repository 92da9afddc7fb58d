// Writes a record into an empty board. The counterpart of readRecord: what goes in comes back.
import { essentialOf } from "#shared/board/essential.ts";
import { addNote, type NotePlace } from "#shared/board/notes.ts";
import { orderKeys } from "#shared/board/order.ts";
import { proseAt, proseOf, retainedField, writeProse } from "#shared/board/prose.ts";
import type { Board } from "#shared/board/roots.ts";
import {
  addRow,
  addSubRow,
  ensureRowArray,
  type NewRow,
  type Row,
  type RowValues,
  writeRowGiven,
} from "#shared/board/rows.ts";
import { arrayAt, type Scalar, textAt, writeGiven, writeValue } from "#shared/board/values.ts";
import { type RowListId, rowLists } from "#shared/sheet/fields.ts";
import { isSectionId } from "#shared/sheet/sections.ts";
import type { EntityId } from "./entities.ts";
import { entityOf, type FieldSpec, fieldSpecs, storageOf } from "./fieldSpec.ts";
import type { ProjectRecord } from "./recordTypes.ts";

/** Fills an empty board with a parsed record, in one transaction. `newId` names rows and notes that have no id. */
export function fillBoard(board: Board, record: ProjectRecord, newId: () => string): void {
  board.transact(() => fillObject(board, "project", "", record, newId));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isRowList(path: string): path is RowListId {
  return rowLists.some((list) => list === path);
}

function fillObject(board: Board, entity: EntityId, base: string, object: object, newId: () => string): void {
  const values = new Map<string, unknown>(Object.entries(object));
  let said = false;
  for (const spec of fieldSpecs(entity)) {
    const value = values.get(spec.name);
    // The server's own: derived again when the record is read.
    if (value === undefined || spec.need === "D") continue;
    fillField(board, spec, base + spec.name, value, newId);
    said = true;
  }
  if (!said && base !== "") writeGiven(board, base.slice(0, -1), {});
}

function fillField(board: Board, spec: FieldSpec, path: string, value: unknown, newId: () => string): void {
  switch (storageOf(spec.type)) {
    case "text":
      if (typeof value === "string" && value !== "") textAt(board, path).insert(0, value);
      else writeGiven(board, path, value);
      return;
    case "prose":
      if (typeof value === "string" && value !== "") writeProse(proseAt(board, path), value);
      else writeGiven(board, path, value);
      return;
    case "array":
      if (Array.isArray(value) && value.length > 0) arrayAt(board, path).insert(0, value);
      else writeGiven(board, path, []);
      return;
    case "object":
      if (isPlain(value)) fillObject(board, entityOf(spec.type), `${path}.`, value, newId);
      return;
    case "rows":
      if (Array.isArray(value) && isRowList(path)) fillRows(board, path, entityOf(spec.type), value, newId);
      return;
    case "notes":
      if (isPlain(value)) fillNotes(board, path, value, newId);
      return;
    case "texts":
      if (isPlain(value)) fillTexts(board, path, value);
      return;
    case "value":
      if (isScalar(value)) writeValue(board, path, value);
      return;
  }
}

function fillRows(
  board: Board,
  list: RowListId,
  entity: EntityId,
  rows: readonly unknown[],
  newId: () => string,
) {
  if (rows.length === 0) writeGiven(board, list, []);
  fillEach(entity, rows, newId, (row) => addRow(board, list, row));
}

// Rows follow each other in the order of the record: each is added at the end of its list.
function fillEach(
  entity: EntityId,
  rows: readonly unknown[],
  newId: () => string,
  add: (row: NewRow) => Row,
) {
  let afterId: string | undefined;
  for (const source of rows) {
    if (!isPlain(source)) continue;
    const id = typeof source.id === "string" ? source.id : newId();
    const { values, given } = rowContent(entity, source);
    const row = add(afterId === undefined ? { id, values } : { id, values, afterId });
    fillInside(row, entity, source, newId);
    writeRowGiven(row, given);
    afterId = id;
  }
}

function rowContent(entity: EntityId, source: Record<string, unknown>) {
  const values: Record<string, Scalar> = {};
  const given: Record<string, unknown> = {};
  for (const spec of fieldSpecs(entity)) {
    const value = source[spec.name];
    if (value === undefined || spec.name === "id" || spec.need === "D") continue;
    const storage = storageOf(spec.type);
    if (storage === "array" || storage === "rows") {
      if (Array.isArray(value) && value.length === 0) given[spec.name] = [];
    } else if (storage === "text" && (value === "" || value === null)) given[spec.name] = value;
    else if (isScalar(value)) values[spec.name] = value;
  }
  return { values: values satisfies RowValues, given };
}

function fillInside(row: Row, entity: EntityId, source: Record<string, unknown>, newId: () => string): void {
  for (const spec of fieldSpecs(entity)) {
    const value = source[spec.name];
    if (!Array.isArray(value) || value.length === 0) continue;
    const storage = storageOf(spec.type);
    if (storage === "array") ensureRowArray(row, spec.name).insert(0, value);
    if (storage === "rows") {
      const inner = entityOf(spec.type);
      fillEach(inner, value, newId, (sub) => addSubRow(row, spec.name, inner, sub));
    }
  }
}

function fillNotes(board: Board, path: string, notes: Record<string, unknown>, newId: () => string): void {
  const entries = Object.entries(notes).filter(([, texts]) => texts !== undefined);
  if (entries.length === 0) writeGiven(board, path, {});
  for (const [section, texts] of entries) {
    if (!isSectionId(section) || !Array.isArray(texts)) continue;
    if (texts.length === 0) writeGiven(board, `${path}.${section}`, []);
    const orders = orderKeys(texts.length);
    texts.forEach((text: unknown, index) => {
      const order = orders[index];
      if (typeof text !== "string" || order === undefined) return;
      const at = placeInGrid(index, texts.length);
      addNote(board, { id: newId(), section, at, kind: "idea", text, order });
    });
  }
}

// Four notes to a line, spread over the section so that none hides another while there is room.
function placeInGrid(index: number, count: number): NotePlace {
  const columns = 4;
  const lines = Math.max(3, Math.ceil(count / columns));
  return [(index % columns) / columns, Math.floor(index / columns) / lines];
}

function fillTexts(board: Board, path: string, texts: Record<string, unknown>): void {
  const entries = Object.entries(texts).filter(([, text]) => text !== undefined);
  if (entries.length === 0) writeGiven(board, path, {});
  for (const [section, text] of entries) {
    if (!isSectionId(section) || typeof text !== "string") continue;
    if (text === "") writeGiven(board, `${path}.${section}`, "");
    else if (path === "essentials") essentialOf(board, section).insert(0, text);
    else writeProse(proseOf(board, section, retainedField), text);
  }
}
