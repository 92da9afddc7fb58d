// A database of the first version, opened by today's server: killed while it migrates, again and again, it is old or
// new but never between, and every board is as it was.
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { hashToken } from "#server/access/tokens.ts";
import { createBoard } from "#shared/board/document.ts";
import { syncedClient, until, updatesOf } from "#tests/integration/people.ts";
import { seedOf, sized, tellFigures } from "#tests/support/campaign.ts";
import { runCommand } from "#tests/support/operations.ts";
import { randomFrom } from "#tests/support/random.ts";
import { newDataDir, spawnServer, startServer } from "#tests/support/server.ts";
import { holesIn, readLog, withDatabase } from "./boardLog.ts";
import { insertWord, type Random, wordOf, wordsIn } from "./words.ts";

const rounds = sized({ short: 6, whole: 60 });
const boards = 20;
const wordsPerBoard = 200;

const boardIdOf = (index: number) => `old-board-${index}`;
const tokenOf = (index: number) => `token-of-board-${index}`;

/** Returns the words of each board. */
function makeOldDatabase(file: string, random: Random): string[][] {
  const database = new DatabaseSync(file);
  database.exec(readFileSync(new URL("../fixtures/storage-1.sql", import.meta.url), "utf8"));
  database.exec("pragma journal_mode = wal; begin");
  const words = Array.from({ length: boards }, (_, index) => {
    const id = boardIdOf(index);
    const board = createBoard({ boardId: id, locale: "fr", newId: () => "unused-id" });
    const seed = Y.encodeStateAsUpdate(board);
    const writer = new Y.Doc();
    Y.applyUpdate(writer, seed);
    const updates = updatesOf(writer, () => {
      for (let count = 1; count <= wordsPerBoard; count += 1) {
        insertWord(writer, wordOf(`w${index}`, count), random);
      }
    });
    database.prepare("insert into boards values (?, 'fr', 0)").run(id);
    database
      .prepare("insert into links values (?, ?, 'participant', ?, 0, null, null)")
      .run(`link-${index}`, id, hashToken(tokenOf(index)));
    const log = database.prepare("insert into updates values (?, ?, ?, 0, ?)");
    for (const [at, bytes] of [seed, ...updates].entries()) {
      log.run(id, at + 1, at === 0 ? null : `link-${index}`, bytes);
    }
    return wordsIn(writer).sort();
  });
  database.exec("commit; pragma wal_checkpoint(truncate)");
  database.close();
  return words;
}

function stepsDone(dataDir: string): number {
  return withDatabase(dataDir, (database) => {
    const row: { done: number } = database.prepare("select max(step) as done from migrations").get();
    return row.done;
  });
}

test(`an old database survives ${rounds} kills while it is opened`, {
  timeout: sized({ short: 180_000, whole: 20 * 60_000 }),
}, async () => {
  const seed = seedOf("migration");
  const random = randomFrom(seed);
  const old = join(newDataDir(), "canevas.sqlite");
  const words = makeOldDatabase(old, random);
  const figures = { rounds: 0, "killed before": 0, "killed after": 0, lost: 0, holes: 0 };

  const copyOld = () => {
    const dataDir = newDataDir();
    copyFileSync(old, join(dataDir, "canevas.sqlite"));
    return dataDir;
  };
  const whole = copyOld();
  await (await startServer({ DATA_DIR: whole })).stop();
  const today = stepsDone(whole);
  expect(today).toBeGreaterThan(1);

  /** The last that was killed before, and the last that was killed after the migration. */
  const killed = new Map<number, string>();
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = copyOld();
    const starting = spawnServer({ DATA_DIR: dataDir, PORT: "0" });
    // From when it opens the file until it is ready: the migration is within.
    await until(() => existsSync(join(dataDir, "canevas.sqlite-wal")), "the database is opened");
    await pause(random() * 20);
    starting.child.kill("SIGKILL");
    await starting.exited;
    const done = stepsDone(dataDir);
    expect([1, today], `seed ${seed}`).toContain(done);
    figures[done === 1 ? "killed before" : "killed after"] += 1;
    figures.rounds += 1;
    killed.set(done, dataDir);
  }
  for (const dataDir of killed.values()) await expectWhole(dataDir, words, random, `seed ${seed}`);
  tellFigures("migration", figures);
});

/** It opens as it is, everything is there, and people go on in it. */
async function expectWhole(dataDir: string, words: string[][], random: Random, when: string): Promise<void> {
  const server = await startServer({ DATA_DIR: dataDir });
  for (const [index, expected] of words.entries()) {
    const client = await syncedClient(server, boardIdOf(index), tokenOf(index));
    expect(wordsIn(client.doc).sort(), when).toEqual(expected);
    insertWord(client.doc, wordOf("new", index), random);
    const isLogged = () => readLog(dataDir, boardIdOf(index)).updates.length > 1 + wordsPerBoard;
    await until(isLogged, "the new word is in the log");
    expect(holesIn(readLog(dataDir, boardIdOf(index)))).toEqual([]);
    client.leave();
  }
  const { code, stdout } = await runCommand("doctor", [dataDir]);
  expect(code, stdout).toBe(0);
  expect(await server.stop(), when).toBe(0);
}
