// How long the writer waits between two turns. Each turn costs a commit and a write to every socket, whatever is in
// it: as the event loop fills, fewer and larger turns are what keeps it from falling behind. While it has time to
// spare, every update goes at once; and where a turn costs little, little is to be won by waiting.
import { type EventLoopUtilization, performance } from "node:perf_hooks";

const longestMs = 15;
const sampleEveryMs = 100;
// Below the first, turns follow each other at once; from the second on, turns take half of the time at most.
const calm = 0.5;
const full = 0.9;
const turnsApart = 1;
// Of the cost of a turn, how much the last one counts: one slow commit is no trend.
const lastCounts = 0.2;

export class TurnWindow {
  #sampled: EventLoopUtilization = performance.eventLoopUtilization();
  #sampledAt = performance.now();
  /** 0 while the loop is calm, 1 when it is full. */
  #fullness = 0;
  #turnMs = 0;
  #beganAt = 0;
  #endedAt = 0;

  turnBegins(): void {
    this.#beganAt = performance.now();
  }

  turnEnded(): void {
    this.#endedAt = performance.now();
    this.#turnMs += lastCounts * (this.#endedAt - this.#beganAt - this.#turnMs);
    if (this.#endedAt - this.#sampledAt < sampleEveryMs) return;
    const sample = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(sample, this.#sampled);
    this.#sampled = sample;
    this.#sampledAt = this.#endedAt;
    this.#fullness = Math.min(1, Math.max(0, (utilization - calm) / (full - calm)));
  }

  /** Counted from the end of the last turn: whoever writes first after a pause does not wait. */
  untilNextMs(): number {
    const windowMs = Math.min(longestMs, this.#fullness * turnsApart * this.#turnMs);
    return Math.max(0, this.#endedAt + windowMs - performance.now());
  }
}
