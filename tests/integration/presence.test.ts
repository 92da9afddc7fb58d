// Who is where, through the WebSocket: seen by all, forged by nobody, and bounded.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { boardFormat } from "#shared/board/roots.ts";
import { titleOf } from "#shared/board/values.ts";
import { protocolVersion } from "#shared/sync/hello.ts";
import { decodePresence, encodePresence } from "#shared/sync/presence.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  join,
  linkIdOf,
  newBoard,
  type RawClient,
  rawClient,
  rawMember,
  type StockClient,
  syncedClient,
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

const presenceOf = (client: StockClient, of: StockClient) =>
  client.provider.awareness.getStates().get(of.doc.clientID);

const say = (client: number, clock: number, state: unknown) => ({
  type: "presence" as const,
  presence: encodePresence([{ client, clock, state: JSON.stringify(state) }]),
});

type Told = { client: number; clock: number; state: Record<string, unknown> | null };

function toldIn(frames: RawClient["frames"]): Told[] {
  return frames.flatMap((frame) =>
    frame.type === "presence"
      ? (decodePresence(frame.presence) ?? []).map((entry) => ({ ...entry, state: JSON.parse(entry.state) }))
      : [],
  );
}

const lastOf = (member: RawClient, client: number) =>
  toldIn(member.frames).findLast((entry) => entry.client === client);

test("is seen by those who are there and those who come, and ends with the connection", async () => {
  const { id, tokens } = await newBoard(server);
  const one = await syncedClient(server, id, tokens.participant);
  const two = await syncedClient(server, id, tokens.viewer);
  one.provider.awareness.setLocalState({ user: { name: "Léa" } });
  two.provider.awareness.setLocalState({ user: { name: "Tom" } });
  await until(
    () => presenceOf(two, one) !== undefined && presenceOf(one, two) !== undefined,
    "both are seen",
  );
  const three = await syncedClient(server, id, tokens.viewer);
  await until(() => presenceOf(three, one) !== undefined, "who comes later sees it too");
  expect(presenceOf(three, one)).toMatchObject({ user: { name: "Léa" } });
  one.provider.ws?.close();
  one.provider.shouldConnect = false;
  await until(() => presenceOf(two, one) === undefined && presenceOf(three, one) === undefined, "it ended");
  // The same client comes back, with a clock from before the others were told that it had left.
  one.provider.connect();
  await until(() => presenceOf(two, one) !== undefined, "it is seen again");
  for (const client of [one, two, three]) client.leave();
});

