// A server that has just been started on a large board: for the first who comes, and for fifty who come at once.
import * as Y from "yjs";
import { contentOf, largeBoard } from "../edits/largeBoard.mjs";
import { Joiner } from "../load/joiner.mjs";
import { startOn, storedLargeBoard } from "./stored.mjs";

/** @typedef {import("../contestants/contestant.mjs").Contestant} Contestant */

const joinersAtOnce = 50;

// The same document takes a few bytes more or less from one server to the next, never a tenth.
const leastShare = 0.9;

/** @param {readonly Uint8Array[]} updates */
function isWhole(updates) {
  const board = new Y.Doc();
  for (const bytes of updates) Y.applyUpdate(board, bytes);
  const content = contentOf(board);
  board.destroy();
  return content === largeBoard().content;
}

/** @param {Contestant} contestant @param {number} people */
async function open(contestant, people) {
  const stored = await storedLargeBoard(contestant, joinersAtOnce);
  const { running, seats } = await startOn(contestant, stored);
  const bytes = largeBoard().state.length * leastShare;
  const joiners = seats.slice(0, people).map(
    (seat, index) =>
      // Fifty boards in memory would measure the load: the first and the last stand for all.
      new Joiner({ seat, dialect: contestant.dialect, bytes, keeps: index === 0 || index === people - 1 }),
  );
  const times = await Promise.all(joiners.map(({ synced }) => synced));
  for (const { socket } of joiners) socket.end();
  await running.stop();
  const incomplete = joiners.filter(({ updates }) => updates.length > 0 && !isWhole(updates)).length;
  return { ms: Math.max(...times), incomplete };
}

/** @param {Contestant} contestant */
export async function coldOpen(contestant) {
  const one = await open(contestant, 1);
  const many = await open(contestant, joinersAtOnce);
  return { oneMs: one.ms, manyMs: many.ms, lost: one.incomplete + many.incomplete };
}
