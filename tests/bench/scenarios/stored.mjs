// Boards that are there before a server starts: made once per contestant, and copied for each run.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { largeBoard } from "../edits/largeBoard.mjs";
import { Author } from "../load/author.mjs";

/** @typedef {import("../contestants/contestant.mjs").Contestant} Contestant */
/** @typedef {import("../contestants/contestant.mjs").Running} Running */
/** @typedef {import("../load/rawSocket.mjs").Seat} Seat */

/** @typedef {{ folder: string, seats: Seat[] }} Stored */

const authors = 12;
const aLittle = 100;
const breakMs = 6_000;

const workspace = mkdtempSync(join(tmpdir(), "canevas-bench-run-"));
process.once("exit", () => rmSync(workspace, { recursive: true, force: true }));

let folders = 0;

export function newFolder() {
  const folder = join(workspace, `${++folders}`);
  mkdirSync(folder);
  return folder;
}

/**
 * The contestant's server on a copy of what is stored, and the seats at it.
 * @param {Contestant} contestant
 * @param {Stored} stored
 */
export async function startOn(contestant, { folder, seats }) {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  const running = await contestant.start(copy);
  return { running, seats: seats.map((seat) => ({ ...seat, port: running.port })) };
}

/**
 * All that people ever typed on the large board, typed again: each sitting once the one before has come back. At the
 * end with pauses, as people make them: what a server does with its log in quiet moments belongs to a stored board.
 * @param {Running} running
 * @param {string} board
 */
async function typeLargeBoard({ contestant: { dialect }, seats }, board) {
  const people = await seats(board, authors);
  for (const [index, updates] of largeBoard().sittings.entries()) {
    const seat = people[index % authors];
    if (seat === undefined) continue;
    const author = new Author(seat, dialect);
    await author.arrive();
    const isLast = index === largeBoard().sittings.length - 1;
    for (const some of isLast ? inThree(updates) : [updates]) {
      await author.write(some);
      if (isLast) await new Promise((resolve) => setTimeout(resolve, breakMs));
    }
    author.leave();
  }
}

/** Most of it, and twice a little. @template T @param {readonly T[]} list */
function inThree(list) {
  return [list.slice(0, -2 * aLittle), list.slice(-2 * aLittle, -aLittle), list.slice(-aLittle)];
}

/** @type {Map<string, Promise<Stored>>} */
const large = new Map();

/**
 * The large board, stored, with seats for so many people.
 * @param {Contestant} contestant
 * @param {number} people
 */
export function storedLargeBoard(contestant, people) {
  const known = large.get(contestant.name) ?? storeLargeBoard(contestant, people);
  large.set(contestant.name, known);
  return known;
}

/** @param {Contestant} contestant @param {number} people @returns {Promise<Stored>} */
async function storeLargeBoard(contestant, people) {
  const folder = newFolder();
  const isFilled = contestant.store !== undefined;
  await contestant.store?.(folder, new Map([["large", largeBoard().state]]));
  const running = await contestant.start(folder);
  const board = isFilled ? "large" : await running.newBoard();
  if (!isFilled) await typeLargeBoard(running, board);
  const seats = await running.seats(board, people);
  await running.stop();
  return { folder, seats };
}
