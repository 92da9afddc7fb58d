// The document of an open board, and how large it is.
import * as Y from "yjs";
import type { SavedBoard } from "#server/storage/updateLog.ts";
import { leftBehind } from "#server/sync/gate/writeGate.ts";
import { replay } from "./replay.ts";

/** What an update did: its own changes, and what Yjs tidied up by itself because of them. */
export type Change = { changes: Uint8Array[]; tidied: Uint8Array[] };

const stateMaxBytes = 16 * 1024 * 1024;
// The exact size costs an encoding of the whole board: taken again only after this much was written or deleted.
const remeasureAfter = 64 * 1024;

export class BoardDocument {
  #doc: Y.Doc;
  #emitted: { bytes: Uint8Array; origin: unknown }[] = [];
  /** Never less than the encoded state: deletions make that smaller, not this. */
  #bytes = 0;
  #changedSinceMeasure = 0;

  constructor(saved: SavedBoard) {
    this.#doc = this.#open(saved);
  }

  /** To read, and to ask the write gate about. Written to by `apply` only. */
  get board(): Y.Doc {
    return this.#doc;
  }

  /** Throws away whatever is not in the log. */
  reset(saved: SavedBoard): void {
    this.#doc.destroy();
    this.#doc = this.#open(saved);
  }

  #open({ snapshot, tail }: SavedBoard): Y.Doc {
    const doc = replay(
      snapshot?.state,
      tail.map(({ bytes }) => bytes),
    );
    doc.on("update", (bytes: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      this.#emitted.push({ bytes, origin });
      this.#changedSinceMeasure += bytes.length + deletedIn(transaction);
    });
    this.#emitted = [];
    this.#bytes = tail.reduce((sum, { bytes }) => sum + bytes.length, snapshot?.state.length ?? 0);
    this.#changedSinceMeasure = remeasureAfter;
    return doc;
  }

  /** Undefined when Yjs could not take all of it: the document is then broken, and must be reset. */
  apply(update: Uint8Array): Change | undefined {
    const origin = {};
    this.#emitted = [];
    try {
      Y.applyUpdate(this.#doc, update, origin);
    } catch {
      // Well-formed bytes with a meaning that Yjs stumbles over in the middle of its transaction.
      return undefined;
    }
    if (leftBehind(this.#doc)) return undefined;
    const change: Change = { changes: [], tidied: [] };
    for (const emitted of this.#emitted) {
      (emitted.origin === origin ? change.changes : change.tidied).push(emitted.bytes);
      this.#bytes += emitted.bytes.length;
    }
    return change;
  }

  hasRoomFor(bytes: number): boolean {
    if (this.#bytes + bytes <= stateMaxBytes) return true;
    if (this.#changedSinceMeasure < remeasureAfter) return false;
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).length;
    this.#changedSinceMeasure = 0;
    return this.#bytes + bytes <= stateMaxBytes;
  }
}

/** How many elements, characters mostly, a transaction deleted. */
function deletedIn({ deleteSet }: Y.Transaction): number {
  let deleted = 0;
  for (const ranges of deleteSet.clients.values()) for (const { len } of ranges) deleted += len;
  return deleted;
}
