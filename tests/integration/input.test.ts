// What people, programs and cables can send by mistake or on purpose: a clear refusal, the process lives, and
// those who work beside it notice nothing.
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { addNote } from "#shared/board/notes.ts";
import { titleOf, writeGiven } from "#shared/board/values.ts";
import { readRecord } from "#shared/record/readRecord.ts";
import { encodeFrame } from "#shared/sync/frames.ts";
import { encodePresence } from "#shared/sync/presence.ts";
import { randomFrom } from "#tests/support/random.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  call,
  newBoard,
  problemOf,
  type RawClient,
  rawClient,
  rawMember,
  type StockClient,
  syncedClient,
  type TestBoard,
  until,
  updateOf,
} from "./people.ts";

let server: TestServer;
let board: TestBoard;
let bystanders: StockClient[];
let written = 0;
let typing: NodeJS.Timeout;

beforeAll(async () => {
  server = await startServer();
  board = await newBoard(server, { title: " " });
  bystanders = [
    await syncedClient(server, board.id, board.tokens.participant),
    await syncedClient(server, board.id, board.tokens.facilitator),
  ];
  typing = setInterval(() => {
    written += 1;
    const [one] = bystanders;
    if (one !== undefined) titleOf(one.doc).insert(0, `<${written}>`);
  }, 10);
});

afterAll(async () => {
  clearInterval(typing);
  const [one, two] = bystanders;
  if (one === undefined || two === undefined) throw new Error("two bystanders");
  await until(() => titleOf(two.doc).toString() === titleOf(one.doc).toString(), "the bystanders are equal");
  const reader = await rawMember(server, board.id, board.tokens.viewer);
  expect(titleOf(reader.doc).toString()).toBe(titleOf(one.doc).toString());
  expect(titleOf(one.doc).toString().match(/<\d+>/g)).toHaveLength(written);
  expect([...one.closes, ...two.closes]).toEqual([]);
  expect(server.log()).not.toContain('"level":50');
  reader.leave();
  one.leave();
  two.leave();
  expect(await server.stop()).toBe(0);
});

/** The bystanders still hear each other, now. */
async function expectNobodyNoticed(): Promise<void> {
  const [one, two] = bystanders;
  const now = written + 2;
  await until(() => written >= now, "a bystander typed");
  await until(
    () =>
      titleOf(two?.doc ?? new Y.Doc())
        .toString()
        .includes(`<${now}>`),
    "the other one read it",
  );
  expect(one?.closes).toEqual([]);
  expect(two?.closes).toEqual([]);
}

