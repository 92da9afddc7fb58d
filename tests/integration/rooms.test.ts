// Which boards are in memory, and what of them may be seen. In this process, to hold the clock and the storage.
import { createServer, type Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { createAccess } from "#server/access/access.ts";
import { createRates } from "#server/access/rates.ts";
import { hashToken, newToken } from "#server/access/tokens.ts";
import { createMetrics } from "#server/metrics/metrics.ts";
import { insertBoard } from "#server/storage/boards.ts";
import { insertLink } from "#server/storage/links.ts";
import { migrate } from "#server/storage/migrations.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { Storage } from "#server/storage/tables.ts";
import { loadBoard } from "#server/storage/updateLog.ts";
import { replay } from "#server/sync/replay.ts";
import { createRooms, type Rooms } from "#server/sync/rooms.ts";
import { seedOf } from "#server/sync/seed.ts";
import { createUpgrade, type Upgrade } from "#server/sync/upgrade.ts";
import { type BoardId, parseBoardId } from "#shared/access/boardId.ts";
import { isRefusal } from "#shared/access/refusal.ts";
import { createBoard } from "#shared/board/document.ts";
import { titleOf } from "#shared/board/values.ts";
import { newDataDir } from "#tests/support/server.ts";
import { rawMember, until, updateOf } from "./people.ts";

// The built one: a worker thread does not read TypeScript.
const workerFile = new URL("../../dist/server/boardWorker.js", import.meta.url);
const metrics = createMetrics();

let storage: Storage;
let rooms: Rooms;
let now = 0;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  storage = await openSqlite(newDataDir());
  await migrate(storage, now);
  const log = pino({ level: "silent" });
  rooms = createRooms({ storage, log, metrics, workerFile, now: () => now });
});

afterAll(async () => {
  await rooms.stop();
  await storage.destroy();
  vi.useRealTimers();
});

async function newBoard(text: string): Promise<BoardId> {
  const id = parseBoardId(text);
  if (id === undefined) throw new Error("a board id");
  const board = createBoard({ boardId: id, locale: "fr", title: text, newId: () => "note-0001" });
  const link = { id: `link of ${id}`, role: "viewer" as const, tokenHash: `hash of ${id}` };
  await insertBoard(storage, { id, locale: "fr", createdAt: now }, [link], seedOf(board));
  return id;
}

async function pass(durationMs: number): Promise<void> {
  now += durationMs;
  await vi.advanceTimersByTimeAsync(durationMs);
}

test("a board that nobody has open for half a minute leaves the memory, and opens again from the log", async () => {
  const id = await newBoard("board-one");
  const first = await rooms.open(id);
  await pass(20_000);
  expect(await rooms.open(id)).toBe(first);
  await pass(40_000);
  const second = await rooms.open(id);
  expect(second).not.toBe(first);
  expect(await rooms.read(id)).toMatchObject({ title: "board-one" });
});

test("two who come at once share a room", async () => {
  const id = await newBoard("board-two");
  const [one, two] = await Promise.all([rooms.open(id), rooms.open(id)]);
  expect(one).toBe(two);
});

test("a board that does not exist is refused, and can still be made", async () => {
  const id = parseBoardId("board-three");
  if (id === undefined) throw new Error("a board id");
  expect(isRefusal(await rooms.open(id))).toBe(true);
  await newBoard("board-three");
  expect(isRefusal(await rooms.open(id))).toBe(false);
});

test("a board with a hole in its log is not shown as if it were whole", async () => {
  const id = await newBoard("board-four");
  const hole = { board: id, seq: 3, person: null, at: 0, bytes: Y.encodeStateAsUpdate(new Y.Doc()) };
  await storage.insertInto("updates").values(hole).execute();
  await expect(rooms.open(id)).rejects.toThrow("update 2 of board board-four is missing");
});

