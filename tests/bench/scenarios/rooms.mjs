// One room: at a fixed rate, then at saturation.
import { typists } from "../edits/typist.mjs";
import { ownCpu } from "../load/ownCpu.mjs";
import { pace } from "../load/pace.mjs";
import { Room } from "../load/room.mjs";

/** @typedef {import("../contestants/contestant.mjs").Running} Running */

export const keystrokesPerSecond = 4;

// Until the engine has compiled what runs all the time: people come to a server that has been up for a while.
const warmMs = 1_500;
const steadyMs = 3_000;
const steadySettleMs = 3_000;
const settleMs = 6_000;
const flatOut = { warmMs: 500, durationMs: 1_500 };

// What people have to type, all together. Only the broadcaster is fast enough to run out of it, which ends its run.
const updatesMax = 300_000;

const typingFor = (/** @type {number} */ people) =>
  typists(people, Math.max(1_500, Math.ceil(updatesMax / people)));

/**
 * @param {Running} running
 * @param {number} people
 */
export async function oneRoom(running, people) {
  const seats = await running.seats(await running.newBoard(), people);
  const room = new Room(running.contestant.dialect, seats, typingFor(people));
  await room.joined();
  const typing = {
    people: room.members,
    perSecond: keystrokesPerSecond,
    act: (/** @type {import("../load/member.mjs").Member} */ member) => room.typeOne(member),
  };
  await pace({ ...typing, durationMs: warmMs });
  room.startTiming();
  const steadyLoad = ownCpu();
  await pace({ ...typing, durationMs: steadyMs });
  const ofSteady = steadyLoad();
  // Who is too far behind goes on into saturation with what is still under way.
  const steady = await room.settle(steadySettleMs);

  const before = await running.process.cpuSeconds();
  const deliveriesBefore = room.deliveries;
  const { perSecond, load } = await room.typeFlatOut(flatOut);
  const saturated = await room.settle(settleMs);
  const cpu = (await running.process.cpuSeconds()) - before;
  const deliveries = room.deliveries - deliveriesBefore;
  room.leave();
  return {
    ownP50: room.own.at(0.5),
    ownP95: room.own.at(0.95),
    ownP99: room.own.at(0.99),
    seenP50: room.others.at(0.5),
    seenP95: room.others.at(0.95),
    seenP99: room.others.at(0.99),
    perSecond,
    cpuPerMillion: (cpu / deliveries) * 1e6,
    steadyLoad: ofSteady,
    load,
    late: steady.late,
    lost: steady.lost + saturated.lost,
  };
}
