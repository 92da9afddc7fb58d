// Reads the project record off a board. Total: whatever the document holds, it answers a record that the
// schema accepts, and tells what did not fit instead of losing it.
import * as Y from "yjs";
import { essentialOf } from "#shared/board/essential.ts";
import { boardLocale } from "#shared/board/locale.ts";
import { incompleteNotes, notesOf, noteTextMax } from "#shared/board/notes.ts";
import { plainText, proseAt, proseOf, retainedField } from "#shared/board/prose.ts";
import type { Board } from "#shared/board/roots.ts";
import { type Row, rowGiven, rowsOf, subRowsOf } from "#shared/board/rows.ts";
import { strayRows, unknownRoots, unknownValues } from "#shared/board/strangers.ts";
import { arrayAt, readGiven, readValue, textAt } from "#shared/board/values.ts";
import { type RowListId, rowLists } from "#shared/sheet/fields.ts";
import { type SectionId, sections } from "#shared/sheet/sections.ts";
import { deriveFields } from "./deriveFields.ts";
import type { EntityId } from "./entities.ts";
import { entityOf, type FieldSpec, fieldSpecs, storageOf } from "./fieldSpec.ts";
import { leafSchema, listMax } from "./recordSchema.ts";
import type { ProjectRecord } from "./recordTypes.ts";

/** Something of the document that has no place in the record. `value` is plain data. */
export type Unplaced = { path: string; value: unknown; expected: string };

export type ReadRecord = { record: ProjectRecord; unplaced: Unplaced[] };

type Found = Record<string, unknown>;

type Reading = { board: Board; unplaced: Unplaced[] };

export function readRecord(board: Board): ReadRecord {
  const reading: Reading = { board, unplaced: [] };
  const found = readObject(reading, "project", "") ?? {};
  reportStrangers(reading);
  // The schema was followed field by field; the property tests parse the result again.
  const record = found as ProjectRecord;
  deriveFields(record);
  return { record, unplaced: reading.unplaced };
}

/** The object at a path, or undefined where nobody said anything of it. The record itself always is. */
function readObject(reading: Reading, entity: EntityId, base: string): Found | undefined {
  const values = fieldSpecs(entity).map(
    (spec) => [spec, readField(reading, spec, base + spec.name)] as const,
  );
  const said = base === "" || values.some(([, value]) => value !== undefined);
  if (!said && readGiven(reading.board, base.slice(0, -1)) === undefined) return undefined;
  return complete(reading, base, values);
}

// A required field that nobody has filled is "" for texts and null for the rest: known to be unknown.
function complete(reading: Reading, base: string, values: readonly (readonly [FieldSpec, unknown])[]): Found {
  const found: Found = {};
  for (const [spec, value] of values) {
    if (value !== undefined) found[spec.name] = value;
    else if (spec.need === "K" || spec.need === "R") found[spec.name] = unknownValue(reading, spec, base);
  }
  return found;
}

function unknownValue(reading: Reading, spec: FieldSpec, base: string): unknown {
  const path = base + spec.name;
  switch (path) {
    case "schemaVersion":
      return "1.0.0";
    case "id":
      return "project";
    case "stage":
      return "idea";
    case "lang":
      return boardLocale(reading.board);
    case "cycle":
      return 1;
  }
  if (spec.type.startsWith("obj:")) {
    const specs = fieldSpecs(entityOf(spec.type));
    return complete(
      reading,
      `${path}.`,
      specs.map((inner) => [inner, undefined] as const),
    );
  }
  return storageOf(spec.type) === "text" ? "" : null;
}

function readField(reading: Reading, spec: FieldSpec, path: string): unknown {
  const { board } = reading;
  switch (storageOf(spec.type)) {
    case "text":
      return readText(reading, path, textAt(board, path).toString(), readGiven(board, path));
    case "prose":
      return readText(reading, path, plainText(proseAt(board, path)), readGiven(board, path));
    case "array":
      return readArray(reading, spec, path, arrayAt(board, path).toArray(), readGiven(board, path));
    case "object":
      return readObject(reading, entityOf(spec.type), `${path}.`);
    case "rows":
      return isRowList(path) ? readRows(reading, path, entityOf(spec.type)) : undefined;
    case "notes":
      return bySection(reading, path, (section) => readNotes(reading, section));
    case "texts":
      return bySection(reading, path, (section) => readSectionText(reading, path, section));
    case "value":
      return readScalar(reading, spec, path, readValue(board, path));
  }
}

function isRowList(path: string): path is RowListId {
  return rowLists.some((list) => list === path);
}

function readText(reading: Reading, path: string, text: string, given: unknown): unknown {
  if (text === "") return given === "" || given === null ? given : undefined;
  return keepFitting(reading, "text", path, text.toWellFormed());
}

function readScalar(reading: Reading, spec: FieldSpec, path: string, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (value === null && spec.need !== "K") return null;
  return keepFitting(reading, spec.type, path, value);
}

