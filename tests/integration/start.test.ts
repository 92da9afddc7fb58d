// How the process starts, and how it says that it cannot.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEnvironment } from "#server/environment.ts";
import { newDataDir, runToExit, startServer } from "#tests/support/server.ts";
import { call, newBoard } from "./people.ts";

test.each([
  ["PORT", "80a"],
  ["PORT", "65536"],
  ["HOST", "a b"],
  ["DATABASE_URL", "postgres://localhost/canevas"],
  ["REDIS_URL", "redis://localhost"],
  ["PUBLIC_URL", "canevas.example.org"],
  ["PUBLIC_URL", "https://example.org/canevas"],
  ["CREATE_TOKEN", "two words"],
  ["LOG_LEVEL", "loud"],
  ["RATE_LIMIT", "maybe"],
])("a bad %s (%s) earns one sentence that names it", (name, value) => {
  const read = readEnvironment({ [name]: value });
  expect(read.ok ? "" : read.sentence).toMatch(new RegExp(`^${name} [^\n]+\\.$`));
});

test("a bad variable stops the start with its sentence", async () => {
  expect(await runToExit({ REDIS_URL: "redis://localhost" })).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^REDIS_URL [^\n]+\.\n$/),
  });
});

test("a port that is taken stops the start with one sentence", async () => {
  const server = await startServer();
  const { code, stderr } = await runToExit({ PORT: String(server.port) });
  await server.stop();
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^[^\n]*${server.port}[^\n]*PORT\\.\n$`));
});

test("a directory that cannot be made stops the start with one sentence", async () => {
  const file = join(newDataDir(), "file");
  writeFileSync(file, "");
  const { code, stderr } = await runToExit({ DATA_DIR: join(file, "data") });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^[^\n]*DATA_DIR[^\n]*\n$/);
});

test("a file that is not a database stops the start with one sentence, and stays as it was", async () => {
  const dataDir = newDataDir();
  writeFileSync(
    join(dataDir, "canevas.sqlite"),
    "not a database, but somebody's only copy of something".repeat(100),
  );
  const { code, stderr } = await runToExit({ DATA_DIR: dataDir });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^[^\n]*DATA_DIR[^\n]*\n$/);
});

test("an empty variable is one that is not set", async () => {
  const server = await startServer({ CREATE_TOKEN: "", PUBLIC_URL: "", LOG_LEVEL: "" });
  await newBoard(server);
  expect(await server.stop()).toBe(0);
});

test("the address is the only thing on standard output, and the log is JSON", async () => {
  const server = await startServer({ LOG_LEVEL: "trace" });
  await call(server, "/api/health");
  expect(await server.stop()).toBe(0);
  const lines = server.log().trim().split("\n");
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty("msg");
  expect(server.output()).toMatch(/^[^\n]*http:\/\/127\.0\.0\.1:\d+\n$/);
});
