// People on one board who write at once, and what must be true of that board whatever happened to the server.
import { expect } from "vitest";
import {
  newBoard,
  type StockClient,
  syncedClient,
  type TestBoard,
  until,
} from "#tests/integration/people.ts";
import type { TestServer } from "#tests/support/server.ts";
import { holesIn, readBoard, readings, readLog } from "./boardLog.ts";
import { Follower } from "./follower.ts";
import { type Random, wordsIn } from "./words.ts";
import { accountOf, everythingOf, newWriter, promised, type Writer, writeUntil } from "./writer.ts";

export type Crowd = { board: TestBoard; writers: Writer[]; reader: StockClient; follower: Follower };

export async function newCrowd(server: TestServer, names: readonly string[]): Promise<Crowd> {
  return crowdOn(server, await newBoard(server, { title: " " }), names);
}

export async function crowdOn(
  server: TestServer,
  board: TestBoard,
  names: readonly string[],
): Promise<Crowd> {
  const writers: Writer[] = [];
  for (const name of names) writers.push(await newWriter(server, board, name));
  const reader = await syncedClient(server, board.id, board.tokens.viewer);
  const follower = new Follower(board);
  await follower.connect(server);
  return { board, writers, reader, follower };
}

export const everyoneIn = ({ writers, reader }: Crowd): StockClient[] => [...writers, reader];

/** Until the function that this returns is called. */
export function startWriting(crowds: readonly Crowd[], random: Random): () => Promise<void> {
  let isOver = false;
  const writing = crowds.map(({ writers }) => writeUntil(writers, () => isOver, random));
  return async () => {
    isOver = true;
    await Promise.all(writing);
  };
}

/** Every word of this board that the server has told anybody. */
export const promisedTo = ({ writers, reader, follower }: Crowd): Set<string> =>
  promised(writers, [reader, follower]);

export const isTakenOut = ({ writers }: Crowd, word: string): boolean =>
  writers.some(({ written }) => written.some(({ inPlaceOf }) => inPlaceOf === word));

/** What is wrong with the board as it is read from the server and from its log. */
export async function faultsOf(server: TestServer, crowd: Crowd, mustBeThere: ReadonlySet<string>) {
  const account = accountOf(await readBoard(server, crowd.board), mustBeThere, crowd.writers);
  return { ...account, holes: holesIn(readLog(server.dataDir, crowd.board.id)) };
}

export const noFaults = { lost: [], doubled: [], halfDone: [], holes: [] };

/**
 * Everybody's own words arrive everywhere, also those that no server had when it died; and nobody was refused. The
 * answer is how many words that are.
 */
export async function expectAllOnce(server: TestServer, crowd: Crowd, when: string): Promise<number> {
  const { board, writers, follower } = crowd;
  const all = everythingOf(writers);
  const isWriters = (word: string) => writers.some(({ name }) => word.startsWith(`⟦${name}.`));
  const ofWriters = (doc: StockClient["doc"]) => wordsIn(doc).filter(isWriters).sort();
  const isWhole = ({ doc }: Pick<StockClient, "doc">) => ofWriters(doc).join() === all.join();
  await until(() => everyoneIn(crowd).every(isWhole), `everything reached everyone, ${when}`, 30_000);
  // Comes with what it had been told last, and must be whole with what it missed.
  follower.leave();
  await follower.connect(server);
  await until(() => isWhole(follower), `everything reached who followed, ${when}`, 30_000);
  expect(follower.doc.store.pendingStructs, when).toBeNull();
  const saved = await readBoard(server, board);
  const logged = readings(readLog(server.dataDir, board.id));
  for (const doc of [saved, ...logged, follower.doc, ...everyoneIn(crowd).map((one) => one.doc)]) {
    expect(ofWriters(doc), when).toEqual(all);
    expect(wordsIn(doc).sort(), when).toEqual(wordsIn(saved).sort());
  }
  expect(
    everyoneIn(crowd).flatMap(({ closes }) => closes.filter(({ code }) => code >= 4400)),
    when,
  ).toEqual([]);
  return all.length;
}

export function leave(crowd: Crowd): void {
  for (const one of [...everyoneIn(crowd), crowd.follower]) one.leave();
}
