// Everybody in a large room loses the line and is back at the same moment, as stock clients are: with the state vector
// of a board they have whole, and the whole delete set in answer to the server's SyncStep1.
import * as Y from "yjs";
import { largeBoard } from "../edits/largeBoard.mjs";
import { typists } from "../edits/typist.mjs";
import { Joiner } from "../load/joiner.mjs";
import { pace } from "../load/pace.mjs";
import { Room } from "../load/room.mjs";
import { startOn, storedLargeBoard } from "./stored.mjs";

/** @typedef {import("../contestants/contestant.mjs").Contestant} Contestant */

const reconnects = 300;

const pingsPerSecond = 20;
const calmMs = 500;
const longestMs = 60_000;
const leastShare = 0.9;

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {Contestant} contestant */
export async function storm(contestant) {
  const stored = await storedLargeBoard(contestant, reconnects + 3);
  const { running, seats } = await startOn(contestant, stored);
  const { dialect } = contestant;
  const [readerSeat, typistSeat, watcherSeat, ...others] = seats;
  if (!readerSeat || !typistSeat || !watcherSeat) throw new Error("there are not enough seats");

  const reader = new Joiner({
    seat: readerSeat,
    dialect,
    bytes: largeBoard().state.length * leastShare,
    keeps: true,
  });
  await reader.synced;
  const board = new Y.Doc();
  for (const bytes of reader.updates) Y.applyUpdate(board, bytes);
  const stateVector = Y.encodeStateVector(board);
  const answer = Y.encodeStateAsUpdate(board, stateVector);
  board.destroy();

  const room = new Room(dialect, [typistSeat, watcherSeat], typists(2, 1_500));
  await room.joined();
  const comeBack = () => others.map((seat) => new Joiner({ seat, dialect, stateVector, answer }));

  let people = comeBack();
  await Promise.all(people.map(({ synced }) => synced));

  let isOver = false;
  const pings = pace({
    people: room.members.slice(0, 1),
    perSecond: pingsPerSecond,
    durationMs: longestMs,
    act: (member) => room.typeOne(member),
    isOver: () => isOver,
  });
  await pause(calmMs);
  await running.process.watchLag();
  room.startTiming();
  for (const { socket } of people) socket.end();
  const from = performance.now();
  people = comeBack();
  await Promise.all(people.map(({ synced }) => synced));
  const allMs = performance.now() - from;
  // What the server still does for them is felt by the bystander, too.
  await pause(calmMs);
  isOver = true;
  await pings;
  const { lost } = await room.settle(longestMs);
  const lag = await running.process.lag();
  const closed = people.filter(({ socket }) => socket.isClosed).length;
  room.leave();
  for (const { socket } of [reader, ...people]) socket.end();
  await running.stop();
  return {
    allMs,
    stallMs: Math.max(room.own.max, room.others.max),
    lagMaxMs: lag.max,
    lagP99Ms: lag.p99,
    lost: lost + closed,
  };
}
