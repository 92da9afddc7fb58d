import * as Y from "yjs";
import type { Seed } from "#server/storage/boards.ts";
import type { Board } from "#shared/board/roots.ts";

/** The first update of a board's log: all that a new board holds. Ends the document it is taken from. */
export function seedOf(board: Board): Seed {
  const seed = { bytes: Y.encodeStateAsUpdate(board), clients: [...board.store.clients.keys()] };
  board.destroy();
  return seed;
}