describe("over HTTP", () => {
  const newBoardPath = "/api/boards";
  const json = { "content-type": "application/json" };

  test.each([
    ["broken JSON", { raw: '{"title":' }, 400, "brokenJson"],
    [
      "JSON of another encoding",
      { raw: '"\uD800"', headers: { ...json, "content-encoding": "x" } },
      400,
      "invalidBody",
    ],
    ["a list", { raw: "[]" }, 400, "invalidBody"],
    ["null", { raw: "null" }, 400, "invalidBody"],
    ["a number", { raw: "1e999" }, 400, "invalidBody"],
    ["a body with __proto__", { raw: '{"__proto__":{"title":"x"}}' }, 400, "invalidBody"],
    [
      "nesting 100,000 deep",
      { raw: `{"record":${"[".repeat(100_000)}${"]".repeat(100_000)}}` },
      400,
      "invalidBody",
    ],
    [
      "a wrong content type",
      { raw: "{}", headers: { "content-type": "text/plain" } },
      415,
      "unsupportedMediaType",
    ],
    [
      "a form",
      { raw: "title=x", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "unsupportedMediaType",
    ],
    ["a body of 9 MB", { raw: `{"title":"${"x".repeat(9_000_000)}"}` }, 413, "bodyTooLarge"],
  ])("%s is refused", async (_what, options, status, code) => {
    const answer = await call(server, newBoardPath, { method: "POST", ...options });
    expect([answer.status, problemOf(answer).code]).toEqual([status, code]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    await expectNobodyNoticed();
  });

  test("a body that does not say how long it is, and does not end, is refused at the limit", async () => {
    const status = await new Promise<unknown>((resolve) => {
      const sending = request(`${server.url}/api/boards`, { method: "POST", headers: json }, (answer) =>
        resolve(answer.statusCode),
      );
      // The server may hang up while we are still sending.
      sending.on("error", () => resolve("hung up"));
      const sendMore = () => {
        while (sending.writable && sending.write(Buffer.alloc(1024 * 1024, "x")));
      };
      sending.on("drain", sendMore);
      sendMore();
    });
    expect([413, "hung up"]).toContain(status);
    await expectNobodyNoticed();
  });

  test("other bodies end at 64 KiB", async () => {
    const path = `/api/boards/${board.id}/participants`;
    const body = { name: "x".repeat(70_000) };
    const answer = await call(server, path, { method: "POST", token: board.tokens.participant, body });
    expect([answer.status, problemOf(answer).code]).toEqual([413, "bodyTooLarge"]);
  });

  test("a body that is cut off harms nobody", async () => {
    const head = `POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n`;
    const socket = connect(server.port, "127.0.0.1", () => socket.write(`${head}{"title":`));
    socket.on("connect", () => setTimeout(() => socket.destroy(), 20));
    await new Promise((resolve) => socket.once("close", resolve));
    await expectNobodyNoticed();
  });

  test("bytes that are not HTTP are refused", async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(server.port, "127.0.0.1", () => socket.write("\u0000\u0001 nonsense\r\n\r\n"));
      socket.once("data", (data) => resolve(data.toString())).once("error", reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    await expectNobodyNoticed();
  });

  test.each(["/api/boards/%E0%A4%A", "/api/boards/..%2f..%2fetc", "/api/boards/%00", "/%"])(
    "the path %s",
    async (path) => {
      const answer = await call(server, path, { token: board.tokens.viewer });
      expect(answer.status).toBe(404);
    },
  );
});

describe("over the WebSocket", () => {
  const bytes = (...values: number[]) => new Uint8Array(values);
  const update = (payload: Uint8Array) => encodeFrame({ type: "update", update: payload });
  const someUpdate = () => {
    const doc = new Y.Doc();
    return updateOf(doc, () => titleOf(doc).insert(0, "bonjour"));
  };
  const deepUpdate = () => {
    const doc = new Y.Doc();
    let nested: unknown = 1;
    for (let depth = 0; depth < 3000; depth += 1) nested = [nested];
    return updateOf(doc, () => writeGiven(doc, "title", nested));
  };

  test.each([
    ["text", "hello", 4400],
    ["nothing", bytes(), 4400],
    ["a garbage frame", bytes(250, 251, 252, 253), 4400],
    ["y-protocols' auth", bytes(2, 0, 1, 97), 4400],
    ["an unknown sync message", bytes(0, 9, 0), 4400],
    ["a frame number of ours", bytes(100, 0), 4400],
    ["a frame number that never ends", new Uint8Array(50).fill(255), 4400],
    ["a state vector that is none", encodeFrame({ type: "syncStep1", stateVector: bytes(9) }), 4400],
    ["an empty state vector", encodeFrame({ type: "syncStep1", stateVector: bytes() }), 4400],
    ["presence that is none", encodeFrame({ type: "presence", presence: bytes(200, 200) }), 4400],
    ["a length beyond the frame", bytes(0, 2, 200, 1, 0), 4400],
    ["a truncated update", update(someUpdate().slice(0, -3)), 4409],
    ["an empty array as update", update(bytes()), 4409],
    ["an update of nothing but numbers", update(new Uint8Array(1000).fill(7)), 4409],
    ["an update that announces billions", update(bytes(255, 255, 255, 255, 15, 1, 1, 0)), 4409],
    [
      "a deletion of what was never written",
      encodeFrame({ type: "syncStep2", update: bytes(0, 1, 5, 1, 0, 9) }),
      4409,
    ],
  ])("%s is refused", async (_what, frame, code) => {
    const client = await rawMember(server, board.id, board.tokens.participant);
    client.sendBytes(frame);
    const closed = await client.closed;
    expect(closed.code).toBe(code);
    expect(closed.reason).not.toBe("");
    await expectNobodyNoticed();
  });

  test("a frame of 50 MB is refused", async () => {
    const client = await rawMember(server, board.id, board.tokens.participant);
    client.sendBytes(Buffer.alloc(50_000_000));
    expect(await client.closed).toMatchObject({ code: 4413 });
    await expectNobodyNoticed();
  });

  test("bytes that are not WebSocket frames are refused", async () => {
    const client = await rawMember(server, board.id, board.tokens.participant);
    const socket = Reflect.get(client.socket, "_socket");
    socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    expect(await client.closed).toMatchObject({ code: 4400 });
    await expectNobodyNoticed();
  });

  test("a value nested 3,000 deep does not stop the server", async () => {
    const other = await newBoard(server);
    const client = await rawMember(server, other.id, other.tokens.participant);
    client.sendBytes(update(deepUpdate()));
    await Promise.race([client.closed, until(() => client.updates().length === 1, "it came back")]);
    client.leave();
    expect(
      (await call(server, `/api/boards/${other.id}/record`, { token: other.tokens.viewer })).status,
    ).toBe(200);
    await expectNobodyNoticed();
  });

  test("a socket that is cut in the middle of a frame harms nobody", async () => {
    const client = await rawMember(server, board.id, board.tokens.participant);
    const socket = Reflect.get(client.socket, "_socket");
    socket.write(Buffer.from([0x82, 0xfe, 0x10, 0x00, 1, 2, 3, 4, 5]));
    socket.destroy();
    await expectNobodyNoticed();
  });
});

describe("a few thousand damaged frames", () => {
  type Random = () => number;
  const below = (random: Random, limit: number) => Math.floor(random() * limit);

  /** Honest frames of a board that is being written, to be damaged. */
  function honestFrames(doc: Y.Doc): Uint8Array[] {
    const updates = [
      updateOf(doc, () => titleOf(doc).insert(0, "un ")),
      updateOf(doc, () => titleOf(doc).delete(1, 2)),
      updateOf(doc, () => titleOf(doc).format(0, 3, { bold: true })),
      updateOf(doc, () =>
        addNote(doc, { id: "note-0001", section: "diagnosis", at: [0.1, 0.2], kind: "idea", text: "x" }),
      ),
      Y.encodeStateAsUpdate(doc),
    ];
    return [
      ...updates.map((one) => encodeFrame({ type: "update", update: one })),
      ...updates.map((one) => encodeFrame({ type: "syncStep2", update: one })),
      encodeFrame({ type: "syncStep1", stateVector: Y.encodeStateVector(doc) }),
      encodeFrame({
        type: "presence",
        presence: encodePresence([{ client: 1, clock: 1, state: '{"a":1}' }]),
      }),
      encodeFrame({ type: "queryPresence" }),
    ];
  }

  function damage(frame: Uint8Array, random: Random): Uint8Array {
    const damaged = Array.from(frame);
    for (let times = 1 + below(random, 4); times > 0; times -= 1) {
      const at = below(random, damaged.length);
      const kind = below(random, 5);
      if (kind === 0) damaged[at] = below(random, 256);
      else if (kind === 1) damaged[at] = (damaged[at] ?? 0) ^ (1 << below(random, 8));
      else if (kind === 2) damaged.splice(at, 1 + below(random, 4));
      else if (kind === 3) damaged.splice(at, 0, below(random, 256), below(random, 256));
      else damaged.length = at;
    }
    return Uint8Array.from(damaged);
  }

  /** Until the server has dealt with all that was sent: it answers once more, or it has hung up. */
  async function settle({ socket, frames, send }: RawClient): Promise<void> {
    const answers = () => frames.filter(({ type }) => type === "syncStep2").length;
    const before = answers();
    if (socket.readyState === socket.OPEN) send({ type: "syncStep1", stateVector: new Uint8Array([0]) });
    const isSettled = () => answers() > before || socket.readyState === socket.CLOSED;
    while (!isSettled()) await new Promise((resolve) => setImmediate(resolve));
  }

  async function attack(target: TestBoard, token: string, random: Random, frames: number): Promise<void> {
    let client: (RawClient & { doc: Y.Doc }) | undefined;
    let honest: Uint8Array[] = [];
    for (let sent = 1; sent <= frames; sent += 1) {
      if (client === undefined || client.socket.readyState !== client.socket.OPEN) {
        client = await rawMember(server, target.id, token);
        honest = honestFrames(client.doc);
      }
      const frame = honest[below(random, honest.length)];
      if (frame !== undefined) client.sendBytes(damage(frame, random));
      if (sent % 3 === 0) await settle(client);
    }
    client?.leave();
  }

  test.each(["participant", "viewer"] as const)(
    "from eight who are %s leave the server and the bystanders as they were",
    async (role) => {
      const seed = Date.now() % 1_000_000;
      const target = role === "viewer" ? board : await newBoard(server);
      const attacks = Array.from({ length: 8 }, (_, index) =>
        attack(target, target.tokens[role], randomFrom(seed + index), 150),
      );
      await Promise.all(attacks);
      const answer = await call(server, `/api/boards/${target.id}/record`, { token: target.tokens.viewer });
      expect(answer.status, `seed ${seed}`).toBe(200);
      const reader = await rawMember(server, target.id, target.tokens.viewer);
      reader.leave();
      expect(reader.doc.store.pendingStructs, `seed ${seed}`).toBeNull();
      expect(readRecord(reader.doc).record, `seed ${seed}`).toHaveProperty("title");
      await expectNobodyNoticed();
    },
  );

  test("on bare connections that never said who they are", async () => {
    const client = rawClient(server, board.id, undefined);
    client.socket.on("open", () => client.sendBytes(new Uint8Array(1000)));
    expect(await client.closed).toMatchObject({ code: 4401 });
    await expectNobodyNoticed();
  });
});
