// What was written here and has not come back. The server sends every committed update to everyone, its author
// included, byte for byte: what comes back is saved, and there is no other acknowledgement.
import * as Y from "yjs";

/** Bytes that were sent, or will be as soon as there is a connection, and the changes that they hold. */
type Awaited = { bytes: Uint8Array; keys: readonly string[] };

export class PendingUpdates {
  /** Every change that is not saved, in the order it was made. */
  readonly #unsaved = new Map<string, Uint8Array>();
  #awaited: Awaited[] = [];

  /** A change made here, whether or not it could be sent. */
  add(key: string, update: Uint8Array): void {
    this.#unsaved.set(key, update);
    this.#awaited.push({ bytes: update, keys: [key] });
  }

  /** The answer to a server that has just said what it has: all that is not saved, in one update. */
  handOver(): Uint8Array {
    const updates = this.updates;
    const bytes = updates.length === 0 ? emptyUpdate : Y.mergeUpdates(updates);
    this.awaitInstead(bytes);
    return bytes;
  }

  /** The echo of these bytes stands for everything before. */
  awaitInstead(bytes: Uint8Array): void {
    this.#awaited = isEmpty(bytes) ? [] : [{ bytes, keys: [...this.#unsaved.keys()] }];
  }

  /** Which changes are saved now, when this committed update is one of ours coming back. */
  acknowledge(update: Uint8Array): readonly string[] | undefined {
    const at = this.#awaited.findIndex(({ bytes }) => sameBytes(bytes, update));
    const [awaited] = at === -1 ? [] : this.#awaited.splice(at, 1);
    for (const key of awaited?.keys ?? []) this.#unsaved.delete(key);
    return awaited?.keys;
  }

  get updates(): Uint8Array[] {
    return [...this.#unsaved.values()];
  }

  get count(): number {
    return this.#unsaved.size;
  }

  /** Is an answer still awaited? */
  get isEmpty(): boolean {
    return this.#awaited.length === 0;
  }
}

// lib0 writes how many clients have structs, and how many have deletions.
const emptyUpdate = new Uint8Array([0, 0]);
const isEmpty = (update: Uint8Array) => sameBytes(update, emptyUpdate);

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
