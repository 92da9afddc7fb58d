// So many at a time: enough to keep a server busy, few enough for one machine.
const atOnce = 16;

/**
 * @template T, R
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<R>} work
 */
export async function inGroups(items, work) {
  /** @type {R[]} */
  const done = [];
  for (let at = 0; at < items.length; at += atOnce) {
    done.push(...(await Promise.all(items.slice(at, at + atOnce).map(work))));
  }
  return done;
}
