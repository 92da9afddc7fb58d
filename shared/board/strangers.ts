// What a document may hold that is no part of a board (format 1): written by other programs, or hostile.
import * as Y from "yjs";
import { fieldPaths } from "#shared/record/lists.ts";
import type { RowListId } from "#shared/sheet/fields.ts";
import { rootKindOf } from "./rootKinds.ts";
import { type Board, rowsMap, valuesOf } from "./roots.ts";

export function unknownRoots(board: Board): string[] {
  return [...board.share.keys()].filter((name) => rootKindOf(name) === undefined && hasContent(board, name));
}

// Reading declares a root locally; only one that holds something came from somebody.
function hasContent(board: Board, name: string): boolean {
  const type = board.share.get(name);
  return type !== undefined && (type._start !== null || type._map.size > 0);
}

export function unknownValues(board: Board): { path: string; value: unknown }[] {
  const paths = new Set(fieldPaths("value"));
  return [...valuesOf(board).entries()].flatMap(([path, value]) =>
    paths.has(path) ? [] : [{ path, value }],
  );
}

/** Entries of a list that are no rows. */
export function strayRows(board: Board, list: RowListId): { id: string; value: unknown }[] {
  return [...rowsMap(board, list).entries()].flatMap(([id, value]) =>
    value instanceof Y.Map ? [] : [{ id, value }],
  );
}
