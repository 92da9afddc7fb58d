// The document of an open board, made from the log when somebody writes and let go when nobody does. It runs ahead
// of the log inside a turn only.
import * as Y from "yjs";
import type { BoardLog } from "./boardLog.ts";

// The size of an encoded board, as the contract limits it.
const stateMaxBytes = 16 * 1024 * 1024;
// The exact size costs an encoding of the whole board: taken again only after this much was written or deleted.
const remeasureAfter = 64 * 1024;

/** Whether an update fits: "measure" is perhaps, and calls for `measure`, outside a transaction. */
export type Space = "yes" | "no" | "measure";

export class BoardDocument {
  readonly #log: BoardLog;
  #board: Y.Doc | undefined;
  /** Never less than the encoded state: deletions make that smaller, not this. */
  #bytes = 0;
  #changedSinceMeasure = 0;

  constructor(log: BoardLog) {
    this.#log = log;
  }

  /** Undefined while it is not loaded. */
  get board(): Y.Doc | undefined {
    return this.#board;
  }

  load(): Y.Doc {
    if (this.#board !== undefined) return this.#board;
    this.#board = this.#log.replay();
    this.#bytes = this.#log.base.bytes.length + this.#log.tailSize().bytes;
    this.#changedSinceMeasure = remeasureAfter;
    return this.#board;
  }

  /** Throws away whatever is not in the log. */
  unload(): void {
    this.#board?.destroy();
    this.#board = undefined;
  }

  /**
   * Changes the document in one transaction of ours, so that Yjs tidies up no formatting: that is left to the
   * clients, who tell what they tidied up.
   */
  transact<T>(change: (board: Y.Doc) => T): T {
    const board = this.load();
    return board.transact((transaction) => {
      const result = change(board);
      // `applyUpdate` made it another's.
      transaction.local = true;
      this.#changedSinceMeasure += deletedIn(transaction);
      return result;
    });
  }

  /** The same, and what it changed, as one update; undefined when that is nothing. */
  transactAndTell<T>(change: (board: Y.Doc) => T): { result: T; news: Uint8Array | undefined } {
    const board = this.load();
    let news: Uint8Array | undefined;
    const keep = (update: Uint8Array) => {
      news = update;
    };
    board.on("update", keep);
    try {
      const result = this.transact(change);
      return { result, news };
    } finally {
      board.off("update", keep);
    }
  }

  grew(bytes: number): void {
    this.#bytes += bytes;
    this.#changedSinceMeasure += bytes;
  }

  spaceFor(bytes: number): Space {
    if (this.#bytes + bytes <= stateMaxBytes) return "yes";
    return this.#changedSinceMeasure < remeasureAfter ? "no" : "measure";
  }

  measure(): void {
    this.#bytes = Y.encodeStateAsUpdate(this.load()).length;
    this.#changedSinceMeasure = 0;
  }
}

/** How many elements, characters mostly, a transaction deleted. */
function deletedIn({ deleteSet }: Y.Transaction): number {
  let deleted = 0;
  for (const ranges of deleteSet.clients.values()) for (const { len } of ranges) deleted += len;
  return deleted;
}
