import * as Y from "yjs";

/** The board document that a snapshot and the updates after it add up to. */
export function replay(snapshot: Uint8Array | undefined, updates: readonly Uint8Array[]): Y.Doc {
  const board = new Y.Doc();
  board.transact((transaction) => {
    if (snapshot !== undefined) Y.applyUpdate(board, snapshot);
    for (const update of updates) Y.applyUpdate(board, update);
    // Ours again, as `applyUpdate` made it another's: Yjs tidies up formatting after other people's transactions,
    // and what it tidied here would be in the document but not in the log.
    transaction.local = true;
  });
  if (board.store.pendingStructs !== null || board.store.pendingDs !== null) {
    throw new Error("the log of this board has updates that build on missing ones");
  }
  return board;
}
