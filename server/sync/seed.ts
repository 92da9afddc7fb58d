import * as Y from "yjs";
import type { Board } from "#shared/board/roots.ts";

/** The first update of a board's log: all that a new board holds. Ends the document it is taken from. */
export function seedOf(board: Board): Uint8Array {
  const seed = Y.encodeStateAsUpdate(board);
  board.destroy();
  return seed;
}
