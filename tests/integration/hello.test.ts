// What our own client and the server say to each other before the board.
import { join as joinPath } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { openRules } from "#shared/access/rules.ts";
import { boardFormat } from "#shared/board/roots.ts";
import { titleOf } from "#shared/board/values.ts";
import type { Frame } from "#shared/sync/frames.ts";
import { type Hello, protocolVersion, Session, Welcome } from "#shared/sync/hello.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { call, join, newBoard, type RawClient, rawClient, until, updateOf } from "./people.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.stop();
});

const hello: Hello = { protocol: protocolVersion, format: boardFormat, client: 7, epoch: 0, seq: 0 };
const empty = new Uint8Array([0]);

const sayHello = (client: RawClient, said: Partial<Hello> = {}) =>
  client.send({ type: "hello", json: JSON.stringify({ ...hello, ...said }) });

const typesOf = (frames: readonly Frame[]) => frames.map(({ type }) => type);
const positionsOf = ({ frames }: RawClient) =>
  frames.flatMap((frame) => (frame.type === "position" ? [frame.seq] : []));

/** One of ours that was sent the board. */
async function greeted(boardId: string, token: string, said: Partial<Hello> = {}) {
  const client = rawClient(server, boardId, token);
  await client.opened;
  sayHello(client, said);
  client.send({ type: "syncStep1", stateVector: empty });
  await until(() => positionsOf(client).length > 0, "told where it is");
  const doc = new Y.Doc();
  for (const frame of client.frames) {
    if (frame.type === "update" || frame.type === "syncStep2") Y.applyUpdate(doc, frame.update);
  }
  return { ...client, doc };
}

function setEpoch(boardId: string, epoch: number): void {
  const database = new DatabaseSync(joinPath(server.dataDir, "canevas.sqlite"));
  database.prepare("update boards set epoch = ? where id = ?").run(epoch, boardId);
  database.close();
}