function keepFitting(reading: Reading, type: string, path: string, value: unknown): unknown {
  if (leafSchema(type).safeParse(value).success) return value;
  report(reading, path, value, type);
  return undefined;
}

function report({ unplaced }: Reading, path: string, value: unknown, expected: string): void {
  unplaced.push({ path, value: value instanceof Y.AbstractType ? value.toJSON() : value, expected });
}

function readArray(
  reading: Reading,
  spec: FieldSpec,
  path: string,
  items: readonly unknown[],
  given: unknown,
): unknown {
  const kept = items.filter(
    (item, index) => keepFitting(reading, spec.type, `${path}[${index}]`, item) !== undefined,
  );
  return kept.length > 0 || Array.isArray(given) ? kept : undefined;
}

function readRows(reading: Reading, list: RowListId, entity: EntityId): unknown {
  for (const stray of strayRows(reading.board, list))
    report(reading, `${list}.${stray.id}`, stray.value, "a row");
  const rows = readEach(reading, entity, list, rowsOf(reading.board, list));
  return rows.length > 0 || readGiven(reading.board, list) !== undefined ? rows : undefined;
}

function readEach(reading: Reading, entity: EntityId, path: string, rows: readonly Row[]): Found[] {
  const named = fieldSpecs(entity).some((spec) => spec.name === "id");
  return rows.flatMap((row, index) => {
    const fitsId = !named || leafSchema("id").safeParse(row.id).success;
    if (fitsId && index < listMax) return [readRow(reading, entity, `${path}[${index}]`, row)];
    report(reading, `${path}.${row.id}`, row.map, fitsId ? `${listMax} rows at most` : "an id");
    return [];
  });
}

function readRow(reading: Reading, entity: EntityId, path: string, row: Row): Found {
  const given = rowGiven(row);
  const specs = fieldSpecs(entity);
  for (const key of row.map.keys()) {
    const known = key.startsWith("$") || specs.some((spec) => spec.name === key && key !== "id");
    if (!known) report(reading, `${path}.${key}`, row.map.get(key), "no field of this name");
  }
  const values = specs.map((spec) => {
    const place = `${path}.${spec.name}`;
    const value = spec.name === "id" ? row.id : readRowField(reading, spec, place, row, given.get(spec.name));
    return [spec, value] as const;
  });
  return complete(reading, `${path}.`, values);
}

function readRowField(reading: Reading, spec: FieldSpec, path: string, row: Row, given: unknown): unknown {
  const value = row.map.get(spec.name);
  switch (storageOf(spec.type)) {
    case "text":
      if (value instanceof Y.Text) return readText(reading, path, value.toString(), given);
      return typeof value === "string" || value === undefined
        ? readText(reading, path, value ?? "", given)
        : keepFitting(reading, spec.type, path, value);
    case "array":
      if (value instanceof Y.Array) return readArray(reading, spec, path, value.toArray(), given);
      if (value !== undefined) report(reading, path, value, spec.type);
      return undefined;
    case "rows": {
      const rows = readEach(reading, entityOf(spec.type), path, subRowsOf(row, spec.name));
      return rows.length > 0 || Array.isArray(given) ? rows : undefined;
    }
    default:
      return readScalar(reading, spec, path, value);
  }
}

function bySection(reading: Reading, path: string, read: (section: SectionId) => unknown): unknown {
  const found = sections
    .map(({ id }) => [id, read(id) ?? readGiven(reading.board, `${path}.${id}`)] as const)
    .filter(([, value]) => value !== undefined);
  if (found.length === 0 && readGiven(reading.board, path) === undefined) return undefined;
  return Object.fromEntries(found);
}

function readNotes(reading: Reading, section: SectionId): unknown {
  const texts = notesOf(reading.board, section).flatMap((note) => {
    if (note.text.length <= noteTextMax) return [note.text.toWellFormed()];
    report(reading, `notes.${note.id}`, note.text, `${noteTextMax} characters at most`);
    return [];
  });
  return texts.length > 0 ? texts.slice(0, listMax) : undefined;
}

function readSectionText(reading: Reading, path: string, section: SectionId): unknown {
  const text =
    path === "essentials"
      ? essentialOf(reading.board, section).toString()
      : plainText(proseOf(reading.board, section, retainedField));
  return readText(reading, `${path}.${section}`, text, undefined);
}

/** What stands in the document where no reader looks: notes that are none, values and roots nobody knows. */
function reportStrangers(reading: Reading): void {
  for (const note of incompleteNotes(reading.board)) {
    report(reading, `notes.${note.id}`, note.value, "a complete note of a section");
  }
  for (const stray of unknownValues(reading.board))
    report(reading, stray.path, stray.value, "no value at this path");
  for (const name of unknownRoots(reading.board)) report(reading, name, undefined, "no root of this name");
}
