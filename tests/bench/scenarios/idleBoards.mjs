// A thousand boards open at once, one person on each, nobody typing: what they cost in memory.
import { readFileSync } from "node:fs";
import * as Y from "yjs";
import { inGroups } from "../inGroups.mjs";
import { Joiner } from "../load/joiner.mjs";
import { newFolder, startOn } from "./stored.mjs";

/** @typedef {import("../contestants/contestant.mjs").Contestant} Contestant */
/** @typedef {import("./stored.mjs").Stored} Stored */

const idleBoards = 1_000;

const atOnce = 25;
const restMs = 2_000;

const example = new URL("../../fixtures/example-incomplete.fr.json", import.meta.url);

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @type {Map<string, Promise<Stored>>} */
const known = new Map();
/** What every board holds, at every contestant. @type {Uint8Array | undefined} */
let state;

/** @param {Contestant} contestant */
function storedBoards(contestant) {
  const stored = known.get(contestant.name) ?? store(contestant);
  known.set(contestant.name, stored);
  return stored;
}

/** @param {Contestant} contestant @returns {Promise<Stored>} */
async function store(contestant) {
  const folder = newFolder();
  const names = Array.from({ length: idleBoards }, (_, index) => `idle-${index}`);
  if (contestant.store !== undefined) {
    if (state === undefined) throw new Error("our own boards are stored first: the others hold the same");
    const content = state;
    await contestant.store(folder, new Map(names.map((name) => [name, content])));
  }
  const running = await contestant.start(folder);
  const record = JSON.parse(readFileSync(example, "utf8"));
  const seatings = await inGroups(names, async (name) =>
    running.seats(contestant.store === undefined ? await running.newBoard(record) : name, 1),
  );
  const seats = seatings.flat();
  const [first] = seats;
  if (state === undefined && first !== undefined) {
    const joiner = new Joiner({ seat: first, dialect: contestant.dialect, keeps: true });
    await joiner.synced;
    joiner.socket.end();
    state = Y.mergeUpdates(joiner.updates);
  }
  await running.stop();
  return { folder, seats };
}

/** @param {Contestant} contestant */
export async function idle(contestant) {
  const { running, seats } = await startOn(contestant, await storedBoards(contestant));
  /** @type {Joiner[]} */
  const joiners = [];
  const join = async (/** @type {typeof seats} */ some) => {
    const joining = some.map((seat) => new Joiner({ seat, dialect: contestant.dialect }));
    joiners.push(...joining);
    await Promise.all(joining.map(({ synced }) => synced));
  };
  await join(seats.slice(0, 1));
  await pause(restMs / 2);
  const before = await running.process.memoryMb();
  for (let at = 1; at < seats.length; at += atOnce) await join(seats.slice(at, at + atOnce));
  await pause(restMs);
  const growth = (await running.process.memoryMb()) - before;
  const lost = joiners.filter(({ socket }) => socket.isClosed).length;
  for (const { socket } of joiners) socket.end();
  await running.stop();
  return { beforeMb: before, growthMb: growth, lost };
}
