// People in one room. Counts who has seen whose typing, and how late; at saturation everybody types as fast as their
// own text comes back.
import { Latencies } from "../report/figures.mjs";
import { Member } from "./member.mjs";
import { ownCpu } from "./ownCpu.mjs";

/** @typedef {import("./dialects.mjs").Dialect} Dialect */
/** @typedef {import("./rawSocket.mjs").Seat} Seat */
/** @typedef {import("../edits/typist.mjs").Typing} Typing */

// Under way at any moment in the whole room, at saturation: enough that no server waits for the load.
const underWay = 3_000;
// Nothing new for this long: what has not come by now is lost.
const silenceMs = 10_000;

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Room {
  deliveries = 0;
  own = new Latencies();
  others = new Latencies();
  #members;
  #typings;
  #sentAt;
  #isTimed = false;
  /** Updates that each may have under way; 0 while nobody is hurried. */
  #window = 0;
  #now = 0;

  /**
   * @param {Dialect} dialect
   * @param {readonly Seat[]} seats
   * @param {readonly Typing[]} typings
   */
  constructor(dialect, seats, typings) {
    const listener = {
      onSeen: (
        /** @type {Member} */ member,
        /** @type {number} */ author,
        /** @type {number} */ from,
        /** @type {number} */ to,
      ) => this.#onSeen(member, author, from, to),
      onRead: (/** @type {Member} */ member) => this.#onRead(member),
    };
    this.#typings = typings;
    this.#sentAt = typings.map(({ updates }) => new Float64Array(updates.length));
    this.#members = seats.map((seat, index) => new Member({ seat, dialect, index, typings, listener }));
  }

  get members() {
    return this.#members;
  }

  async joined() {
    await Promise.all(this.#members.map(({ joined }) => joined));
  }

  leave() {
    for (const { socket } of this.#members) socket.end();
  }

  get sent() {
    return this.#members.reduce((sum, { sent }) => sum + sent, 0);
  }

  /** Deliveries that have not come. */
  get missing() {
    return this.sent * this.#members.length - this.deliveries;
  }

  /** One keystroke. @param {Member} member */
  typeOne(member) {
    const times = this.#sentAt[member.index];
    if (times !== undefined && this.#isTimed) times[member.sent] = performance.now();
    member.type(1);
  }

  /**
   * @param {Member} member
   * @param {number} author
   * @param {number} from
   * @param {number} to
   */
  #onSeen(member, author, from, to) {
    this.deliveries += to - from;
    if (!this.#isTimed) return;
    if (this.#now === 0) this.#now = performance.now();
    const times = this.#sentAt[author];
    const ends = this.#typings[author]?.clockEnds;
    const latencies = member.index === author ? this.own : this.others;
    for (let index = from; index < to; index += 1) {
      const at = times?.[index] ?? 0;
      // A backspace is seen to have come only by what comes after it.
      if (at > 0 && index + 1 < to && ends?.[index] === ends?.[index + 1]) continue;
      if (at > 0) latencies.add(this.#now - at);
    }
  }

  /** @param {Member} member */
  #onRead(member) {
    this.#now = 0;
    if (this.#window === 0) return;
    const free = this.#window - (member.sent - member.own);
    // In halves: a write for every single one would measure the load.
    if (free >= this.#window / 2) member.type(free);
  }

  /** From here on, what is typed counts in `own` and `others`. */
  startTiming() {
    this.#isTimed = true;
  }

  /** @param {{ warmMs: number, durationMs: number }} options */
  async typeFlatOut({ warmMs, durationMs }) {
    // Late ones of before are still waited for.
    this.#isTimed = this.missing > 0;
    this.#window = Math.max(2, Math.ceil(underWay / this.#members.length));
    for (const member of this.#members) member.type(this.#window - (member.sent - member.own));
    const startedAt = performance.now();
    while (performance.now() - startedAt < warmMs && !this.#hasUsed(1 / 3)) await pause(20);
    const cpu = ownCpu();
    const from = performance.now();
    const atFrom = this.deliveries;
    while (performance.now() - from < durationMs && !this.#hasUsed(1)) await pause(20);
    const perSecond = ((this.deliveries - atFrom) / (performance.now() - from)) * 1_000;
    const load = cpu();
    this.#window = 0;
    return { perSecond, load };
  }

  /** Has somebody typed this share of all they have? Once it is all, it would be the load that is measured. */
  #hasUsed(/** @type {number} */ share) {
    return this.#members.some(({ sent, total }) => sent >= total * share);
  }

  /**
   * Waits until everything has come to everyone. Gives up on a server that falls silent, which has lost what is
   * missing, and on one that is still behind when the time is over.
   * @param {number} withinMs
   */
  async settle(withinMs) {
    // A backspace at the end is seen to have come by what follows it.
    for (const member of this.#members) if (member.endsInBackspace) member.type(1);
    const from = performance.now();
    let last = -1;
    let quietSince = from;
    while (this.missing > 0) {
      const now = performance.now();
      if (this.deliveries !== last) {
        last = this.deliveries;
        quietSince = now;
      } else if (now - quietSince > silenceMs) return { lost: this.missing, late: 0 };
      if (now - from > withinMs) return { lost: 0, late: this.missing };
      await pause(5);
    }
    return { lost: 0, late: 0 };
  }
}
