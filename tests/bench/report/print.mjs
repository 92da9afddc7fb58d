// One table per scenario.
import { limit, peer } from "./results.mjs";
import { printTable } from "./table.mjs";

/** @typedef {import("./results.mjs").Results} Results */

/**
 * @typedef {object} Figure
 * @property {string} title
 * @property {string} figure
 * @property {number} digits
 * @property {boolean} [compared] with Hocuspocus and with the raw broadcaster
 * @property {number} [factor]
 */

/** @type {Record<string, { title: string, cases: string, figures: Figure[] }>} */
const tables = {
  steady: {
    title: "One room, 4 keystrokes a second each (ms; back: to the author, seen: by the others)",
    cases: "room ",
    figures: [
      { title: "back p50", figure: "ownP50", digits: 2 },
      { title: "p95", figure: "ownP95", digits: 2 },
      { title: "p99", figure: "ownP99", digits: 2 },
      { title: "seen p50", figure: "seenP50", digits: 2 },
      { title: "p95", figure: "seenP95", digits: 2 },
      { title: "p99", figure: "seenP99", digits: 2, compared: true },
      { title: "load %", figure: "steadyLoad", digits: 0, factor: 100 },
    ],
  },
  saturated: {
    title: "One room at saturation",
    cases: "room ",
    figures: [
      { title: "deliveries/s", figure: "perSecond", digits: 0, compared: true },
      { title: "CPU s/million", figure: "cpuPerMillion", digits: 3, compared: true },
      { title: "load %", figure: "load", digits: 0, factor: 100 },
    ],
  },
  boards: {
    title: "50 boards × 6 people, 4 keystrokes and 15 cursor moves a second each (ms)",
    cases: "boards",
    figures: [
      { title: "back p50", figure: "ownP50", digits: 2 },
      { title: "p99", figure: "ownP99", digits: 2 },
      { title: "seen p50", figure: "seenP50", digits: 2 },
      { title: "p95", figure: "seenP95", digits: 2 },
      { title: "p99", figure: "seenP99", digits: 2, compared: true },
      { title: "CPU cores", figure: "cores", digits: 2, compared: true },
      { title: "cursors/s", figure: "cursorsPerSecond", digits: 0 },
      { title: "load %", figure: "load", digits: 0, factor: 100 },
    ],
  },
  open: {
    title: "Opening a board of 200,000 edits at a server just started (ms until all of it is there)",
    cases: "open",
    figures: [
      { title: "the first", figure: "oneMs", digits: 0, compared: true },
      { title: "50 at once", figure: "manyMs", digits: 0, compared: true },
    ],
  },
  idle: {
    title: "1,000 boards open, one person on each (MB resident)",
    cases: "idle",
    figures: [
      { title: "with one", figure: "beforeMb", digits: 1 },
      { title: "growth", figure: "growthMb", digits: 1, compared: true },
    ],
  },
  storm: {
    title:
      "300 come back at once to the large board (ms; stall: what a bystander's keystroke waited at worst)",
    cases: "storm",
    figures: [
      { title: "all synced", figure: "allMs", digits: 0, compared: true },
      { title: "stall", figure: "stallMs", digits: 0, compared: true },
      { title: "loop lag p99", figure: "lagP99Ms", digits: 0 },
      { title: "max", figure: "lagMaxMs", digits: 0 },
    ],
  },
};

/** @param {Results} results */
export function printScenarios(results) {
  for (const { title, cases, figures } of Object.values(tables)) {
    const names = results.cases.filter((name) => name.startsWith(cases));
    const rows = names.flatMap((name) =>
      results
        .contestantsOf(name)
        .map((contestant) => [
          name,
          contestant,
          ...figures.flatMap(({ figure, compared, factor = 1 }) => [
            results.of(name, contestant, figure) * factor,
            ...(compared ? [peer, limit].map((other) => results.ratio(name, contestant, other, figure)) : []),
          ]),
        ]),
    );
    if (rows.length === 0) continue;
    const columns = figures.flatMap(({ title: column, digits, compared }) => [
      { title: column, digits },
      ...(compared
        ? [
            { title: "÷Hocus.", digits: 3 },
            { title: "÷raw", digits: 3 },
          ]
        : []),
    ]);
    printTable(title, [{ title: "" }, { title: "server" }, ...columns], rows);
  }
  for (const { name, contestant, lost, late } of results.shortfalls()) {
    const runs = `${contestant}, ${name}`;
    if (late > 0)
      console.log(`\n${runs}: did not keep up, ${late.toLocaleString("en")} deliveries were late.`);
    if (lost > 0) console.log(`\n!!! LOST: ${runs}: ${lost.toLocaleString("en")} !!!`);
  }
}
