const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Lets everybody act at a rate of their own, all of them evenly spread over time.
 * @template P
 * @param {{ people: readonly P[], perSecond: number, durationMs: number, act: (person: P) => void,
 * isOver?: () => boolean }} options
 */
export async function pace({ people, perSecond, durationMs, act, isOver }) {
  const everyMs = 1_000 / perSecond / people.length;
  const startedAt = performance.now();
  const count = Math.floor(durationMs / everyMs);
  for (let next = 0; next < count && !isOver?.(); ) {
    const due = Math.min(count, Math.floor((performance.now() - startedAt) / everyMs) + 1);
    for (; next < due; next += 1) {
      const person = people[next % people.length];
      if (person !== undefined) act(person);
    }
    await pause(1);
  }
}
