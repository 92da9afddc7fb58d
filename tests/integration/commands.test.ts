// What a facilitator decides: by one call, once, kept, and said to all who ask.
import { join as joinPath } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "#shared/access/roles.ts";
import { openRules } from "#shared/access/rules.ts";
import { titleOf } from "#shared/board/values.ts";
import type { Frame } from "#shared/sync/frames.ts";
import { type Hello, protocolVersion, Session, Welcome } from "#shared/sync/hello.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  type Answer,
  call,
  join,
  newBoard,
  problemOf,
  rawClient,
  rawMember,
  type TestBoard,
  until,
  updateOf,
} from "./people.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.stop();
});

function command(board: TestBoard, body: unknown, token = board.tokens.facilitator): Promise<Answer> {
  return call(server, `/api/boards/${board.id}/commands`, { method: "POST", token, body });
}

const session = (board: TestBoard, token = board.tokens.viewer) =>
  call(server, `/api/boards/${board.id}/session`, { token });

const lock = (id: string, ...sections: string[]) => ({ id, type: "lockSections", sections, locked: true });

test("a new board has rules that keep nobody from writing", async () => {
  const board = await newBoard(server);
  const answer = await session(board);
  expect(answer.json).toEqual({ version: 0, rules: openRules });
});

test("a command answers the session as it is now, which every role then reads", async () => {
  const board = await newBoard(server);
  const after = { version: 1, rules: { ...openRules, locked: ["diagnosis", "plan_legal"] } };
  const answer = await command(board, lock("command-1", "plan_legal", "diagnosis"));
  expect([answer.status, answer.json]).toEqual([200, after]);
  for (const role of roles) expect((await session(board, board.tokens[role])).json).toEqual(after);
});

test("the same id twice acts once, and is answered with the session as it is by then", async () => {
  const board = await newBoard(server);
  await command(board, lock("command-1", "diagnosis"));
  const opened = { id: "command-2", type: "lockSections", sections: ["diagnosis"], locked: false };
  await command(board, opened);
  const again = await command(board, lock("command-1", "diagnosis"));
  expect([again.status, again.json]).toEqual([200, { version: 2, rules: openRules }]);
});

test("the same id sent many times at once acts once", async () => {
  const board = await newBoard(server);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => command(board, lock("command-1", "diagnosis"))),
  );
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.json).toMatchObject({ version: 1 });
});

test("many commands at once are taken one after the other: none is lost", async () => {
  const board = await newBoard(server);
  const sections = ["diagnosis", "plan_legal", "plan_actions", "eval_indicators", "exec_finance"];
  await Promise.all(sections.map((section, index) => command(board, lock(`command-${index}`, section))));
  const { rules, version } = Object((await session(board)).json);
  expect([...rules.locked].sort()).toEqual([...sections].sort());
  expect(version).toBe(5);
});

test("the same id on another board is another command", async () => {
  const [one, other] = [await newBoard(server), await newBoard(server)];
  await command(one, lock("command-1", "diagnosis"));
  expect((await command(other, lock("command-1", "plan_legal"))).json).toMatchObject({
    version: 1,
    rules: { locked: ["plan_legal"] },
  });
});

test("who decided what, and when, is kept; a refusal leaves nothing", async () => {
  const board = await newBoard(server);
  const facilitator = await join(server, board.id, board.tokens.facilitator, "Amina");
  const from = Date.now();
  await command(board, lock("command-1", "diagnosis"), facilitator.token);
  const refused = await command(board, lock("command-2", "plan_legal"), board.tokens.committee);
  expect([refused.status, problemOf(refused).code]).toEqual([403, "notAllowed"]);
  const database = new DatabaseSync(joinPath(server.dataDir, "canevas.sqlite"));
  const rows = database.prepare("select id, person, type, at from commands where board = ?").all(board.id);
  database.close();
  expect(rows).toEqual([
    { id: "command-1", person: facilitator.participantId, type: "lockSections", at: expect.any(Number) },
  ]);
  expect(Object(rows[0]).at).toBeGreaterThanOrEqual(from);
  expect((await session(board)).json).toMatchObject({ version: 1, rules: { locked: ["diagnosis"] } });
});