describe("a board that is open", () => {
  let server: Server;
  let upgrade: Upgrade;
  let id: BoardId;
  let author: Awaited<ReturnType<typeof rawMember>>;
  let other: Awaited<ReturnType<typeof rawMember>>;

  beforeEach(async ({ task }) => {
    id = await newBoard(`board-${task.id.slice(-12).replace(/[^\w-]/g, "-")}`);
    const token = newToken();
    const link = { id: `link to ${id}`, role: "participant" as const, tokenHash: hashToken(token) };
    await insertLink(storage, id, link, now);
    const clock = () => now;
    const access = createAccess(storage, createRates(false), clock);
    const log = pino({ level: "silent" });
    upgrade = createUpgrade({
      access,
      rooms,
      publicUrl: undefined,
      areRatesLimited: false,
      log,
      metrics,
      now: clock,
    });
    server = createServer().on("upgrade", upgrade.handle);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const wsUrl = `ws://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    author = await rawMember({ wsUrl }, id, token);
    other = await rawMember({ wsUrl }, id, token);
  });

  afterEach(async () => {
    await upgrade.close();
    server.close();
  });

  /** The storage is busy until the function that this returns is called: commits wait. */
  function holdStorage(): () => Promise<void> {
    let release = () => {};
    const held = storage.transaction().execute(
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    return async () => {
      release();
      await held;
    };
  }

  const titleNow = async () => {
    const reading = await rooms.read(id);
    return isRefusal(reading) ? reading.refusal : reading.title;
  };
  const write = ({ doc, sendUpdate }: typeof author, text: string) =>
    sendUpdate(updateOf(doc, () => titleOf(doc).insert(0, text)));

  test("tells nothing, and is read as it was, while a commit is under way", async () => {
    const release = holdStorage();
    write(author, "pas encore ");
    await pause(50);
    const framesBefore = other.frames.length;
    other.send({ type: "syncStep1", stateVector: new Uint8Array([0]) });
    await until(() => other.frames.length > framesBefore, "who asks is answered");
    const answer = other.frames.at(-1);
    const told = new Y.Doc();
    if (answer?.type === "syncStep2") Y.applyUpdate(told, answer.update);
    expect(titleOf(told).toString()).toBe(id);
    expect([author.updates(), other.updates(), await titleNow()]).toEqual([[], [], id]);
    await release();
    await until(() => author.updates().length === 1 && other.updates().length === 1, "both heard");
    expect(await titleNow()).toBe(`pas encore ${id}`);
  });

  test("a board that rests lets go of its document, and takes what is written late", async () => {
    const update = updateOf(author.doc, () => titleOf(author.doc).insert(0, "tôt "));
    author.sendUpdate(update);
    await until(() => author.updates().length === 1, "it is saved");
    await pass(25_000);
    write(author, "tard ");
    await until(() => other.updates().length === 2, "both were told");
    expect(await titleNow()).toBe(`tard tôt ${id}`);
    const { tail, owners } = await loadBoard(storage, id);
    expect(tail).toHaveLength(3);
    expect(owners.get(author.doc.clientID)).toBe(`link to ${id}`);
  });

  test("tells the author what is being committed before it says goodbye", async () => {
    const release = holdStorage();
    write(author, "à la fin ");
    await pause(50);
    const closing = upgrade.close();
    await release();
    await closing;
    expect(await author.closed).toMatchObject({ code: 1012 });
    expect(author.updates()).toHaveLength(1);
  });

  test("an update that Yjs cannot finish takes nothing else of its turn with it", async () => {
    const release = holdStorage();
    write(author, "un ");
    await pause(50);
    // These three wait together for the next turn. In the second, two letters each stand behind the other.
    write(author, "deux ");
    await pause(20);
    other.sendUpdate(new Uint8Array([2, 1, 2, 0, 0x84, 1, 0, 1, 97, 1, 1, 0, 0x84, 2, 0, 1, 98, 0]));
    await pause(20);
    write(author, "trois ");
    await pause(20);
    await release();
    expect(await other.closed).toMatchObject({ code: 4409 });
    await until(() => author.updates().length === 3, "all of the author's came back");
    expect(await titleNow()).toBe(`trois deux un ${id}`);
    const { tail } = await loadBoard(storage, id);
    const logged = replay(
      undefined,
      tail.map(({ bytes }) => bytes),
    );
    expect(titleOf(logged).toString()).toBe(`trois deux un ${id}`);
  });
});
