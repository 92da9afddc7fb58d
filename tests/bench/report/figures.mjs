// Numbers out of measurements.

const stepsPerMs = 20;
const stepsMax = 20_000 * stepsPerMs;

/** Counts milliseconds in steps, up to 20 s: millions of latencies without keeping each. */
export class Latencies {
  /** Grows with the slowest. @type {number[]} */
  #counts = [];
  count = 0;
  max = 0;

  /** @param {number} ms */
  add(ms) {
    const step = Math.min(stepsMax, Math.max(0, Math.round(ms * stepsPerMs)));
    while (this.#counts.length <= step) this.#counts.push(0);
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    this.count += 1;
    if (ms > this.max) this.max = ms;
  }

  /** @param {readonly Latencies[]} parts */
  static together(parts) {
    const all = new Latencies();
    for (const part of parts) {
      while (all.#counts.length < part.#counts.length) all.#counts.push(0);
      for (const [step, count] of part.#counts.entries())
        all.#counts[step] = (all.#counts[step] ?? 0) + count;
      all.count += part.count;
      all.max = Math.max(all.max, part.max);
    }
    return all;
  }

  /** @param {number} share 0..1 */
  at(share) {
    let left = Math.ceil(this.count * share);
    for (let step = 0; step < this.#counts.length; step += 1) {
      left -= this.#counts[step] ?? 0;
      if (left <= 0) return step / stepsPerMs;
    }
    return Number.NaN;
  }
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * The median of each figure by itself.
 * @template {Record<string, number>} T
 * @param {readonly T[]} runs
 * @returns {T}
 */
export function medians(runs) {
  const [first] = runs;
  if (first === undefined) throw new Error("no run to take a median of");
  const entries = Object.keys(first).map((key) => [key, median(runs.map((run) => run[key] ?? Number.NaN))]);
  return Object.fromEntries(entries);
}