describe("cannot be forged", () => {
  test("nobody speaks for somebody else, and what one said comes back", async () => {
    const { id, tokens } = await newBoard(server);
    const lea = await rawMember(server, id, (await join(server, id, tokens.participant, "Léa")).token);
    const tom = await rawMember(server, id, (await join(server, id, tokens.participant, "Tom")).token);
    lea.send(say(7, 1, {}));
    await until(() => [lea, tom].every((member) => lastOf(member, 7) !== undefined), "both heard");
    tom.send(say(7, 2, { typing: true }));
    tom.send(say(7, 3, null));
    tom.send(say(8, 1, {}));
    await until(() => lastOf(lea, 8) !== undefined, "Tom is heard");
    expect(toldIn(lea.frames).filter(({ client }) => client === 7)).toMatchObject([
      { clock: 1, state: { user: { name: "Léa" } } },
    ]);
    tom.send({ type: "queryPresence" });
    await until(() => toldIn(tom.frames).filter(({ client }) => client === 7).length === 2, "answered");
    lea.leave();
    await until(() => lastOf(tom, 7)?.state === null, "left");
    expect(lastOf(tom, 7)?.clock).toBe(2);
    tom.leave();
  });

  test("name, colour, id and role are the server's", async () => {
    const { id, tokens } = await newBoard(server);
    const { participantId, token } = await join(server, id, tokens.participant, "Léa");
    const lea = await rawMember(server, id, token);
    const tom = await rawMember(server, id, (await join(server, id, tokens.viewer, "Tom")).token);
    tom.send(say(8, 1, { user: { id: participantId, name: "Léa", color: "1" }, role: "facilitator" }));
    lea.send(say(7, 1, { section: "diagnosis" }));
    await until(() => lastOf(lea, 8) !== undefined && lastOf(tom, 7) !== undefined, "both are told");
    const ofLea = lastOf(tom, 7)?.state;
    const ofTom = lastOf(lea, 8)?.state;
    expect(ofLea).toMatchObject({ user: { id: participantId, name: "Léa" }, role: "participant" });
    expect(ofTom).toMatchObject({ user: { name: "Tom" }, role: "viewer" });
    expect(ofTom).not.toMatchObject({ user: { id: participantId } });
    expect(ofTom).not.toMatchObject({ user: { color: colorIn(ofLea) } });
    for (const member of [lea, tom]) member.leave();
  });

  test("who holds only a link is called as they say, but not like a participant who is here", async () => {
    const { id, tokens } = await newBoard(server, { locale: "en" });
    const lea = await rawMember(server, id, (await join(server, id, tokens.participant, "Léa")).token);
    const bot = await rawMember(server, id, tokens.committee);
    const linkId = await linkIdOf(server, { id, tokens, urls: tokens }, "committee");
    bot.send(say(8, 1, { user: { name: " lea " } }));
    bot.send(say(9, 1, { user: { name: " Bot " } }));
    await until(() => lastOf(lea, 9) !== undefined, "told");
    expect(lastOf(lea, 8)?.state).toMatchObject({ user: { id: linkId, name: "Committee" } });
    expect(lastOf(lea, 9)?.state).toMatchObject({ user: { id: linkId, name: "Bot" } });
    for (const member of [lea, bot]) member.leave();
  });

  test("a client id that has written for somebody, or that they said they will write under, is theirs", async () => {
    const { id, tokens } = await newBoard(server);
    const { token } = await join(server, id, tokens.participant, "Léa");
    const lea = await rawMember(server, id, token);
    const tom = await rawMember(server, id, (await join(server, id, tokens.participant, "Tom")).token);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(lea.doc));
    lea.sendUpdate(updateOf(doc, () => titleOf(doc).insert(0, "a")));
    await until(() => lea.updates().length === 1, "written");
    const hello = { protocol: protocolVersion, format: boardFormat, client: 77, epoch: 0, seq: 0 };
    const again = rawClient(server, id, token);
    await again.opened;
    again.send({ type: "hello", json: JSON.stringify(hello) });
    await until(() => again.frames.some(({ type }) => type === "welcome"), "welcomed");
    tom.send(say(doc.clientID, 1, {}));
    tom.send(say(77, 1, {}));
    tom.send(say(8, 1, {}));
    await until(() => lastOf(lea, 8) !== undefined, "Tom is heard");
    expect([doc.clientID, 77].map((client) => lastOf(lea, client))).toEqual([undefined, undefined]);
    again.send(say(77, 1, {}));
    await until(() => lastOf(tom, 77) !== undefined, "Léa is heard for it");
    expect(lastOf(tom, 77)?.state).toMatchObject({ user: { name: "Léa" } });
    for (const member of [lea, again, tom]) member.leave();
  });

  test("with a clock out of reach it is not the protocol", async () => {
    const { id, tokens } = await newBoard(server);
    const member = await rawMember(server, id, tokens.participant);
    member.send(say(7, 2 ** 50, {}));
    expect(await member.closed).toMatchObject({ code: 4400 });
  });
});

function colorIn(state: Told["state"] | undefined): unknown {
  const user = state?.user;
  return typeof user === "object" && user !== null && "color" in user ? user.color : undefined;
}

