// What is kept of a log, and what a fold must agree with before anything of it goes.
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { createMetrics } from "#server/metrics/metrics.ts";
import { insertBoard } from "#server/storage/boards.ts";
import { migrate } from "#server/storage/migrations.ts";
import { pruneLog } from "#server/storage/snapshots.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { Storage } from "#server/storage/tables.ts";
import { appendUpdates, loadBoard } from "#server/storage/updateLog.ts";
import { BoardLog } from "#server/sync/boardLog.ts";
import { BoardTasks } from "#server/sync/boardTasks.ts";
import { createFolding } from "#server/sync/folding.ts";
import { updateMessages } from "#server/sync/messages.ts";
import { seedOf } from "#server/sync/seed.ts";
import { type BoardId, parseBoardId } from "#shared/access/boardId.ts";
import { createBoard } from "#shared/board/document.ts";
import type { Board } from "#shared/board/roots.ts";
import { titleOf } from "#shared/board/values.ts";
import { newDataDir } from "#tests/support/server.ts";
import { updatesOf } from "./people.ts";

const now = 1_800_000_000_000;
const dayMs = 24 * 60 * 60 * 1000;
const workerFile = new URL("../../dist/server/boardWorker.js", import.meta.url);
const metrics = createMetrics();
const tasks = new BoardTasks(workerFile, metrics);

let storage: Storage;
let id: BoardId;
let board: Board;
let log: BoardLog;

beforeAll(async () => {
  storage = await openSqlite(newDataDir());
  await migrate(storage, now);
});

afterAll(async () => {
  await tasks.stop();
  await storage.destroy();
});

beforeEach(async ({ task }) => {
  const parsed = parseBoardId(`board-${task.id.slice(-12).replace(/[^\w-]/g, "-")}`);
  if (parsed === undefined) throw new Error("a board id");
  id = parsed;
  const seed = seedOf(createBoard({ boardId: id, locale: "fr", title: "Atelier", newId: () => "n" }));
  await insertBoard(
    storage,
    { id, locale: "fr", createdAt: now },
    [{ id, role: "viewer", tokenHash: id }],
    seed,
  );
  const saved = await loadBoard(storage, id);
  log = new BoardLog(saved);
  board = log.replay();
});

const folding = () =>
  createFolding({ storage, tasks, log: pino({ level: "silent" }), metrics, now: () => now });
const fold = () => folding().fold({ boardId: id, log, board, mayPrune: true });

/** Into the document, the log in memory and the log on disk. */
async function write(count: number, at = now): Promise<void> {
  const updates = updatesOf(board, () => {
    for (let left = count; left > 0; left -= 1) titleOf(board).insert(0, "x");
  });
  const entries = updates.map((bytes, index) => ({
    board: id,
    seq: log.seq + 1 + index,
    person: null,
    at,
    bytes,
  }));
  await appendUpdates(storage, { entries, newClients: [] });
  log.append(updates.length, updateMessages(updates));
}

async function rows(): Promise<{ snapshots: number[]; updates: [number | undefined, number | undefined] }> {
  const snapshots = await storage
    .selectFrom("snapshots")
    .select("seq")
    .where("board", "=", id)
    .orderBy("seq")
    .execute();
  const updates = await storage
    .selectFrom("updates")
    .select("seq")
    .where("board", "=", id)
    .orderBy("seq")
    .execute();
  return { snapshots: snapshots.map(({ seq }) => seq), updates: [updates[0]?.seq, updates.at(-1)?.seq] };
}

test("a fold is the log as one, with what joins need of it", async () => {
  await write(600);
  await fold();
  const { snapshot, tail } = await loadBoard(storage, id);
  expect([snapshot?.seq, tail]).toEqual([601, []]);
  const state = Y.encodeStateAsUpdate(board);
  expect(Buffer.compare(snapshot?.state ?? new Uint8Array(), state)).toBe(0);
  expect(snapshot?.stateVector).toEqual(Y.encodeStateVector(board));
  expect(snapshot?.deleteSet).toEqual(Y.diffUpdate(state, Y.encodeStateVector(board)));
  expect(log.base.seq).toBe(601);
});

test("a fold that does not hold what the live board holds is not stored, prunes nothing and raises an alarm", async () => {
  await write(10, now - 15 * dayMs);
  await fold();
  await write(10, now - 15 * dayMs);
  titleOf(board).insert(0, "not in the log");
  const before = await rows();
  const alarms = metrics.foldMismatches;
  await fold();
  expect(metrics.foldMismatches).toBe(alarms + 1);
  expect(await rows()).toEqual(before);
  expect(log.base.seq).toBe(11);
});

test("two snapshots are kept, and the updates behind them for a fortnight", async () => {
  await write(10, now - 15 * dayMs);
  await fold();
  await write(10, now - 13 * dayMs);
  await fold();
  await write(10);
  await fold();
  // Update 11 is the last that is too old; the older snapshot stands at 21.
  expect(await rows()).toEqual({ snapshots: [21, 31], updates: [12, 31] });
});

test("of a busy fortnight the last 5,000 updates are kept", async () => {
  await write(6_000);
  await pruneLog(storage, id, { older: 5_500, newest: 6_001, now });
  expect((await rows()).updates).toEqual([1_002, 6_001]);
});

test("what stands after the older snapshot is never pruned, however old and however much it is", async () => {
  await write(6_000, now - 30 * dayMs);
  await pruneLog(storage, id, { older: 400, newest: 6_001, now });
  expect((await rows()).updates).toEqual([401, 6_001]);
});
