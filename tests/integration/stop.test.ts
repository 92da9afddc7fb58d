// The stop that an operator asks for. The ends that nobody chose are in tests/campaign/crash.test.ts.
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { titleOf } from "#shared/board/values.ts";
import type { Frame } from "#shared/sync/frames.ts";
import { tellFigures } from "#tests/support/campaign.ts";
import { randomFrom } from "#tests/support/random.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  call,
  join,
  newBoard,
  rawMember,
  type StockClient,
  syncedClient,
  until,
  updateOf,
} from "./people.ts";

type Writer = StockClient & { name: string; written: number };

const wordsIn = (doc: Y.Doc): string[] =>
  titleOf(doc)
    .toString()
    .match(/<[^<>]*>/g) ?? [];

/** What stands in this client's document from the hands of others: it was told by the server. */
function seenOfOthers({ doc, name }: Writer): string[] {
  return wordsIn(doc).filter((word) => !word.startsWith(`<${name}.`));
}

function write(writer: Writer, random: () => number): void {
  writer.written += 1;
  const text = titleOf(writer.doc);
  // Between two words of anybody's, never inside one.
  const gaps = [0, ...[...text.toString().matchAll(/>/g)].map(({ index }) => index + 1)];
  text.insert(gaps[Math.floor(random() * gaps.length)] ?? 0, `<${writer.name}.${writer.written}>`);
}

async function writeUntil(
  writers: readonly Writer[],
  isOver: () => boolean,
  random: () => number,
): Promise<void> {
  while (!isOver()) {
    for (const writer of writers) if (random() < 0.7) write(writer, random);
    await pause(1);
  }
}

async function newWriters(server: TestServer, count: number) {
  const board = await newBoard(server, { title: " " });
  const writers: Writer[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = String.fromCharCode(97 + index);
    const person = await join(server, board.id, board.tokens.participant, name);
    writers.push({ ...(await syncedClient(server, board.id, person.token)), name, written: 0 });
  }
  return { ...board, writers };
}

async function expectAllOnce(server: TestServer, boardId: string, token: string, writers: readonly Writer[]) {
  const all = writers.flatMap(({ name, written }) =>
    Array.from({ length: written }, (_, index) => `<${name}.${index + 1}>`),
  );
  const areAllThere = ({ doc }: Writer) => wordsIn(doc).length >= all.length;
  await until(() => writers.every(areAllThere), "everything reached everyone");
  const reader = await rawMember(server, boardId, token);
  reader.leave();
  for (const doc of [reader.doc, ...writers.map((writer) => writer.doc)]) {
    expect(wordsIn(doc).sort()).toEqual(all.sort());
  }
}

test("SIGTERM commits what was taken, says goodbye so that clients come back, and ends with 0 within 5 s", async () => {
  const random = randomFrom(7);
  let server = await startServer();
  const { id, tokens, writers } = await newWriters(server, 3);
  const silent = await rawMember(server, id, tokens.viewer);
  // Reads nothing any more, and will not answer a close.
  silent.socket.pause();
  let isOver = false;
  const writing = writeUntil(writers, () => isOver, random);
  await until(() => writers.every(({ written }) => written > 20), "they write");
  const startedAt = performance.now();
  const code = await server.stop();
  expect(performance.now() - startedAt).toBeLessThan(5000);
  expect(code).toBe(0);
  isOver = true;
  await writing;
  silent.leave();
  for (const { closes } of writers) expect(closes[0]?.code).toBe(1012);
  const seen = new Set(writers.flatMap(seenOfOthers));
  for (const { provider } of writers) provider.disconnect();
  server = await startServer({ DATA_DIR: server.dataDir, PORT: String(server.port) });
  const reader = await rawMember(server, id, tokens.viewer);
  reader.leave();
  expect([...seen].filter((word) => !wordsIn(reader.doc).includes(word))).toEqual([]);
  for (const { provider } of writers) provider.connect();
  await expectAllOnce(server, id, tokens.viewer, writers);
  for (const writer of writers) writer.leave();
  await server.stop();
});

test("a server that is stopped while idle ends at once, and its boards are there when it starts again", async () => {
  let server = await startServer();
  const { id, tokens } = await newBoard(server, { title: "Toujours là" });
  expect(await server.stop()).toBe(0);
  server = await startServer({ DATA_DIR: server.dataDir });
  const summary = await call(server, `/api/boards/${id}`, { token: tokens.viewer });
  expect(summary.json).toMatchObject({ title: "Toujours là" });
  await server.stop();
});

test("SIGTERM while 200 sockets write keeps all that anybody was told, and ends with 0 within 5 s", async () => {
  let server = await startServer();
  const boards = await Promise.all(Array.from({ length: 20 }, () => newBoard(server, { title: " " })));
  const members = await Promise.all(
    boards.flatMap((board, room) =>
      Array.from({ length: 10 }, async (_, index) => ({
        ...(await rawMember(server, board.id, board.tokens.participant)),
        board,
        name: `${room}.${index}`,
      })),
    ),
  );
  let isOver = false;
  let written = 0;
  const writing = (async () => {
    while (!isOver) {
      for (const { doc, name, socket, sendUpdate } of members) {
        if (socket.readyState !== socket.OPEN) continue;
        written += 1;
        sendUpdate(updateOf(doc, () => titleOf(doc).insert(0, `<${name}.${written}>`)));
      }
      await pause(20);
    }
  })();
  await until(() => members.every((member) => member.updates().length > 20), "everybody is told");
  const startedAt = performance.now();
  const code = await server.stop();
  const stopMs = Math.round(performance.now() - startedAt);
  tellFigures("stop under load", { "sockets writing": members.length, "ms until exit 0": stopMs });
  expect(stopMs).toBeLessThan(5000);
  expect(code).toBe(0);
  isOver = true;
  await writing;
  for (const { closed } of members) expect(await closed).toMatchObject({ code: 1012 });
  expect(server.log()).not.toMatch(/"level":[56]0/);

  server = await startServer({ DATA_DIR: server.dataDir });
  for (const board of boards) {
    const reader = await rawMember(server, board.id, board.tokens.viewer);
    reader.leave();
    const kept = wordsIn(reader.doc);
    expect(new Set(kept).size).toBe(kept.length);
    const told = new Set(members.filter((one) => one.board === board).flatMap((one) => wordsIn(toldTo(one))));
    expect(told.size).toBeGreaterThan(20);
    expect([...told].filter((word) => !kept.includes(word))).toEqual([]);
  }
  await server.stop();
});

/** What a reader would see who got nothing but the updates that this one was told. */
function toldTo({ frames }: { frames: readonly Frame[] }): Y.Doc {
  const doc = new Y.Doc();
  for (const frame of frames) {
    if (frame.type === "update" || frame.type === "syncStep2") Y.applyUpdate(doc, frame.update);
  }
  return doc;
}