describe("a client that says hello", () => {
  test("is welcomed by name and told what was decided, before it is told the board", async () => {
    const { id, tokens } = await newBoard(server);
    const lea = await join(server, id, tokens.committee, "Léa");
    const client = await greeted(id, lea.token);
    const first = client.frames.find(({ type }) => type !== "syncStep1");
    const welcome = Welcome.parse(first?.type === "welcome" ? JSON.parse(first.json) : undefined);
    expect(welcome).toMatchObject({
      protocol: protocolVersion,
      format: boardFormat,
      epoch: 1,
      role: "committee",
      me: { id: lea.participantId, name: "Léa" },
      session: { version: 0, rules: openRules },
    });
    client.leave();
  });

  test.each([
    ["an older protocol", { protocol: protocolVersion - 1 }],
    ["an older format of the document", { format: boardFormat - 1 }],
  ])("of %s is told to be reloaded, and nothing else", async (_what, said) => {
    const { id, tokens } = await newBoard(server);
    const client = rawClient(server, id, tokens.participant);
    await client.opened;
    sayHello(client, said);
    client.send({ type: "syncStep1", stateVector: empty });
    expect(await client.closed).toEqual({ code: 4400, reason: "client too old: reload the page" });
    expect(typesOf(client.frames)).not.toContain("syncStep2");
  });

  test("that brings a replica from before a restore is refused; one that brings none is not", async () => {
    const { id, tokens } = await newBoard(server);
    setEpoch(id, 3);
    const stale = rawClient(server, id, tokens.participant);
    await stale.opened;
    sayHello(stale, { epoch: 2, seq: 9 });
    expect(await stale.closed).toEqual({ code: 4409, reason: "board was restored from a backup" });
    for (const epoch of [0, 3]) (await greeted(id, tokens.participant, { epoch })).leave();
  });

  test("is told with every flush up to where it has been told", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await greeted(id, tokens.participant);
    const reader = await greeted(id, tokens.viewer);
    expect([positionsOf(author), positionsOf(reader)]).toEqual([[1], [1]]);
    for (const letter of ["a", "b"]) {
      author.sendUpdate(updateOf(author.doc, () => titleOf(author.doc).insert(0, letter)));
      await until(() => author.updates().at(-1) !== undefined && reader.updates().length > 0, "heard");
    }
    await until(
      () => positionsOf(reader).at(-1) === 3 && positionsOf(author).at(-1) === 3,
      "up to the third",
    );
    expect(typesOf(reader.frames).at(-1)).toBe("position");
    author.leave();
    reader.leave();
  });

  test("and knows where it was is sent what came after, and no content it has", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await greeted(id, tokens.participant);
    const updates = ["un ", "deux "].map((word) =>
      updateOf(author.doc, () => titleOf(author.doc).insert(0, word)),
    );
    for (const update of updates) author.sendUpdate(update);
    await until(() => positionsOf(author).at(-1) === 3, "both are in the log");
    // Anything else would be sent to somebody with so empty a state vector.
    const back = await greeted(id, tokens.participant, { epoch: 1, seq: 2 });
    expect(back.updates()).toEqual(updates.slice(1));
    expect(typesOf(back.frames.filter(({ type }) => type !== "presence")).slice(-3)).toEqual([
      "update",
      "syncStep2",
      "position",
    ]);
    const upToDate = await greeted(id, tokens.participant, { epoch: 1, seq: 3 });
    expect(upToDate.frames.find(({ type }) => type === "syncStep2")).toEqual({
      type: "syncStep2",
      update: new Uint8Array([0, 0]),
    });
    for (const client of [author, back, upToDate]) client.leave();
  });

  test("is told when the rules change; a stock client never sees a frame of ours", async () => {
    const { id, tokens } = await newBoard(server);
    const ours = await greeted(id, tokens.participant);
    const stock = rawClient(server, id, tokens.participant);
    await stock.opened;
    stock.send({ type: "syncStep1", stateVector: empty });
    const command = { id: "command-1", type: "lockSections", sections: ["diagnosis"], locked: true };
    const path = `/api/boards/${id}/commands`;
    const answer = await call(server, path, { method: "POST", token: tokens.facilitator, body: command });
    expect(answer.status, answer.text).toBe(200);
    await until(() => typesOf(ours.frames).includes("session"), "ours is told");
    const told = ours.frames.find((frame) => frame.type === "session");
    const session = Session.parse(told?.type === "session" ? JSON.parse(told.json) : undefined);
    expect(session).toEqual(answer.json);
    ours.sendUpdate(updateOf(ours.doc, () => titleOf(ours.doc).insert(0, "x")));
    await until(() => stock.updates().length === 1, "the stock client hears the update");
    for (const type of ["welcome", "session", "position"]) expect(typesOf(stock.frames)).not.toContain(type);
    ours.leave();
    stock.leave();
  });
});

describe("a hello is refused", () => {
  const refused = async (speak: (client: RawClient) => void) => {
    const { id, tokens } = await newBoard(server);
    const client = rawClient(server, id, tokens.participant);
    await client.opened;
    speak(client);
    return client.closed;
  };

  test.each([
    ["that comes twice", (client: RawClient) => [sayHello(client), sayHello(client)]],
    [
      "that comes after another frame",
      (client: RawClient) => [client.send({ type: "queryPresence" }), sayHello(client)],
    ],
    ["that is not JSON", (client: RawClient) => client.send({ type: "hello", json: "{" })],
    ["that lacks a field", (client: RawClient) => client.send({ type: "hello", json: '{"protocol":1}' })],
  ])("%s", async (_what, speak) => {
    expect(await refused(speak)).toMatchObject({ code: 4400 });
  });

  test.each<Frame>([
    { type: "welcome", json: "{}" },
    { type: "session", json: "{}" },
    { type: "position", seq: 1 },
  ])("and so is a frame that only the server sends: $type", async (frame) => {
    expect(await refused((client) => client.send(frame))).toMatchObject({ code: 4400 });
  });
});