test("what was decided outlives the process", async () => {
  const first = await startServer();
  const board = await newBoard(first);
  const path = `/api/boards/${board.id}`;
  const token = board.tokens.facilitator;
  const body = {
    id: "command-1",
    type: "reserveSections",
    sections: ["eval_satisfaction"],
    for: "committee",
  };
  const decided = await call(first, `${path}/commands`, { method: "POST", token, body });
  await first.kill();
  const second = await startServer({ DATA_DIR: first.dataDir });
  expect((await call(second, `${path}/session`, { token })).json).toEqual(decided.json);
  expect((await call(second, `${path}/commands`, { method: "POST", token, body })).json).toEqual(
    decided.json,
  );
  await second.stop();
});

describe("who is in the room", () => {
  const sessionsIn = (frames: readonly Frame[]) =>
    frames.flatMap((frame) => {
      if (frame.type === "welcome") return [Welcome.parse(JSON.parse(frame.json)).session];
      return frame.type === "session" ? [Session.parse(JSON.parse(frame.json))] : [];
    });

  test("is told the session with the welcome, and again within a second when it changes", async () => {
    const board = await newBoard(server);
    await command(board, lock("command-1", "diagnosis"));
    const person = await join(server, board.id, board.tokens.participant);
    const client = rawClient(server, board.id, person.token);
    await client.opened;
    const hello: Hello = { protocol: protocolVersion, format: 1, client: 7, epoch: 0, seq: 0 };
    client.send({ type: "hello", json: JSON.stringify(hello) });
    await until(() => sessionsIn(client.frames).length === 1, "the welcome arrived");
    const decidedAt = Date.now();
    const answer = await command(board, lock("command-2", "plan_legal"));
    await until(() => sessionsIn(client.frames).length === 2, "the session arrived");
    expect(Date.now() - decidedAt).toBeLessThan(1_000);
    expect(sessionsIn(client.frames)).toEqual([
      { version: 1, rules: { ...openRules, locked: ["diagnosis"] } },
      answer.json,
    ]);
    // What changes nothing is no news.
    await command(board, lock("command-3", "plan_legal"));
    await command(board, { id: "command-4", type: "keepNotesToAuthor", on: true });
    await until(() => sessionsIn(client.frames).length === 3, "the next session arrived");
    expect(sessionsIn(client.frames).at(-1)).toMatchObject({ version: 3 });
    client.leave();
  });

  test("without having said hello is told nothing of it", async () => {
    const board = await newBoard(server);
    const member = await rawMember(server, board.id, board.tokens.participant);
    await command(board, lock("command-1", "diagnosis"));
    member.sendUpdate(updateOf(member.doc, () => titleOf(member.doc).insert(0, "Après")));
    await until(() => member.updates().length === 1, "the update came back");
    expect(sessionsIn(member.frames)).toEqual([]);
    member.leave();
  });
});

describe("a command that does not fit is told by path, and what was expected there", () => {
  const sections = ["diagnosis"];
  test.each([
    ["no type", { id: "command-1" }, "type", /one of lockSections, reserveSections, keepNotesToAuthor/],
    ["an unknown type", { id: "command-1", type: "explode" }, "type", /one of lockSections/],
    ["no id", { type: "keepNotesToAuthor", on: true }, "id", /string/],
    ["an id of two letters", { id: "no", type: "keepNotesToAuthor", on: true }, "id", /format/],
    ["no section", { id: "command-1", type: "lockSections", sections: [], locked: true }, "sections", /1/],
    [
      "a section of another sheet",
      lock("command-1", "diagnosis", "colour"),
      "sections[1]",
      /one of .*diagnosis/,
    ],
    [
      "words for a truth",
      { id: "command-1", type: "lockSections", sections, locked: "yes" },
      "locked",
      /boolean/,
    ],
    [
      "a role that never writes",
      { id: "command-1", type: "reserveSections", sections, for: "viewer" },
      "for",
      /./,
    ],
    [
      "a field too many",
      { id: "command-1", type: "keepNotesToAuthor", on: true, why: "" },
      "why",
      /no field/,
    ],
  ])("%s", async (_what, body, path, expected) => {
    const board = await newBoard(server);
    const answer = await command(board, body);
    expect([answer.status, problemOf(answer).code]).toEqual([400, "invalidBody"]);
    expect(problemOf(answer).issues).toEqual([{ path, expected: expect.stringMatching(expected) }]);
    expect((await session(board)).json).toMatchObject({ version: 0 });
  });
});
