import type * as Y from "yjs";
import type { Board } from "./roots.ts";

/**
 * Yjs deletes formats that say nothing (any more) whenever it has heard of somebody else's change: every client the
 * same ones, each as a change of its own that all others are sent, also by people who may not write there. They are
 * harmless where they are, so a board of ours leaves them: what stands in a document is then what is in the log.
 */
export function keepFormats(board: Board): void {
  // Yjs looks at the flag after this event (yjs 13.6, src/utils/Transaction.js, cleanupTransactions).
  board.on("afterTransaction", (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
}
