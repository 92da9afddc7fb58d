// Scalars, texts and arrays at fixed places of the record, addressed by their path ("budget.asOf").
import type * as Y from "yjs";
import { arrayRoot, type Board, givenOf, textRoot, valuesOf } from "./roots.ts";

export type Scalar = string | number | boolean | null;

/** The last value written at this path; undefined where nobody has written. Not validated. */
export function readValue(board: Board, path: string): unknown {
  return valuesOf(board).get(path);
}

export function writeValue(board: Board, path: string, value: Scalar | undefined): void {
  if (value === undefined) valuesOf(board).delete(path);
  else valuesOf(board).set(path, value);
}

/** The shared text at this path. It always exists: people may begin typing in it at the same moment. */
export function textAt(board: Board, path: string): Y.Text {
  return board.getText(textRoot(path));
}

export function arrayAt(board: Board, path: string): Y.Array<unknown> {
  return board.getArray(arrayRoot(path));
}

/** "", null, [] or {} if a record said so explicitly at this path, else undefined. */
export function readGiven(board: Board, path: string): unknown {
  return givenOf(board).get(path);
}

export function writeGiven(board: Board, path: string, value: unknown): void {
  givenOf(board).set(path, value);
}

export function titleOf(board: Board): Y.Text {
  return textAt(board, "title");
}
