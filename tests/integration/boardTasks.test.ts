// The worker thread: what it does for one board must not be felt by another, nor its end by anyone.
import { afterAll, expect, test } from "vitest";
import { createMetrics } from "#server/metrics/metrics.ts";
import { BoardTasks } from "#server/sync/boardTasks.ts";
import { seedOf } from "#server/sync/seed.ts";
import { createBoard } from "#shared/board/document.ts";

const workerFile = new URL("../../dist/server/boardWorker.js", import.meta.url);
const nothing = new Uint8Array();
const { bytes } = seedOf(createBoard({ boardId: "b", locale: "fr", title: "Atelier", newId: () => "n" }));

const running: BoardTasks[] = [];

function tasksOf(file: URL) {
  const metrics = createMetrics();
  const tasks = new BoardTasks(file, metrics);
  running.push(tasks);
  return { tasks, metrics };
}

afterAll(async () => {
  for (const tasks of running) await tasks.stop();
});

test("a board that cannot be read fails alone", async () => {
  const { tasks, metrics } = tasksOf(workerFile);
  const [sound, poisoned, after] = await Promise.allSettled([
    tasks.read({ base: bytes, tail: nothing }),
    tasks.read({ base: bytes.subarray(0, bytes.length - 5), tail: nothing }),
    tasks.fold({ base: bytes, tail: nothing }),
  ]);
  expect(sound).toMatchObject({ status: "fulfilled", value: { title: "Atelier" } });
  expect([poisoned.status, after.status]).toEqual(["rejected", "fulfilled"]);
  expect(metrics.workerRestarts).toBe(0);
});

test("a worker that dies fails what it was asked, and is started again for what comes after", async () => {
  const { tasks, metrics } = tasksOf(new URL("data:text/javascript,process.exit(1)"));
  for (const times of [1, 2]) {
    await expect(tasks.read({ base: bytes, tail: nothing })).rejects.toThrow("the worker thread ended");
    expect(metrics.workerRestarts).toBe(times);
  }
});
