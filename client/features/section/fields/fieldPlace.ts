// Where a field's value stands in the board: at a fixed path of the record, or in a row. Views of fields know only this.
import type * as Y from "yjs";
import type { Board } from "#shared/board/roots.ts";
import {
  ensureRowArray,
  ensureRowText,
  type Row,
  rowArray,
  rowString,
  rowText,
  rowValue,
  subRowsOf,
  writeRowValue,
} from "#shared/board/rows.ts";
import { arrayAt, readValue, type Scalar, textAt, writeValue } from "#shared/board/values.ts";
import type { Field, RowListId } from "#shared/sheet/fields.ts";

/** A shared text as an input binds to it. */
export type TextSource = {
  /** The shared text; undefined where another program made the row without it. */
  text: () => Y.Text | undefined;
  read: () => string;
  /** The shared text for writing, made if need be. */
  forWriting: () => Y.Text;
};

export type FieldPlace = {
  /** By this the others know which field somebody is in. */
  key: string;
  /** What stands there, whatever its type; undefined where nobody has written. */
  read: () => unknown;
  write: (value: Scalar | undefined) => void;
  source: TextSource;
  itemsForWriting: () => Y.Array<unknown>;
  /** The row it is in; a field at a fixed path is in none. */
  row: Row | undefined;
};

export function placeAtPath(board: Board, field: Field): FieldPlace {
  const { path } = field;
  const text = () => textAt(board, path);
  return {
    key: path,
    read: () => {
      if (isText(field)) return text().toString();
      return isList(field) ? arrayAt(board, path).toArray() : readValue(board, path);
    },
    write: (value) => writeValue(board, path, value),
    source: { text, read: () => text().toString(), forWriting: text },
    itemsForWriting: () => arrayAt(board, path),
    row: undefined,
  };
}

export function placeInRow(list: RowListId, row: Row, field: Field): FieldPlace {
  return placeOf(`${list}/${row.id}`, row, field);
}

/** A field of a row inside a row; others see me in the row around it. */
export function placeInSubRow(row: Row, field: Field): FieldPlace {
  return placeOf(row.id, row, field);
}

function placeOf(base: string, row: Row, field: Field): FieldPlace {
  const key = field.path;
  return {
    key: `${base}/${key}`,
    read: () => readInRow(row, field),
    write: (value) => writeRowValue(row, key, value),
    source: {
      text: () => rowText(row, key),
      read: () => rowString(row, key),
      forWriting: () => ensureRowText(row, key),
    },
    itemsForWriting: () => ensureRowArray(row, key),
    row,
  };
}

function readInRow(row: Row, field: Field): unknown {
  const value = rowValue(row, field.path);
  if (isText(field) && (rowText(row, field.path) !== undefined || typeof value === "string"))
    return rowString(row, field.path);
  if (isList(field)) return rowArray(row, field.path)?.toArray() ?? value;
  if (field.type === "measurements")
    return subRowsOf(row, field.path).map((sub) => [
      sub.id,
      rowValue(sub, "date"),
      rowValue(sub, "value"),
      rowString(sub, "note"),
    ]);
  return value;
}

export const isText = ({ type }: Field) => type === "string" || type === "text";
const isList = ({ type }: Field) => type === "strings" || type === "refs" || type === "integers";
