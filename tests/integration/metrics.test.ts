// What the operator may watch, asked of a server that people use.
import { afterAll, beforeAll, expect, test } from "vitest";
import { titleOf } from "#shared/board/values.ts";
import { type Figures, parsePrometheus } from "#tests/support/prometheus.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { call, newBoard, rawClient, rawMember, until, updatesOf } from "./people.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

async function figures(): Promise<Figures> {
  return parsePrometheus((await call(server, "/metrics")).text);
}

const risen = (before: Figures, after: Figures, name: string) =>
  (after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN);

test("the figures are Prometheus text that nobody keeps", async () => {
  const { status, headers } = await call(server, "/metrics");
  expect(status).toBe(200);
  expect(headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(headers.get("cache-control")).toBe("no-store");
  const said = await figures();
  expect(said.get("process_resident_memory_bytes")).toBeGreaterThan(10 * 1024 * 1024);
  expect(said.get("process_cpu_seconds_total")).toBeGreaterThan(0);
  expect(said.get('canevas_event_loop_lag_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
});

test("the figures move when people come, write and leave", async () => {
  const before = await figures();
  const board = await newBoard(server);
  const author = await rawMember(server, board.id, board.tokens.participant);
  const reader = await rawMember(server, board.id, board.tokens.viewer);
  const during = await figures();
  expect(risen(before, during, "canevas_connections")).toBe(2);
  expect(risen(before, during, "canevas_boards_open")).toBe(1);
  // Both came with nothing.
  expect(risen(before, during, 'canevas_joins_total{answer="full"}')).toBe(2);
  const updates = updatesOf(author.doc, () => {
    for (let word = 0; word < 20; word += 1) titleOf(author.doc).insert(0, `${word} `);
  });
  for (const update of updates) author.sendUpdate(update);
  await until(() => reader.updates().length >= 20 && author.updates().length >= 20, "all was told");
  const after = await figures();
  expect(risen(during, after, "canevas_updates_accepted_total")).toBe(20);
  // Each to both, the author included.
  expect(risen(during, after, "canevas_deliveries_total")).toBe(40);
  const bytes = updates.reduce((sum, update) => sum + update.length, 0);
  expect(risen(during, after, "canevas_sent_bytes_total")).toBeGreaterThan(2 * bytes);
  const commits = risen(during, after, "canevas_commit_seconds_count");
  expect(commits).toBeGreaterThan(0);
  expect(risen(during, after, 'canevas_commit_seconds_bucket{le="+Inf"}')).toBe(commits);
  expect(risen(during, after, "canevas_commit_seconds_sum")).toBeGreaterThan(0);
  expect(risen(during, after, "canevas_flush_seconds_count")).toBeGreaterThanOrEqual(commits);
  author.leave();
  reader.leave();
  await until(async () => risen(before, await figures(), "canevas_connections") === 0, "both have left");
});

test("a refusal is counted under its code", async () => {
  const board = await newBoard(server);
  const before = await figures();
  await rawClient(server, board.id, "a-token-that-nobody-issued").closed;
  const viewer = await rawMember(server, board.id, board.tokens.viewer);
  viewer.sendUpdate(
    updatesOf(viewer.doc, () => titleOf(viewer.doc).insert(0, "moi aussi"))[0] ?? new Uint8Array(),
  );
  await viewer.closed;
  const after = await figures();
  expect(risen(before, after, 'canevas_refusals_total{code="tokenUnknown"}')).toBe(1);
  expect(risen(before, after, 'canevas_refusals_total{code="notAllowed"}')).toBe(1);
  expect(risen(before, after, 'canevas_refusals_total{code="updateMalformed"}')).toBe(0);
});

test("the figures tell no board from another", async () => {
  const board = await newBoard(server, { title: "Confidentiel" });
  const member = await rawMember(server, board.id, board.tokens.facilitator);
  const { text } = await call(server, "/metrics");
  for (const secret of [board.id, "Confidentiel", ...Object.values(board.tokens)]) {
    expect(text).not.toContain(secret);
  }
  member.leave();
});
