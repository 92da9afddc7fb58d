// kill -9 while people write: whatever anybody was told is there afterwards, once, and the log has no hole.
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import {
  newBoard,
  type RawClient,
  rawMember,
  type StockClient,
  syncedClient,
  type TestBoard,
  until,
  updatesOf,
} from "#tests/integration/people.ts";
import { seedOf, sized, tellFigures } from "#tests/support/campaign.ts";
import { randomFrom } from "#tests/support/random.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { holesIn, readBoard, readings, readLog, withDatabase } from "./boardLog.ts";
import { insertWord, oneOf, type Random, wordOf, wordsIn } from "./words.ts";
import { accountOf, everythingOf, newWriter, promised, toldOf, type Writer, writeUntil } from "./writer.ts";

const rounds = sized({ short: 6, whole: 100 });
// A board that grows for ever would make the last rounds measure the test and not the server.
const roundsPerBoard = 10;
const foldAfterUpdates = 500;

type Crowd = { board: TestBoard; writers: Writer[]; reader: StockClient };

const figures = { rounds: 0, inAFold: 0, words: 0, promised: 0, lost: 0, holes: 0, doubled: 0, halfDone: 0 };

async function newCrowd(server: TestServer, names: readonly string[]): Promise<Crowd> {
  const board = await newBoard(server, { title: " " });
  const writers: Writer[] = [];
  for (const name of names) writers.push(await newWriter(server, board, name));
  return { board, writers, reader: await syncedClient(server, board.id, board.tokens.viewer) };
}

const everyoneIn = ({ writers, reader }: Crowd): StockClient[] => [...writers, reader];

/** Sends as fast as the wire takes it, and reads nothing but what comes back. */
async function sendMany(server: TestServer, { id, tokens }: TestBoard, name: string, random: Random) {
  const sender = await rawMember(server, id, tokens.participant);
  const words: string[] = [];
  const updates = updatesOf(sender.doc, () => {
    for (let count = 1; count <= 400; count += 1) {
      const word = wordOf(name, count);
      words.push(word);
      insertWord(sender.doc, word, random);
    }
  });
  for (const update of updates) sender.sendUpdate(update);
  return { sender, saved: () => words.slice(0, comeBack(sender, updates)) };
}

/** How many of them came back, one after the other, among what others wrote meanwhile. */
function comeBack(sender: RawClient, updates: readonly Uint8Array[]): number {
  let count = 0;
  for (const update of sender.updates()) {
    const awaited = updates[count];
    if (awaited !== undefined && Buffer.compare(update, awaited) === 0) count += 1;
  }
  return count;
}

function tailOf(server: TestServer, { id }: TestBoard): number {
  return withDatabase(server.dataDir, (database) => {
    const row: { tail: number } = database
      .prepare(
        `select coalesce(max(seq), 0) - coalesce((select max(seq) from snapshots where board = ?1), 0) as tail
         from updates where board = ?1`,
      )
      .get(id);
    return row.tail;
  });
}

type Moment = "at any time" | "in a fold" | "while they come back";

async function killAt(moment: Moment, server: TestServer, busy: Crowd, random: Random): Promise<void> {
  if (moment === "while they come back") {
    await pause(random() * 120);
  } else {
    const seen = () => busy.writers.flatMap((writer) => toldOf(writer.name, writer)).length;
    const before = seen();
    await until(() => seen() > before, "they see each other write");
    if (moment === "at any time") await pause(random() * 300);
    else await until(() => tailOf(server, busy.board) >= foldAfterUpdates, "a fold begins");
  }
  await server.kill();
}

