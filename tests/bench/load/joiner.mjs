// Somebody who comes to a board, and is there when all of it has come.
import { message, readMessage, syncFrame, syncStep1, syncStep2, update } from "./dialects.mjs";
import { emptyStateVector, emptyUpdate } from "./emptiness.mjs";
import { RawSocket } from "./rawSocket.mjs";

/**
 * @typedef {object} JoinOptions
 * @property {import("./rawSocket.mjs").Seat} seat
 * @property {import("./dialects.mjs").Dialect} dialect
 * @property {number} [bytes] how much a board is at least. Servers differ in how they send one: in SyncStep2, as
 * updates before it, or (y-websocket, which reads its disk meanwhile) as an update after an empty SyncStep2.
 * @property {Uint8Array} [stateVector] what the joiner has already
 * @property {Uint8Array} [answer] the update that a stock client answers the server's SyncStep1 with
 * @property {boolean} [keeps] collects what came
 */

export class Joiner {
  /** @type {Buffer[]} */
  updates = [];
  #bytes = 0;
  #hasStep2 = false;
  #options;

  /** @param {JoinOptions} options */
  constructor(options) {
    this.#options = options;
    this.startedAt = performance.now();
    this.socket = new RawSocket(options.seat, (bytes, start, end) => this.#take(bytes, start, end));
    /** Resolves to the milliseconds from opening the socket to having the board. */
    this.synced = this.#join();
    this.synced.catch(() => {});
  }

  /** @returns {Promise<number>} */
  async #join() {
    const { seat, dialect, stateVector = emptyStateVector, answer = emptyUpdate } = this.#options;
    const whole = new Promise((resolve) => {
      this.#onWhole = resolve;
    });
    await this.socket.opened;
    this.socket.send(
      Buffer.concat([
        dialect.greeting(seat.document),
        syncFrame(dialect, seat.document, syncStep1, stateVector),
        syncFrame(dialect, seat.document, syncStep2, answer),
      ]),
    );
    return Promise.race([whole, this.socket.gone]);
  }

  /** @type {(ms: number) => void} */
  #onWhole = () => {};

  /**
   * @param {Buffer} bytes
   * @param {number} start
   * @param {number} end
   */
  #take(bytes, start, end) {
    const { dialect, bytes: least = 0, keeps = false } = this.#options;
    readMessage(dialect, bytes, start, end);
    if (!message.isSync || (message.kind !== update && message.kind !== syncStep2)) return;
    if (message.kind === syncStep2) this.#hasStep2 = true;
    this.#bytes += message.end - message.start;
    if (keeps) this.updates.push(Buffer.from(bytes.subarray(message.start, message.end)));
    if (this.#hasStep2 && this.#bytes >= least) this.#onWhole(performance.now() - this.startedAt);
  }
}
