// The names of the document's root types (format 1). docs/BOARD.md describes them for other programs.
import type * as Y from "yjs";
import type { RowListId } from "#shared/sheet/fields.ts";
import type { SectionId } from "#shared/sheet/sections.ts";

/** A board is one Yjs document. Only this folder knows what its keys are called. */
export type Board = Y.Doc;

export const boardFormat = 1;

/** Undefined while nothing of the board has arrived. */
export function formatOf(board: Board): number | undefined {
  const format = metaOf(board).get("format");
  return typeof format === "number" ? format : undefined;
}

export const metaOf = (board: Board): Y.Map<unknown> => board.getMap("board");
export const valuesOf = (board: Board): Y.Map<unknown> => board.getMap("values");
/** What was explicitly empty in a record: path → "", null, [] or {}. Tells "nobody said" from "said: nothing". */
export const givenOf = (board: Board): Y.Map<unknown> => board.getMap("given");
export const notesMap = (board: Board): Y.Map<unknown> => board.getMap("notes");

export const textRoot = (path: string) => `text/${path}`;
export const arrayRoot = (path: string) => `list/${path}`;
export const rowsRoot = (list: RowListId) => `rows/${list}`;
export const essentialRoot = (section: SectionId) => `essential/${section}`;
export const proseRoot = (section: SectionId, field: string) => `prose/${section}/${field}`;

export const rowsMap = (board: Board, list: RowListId): Y.Map<unknown> => board.getMap(rowsRoot(list));

/** Keys of ours inside a row or a note, beside its fields; no field of the record begins with "$". */
export const orderKey = "$order";
export const givenKey = "$given";
