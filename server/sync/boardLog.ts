// The log of an open board, in memory: a base, which is everything up to some update as one, and the tail of the
// updates after it, laid out as they were told. Only what is committed is in it. Who joins is answered from here,
// without a document; a document is made from here when somebody writes.
import * as Y from "yjs";
import type { SavedBoard } from "#server/storage/updateLog.ts";
import type { LogBytes } from "./boardTasks.ts";
import { messagesAfter, updateMessages, updatesIn } from "./messages.ts";
import { replay } from "./replay.ts";

export type Base = {
  seq: number;
  /** Every update up to `seq`, as one. */
  bytes: Uint8Array;
  /** Client id → how much of theirs is in it. */
  clocks: ReadonlyMap<number, number>;
  /** All its deletions, as an update without content. */
  deleteSet: Uint8Array;
};

/** Updates `from` to `to`, as messages. */
type Chunk = { from: number; to: number; messages: Buffer };

export const emptyUpdate = new Uint8Array([0, 0]);

// As much as is merged, or compared with what a client has, on the main thread: a few milliseconds.
export const smallBytes = 128 * 1024;
const mergeEveryMs = 250;
// Behind the base, for our own clients that were away for a moment.
const keptBehindBytes = 256 * 1024;
// A joiner is written few large buffers rather than many small ones.
const chunksMax = 64;

function baseOf({ snapshot }: SavedBoard): Base {
  if (snapshot === undefined)
    return { seq: 0, bytes: emptyUpdate, clocks: new Map(), deleteSet: emptyUpdate };
  const { seq, state } = snapshot;
  const stateVector = snapshot.stateVector ?? Y.encodeStateVectorFromUpdate(state);
  const deleteSet = snapshot.deleteSet ?? Y.diffUpdate(state, stateVector);
  return { seq, bytes: state, clocks: Y.decodeStateVector(stateVector), deleteSet };
}

export class BoardLog {
  #base: Base;
  /** In order, without gaps; the first may stand behind the base. */
  #chunks: Chunk[] = [];
  #seq: number;
  #tailBytes = 0;
  #clocks: Map<number, number>;
  #clocksSeq: number;
  #small: { base: Base; madeAt: number } | undefined;

  constructor(saved: SavedBoard) {
    this.#base = baseOf(saved);
    this.#seq = this.#base.seq;
    this.#clocks = new Map(this.#base.clocks);
    this.#clocksSeq = this.#seq;
    const updates = saved.tail.map(({ bytes }) => bytes);
    if (updates.length > 0) this.append(updates.length, updateMessages(updates));
  }

  /** The number of the last update. */
  get seq(): number {
    return this.#seq;
  }

  get base(): Base {
    return this.#base;
  }

  append(count: number, messages: Buffer): void {
    const { buffer, byteOffset, length } = messages;
    // A small buffer is a piece of a larger one, which it would keep in memory as long as it is kept itself.
    const own = buffer.byteLength > 2 * length ? buffer.slice(byteOffset, byteOffset + length) : undefined;
    const kept = own === undefined ? messages : Buffer.from(own);
    this.#chunks.push({ from: this.#seq + 1, to: this.#seq + count, messages: kept });
    this.#seq += count;
    this.#tailBytes += messages.length;
  }

  /** How much stands after the base. */
  tailSize(): { updates: number; bytes: number } {
    return { updates: this.#seq - this.#base.seq, bytes: this.#tailBytes };
  }

  /** The messages of all updates after this one; undefined when some of them are gone. */
  messagesSince(seq: number): Buffer[] | undefined {
    if (seq >= this.#seq) return [];
    const first = this.#chunks.findIndex(({ to }) => to > seq);
    const from = this.#chunks[first]?.from;
    if (from === undefined || from > seq + 1) return undefined;
    if (this.#chunks.length - first > chunksMax) this.#join(first);
    const [one, ...more] = this.#chunks.slice(first);
    if (one === undefined) return [];
    const rest = messagesAfter(one.messages, seq + 1 - one.from);
    return [rest, ...more.map(({ messages }) => messages)];
  }

  #join(first: number): void {
    const joined = this.#chunks.splice(first);
    const from = joined[0]?.from ?? this.#seq + 1;
    this.#chunks.push({ from, to: this.#seq, messages: Buffer.concat(joined.map((one) => one.messages)) });
  }

  /** The updates after the base, as messages. */
  tail(): Buffer[] {
    const tail = this.messagesSince(this.#base.seq);
    if (tail === undefined) throw new Error("the tail of a board begins after its base");
    return tail;
  }

  /**
   * What a joiner is sent first. Of a small board that is everything, as one; merged again only now and then, or
   * a fast typist and a crowd that joins would have it merged all the time.
   */
  opening(now: number): Base {
    if (this.#seq === this.#base.seq) return this.#base;
    const known = this.#small;
    if (known !== undefined && (known.base.seq === this.#seq || now - known.madeAt < mergeEveryMs)) {
      return known.base;
    }
    if (this.#base.bytes.length + this.tailSize().bytes > smallBytes) return this.#base;
    const board = this.replay();
    const stateVector = Y.encodeStateVector(board);
    const base = {
      seq: this.#seq,
      bytes: Y.encodeStateAsUpdate(board),
      clocks: Y.decodeStateVector(stateVector),
      deleteSet: Y.encodeStateAsUpdate(board, stateVector),
    };
    board.destroy();
    this.#small = { base, madeAt: now };
    return base;
  }

  /** How much of each client's is in the log. */
  clocks(): ReadonlyMap<number, number> {
    const missing = this.messagesSince(this.#clocksSeq) ?? [];
    for (const update of missing.flatMap(updatesIn)) {
      for (const [client, clock] of Y.parseUpdateMeta(update).to) {
        if (clock > (this.#clocks.get(client) ?? 0)) this.#clocks.set(client, clock);
      }
    }
    this.#clocksSeq = this.#seq;
    return this.#clocks;
  }

  /** Spares `clocks` the reading: the document that has all of the log knows them. */
  setClocks(clocks: Map<number, number>, seq = this.#seq): void {
    this.#clocks = clocks;
    this.#clocksSeq = seq;
  }

  /** To be sent to the worker: a copy that is cheap to hand over. */
  bytes(): LogBytes {
    return { base: this.#base.bytes, tail: new Uint8Array(Buffer.concat(this.tail())) };
  }

  /** A new document of all that is in the log. */
  replay(): Y.Doc {
    return replay(this.#base.bytes, this.tail().flatMap(updatesIn));
  }

  /** The log was folded: most of what stands behind the new base is let go. */
  rebase(base: Base): void {
    if (this.#clocksSeq < base.seq) this.setClocks(new Map(base.clocks), base.seq);
    this.#base = base;
    if (this.#small !== undefined && this.#small.base.seq <= base.seq) this.#small = undefined;
    this.#tailBytes = 0;
    let behind = 0;
    let first = this.#chunks.length;
    for (; first > 0; first -= 1) {
      const chunk = this.#chunks[first - 1];
      if (chunk === undefined) continue;
      if (chunk.to > base.seq) this.#tailBytes += chunk.messages.length;
      else behind += chunk.messages.length;
      if (behind > keptBehindBytes) break;
    }
    this.#chunks.splice(0, first);
  }
}