test(`nothing that anybody was told is lost or doubled by ${rounds} kills`, {
  timeout: sized({ short: 120_000, whole: 30 * 60_000 }),
}, async () => {
  const seed = seedOf("crash");
  const random = randomFrom(seed);
  let server = await startServer();
  let crowds: Crowd[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % roundsPerBoard === 0) {
      crowds = [await newCrowd(server, ["a", "b", "c", "d"]), await newCrowd(server, ["e", "f"])];
    }
    const [busy] = crowds;
    if (busy === undefined) throw new Error("nobody is there");
    const moment = oneOf<Moment>(random, ["at any time", "at any time", "in a fold", "while they come back"]);
    let isDead = false;
    const writing = crowds.map(({ writers }) => writeUntil(writers, () => isDead, random));
    const many = await sendMany(server, busy.board, `many${round}`, random);
    await killAt(moment, server, busy, random);
    isDead = true;
    await Promise.all(writing);
    await many.sender.closed;
    const due = crowds.map(({ writers, reader }) => promised(writers, [reader]));
    for (const word of many.saved()) if (!isTakenOut(busy, word)) due[0]?.add(word);

    // Nobody who has more than the log may be there when it is read.
    for (const { provider } of crowds.flatMap(everyoneIn)) provider.disconnect();
    if (tailOf(server, busy.board) >= foldAfterUpdates) figures.inAFold += 1;
    server = await startServer({ DATA_DIR: server.dataDir, PORT: String(server.port) });
    for (const [index, crowd] of crowds.entries()) {
      const mustBeThere = due[index] ?? new Set();
      await expectSaved(server, crowd, mustBeThere, `round ${round}, ${moment}, seed ${seed}`);
    }
    for (const { provider } of crowds.flatMap(everyoneIn)) provider.connect();
    figures.rounds += 1;
    if ((round + 1) % roundsPerBoard === 0 || round + 1 === rounds) {
      for (const crowd of crowds) await expectAllOnce(server, crowd, `seed ${seed}`);
    }
  }
  expect(await server.stop()).toBe(0);
  tellFigures("crash", figures);
});

const isTakenOut = ({ writers }: Crowd, word: string) =>
  writers.some(({ written }) => written.some(({ inPlaceOf }) => inPlaceOf === word));

async function expectSaved(
  server: TestServer,
  { board, writers }: Crowd,
  mustBeThere: ReadonlySet<string>,
  when: string,
): Promise<void> {
  const account = accountOf(await readBoard(server, board), mustBeThere, writers);
  const holes = holesIn(readLog(server.dataDir, board.id));
  figures.promised += mustBeThere.size;
  figures.lost += account.lost.length;
  figures.doubled += account.doubled.length;
  figures.halfDone += account.halfDone.length;
  figures.holes += holes.length;
  expect({ ...account, holes }, when).toEqual({ lost: [], doubled: [], halfDone: [], holes: [] });
}

/** Everybody's own words arrive everywhere, also those that no server had when it died. */
async function expectAllOnce(server: TestServer, crowd: Crowd, when: string): Promise<void> {
  const { board, writers } = crowd;
  const all = everythingOf(writers);
  const isWriters = (word: string) => writers.some(({ name }) => word.startsWith(`⟦${name}.`));
  const ofWriters = (doc: StockClient["doc"]) => wordsIn(doc).filter(isWriters).sort();
  const isWhole = ({ doc }: StockClient) => ofWriters(doc).join() === all.join();
  await until(() => everyoneIn(crowd).every(isWhole), `everything reached everyone, ${when}`);
  const saved = await readBoard(server, board);
  const logged = readings(readLog(server.dataDir, board.id));
  for (const doc of [saved, ...logged, ...everyoneIn(crowd).map((one) => one.doc)]) {
    expect(ofWriters(doc), when).toEqual(all);
    expect(wordsIn(doc).sort(), when).toEqual(wordsIn(saved).sort());
  }
  expect(
    everyoneIn(crowd).flatMap(({ closes }) => closes.filter(({ code }) => code >= 4400)),
    when,
  ).toEqual([]);
  figures.words += all.length;
  for (const one of everyoneIn(crowd)) one.leave();
}
