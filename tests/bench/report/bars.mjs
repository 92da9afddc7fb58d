// What the project promises of its speed, as ratios within one run.
import { limit, ours, peer } from "./results.mjs";
import { printTable } from "./table.mjs";

/** @typedef {import("./results.mjs").Results} Results */

/**
 * @typedef {object} Bar
 * @property {string} what
 * @property {(results: Results) => number} measured
 * @property {number} [atLeast]
 * @property {number} [atMost]
 */

/** Back to the author and seen by others: the worse of the two. @param {Results} results @param {string} name */
function p99Ratio(results, name) {
  return Math.max(...["ownP99", "seenP99"].map((figure) => results.ratio(name, ours, limit, figure)));
}

/** @type {readonly Bar[]} */
const bars = [
  {
    what: "deliveries/s, one room of 50: × Hocuspocus",
    measured: (results) => results.ratio("room 50", ours, peer, "perSecond"),
    atLeast: 2.5,
  },
  {
    what: "deliveries/s, one room of 300: × Hocuspocus",
    measured: (results) => results.ratio("room 300", ours, peer, "perSecond"),
    atLeast: 2,
  },
  ...[50, 300].map((people) => ({
    what: `CPU per delivery, one room of ${people}: × Hocuspocus`,
    measured: (/** @type {Results} */ results) =>
      results.ratio(`room ${people}`, ours, peer, "cpuPerMillion"),
    atMost: 0.45,
  })),
  ...[10, 50, 100, 300].map((people) => ({
    what: `p99 at a fixed rate, one room of ${people}: × raw ws`,
    measured: (/** @type {Results} */ results) => p99Ratio(results, `room ${people}`),
    atMost: 1.5,
  })),
  {
    what: "first to open the large board: × Hocuspocus",
    measured: (results) => results.ratio("open", ours, peer, "oneMs"),
    atMost: 1 / 20,
  },
  {
    what: "50 who open it at once: × Hocuspocus",
    measured: (results) => results.ratio("open", ours, peer, "manyMs"),
    atMost: 1 / 30,
  },
  {
    what: "MB for 1,000 idle boards",
    measured: (results) => results.of("idle", ours, "growthMb"),
    atMost: 30,
  },
];

/** @param {Results} results */
export function printBars(results) {
  const rows = bars.flatMap(({ what, measured, atLeast, atMost }) => {
    const value = measured(results);
    if (Number.isNaN(value)) return [];
    const isMet =
      value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
    const bar = atLeast === undefined ? `≤ ${Number(atMost?.toFixed(3))}` : `≥ ${atLeast}`;
    return [[what, bar, value, isMet ? "met" : "NOT met"]];
  });
  if (rows.length === 0) return;
  printTable(
    "The bars",
    [{ title: "what" }, { title: "bar" }, { title: "measured", digits: 3 }, { title: "" }],
    rows,
  );
}
