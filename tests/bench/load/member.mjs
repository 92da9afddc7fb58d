// One person in a room: a socket, what they are going to type as ready-made frames, and how far they have seen
// everybody's typing.
import { message, presenceFrame, readMessage, syncFrame, syncStep1, syncStep2, update } from "./dialects.mjs";
import { emptyStateVector, emptyUpdate } from "./emptiness.mjs";
import { RawSocket } from "./rawSocket.mjs";
import { readReached } from "./updateReader.mjs";

/** @typedef {import("./dialects.mjs").Dialect} Dialect */
/** @typedef {import("./rawSocket.mjs").Seat} Seat */
/** @typedef {import("../edits/typist.mjs").Typing} Typing */

/** @type {Map<string, WeakMap<Typing, { frames: Buffer, ends: Int32Array }>>} */
const framed = new Map();

/**
 * All that a person will type, one frame behind the other: any stretch of it is one write.
 * @param {Dialect} dialect
 * @param {string} document
 * @param {Typing} typing
 */
function framesOf(dialect, document, typing) {
  const key = `${dialect.address(document)}`;
  const ofKey = framed.get(key) ?? new WeakMap();
  framed.set(key, ofKey);
  const known = ofKey.get(typing);
  if (known !== undefined) return known;
  const each = typing.updates.map((bytes) => syncFrame(dialect, document, update, bytes));
  const ends = new Int32Array(each.length);
  let end = 0;
  for (const [index, frame] of each.entries()) {
    end += frame.length;
    ends[index] = end;
  }
  const frames = { frames: Buffer.concat(each), ends };
  ofKey.set(typing, frames);
  return frames;
}

/**
 * @typedef {object} Listener
 * @property {(member: Member, author: number, from: number, to: number) => void} onSeen updates of that author, by index
 * @property {(member: Member) => void} onRead after each read
 */

export class Member {
  /** How many updates of each author have come. */
  seen;
  sent = 0;
  /** How often somebody's cursor was told. */
  cursorsSeen = 0;
  #cursorClock = 0;
  #document;
  #typings;
  #firstClient;
  #frames;
  #own;
  #listener;
  #dialect;
  /** @type {() => void} */
  #onSynced = () => {};

  /**
   * @param {{ seat: Seat, dialect: Dialect, index: number, typings: readonly Typing[], listener: Listener }} options
   */
  constructor({ seat, dialect, index, typings, listener }) {
    this.index = index;
    this.#document = seat.document;
    this.#typings = typings;
    this.#firstClient = typings[0]?.client ?? 0;
    this.seen = new Int32Array(typings.length);
    this.#dialect = dialect;
    this.#listener = listener;
    const own = typings[index];
    if (own === undefined) throw new Error(`nobody types as number ${index}`);
    this.#own = own;
    this.client = own.client;
    this.total = own.updates.length;
    this.#frames = framesOf(dialect, seat.document, own);
    this.socket = new RawSocket(
      seat,
      (bytes, start, end) => this.#take(bytes, start, end),
      () => listener.onRead(this),
    );
    /** Resolves when the board has been sent. */
    this.joined = this.#join(seat);
  }

  /** @param {Seat} seat */
  async #join({ document }) {
    await this.socket.opened;
    const dialect = this.#dialect;
    if (!dialect.answers) return;
    const synced = new Promise((resolve) => {
      this.#onSynced = () => resolve(undefined);
    });
    this.socket.send(
      Buffer.concat([
        dialect.greeting(document),
        syncFrame(dialect, document, syncStep1, emptyStateVector),
        // What we would answer to the server's SyncStep1: we have nothing that it has not.
        syncFrame(dialect, document, syncStep2, emptyUpdate),
      ]),
    );
    await Promise.race([synced, this.socket.gone]);
  }

  /** Sends up to `count` more updates in one write. */
  type(/** @type {number} */ count) {
    const { frames, ends } = this.#frames;
    const to = Math.min(this.total, this.sent + count);
    if (to <= this.sent) return;
    const from = this.sent === 0 ? 0 : (ends[this.sent - 1] ?? 0);
    this.sent = to;
    this.socket.send(frames.subarray(from, ends[to - 1]));
  }

  /** @param {string} section @param {number} x @param {number} y */
  point(section, x, y) {
    this.#cursorClock += 1;
    const user = { id: `person-${this.index}`, name: `Person ${this.index}`, color: "3" };
    const state = JSON.stringify({ user, cursor: { section, x, y } });
    const entry = { client: this.client, clock: this.#cursorClock, state };
    this.socket.send(presenceFrame(this.#dialect, this.#document, entry));
  }

  /** True when what was sent last shows only once the next has come. */
  get endsInBackspace() {
    const { clockEnds } = this.#own;
    return this.sent > 0 && this.sent < this.total && clockEnds[this.sent - 1] === clockEnds[this.sent];
  }

  get own() {
    return this.seen[this.index] ?? 0;
  }

  /**
   * @param {Buffer} bytes
   * @param {number} start
   * @param {number} end
   */
  #take(bytes, start, end) {
    readMessage(this.#dialect, bytes, start, end);
    if (message.isPresence) this.cursorsSeen += bytes[message.start] ?? 0;
    if (!message.isSync) return;
    if (message.kind === update) readReached(bytes, message.start, this.#reached);
    else if (message.kind === syncStep2) this.#onSynced();
  }

  #reached = (/** @type {number} */ client, /** @type {number} */ clockEnd) => {
    const author = client - this.#firstClient;
    const typing = this.#typings[author];
    // The server's own, and those who wrote the board before.
    if (typing === undefined) return;
    const { clockEnds } = typing;
    const from = this.seen[author] ?? 0;
    let to = from;
    while (to < clockEnds.length && (clockEnds[to] ?? 0) <= clockEnd) to += 1;
    if (to === from) return;
    this.seen[author] = to;
    this.#listener.onSeen(this, author, from, to);
  };
}
