// kill -9 while people write: whatever anybody was told is there afterwards, once, and the log has no hole.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { type RawClient, rawMember, type TestBoard, until, updatesOf } from "#tests/integration/people.ts";
import { seedOf, sized, tellFigures } from "#tests/support/campaign.ts";
import { runCommand, startCommand } from "#tests/support/operations.ts";
import { randomFrom } from "#tests/support/random.ts";
import { newDataDir, startServer, type TestServer } from "#tests/support/server.ts";
import { readings, readLog, withDatabase } from "./boardLog.ts";
import {
  type Crowd,
  everyoneIn,
  expectAllOnce,
  faultsOf,
  isTakenOut,
  leave,
  newCrowd,
  noFaults,
  promisedTo,
  startWriting,
} from "./crowd.ts";
import { insertWord, type Random, wordOf, wordsIn } from "./words.ts";
import { toldOf } from "./writer.ts";

const rounds = sized({ short: 6, whole: 100 });
// A board that grows for ever would make the last rounds measure the test and not the server.
const roundsPerBoard = 10;
const foldAfterUpdates = 500;

const figures = {
  rounds: 0,
  inAFold: 0,
  inABackup: 0,
  words: 0,
  promised: 0,
  lost: 0,
  holes: 0,
  doubled: 0,
  halfDone: 0,
};

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

const moments = ["at any time", "in a fold", "while they come back", "in a backup"] as const;

type Moment = (typeof moments)[number];

async function killAt(moment: Moment, server: TestServer, busy: Crowd, random: Random): Promise<void> {
  const seen = () => busy.writers.flatMap((writer) => toldOf(writer.name, writer)).length;
  const before = seen();
  if (moment !== "while they come back") await until(() => seen() > before, "they see each other write");
  switch (moment) {
    case "while they come back":
    case "at any time":
      await pause(random() * 300);
      return server.kill();
    case "in a fold":
      await until(() => tailOf(server, busy.board) >= foldAfterUpdates, "a fold begins");
      return server.kill();
    case "in a backup":
      return killInBackup(server, busy, random);
  }
}

/** The copy is whole all the same, and has what anybody had been told when it was begun. */
async function killInBackup(server: TestServer, busy: Crowd, random: Random): Promise<void> {
  const toldBefore = promisedTo(busy);
  const copyDir = newDataDir();
  const backup = startCommand("backup", [join(copyDir, "canevas.sqlite")], { DATA_DIR: server.dataDir });
  await pause(random() * 600);
  await server.kill();
  const { code, stdout, stderr } = await backup.ended;
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: "" });
  const [copy] = readings(readLog(copyDir, busy.board.id));
  if (copy === undefined) throw new Error("the copy has no such board");
  const there = new Set(wordsIn(copy));
  expect([...toldBefore].filter((word) => !there.has(word) && !isTakenOut(busy, word))).toEqual([]);
  figures.inABackup += 1;
}

test(`nothing that anybody was told is lost or doubled by ${rounds} kills`, {
  timeout: sized({ short: 300_000, whole: 30 * 60_000 }),
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
    const moment = moments[round % moments.length] ?? "at any time";
    const stopWriting = startWriting(crowds, random);
    const many = await sendMany(server, busy.board, `many${round}`, random);
    await killAt(moment, server, busy, random);
    await stopWriting();
    await many.sender.closed;
    const due = crowds.map(promisedTo);
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
      for (const crowd of crowds) {
        figures.words += await expectAllOnce(server, crowd, `seed ${seed}`);
        leave(crowd);
      }
      const { code, stdout } = await runCommand("doctor", [server.dataDir]);
      expect(code, stdout).toBe(0);
    }
  }
  expect(await server.stop()).toBe(0);
  tellFigures("crash", figures);
});

async function expectSaved(
  server: TestServer,
  crowd: Crowd,
  mustBeThere: ReadonlySet<string>,
  when: string,
): Promise<void> {
  const faults = await faultsOf(server, crowd, mustBeThere);
  figures.promised += mustBeThere.size;
  figures.lost += faults.lost.length;
  figures.doubled += faults.doubled.length;
  figures.halfDone += faults.halfDone.length;
  figures.holes += faults.holes.length;
  expect(faults, when).toEqual(noFaults);
}

test("a backup that is killed leaves no copy that looks whole, and the next one is", {
  timeout: sized({ short: 180_000, whole: 20 * 60_000 }),
}, async () => {
  const random = randomFrom(seedOf("crash of a backup"));
  const server = await startServer();
  const crowd = await newCrowd(server, ["a", "b"]);
  const copy = join(newDataDir(), "copy.sqlite");
  let cutOff = 0;
  for (let round = 0; round < sized({ short: 3, whole: 30 }); round += 1) {
    const stopWriting = startWriting([crowd], random);
    const backup = startCommand("backup", [copy], { DATA_DIR: server.dataDir });
    await pause(random() * 800);
    backup.kill();
    const { code } = await backup.ended;
    await stopWriting();
    if (code === null) cutOff += 1;
    if (!existsSync(copy)) continue;
    // It was done before it was killed, or all but said so.
    expect((await runCommand("doctor", [copy])).code).toBe(0);
    rmSync(copy);
  }
  expect((await runCommand("backup", [copy], { DATA_DIR: server.dataDir })).code).toBe(0);
  expect((await runCommand("doctor", [copy])).code).toBe(0);
  await expectAllOnce(server, crowd, "with backups under way");
  leave(crowd);
  expect(await server.stop()).toBe(0);
  tellFigures("crash of a backup", { "cut off": cutOff, "copies that were not whole": 0 });
});
