// How somebody who comes is brought up to date: from the bytes of the log, without a document. Everybody who has
// the same gets the same bytes, made once: a whole room that comes back at once costs what one of them does.
import * as Y from "yjs";
import type { JoinAnswer } from "#server/metrics/metrics.ts";
import { type Base, type BoardLog, emptyUpdate, smallBytes } from "./boardLog.ts";
import { contentHead } from "./messages.ts";

/** Compares a large base with what somebody has, elsewhere. */
export type Diff = (base: Uint8Array, stateVector: Uint8Array) => Promise<Uint8Array>;

/** What somebody says they have. `seq` undefined: they do not know the log. */
export type Had = { stateVector: Uint8Array; seq: number | undefined };

export type Answer = {
  kind: JoinAnswer;
  /** Messages, one after the other, the last of which is SyncStep2. */
  messages: Uint8Array[];
};

// Those who come back together do so within seconds; each of them may be megabytes.
const diffsKeptMs = 5_000;
const diffsMax = 16;

const syncStep2 = (update: Uint8Array) => [contentHead("syncStep2", update.length), update];
const update = (bytes: Uint8Array) => [contentHead("update", bytes.length), bytes];

/** Programs that read nothing but SyncStep2 get all of it there whenever it is one piece. */
function answer(kind: JoinAnswer, first: Uint8Array | undefined, tail: readonly Buffer[]): Answer {
  if (tail.length === 0) return { kind, messages: syncStep2(first ?? emptyUpdate) };
  const opening = first === undefined ? [] : update(first);
  return { kind, messages: [...opening, ...tail, ...syncStep2(emptyUpdate)] };
}

function hasAllOf(clocks: ReadonlyMap<number, number>, base: Base): boolean {
  if (clocks.size < base.clocks.size) return false;
  for (const [client, clock] of base.clocks) if ((clocks.get(client) ?? 0) < clock) return false;
  return true;
}

export class Joins {
  readonly #log: BoardLog;
  readonly #diff: Diff;
  /** State vector → what one base has beyond it. */
  #diffs = new Map<string, Uint8Array | Promise<Uint8Array>>();
  #diffsOf: Base | undefined;

  constructor(log: BoardLog, diff: Diff) {
    this.#log = log;
    this.#diff = diff;
  }

  answer(had: Had, now: number): Answer | Promise<Answer> {
    const { stateVector, seq } = had;
    const log = this.#log;
    if (seq !== undefined) {
      const missed = log.messagesSince(seq);
      if (missed !== undefined) return answer(missed.length === 0 ? "equal" : "tail", undefined, missed);
    }
    const base = log.opening(now);
    const clocks = Y.decodeStateVector(stateVector);
    const after = log.messagesSince(base.seq) ?? [];
    if (clocks.size === 0) return answer("full", base.bytes, after);
    if (hasAllOf(clocks, base)) return answer("equal", base.deleteSet, after);
    const diff = this.#diffOf(base, stateVector);
    if (diff instanceof Uint8Array) return answer("diff", diff, after);
    return diff.then((found) => {
      // The log went on meanwhile; when it was folded, too, what stood behind the base may be gone.
      const since = log.messagesSince(base.seq);
      return since === undefined ? this.answer(had, now) : answer("diff", found, since);
    });
  }

  #diffOf(base: Base, stateVector: Uint8Array): Uint8Array | Promise<Uint8Array> {
    if (this.#diffsOf !== base) {
      this.#diffsOf = base;
      this.#diffs = new Map();
      setTimeout(() => {
        if (this.#diffsOf === base) this.#diffsOf = undefined;
      }, diffsKeptMs).unref();
    }
    const key = Buffer.from(stateVector).toString("latin1");
    const known = this.#diffs.get(key);
    if (known !== undefined) return known;
    const isSmall = base.bytes.length <= smallBytes;
    const diff = isSmall ? Y.diffUpdate(base.bytes, stateVector) : this.#diff(base.bytes, stateVector);
    if (this.#diffs.size < diffsMax) this.#diffs.set(key, diff);
    // The next one who asks tries again.
    if (diff instanceof Promise) diff.catch(() => this.#diffs.delete(key));
    return diff;
  }
}
