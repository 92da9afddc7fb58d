// What was written here and has not come back. The server sends every committed update to everyone, its author
// included, byte for byte: what comes back is saved, and there is no other acknowledgement.

type Pending = { bytes: Uint8Array; changes: number };

// lib0 writes how many clients have structs first: 0 in an update that only repeats deletions.
const hasStructs = (update: Uint8Array) => update[0] !== 0;
const isEmpty = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0;

export class PendingUpdates {
  #waiting: Pending[] = [];

  /** A change made here, whether or not it could be sent. */
  add(update: Uint8Array): void {
    this.#waiting.push({ bytes: update, changes: 1 });
  }

  /** Changes of an earlier visit, kept on this device and never confirmed. */
  addKept(changes: number): void {
    if (changes > 0) this.#waiting.push({ bytes: new Uint8Array(), changes });
  }

  /** The answer to the server's SyncStep1 holds all that the server lacks: its echo stands for everything before. */
  replaceBy(syncStep2: Uint8Array): void {
    const before = this.count;
    this.#waiting = isEmpty(syncStep2)
      ? []
      : [{ bytes: syncStep2, changes: hasStructs(syncStep2) ? Math.max(1, before) : before }];
  }

  /** True when this committed update is one of ours coming back. */
  acknowledge(update: Uint8Array): boolean {
    const at = this.#waiting.findIndex(({ bytes }) => sameBytes(bytes, update));
    if (at === -1) return false;
    this.#waiting.splice(at, 1);
    return true;
  }

  get count(): number {
    return this.#waiting.reduce((sum, { changes }) => sum + changes, 0);
  }

  /** Is an answer still awaited, if only to a repetition? */
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
