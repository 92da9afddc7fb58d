// Which boards are in memory. In this process, for the clock: half a minute is too long to wait for.
import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { insertBoard } from "#server/storage/boards.ts";
import { migrate } from "#server/storage/migrations.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { Storage } from "#server/storage/tables.ts";
import { createRooms, type Rooms } from "#server/sync/rooms.ts";
import { seedOf } from "#server/sync/seed.ts";
import { type BoardId, parseBoardId } from "#shared/access/boardId.ts";
import { isRefusal } from "#shared/access/refusal.ts";
import { createBoard } from "#shared/board/document.ts";
import { titleOf } from "#shared/board/values.ts";
import { newDataDir } from "#tests/support/server.ts";

let storage: Storage;
let rooms: Rooms;
let now = 0;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  storage = await openSqlite(newDataDir());
  await migrate(storage, now);
  rooms = createRooms(storage, pino({ level: "silent" }), () => now);
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
  expect(await rooms.read(id, ({ board }) => titleOf(board).toString())).toBe("board-one");
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
