// When a board's log is folded: often enough that it opens quickly, and seldom enough that a fast room does not do
// it all the time.
import type { BoardLog } from "./boardLog.ts";

const afterUpdates = 500;
const afterBytes = 1024 * 1024;
const atMostEveryMs = 5_000;
// A fold reads the whole board, here and in the worker: while people write, the larger it is, the less often.
const longerPerByteMs = 2_000 / (1024 * 1024);
// However short a time ago it was: a tail takes memory, and time when the board is opened.
const atOnceBytes = 16 * 1024 * 1024;
// With less than this behind its snapshot a board opens just as fast.
const leftUpdates = 50;

export class FoldSchedule {
  readonly #log: BoardLog;
  readonly #now: () => number;
  readonly #fold: () => Promise<void>;
  #isUnderWay = false;
  #startedAt: number;
  /** Where the last one was tried: what failed there fails again. */
  #triedSeq = 0;

  constructor(log: BoardLog, now: () => number, fold: () => Promise<void>) {
    this.#log = log;
    this.#now = now;
    this.#fold = fold;
    // One that was left long is folded at once; else those who open a board have its first seconds for themselves.
    this.#startedAt = log.tailSize().updates >= afterUpdates ? Number.NEGATIVE_INFINITY : now();
  }

  get isUnderWay(): boolean {
    return this.#isUnderWay;
  }

  /** Only while the live document has what the log has, and no more. */
  whenDue(isQuiet = false): void {
    const { updates, bytes } = this.#log.tailSize();
    if (updates < afterUpdates && bytes < afterBytes) return;
    const waitMs = atMostEveryMs + (isQuiet ? 0 : this.#log.base.bytes.length * longerPerByteMs);
    if (this.#now() - this.#startedAt < waitMs && bytes < atOnceBytes) return;
    this.#start();
  }

  beforeLeaving(): void {
    if (this.#log.tailSize().updates >= leftUpdates) this.#start();
  }

  #start(): void {
    if (this.#isUnderWay || this.#triedSeq === this.#log.seq) return;
    this.#isUnderWay = true;
    this.#startedAt = this.#now();
    this.#triedSeq = this.#log.seq;
    void this.#fold().finally(() => {
      this.#isUnderWay = false;
    });
  }
}