describe("is bounded", () => {
  test("of a hundred moves in a row the others hear the last, and few before it", async () => {
    const { id, tokens } = await newBoard(server);
    const one = await rawMember(server, id, tokens.participant);
    const two = await rawMember(server, id, tokens.viewer);
    for (let clock = 1; clock <= 100; clock += 1) one.send(say(5, clock, { x: clock }));
    await until(() => lastOf(two, 5)?.clock === 100, "the last is heard");
    expect(two.frames.filter(({ type }) => type === "presence").length).toBeLessThan(20);
    for (const member of [one, two]) member.leave();
  });

  test.each([
    ["of more than 2 KB", `"${"x".repeat(2100)}"`],
    ["that is not JSON", "{name:"],
    ["that is a list", "[1]"],
  ])("a state %s is refused", async (_what, state) => {
    const { id, tokens } = await newBoard(server);
    const client = await rawMember(server, id, tokens.participant);
    client.send({ type: "presence", presence: encodePresence([{ client: 1, clock: 1, state }]) });
    expect(await client.closed).toMatchObject({ code: 4400 });
  });

  test("30 frames a second and person, 300 at once; what stock clients repeat of others does not count", async () => {
    const limited = await startServer({ RATE_LIMIT: "on" });
    const { id, tokens } = await newBoard(limited);
    const { token } = await join(limited, id, tokens.participant, "Léa");
    const [one, two] = [await rawMember(limited, id, token), await rawMember(limited, id, token)];
    const tom = await rawMember(limited, id, tokens.viewer);
    tom.send(say(8, 1, {}));
    await until(() => lastOf(one, 8) !== undefined, "Tom is seen");
    for (let times = 0; times < 400; times += 1) one.send(say(8, 1, {}));
    // Of one person, through two tabs.
    for (let clock = 1; clock <= 140; clock += 1) for (const tab of [one, two]) tab.send(say(6, clock, {}));
    await until(() => lastOf(tom, 6)?.clock === 140, "280 are heard");
    for (let clock = 141; clock <= 400; clock += 1) one.send(say(6, clock, {}));
    expect(await one.closed).toMatchObject({ code: 4429 });
    for (const member of [two, tom]) member.leave();
    await limited.stop();
  });

  test("in a room of sixty, cursors are told to those at the same place, and everyone is still seen", async () => {
    const { id, tokens } = await newBoard(server);
    const members: RawClient[] = [];
    for (let at = 0; at < 60; at += 1) members.push(await rawMember(server, id, tokens.participant));
    const sectionOf = (at: number) => (at < 30 ? "diagnosis" : "project_team");
    const cursor = { x: 0.5, y: 0.5 };
    for (const [at, member] of members.entries()) member.send(say(100 + at, 1, { section: sectionOf(at) }));
    const [first, last] = [members[0], members[59]];
    if (first === undefined || last === undefined) throw new Error("sixty members");
    const all = Array.from({ length: 60 }, (_, at) => at);
    await until(() => all.every((at) => lastOf(first, 100 + at) !== undefined), "everyone is seen");
    first.frames.length = 0;
    for (const [at, member] of members.entries())
      member.send(say(100 + at, 2, { section: sectionOf(at), cursor }));
    const seesAll = (member: RawClient, ats: number[]) => () =>
      ats.every((at) => lastOf(member, 100 + at)?.state?.cursor !== undefined);
    await until(seesAll(first, all.slice(0, 30)), "those of the same section");
    await until(seesAll(last, all.slice(30)), "and in the other");
    expect(all.slice(30).some((at) => lastOf(first, 100 + at)?.state?.cursor !== undefined)).toBe(false);
    const host = await rawMember(server, id, tokens.facilitator);
    host.send(say(99, 1, { cursor }));
    await until(
      () => [first, last].every((one) => lastOf(one, 99)?.state?.cursor !== undefined),
      "who leads",
    );
    for (const member of [...members, host]) member.leave();
  });
});
