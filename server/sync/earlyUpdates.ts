// Updates that came before what they build on. A client that reconnects and types at once sends the new letter
// first, and its offline work only when it answers our SyncStep1: the letter waits here for that answer.
import type { Connection } from "./connection.ts";

const bytesMax = 4 * 1024 * 1024;
// Counted from the last byte heard: a day's offline work may take its time on a slow line. Not for ever.
const answerWithinMs = 3_000;
const timesMax = 10;

type Waiting = { updates: Uint8Array[]; bytes: number; timer: NodeJS.Timeout | undefined; heard: number };

export class EarlyUpdates {
  readonly #waiting = new Map<Connection, Waiting>();
  readonly #answered = new WeakSet<Connection>();

  /** False when nothing more is to be expected of this client, or too much waits already. */
  hold(author: Connection, update: Uint8Array): boolean {
    if (this.#answered.has(author)) return false;
    const waiting = this.#waiting.get(author) ?? this.#start(author);
    waiting.updates.push(update);
    waiting.bytes += update.length;
    return waiting.bytes <= bytesMax;
  }

  #start(author: Connection): Waiting {
    const waiting: Waiting = { updates: [], bytes: 0, timer: undefined, heard: author.bytesHeard };
    this.#waiting.set(author, waiting);
    this.#watch(author, waiting, timesMax);
    return waiting;
  }

  #watch(author: Connection, waiting: Waiting, timesLeft: number): void {
    waiting.timer = setTimeout(() => {
      const { bytesHeard } = author;
      if (timesLeft === 0 || bytesHeard === waiting.heard) author.refuse("updateIncomplete");
      else {
        waiting.heard = bytesHeard;
        this.#watch(author, waiting, timesLeft - 1);
      }
    }, answerWithinMs);
  }

  /** The client has told all it had: what waited for that. */
  release(author: Connection): Uint8Array[] {
    this.#answered.add(author);
    return this.forget(author);
  }

  forget(author: Connection): Uint8Array[] {
    const waiting = this.#waiting.get(author);
    if (waiting === undefined) return [];
    clearTimeout(waiting.timer);
    this.#waiting.delete(author);
    return waiting.updates;
  }
}
