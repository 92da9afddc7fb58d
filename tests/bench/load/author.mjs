// Somebody who writes to a board without reading it.
import { message, readMessage, syncFrame, syncStep2, update } from "./dialects.mjs";
import { emptyUpdate } from "./emptiness.mjs";
import { RawSocket } from "./rawSocket.mjs";

/** @typedef {import("./dialects.mjs").Dialect} Dialect */
/** @typedef {import("./rawSocket.mjs").Seat} Seat */

export class Author {
  #expected = 0;
  #onBack = () => {};
  #seat;
  #dialect;
  #socket;

  /** @param {Seat} seat @param {Dialect} dialect */
  constructor(seat, dialect) {
    this.#seat = seat;
    this.#dialect = dialect;
    this.#socket = new RawSocket(seat, (bytes, start, end) => {
      readMessage(dialect, bytes, start, end);
      if (message.isSync && message.kind === update && --this.#expected === 0) this.#onBack();
    });
  }

  async arrive() {
    await this.#socket.opened;
    const { document } = this.#seat;
    // The answer to the server's SyncStep1, without which it would wait for more to come.
    this.#socket.send(syncFrame(this.#dialect, document, syncStep2, emptyUpdate));
  }

  /**
   * All at once; resolves when all of it has come back.
   * @param {readonly Uint8Array[]} updates
   */
  async write(updates) {
    this.#expected = updates.length;
    const back = new Promise((resolve) => {
      this.#onBack = () => resolve(undefined);
    });
    const frames = updates.map((bytes) => syncFrame(this.#dialect, this.#seat.document, update, bytes));
    this.#socket.send(Buffer.concat(frames));
    await Promise.race([back, this.#socket.gone]);
  }

  leave() {
    this.#socket.end();
  }
}
