// Rows: entries of a list of the record, each with a stable id and a fractional order.
// A row is a Y.Map: scalars as they are, texts as Y.Text, arrays as Y.Array, rows inside it as a Y.Map of rows.
import * as Y from "yjs";
import type { EntityId } from "#shared/record/entities.ts";
import { fieldSpecs, storageOf } from "#shared/record/fieldSpec.ts";
import { entityOfList } from "#shared/record/lists.ts";
import type { RowFilter, RowListId } from "#shared/sheet/fields.ts";
import { orderBetween } from "./order.ts";
import { type Board, givenKey, orderKey, rowsMap } from "./roots.ts";
import type { Scalar } from "./values.ts";

export type Row = { readonly id: string; readonly map: Y.Map<unknown> };

/** The rows of a list in their order. Entries that are not rows are left out (see readRecord for those). */
export function rowsOf(board: Board, list: RowListId, where?: RowFilter): Row[] {
  const rows = sortedRows(rowsMap(board, list));
  return where === undefined ? rows : rows.filter((row) => passes(row, where));
}

function passes(row: Row, where: RowFilter): boolean {
  const value = row.map.get(where.field);
  return typeof value === "string" && where.in.includes(value);
}

function sortedRows(map: Y.Map<unknown>): Row[] {
  const rows: (Row & { order: string })[] = [];
  for (const [id, value] of map.entries()) {
    if (value instanceof Y.Map) rows.push({ id, map: value, order: orderOf(value) });
  }
  return rows.sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows that another program left without an order stand at the end. */
function orderOf(map: Y.Map<unknown>): string {
  const order = map.get(orderKey);
  return typeof order === "string" ? order : "~";
}

export function rowOf(board: Board, list: RowListId, id: string): Row | undefined {
  const map = rowsMap(board, list).get(id);
  return map instanceof Y.Map ? { id, map } : undefined;
}

export function rowValue(row: Row, key: string): unknown {
  return row.map.get(key);
}

export function writeRowValue(row: Row, key: string, value: Scalar | undefined): void {
  if (value === undefined) row.map.delete(key);
  else row.map.set(key, value);
}

/** The shared text of a row's field; undefined where the row was made without it. */
export function rowText(row: Row, key: string): Y.Text | undefined {
  const text = row.map.get(key);
  return text instanceof Y.Text ? text : undefined;
}

/** The row's text for writing; made if another program left it out or wrote a plain string. */
export function ensureRowText(row: Row, key: string): Y.Text {
  const existing = rowText(row, key);
  if (existing !== undefined) return existing;
  const text = new Y.Text(rowString(row, key));
  row.map.set(key, text);
  return text;
}

/** The text of a row's field as a plain string, "" where there is none. */
export function rowString(row: Row, key: string): string {
  const value = row.map.get(key);
  if (value instanceof Y.Text) return value.toString();
  return typeof value === "string" ? value : "";
}

export function rowArray(row: Row, key: string): Y.Array<unknown> | undefined {
  const array = row.map.get(key);
  return array instanceof Y.Array ? array : undefined;
}

export function ensureRowArray(row: Row, key: string): Y.Array<unknown> {
  const existing = rowArray(row, key);
  if (existing !== undefined) return existing;
  const array = new Y.Array<unknown>();
  row.map.set(key, array);
  return array;
}

/** Rows inside a row: the measurements of an indicator. */
export function subRowsOf(row: Row, key: string): Row[] {
  const map = row.map.get(key);
  return map instanceof Y.Map ? sortedRows(map) : [];
}

export type RowValues = Readonly<Record<string, Scalar>>;

export type NewRow = {
  id: string;
  /** Scalars and texts the row begins with. */
  values?: RowValues;
  /** The row it comes after; without it, the end of the list. */
  afterId?: string;
};

/** Adds a row. All its texts and arrays exist from the start, so that two people never make the same one twice. */
export function addRow(board: Board, list: RowListId, row: NewRow): Row {
  return board.transact(() => putRow(rowsMap(board, list), entityOfList(list), row));
}

export function addSubRow(parent: Row, key: string, entity: EntityId, row: NewRow): Row {
  const put = () => {
    const existing = parent.map.get(key);
    const map = existing instanceof Y.Map ? existing : new Y.Map<unknown>();
    if (map !== existing) parent.map.set(key, map);
    return putRow(map, entity, row);
  };
  return parent.map.doc === null ? put() : parent.map.doc.transact(put);
}

function putRow(rows: Y.Map<unknown>, entity: EntityId, row: NewRow): Row {
  const map = newRowMap(entity, row.values ?? {}, orderAfter(sortedRows(rows), row.afterId));
  rows.set(row.id, map);
  return { id: row.id, map };
}

/** A row not yet in a document, with every text, array and inner list its entity may have. */
function newRowMap(entity: EntityId, values: RowValues, order: string): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  map.set(orderKey, order);
  for (const spec of fieldSpecs(entity)) {
    if (spec.name === "id") continue;
    const value = values[spec.name];
    const storage = storageOf(spec.type);
    if (storage === "text") map.set(spec.name, new Y.Text(typeof value === "string" ? value : ""));
    else if (storage === "array") map.set(spec.name, new Y.Array());
    else if (storage === "rows") map.set(spec.name, new Y.Map());
    else if (value !== undefined) map.set(spec.name, value);
  }
  return map;
}

// Rows without an order of their own stand at the end whatever is done: the new one comes before them.
function orderAfter(all: readonly Row[], afterId: string | undefined | null): string {
  const rows = all.filter(({ map }) => typeof map.get(orderKey) === "string");
  if (afterId === null) {
    const first = rows[0];
    return orderBetween(null, first === undefined ? null : orderOf(first.map));
  }
  const found = afterId === undefined ? -1 : rows.findIndex((row) => row.id === afterId);
  const at = found === -1 ? rows.length - 1 : found;
  const before = rows[at];
  if (before === undefined) return orderBetween(null, null);
  const after = rows.slice(at + 1).find((row) => orderOf(row.map) > orderOf(before.map));
  return orderBetween(orderOf(before.map), after === undefined ? null : orderOf(after.map));
}

export function removeSubRow(parent: Row, key: string, id: string): void {
  const map = parent.map.get(key);
  if (map instanceof Y.Map) map.delete(id);
}

/** Puts a row after another one; null: first. */
export function moveRow(board: Board, list: RowListId, id: string, afterId: string | null): void {
  const row = rowOf(board, list, id);
  if (row === undefined) return;
  const others = rowsOf(board, list).filter((other) => other.id !== id);
  row.map.set(orderKey, orderAfter(others, afterId));
}

/** What the record said explicitly empty in this row, by field. */
export function rowGiven(row: Row): ReadonlyMap<string, unknown> {
  const given = row.map.get(givenKey);
  return typeof given === "object" && given !== null && !(given instanceof Y.AbstractType)
    ? new Map(Object.entries(given))
    : new Map();
}

export function writeRowGiven(row: Row, given: Readonly<Record<string, unknown>>): void {
  if (Object.keys(given).length > 0) row.map.set(givenKey, given);
}
