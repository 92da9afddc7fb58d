// How long the writer waits between two turns. Each turn costs a commit and a write to every socket, whatever is in
// it: as the event loop fills, fewer and larger turns are what keeps it from falling behind. While it has time to
// spare, every update goes at once.
import { type EventLoopUtilization, performance } from "node:perf_hooks";

const longestMs = 15;
const sampleEveryMs = 100;
// Below the first, turns follow each other at once; from the second on, they are as far apart as they get.
const calm = 0.5;
const full = 0.9;

export class TurnWindow {
  #sampled: EventLoopUtilization = performance.eventLoopUtilization();
  #sampledAt = performance.now();
  #windowMs = 0;
  #endedAt = 0;

  turnEnded(): void {
    this.#endedAt = performance.now();
    if (this.#endedAt - this.#sampledAt < sampleEveryMs) return;
    const sample = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(sample, this.#sampled);
    this.#sampled = sample;
    this.#sampledAt = this.#endedAt;
    this.#windowMs = longestMs * Math.min(1, Math.max(0, (utilization - calm) / (full - calm)));
  }

  /** Counted from the end of the last turn: whoever writes first after a pause does not wait. */
  untilNextMs(): number {
    return Math.max(0, this.#endedAt + this.#windowMs - performance.now());
  }
}
