// What the operator reads, and what must never stand there: tokens, names, texts.
import { expect, test } from "vitest";
import { titleOf } from "#shared/board/values.ts";
import { encodePresence } from "#shared/sync/presence.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  call,
  join,
  linkIdOf,
  newBoard,
  rawClient,
  rawMember,
  stockClient,
  syncedClient,
  until,
  updateOf,
  updatesOf,
} from "./people.ts";

const linesOf = (server: TestServer): Record<string, unknown>[] =>
  server
    .log()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const canary = (what: string) => `canari-${what}-7f3a`;

test("no token, name or text is in any line, whatever people do and whatever goes wrong", async () => {
  const creation = canary("creation");
  const server = await startServer({ LOG_LEVEL: "trace", CREATE_TOKEN: creation });
  const post = { method: "POST", token: creation };
  const made = await call(server, "/api/boards", { ...post, body: { title: canary("title") } });
  const { id, links } = Object(made.json);
  const tokens: Record<string, string> = {};
  for (const role of ["facilitator", "committee", "participant", "viewer"]) tokens[role] = links[role].token;
  const { facilitator = "", committee = "", participant = "", viewer = "" } = tokens;

  // What people do.
  const lea = await join(server, id, participant, canary("name"));
  const writer = await syncedClient(server, id, lea.token);
  writer.provider.awareness.setLocalStateField("user", { name: canary("presence") });
  titleOf(writer.doc).insert(0, canary("text"));
  const reader = await rawMember(server, id, viewer);
  await until(() => reader.frames.some(({ type }) => type === "presence"), "they see each other");
  await call(server, `/api/boards/${id}`, { token: lea.token });
  await call(server, `/api/boards/${id}/record`, { token: viewer });
  await call(server, `/api/boards/${id}/exports/record.json`, { token: viewer });

  // What goes wrong: wrong tokens, bodies and frames that do not parse, refusals, a link taken back.
  await call(server, "/api/boards", { ...post, raw: `{"title": ${canary("broken")}` });
  await call(server, "/api/boards", { ...post, body: { title: 7, [canary("key")]: canary("value") } });
  await call(server, `/api/boards/${id}/commands`, {
    ...post,
    token: viewer,
    body: { type: canary("command") },
  });
  await call(server, `/api/boards/${id}`, { token: canary("wrong") });
  await call(server, `/api/boards/${id}?token=${canary("query")}`, { token: viewer });
  await rawClient(server, id, canary("wrong")).closed;
  for (const bytes of [
    canary("string"),
    new TextEncoder().encode(canary("bytes")),
    new Uint8Array([0, 2, 255]),
  ]) {
    const stranger = rawClient(server, id, participant);
    await stranger.opened;
    stranger.sendBytes(bytes);
    await stranger.closed;
  }
  const greeter = rawClient(server, id, participant);
  await greeter.opened;
  greeter.send({ type: "hello", json: `{"protocol": "${canary("hello")}"` });
  await greeter.closed;
  const shouter = rawClient(server, id, participant);
  await shouter.opened;
  const presence = encodePresence([{ client: 7, clock: 1, state: `{"user": ${canary("state")}` }]);
  shouter.send({ type: "presence", presence });
  await shouter.closed;
  reader.sendUpdate(updateOf(reader.doc, () => titleOf(reader.doc).insert(0, canary("refused"))));
  await reader.closed;
  const link = await linkIdOf(server, Object({ id, tokens }), "committee");
  const taken = stockClient(server, id, committee);
  await until(() => taken.provider.synced, "the committee is there");
  await call(server, `/api/boards/${id}/links/${link}`, { method: "DELETE", token: facilitator });
  await until(() => taken.closes.length > 0, "the link is revoked");
  taken.leave();
  writer.leave();
  expect(await server.stop()).toBe(0);

  const log = server.log();
  expect(log).not.toContain("canari");
  for (const token of [...Object.values(tokens), lea.token]) expect(log).not.toContain(token);

  const said = linesOf(server);
  const messages = said.map(({ msg }) => msg);
  expect(messages[0]).toBe("started");
  expect(messages.at(-1)).toBe("stopped");
  expect(messages).toEqual(expect.arrayContaining(["request", "board opened", "stopping"]));
  const refusals = said.filter(({ msg }) => msg === "refused");
  expect(refusals).toContainEqual(expect.objectContaining({ refusal: "notAllowed", boardId: id }));
  expect(refusals).toContainEqual(expect.objectContaining({ refusal: "linkRevoked", person: link }));
  expect(refusals).toContainEqual(expect.objectContaining({ refusal: "tokenUnknown" }));
  expect(refusals).toContainEqual(expect.objectContaining({ refusal: "notTheProtocol", level: 30 }));
});

test("a flood of refusals is counted whole, and said in part", async () => {
  const server = await startServer();
  const board = await newBoard(server);
  for (let round = 0; round < 10; round += 1) {
    await Promise.all(Array.from({ length: 50 }, () => rawClient(server, board.id, "nobody's").closed));
  }
  const { text } = await call(server, "/metrics");
  expect(text).toContain('canevas_refusals_total{code="tokenUnknown"} 500\n');
  // A last one, once another line may be written: it says how many were not.
  await until(async () => {
    await rawClient(server, board.id, "nobody's").closed;
    const said = linesOf(server).filter(({ msg }) => msg === "refused");
    const unsaid = said.reduce((sum, line) => sum + Number(line.unsaid ?? 0), 0);
    return said.length + unsaid > 500;
  }, "the rest is told as a number");
  await server.stop();
  // Sixty at once, then one a second.
  expect(linesOf(server).length).toBeLessThan(150);
});

test("LOG_LEVEL says how much: nothing of people who come and go at warn, everything at trace", async () => {
  const server = await startServer({ LOG_LEVEL: "warn" });
  const board = await newBoard(server);
  await rawClient(server, board.id, "nobody's").closed;
  const author = await rawMember(server, board.id, board.tokens.participant);
  for (const update of updatesOf(author.doc, () => titleOf(author.doc).insert(0, "mot")))
    author.sendUpdate(update);
  await until(() => author.updates().length > 0, "it came back");
  author.leave();
  await server.stop();
  expect(server.log()).toBe("");
});
