// npm run bench [-- [--quick] [rooms] [boards] [open] [idle] [storm]]: our server against others, in one run, their
// turns interleaved, the medians printed as tables. docs/BENCH.md says what is measured and how to read it.
import { broadcaster } from "./contestants/broadcaster.mjs";
import { canevas } from "./contestants/canevas.mjs";
import { hocuspocus } from "./contestants/hocuspocus.mjs";
import { hocuspocusPackages, installRival, yWebsocketPackages } from "./contestants/rivals.mjs";
import { yWebsocket } from "./contestants/yWebsocket.mjs";
import { printBars } from "./report/bars.mjs";
import { printScenarios } from "./report/print.mjs";
import { Results } from "./report/results.mjs";
import { coldOpen } from "./scenarios/coldOpen.mjs";
import { idle } from "./scenarios/idleBoards.mjs";
import { manyBoards } from "./scenarios/manyBoards.mjs";
import { oneRoom } from "./scenarios/rooms.mjs";
import { newFolder } from "./scenarios/stored.mjs";
import { storm } from "./scenarios/storm.mjs";

/** @typedef {import("./contestants/contestant.mjs").Contestant} Contestant */
/** @typedef {import("./contestants/contestant.mjs").Running} Running */

const words = process.argv.slice(2);
const isQuick = words.includes("--quick");
const rounds = isQuick ? 1 : 3;
const sizes = isQuick ? [50, 300] : [10, 50, 100, 300];

const results = new Results();

async function contestants() {
  /** @type {Contestant[]} */
  const all = [canevas(), broadcaster];
  for (const [packages, make] of /** @type {const} */ ([
    [hocuspocusPackages, hocuspocus],
    [yWebsocketPackages, yWebsocket],
  ])) {
    const address = await installRival(packages);
    if (address !== undefined) all.push(make(address));
    else console.error(`${packages.name} could not be installed (is the registry within reach?): left out.`);
  }
  return all;
}

/**
 * A contestant that fails does not take the others' figures along.
 * @param {string} name
 * @param {Contestant} contestant
 * @param {() => Promise<Record<string, number>>} measure
 */
async function record(name, contestant, measure) {
  const from = performance.now();
  try {
    results.add(name, contestant.name, await measure());
    console.error(`  ${name}, ${contestant.name}: ${((performance.now() - from) / 1_000).toFixed(1)} s`);
  } catch (error) {
    console.error(`\n!!! FAILED: ${name}, ${contestant.name} !!!\n`, error);
    process.exitCode = 1;
  }
}

/**
 * Every contestant's server at once: those whose turn it is not cost nothing.
 * @param {readonly Contestant[]} all
 * @param {(running: readonly Running[]) => Promise<void>} measure
 */
async function together(all, measure) {
  const running = await Promise.all(all.map((contestant) => contestant.start(newFolder())));
  await measure(running);
  await Promise.all(running.map((one) => one.stop()));
}

/** @type {Record<string, (all: readonly Contestant[]) => Promise<void>>} */
const scenarios = {
  rooms: (all) =>
    together(all, async (running) => {
      // Compiled code, not the compiler, is what a workshop meets.
      for (const one of running) await oneRoom(one, 10);
      for (const people of sizes) {
        for (const one of running) {
          await record(`room ${people}`, one.contestant, () => oneRoom(one, people));
        }
      }
    }),
  boards: (all) =>
    together(all, async (running) => {
      for (const one of running) await record("boards", one.contestant, () => manyBoards(one));
    }),
  async open(all) {
    for (const one of all.filter(({ keeps }) => keeps)) await record("open", one, () => coldOpen(one));
  },
  async idle(all) {
    for (const one of all.filter(({ keeps }) => keeps)) await record("idle", one, () => idle(one));
  },
  async storm(all) {
    for (const one of all.filter(({ keeps }) => keeps)) await record("storm", one, () => storm(one));
  },
};

const asked = words.filter((word) => !word.startsWith("-"));
const unknown = asked.filter((word) => scenarios[word] === undefined);
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}; there are: ${Object.keys(scenarios).join(", ")}.`);
  process.exit(1);
}

const from = performance.now();

/** @param {string} ending */
function report(ending) {
  printScenarios(results);
  printBars(results);
  const minutes = ((performance.now() - from) / 60_000).toFixed(1);
  console.log(`\n${ending} in ${minutes} minutes. Read the ratios, not the milliseconds: docs/BENCH.md.`);
}

// Whoever has seen enough is shown what there is.
process.once("SIGINT", () => {
  report("Stopped: medians of what was measured");
  process.exit(130);
});

const all = await contestants();
for (const name of asked.length > 0 ? asked : Object.keys(scenarios)) {
  for (let round = 1; round <= rounds; round += 1) {
    console.error(`${name}, round ${round} of ${rounds}`);
    await scenarios[name]?.(all);
  }
}
report(`Medians of ${rounds}`);
process.exit();
