// How much of the board the server is known to have committed: a clock per Yjs client. Kept on this device too, so
// that after an offline reload one can still tell what was never sent.
import * as Y from "yjs";
import type { Board } from "#shared/board/roots.ts";

export class Confirmed {
  #clocks = new Map<number, number>();

  static from(bytes: Uint8Array): Confirmed {
    const confirmed = new Confirmed();
    confirmed.addStateVector(bytes);
    return confirmed;
  }

  addStateVector(stateVector: Uint8Array): void {
    this.#raise(Y.decodeStateVector(stateVector));
  }

  addUpdate(update: Uint8Array): void {
    this.#raise(Y.parseUpdateMeta(update).to);
  }

  #raise(clocks: ReadonlyMap<number, number>): void {
    for (const [client, clock] of clocks) {
      if (clock > this.clockOf(client)) this.#clocks.set(client, clock);
    }
  }

  clockOf(client: number): number {
    return this.#clocks.get(client) ?? 0;
  }

  /** How many changes the board holds beyond what is confirmed. Deletions have no clock and do not count. */
  missingIn(board: Board): number {
    let missing = 0;
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(board))) {
      missing += Math.max(0, clock - this.clockOf(client));
    }
    return missing;
  }

  bytes(): Uint8Array {
    return Y.encodeStateVector(this.#clocks);
  }
}
