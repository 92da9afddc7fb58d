// npm run backup and npm run restore: a copy under load, put back, is the board as it once was.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import { boardFormat } from "#shared/board/roots.ts";
import { titleOf } from "#shared/board/values.ts";
import { closeOf } from "#shared/sync/closeCodes.ts";
import { protocolVersion, Welcome } from "#shared/sync/hello.ts";
import { runCommand } from "#tests/support/operations.ts";
import { newDataDir, runToExit, startServer } from "#tests/support/server.ts";
import { newBoard, rawClient, rawMember, until, updateOf } from "./people.ts";

const databaseIn = (dataDir: string) => joinPath(dataDir, "canevas.sqlite");

function rowsOf(file: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(sql).all().map(Object);
  database.close();
  return rows;
}

const logOf = (file: string) =>
  rowsOf(file, "select seq, hex(bytes) as bytes from updates order by seq").map(
    ({ seq, bytes }) => `${seq} ${bytes}`,
  );

const epochOf = (file: string) => Number(rowsOf(file, "select epoch from boards")[0]?.epoch);

/** A server with one board that somebody has written in. */
async function writtenBoard() {
  const server = await startServer();
  const board = await newBoard(server, { title: " " });
  const author = await rawMember(server, board.id, board.tokens.participant);
  let written = 0;
  const write = async () => {
    const told = author.updates().length;
    written += 1;
    author.sendUpdate(updateOf(author.doc, () => titleOf(author.doc).insert(0, `<${written}>`)));
    await until(() => author.updates().length > told, "it came back");
  };
  for (let word = 0; word < 20; word += 1) await write();
  return { server, board, author, write };
}

test("a copy made while people write is a prefix of the log, and comes back as that, once", async () => {
  const { server, board, author, write } = await writtenBoard();
  const copy = joinPath(newDataDir(), "copy.sqlite");
  let isOver = false;
  const copying = runCommand("backup", [copy], { DATA_DIR: server.dataDir }).finally(() => {
    isOver = true;
  });
  while (!isOver) await write();
  expect(await copying).toEqual({
    code: 0,
    stderr: "",
    stdout: expect.stringMatching(/^Copie faite : \S+copy\.sqlite, [\d,]+ Mo, [\d,]+ s\. 1 tableau vérifié/),
  });
  await write();
  author.leave();
  await server.stop();
  const whole = logOf(databaseIn(server.dataDir));
  const kept = logOf(copy);
  expect(kept.length).toBeGreaterThanOrEqual(20);
  expect(kept.length).toBeLessThan(whole.length);
  expect(whole.slice(0, kept.length)).toEqual(kept);

  const restored = await runCommand("restore", [copy], { DATA_DIR: server.dataDir });
  expect(restored).toMatchObject({ code: 0, stderr: "" });
  expect(logOf(databaseIn(server.dataDir))).toEqual(kept);
  // Nothing is lost: what was there is beside it.
  const aside = /gardée : (\S+)\.\n$/.exec(restored.stdout)?.[1] ?? "";
  expect(logOf(aside)).toEqual(whole);

  const again = await startServer({ DATA_DIR: server.dataDir });
  const reader = await rawMember(again, board.id, board.tokens.viewer);
  const words = titleOf(reader.doc).toString().match(/<\d+>/g) ?? [];
  // The board's first update is the server's.
  const expected = Array.from({ length: kept.length - 1 }, (_, index) => `<${kept.length - 1 - index}>`);
  expect(words).toEqual(expected);
  reader.leave();

  // A replica of before the restore is dropped, not merged back; one that is empty is told the new epoch.
  const hello = { protocol: protocolVersion, format: boardFormat, client: 1, seq: 0 };
  const late = rawClient(again, board.id, board.tokens.participant);
  await late.opened;
  late.send({ type: "hello", json: JSON.stringify({ ...hello, epoch: 1 }) });
  expect(await late.closed).toEqual({ code: 4409, reason: closeOf("boardRestored").reason });
  const fresh = rawClient(again, board.id, board.tokens.participant);
  await fresh.opened;
  fresh.send({ type: "hello", json: JSON.stringify({ ...hello, epoch: 0 }) });
  const welcomes = () => fresh.frames.flatMap((frame) => (frame.type === "welcome" ? [frame.json] : []));
  await until(() => welcomes().length > 0, "welcome");
  expect(Welcome.parse(JSON.parse(welcomes()[0] ?? "")).epoch).toBe(epochOf(databaseIn(server.dataDir)));
  fresh.leave();
  await again.stop();
});

test("every restore begins an epoch above all that were before, also the same copy twice", async () => {
  const { server, author } = await writtenBoard();
  const copy = joinPath(newDataDir(), "copy.sqlite");
  await runCommand("backup", [copy], { DATA_DIR: server.dataDir });
  author.leave();
  await server.stop();
  const epochs = [epochOf(databaseIn(server.dataDir))];
  for (let time = 0; time < 2; time += 1) {
    expect((await runCommand("restore", [copy, server.dataDir])).code).toBe(0);
    epochs.push(epochOf(databaseIn(server.dataDir)));
  }
  expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b));
  expect(epochOf(copy)).toBe(1);
});

