// Taking a row or a note out of the board with a way back: the same content, under the same id.
import * as Y from "yjs";
import type { RowListId } from "#shared/sheet/fields.ts";
import { type Board, notesMap, rowsMap } from "./roots.ts";

/** Puts back what was taken out, unless something stands under its id again. */
export type PutBack = () => void;

export function takeRow(board: Board, list: RowListId, id: string): PutBack | undefined {
  return takeOut(rowsMap(board, list), id);
}

export function takeNote(board: Board, id: string): PutBack | undefined {
  return takeOut(notesMap(board), id);
}

function takeOut(map: Y.Map<unknown>, id: string): PutBack | undefined {
  const entry = map.get(id);
  if (!(entry instanceof Y.Map)) return undefined;
  // A deleted type cannot return to a document; its copy, made while it is whole, can.
  const copy: Y.Map<unknown> = entry.clone();
  map.delete(id);
  return () => {
    if (!map.has(id)) map.set(id, copy.parent === null ? copy : copy.clone());
  };
}
