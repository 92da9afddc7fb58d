// Fifty small groups, each on a board of its own, typing and moving their cursors.

import { sections } from "../edits/places.mjs";
import { typists } from "../edits/typist.mjs";
import { inGroups } from "../inGroups.mjs";
import { ownCpu } from "../load/ownCpu.mjs";
import { pace } from "../load/pace.mjs";
import { Room } from "../load/room.mjs";
import { Latencies } from "../report/figures.mjs";
import { keystrokesPerSecond } from "./rooms.mjs";

/** @typedef {import("../contestants/contestant.mjs").Running} Running */

const boards = 50;
const peoplePerBoard = 6;
const cursorsPerSecond = 15;

const warmMs = 700;
const durationMs = 2_500;
const settleMs = 5_000;

/** @param {Running} running */
export async function manyBoards(running) {
  const typings = typists(peoplePerBoard, 1_500);
  const seatings = await inGroups(Array.from({ length: boards }), async () =>
    running.seats(await running.newBoard(), peoplePerBoard),
  );
  const rooms = seatings.map((seats) => new Room(running.contestant.dialect, seats, typings));
  await Promise.all(rooms.map((room) => room.joined()));
  const people = rooms.flatMap((room) => room.members.map((member) => ({ room, member })));
  const both = (/** @type {number} */ forMs) =>
    Promise.all([
      pace({
        people,
        perSecond: keystrokesPerSecond,
        durationMs: forMs,
        act: ({ room, member }) => room.typeOne(member),
      }),
      pace({
        people,
        perSecond: cursorsPerSecond,
        durationMs: forMs,
        act: ({ member }) => member.point(sections[member.index] ?? "", Math.random(), Math.random()),
      }),
    ]);
  await both(warmMs);
  for (const room of rooms) room.startTiming();
  const cursorsBefore = sumOf(people.map(({ member }) => member.cursorsSeen));
  const cpuBefore = await running.process.cpuSeconds();
  const from = performance.now();
  const load = ownCpu();
  await both(durationMs);
  const seconds = (performance.now() - from) / 1_000;
  const cpu = (await running.process.cpuSeconds()) - cpuBefore;
  const cursors = sumOf(people.map(({ member }) => member.cursorsSeen)) - cursorsBefore;
  const ofLoad = load();
  const settled = await Promise.all(rooms.map((room) => room.settle(settleMs)));
  for (const room of rooms) room.leave();
  const own = Latencies.together(rooms.map((room) => room.own));
  const others = Latencies.together(rooms.map((room) => room.others));
  return {
    ownP50: own.at(0.5),
    ownP99: own.at(0.99),
    seenP50: others.at(0.5),
    seenP95: others.at(0.95),
    seenP99: others.at(0.99),
    cores: cpu / seconds,
    cursorsPerSecond: cursors / seconds,
    load: ofLoad,
    late: sumOf(settled.map(({ late }) => late)),
    lost: sumOf(settled.map(({ lost }) => lost)),
  };
}

const sumOf = (/** @type {readonly number[]} */ values) => values.reduce((sum, value) => sum + value, 0);