test("a copy is never written over, and one that cannot be made leaves nothing", async () => {
  const dataDir = newDataDir();
  const taken = joinPath(dataDir, "taken.sqlite");
  writeFileSync(taken, "somebody's");
  const overwrite = await runCommand("backup", [taken], { DATA_DIR: dataDir });
  expect(overwrite).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^[^\n]*existe déjà[^\n]*\.\n$/),
  });
  expect(readFileSync(taken, "utf8")).toBe("somebody's");
  const nowhere = await runCommand("backup", [joinPath(dataDir, "copy.sqlite")], { DATA_DIR: dataDir });
  expect(nowhere).toMatchObject({ code: 1, stdout: "" });
  expect(readdirSync(dataDir)).toEqual(["taken.sqlite"]);
});

test("nothing is put under a server that runs, and no second server beside it", async () => {
  const { server, author } = await writtenBoard();
  const copy = joinPath(newDataDir(), "copy.sqlite");
  await runCommand("backup", [copy], { DATA_DIR: server.dataDir });
  const before = logOf(databaseIn(server.dataDir));
  expect(await runCommand("restore", [copy, server.dataDir])).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^Un serveur utilise [^\n]* arrêtez-le[^\n]*\n$/),
  });
  expect(logOf(databaseIn(server.dataDir))).toEqual(before);
  const second = await runToExit({ DATA_DIR: server.dataDir });
  expect(second).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Un autre serveur [^\n]*DATA_DIR[^\n]*\n$/),
  });
  author.leave();
  // Killed, it holds nothing any more.
  await server.kill();
  expect((await runCommand("restore", [copy, server.dataDir])).code).toBe(0);
});

test("a copy with faults is put back only by somebody who says so", async () => {
  const { server, author } = await writtenBoard();
  const copy = joinPath(newDataDir(), "copy.sqlite");
  await runCommand("backup", [copy], { DATA_DIR: server.dataDir });
  author.leave();
  await server.stop();
  const database = new DatabaseSync(copy);
  database.exec("delete from updates where seq = 5");
  database.close();
  const before = readdirSync(server.dataDir);
  const refused = await runCommand("restore", [copy, server.dataDir]);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Rien n'a été changé\./) });
  expect(refused.stdout).toContain("la mise à jour 5 manque");
  expect(readdirSync(server.dataDir)).toEqual(before);
  expect((await runCommand("restore", [copy, server.dataDir, "--even-faulty"])).code).toBe(0);
  expect(logOf(databaseIn(server.dataDir))).toEqual(logOf(copy));
});

test("a server does not start in the middle of a restore", async () => {
  const { server, author } = await writtenBoard();
  author.leave();
  await server.stop();
  const database = databaseIn(server.dataDir);
  renameSync(database, `${database}.restoring`);
  const { code, stderr } = await runToExit({ DATA_DIR: server.dataDir });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/restauration a été interrompue/),
  });
  expect(readdirSync(server.dataDir)).not.toContain("canevas.sqlite");
});

test("a database of before the client ids is checked and put back as well", async () => {
  const { server, author } = await writtenBoard();
  author.leave();
  await server.stop();
  const old = databaseIn(server.dataDir);
  const database = new DatabaseSync(old);
  database.exec(`
    delete from migrations where step >= 3; drop table client_ids; alter table boards drop column epoch;
    alter table snapshots drop column state_vector; alter table snapshots drop column delete_set;
    alter table snapshots drop column canon_sha256;
  `);
  database.close();
  const before = readFileSync(old);
  expect(await runCommand("doctor", [old])).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(old).equals(before)).toBe(true);
  const empty = newDataDir();
  const { code, stdout } = await runCommand("restore", [old, empty]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.not.stringContaining("gardée") });
  expect(epochOf(databaseIn(empty))).toBeGreaterThan(1);
});

test.each([
  ["doctor", ["a", "b"]],
  ["backup", []],
  ["backup", ["a", "b"]],
  ["restore", []],
  ["restore", ["a", "b", "c"]],
] as const)("npm run %s with the arguments %j says how it is used", async (name, args) => {
  expect(await runCommand(name, args)).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(new RegExp(`^Usage : npm run ${name} -- [^\n]*\n$`)),
  });
});

test.each(["doctor", "restore"] as const)("npm run %s on what is no database says so", async (name) => {
  const directory = newDataDir();
  const noDatabase = joinPath(directory, "letter.sqlite");
  writeFileSync(noDatabase, "Chère Léa, ".repeat(1000));
  const foreign = joinPath(directory, "foreign.sqlite");
  const database = new DatabaseSync(foreign);
  database.exec("create table letters (text)");
  database.close();
  const empty = joinPath(directory, "empty");
  mkdirSync(empty);
  for (const file of [noDatabase, foreign, joinPath(directory, "nothing.sqlite")]) {
    expect(await runCommand(name, name === "restore" ? [file, empty] : [file])).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^[^\n]+(?:pas une base de données de Canevas|pas de base de données ici)[^\n]*\n$/,
      ),
    });
  }
});
