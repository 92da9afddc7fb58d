// Those who use a server in a test: over HTTP, with the stock y-websocket client, or frame by frame.
import { vi } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Role } from "#shared/access/roles.ts";
import { CreatedBoard, CreatedParticipant, LinkSummaries, type Problem } from "#shared/api.ts";
import { decodeFrame, encodeFrame, type Frame } from "#shared/sync/frames.ts";
import type { TestServer } from "#tests/support/server.ts";

export type Call = {
  method?: string;
  token?: string | undefined;
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: string;
  headers?: Record<string, string>;
};

export type Answer = { status: number; headers: Headers; text: string; json: unknown };

export async function call(server: TestServer, path: string, options: Call = {}): Promise<Answer> {
  const { method = "GET", token, body, raw, headers = {} } = options;
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...((body !== undefined || raw !== undefined) && { "content-type": "application/json" }),
      ...headers,
    },
    body: raw ?? (body === undefined ? null : JSON.stringify(body)),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

export function problemOf(answer: Answer): Partial<Problem> {
  return typeof answer.json === "object" && answer.json !== null ? answer.json : {};
}

export type TestBoard = { id: string; tokens: Record<Role, string>; urls: Record<Role, string> };

export async function newBoard(server: TestServer, body: unknown = {}): Promise<TestBoard> {
  const answer = await call(server, "/api/boards", { method: "POST", body });
  if (answer.status !== 201) throw new Error(`no board: ${answer.status} ${answer.text}`);
  const { id, links } = CreatedBoard.parse(answer.json);
  const { facilitator, committee, participant, viewer } = links;
  return {
    id,
    tokens: {
      facilitator: facilitator.token,
      committee: committee.token,
      participant: participant.token,
      viewer: viewer.token,
    },
    urls: {
      facilitator: facilitator.url,
      committee: committee.url,
      participant: participant.url,
      viewer: viewer.url,
    },
  };
}

export async function join(
  server: TestServer,
  boardId: string,
  linkToken: string,
  name = "Léa",
): Promise<CreatedParticipant> {
  const path = `/api/boards/${boardId}/participants`;
  const answer = await call(server, path, { method: "POST", token: linkToken, body: { name } });
  return CreatedParticipant.parse(answer.json);
}

export async function linkIdOf(server: TestServer, board: TestBoard, role: Role): Promise<string> {
  const answer = await call(server, `/api/boards/${board.id}/links`, { token: board.tokens.facilitator });
  const link = LinkSummaries.parse(answer.json).find((one) => one.role === role);
  if (link === undefined) throw new Error(`no link for ${role}`);
  return link.id;
}

export type Closed = { code: number; reason: string };

export type StockClient = { doc: Y.Doc; provider: WebsocketProvider; closes: Closed[]; leave(): void };

// The provider wants a browser's WebSocket; `ws` has all of it that the provider uses.
const polyfill = WebSocket as unknown as typeof globalThis.WebSocket;

/** The client that y-websocket ships, as a stranger's program would use it. */
export function stockClient(
  server: TestServer,
  boardId: string,
  token: string,
  doc = new Y.Doc(),
): StockClient {
  const closes: Closed[] = [];
  const provider = new WebsocketProvider(`${server.wsUrl}/sync`, boardId, doc, {
    protocols: ["canevas.v1", `token.${token}`],
    WebSocketPolyfill: polyfill,
    disableBc: true,
    maxBackoffTime: 200,
  });
  provider.on("connection-close", (event) => {
    if (event !== null) closes.push({ code: event.code, reason: event.reason });
  });
  return { doc, provider, closes, leave: () => provider.destroy() };
}

export async function syncedClient(
  server: TestServer,
  boardId: string,
  token: string,
  doc?: Y.Doc,
): Promise<StockClient> {
  const client = stockClient(server, boardId, token, doc);
  await until(() => client.provider.synced, "the client synced");
  return client;
}

/** Speaks in frames, and answers nothing by itself. */
export type RawClient = {
  socket: WebSocket;
  frames: Frame[];
  updates(): Uint8Array[];
  send(frame: Frame): void;
  sendUpdate(update: Uint8Array): void;
  sendBytes(bytes: Uint8Array | string): void;
  closed: Promise<Closed>;
  opened: Promise<void>;
  leave(): void;
};

export type RawOptions = { protocols?: string[]; options?: ClientOptions };

export function rawClient(
  server: Pick<TestServer, "wsUrl">,
  boardId: string,
  token: string | undefined,
  { protocols, options }: RawOptions = {},
): RawClient {
  const offered = protocols ?? ["canevas.v1", ...(token === undefined ? [] : [`token.${token}`])];
  const socket = new WebSocket(`${server.wsUrl}/sync/${boardId}`, offered, options);
  const frames: Frame[] = [];
  socket.on("message", (data) => {
    const frame = data instanceof Uint8Array ? decodeFrame(new Uint8Array(data)) : undefined;
    if (frame === undefined) throw new Error("the server sent something that is not a frame");
    frames.push(frame);
  });
  // Reported by `closed` as 1006, as a browser would.
  socket.on("error", () => {});
  const closed = new Promise<Closed>((resolve) => {
    socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  const opened = new Promise<void>((resolve, reject) => {
    socket.on("open", resolve);
    void closed.then(({ code, reason }) => reject(new Error(`closed: ${code} ${reason}`)));
  });
  // Most tests wait for one of the two only.
  opened.catch(() => {});
  const send = (frame: Frame) => socket.send(encodeFrame(frame));
  return {
    socket,
    frames,
    updates: () => frames.flatMap((frame) => (frame.type === "update" ? [frame.update] : [])),
    send,
    sendUpdate: (update) => send({ type: "update", update }),
    sendBytes: (bytes) => socket.send(bytes),
    closed,
    opened,
    leave: () => socket.terminate(),
  };
}

/** One that is in the room: it was sent the whole board. */
export async function rawMember(
  server: Pick<TestServer, "wsUrl">,
  boardId: string,
  token: string,
  options?: RawOptions,
): Promise<RawClient & { doc: Y.Doc }> {
  const client = rawClient(server, boardId, token, options);
  await client.opened;
  client.send({ type: "syncStep1", stateVector: Y.encodeStateVector(new Y.Doc()) });
  const doc = new Y.Doc();
  await until(() => client.frames.some((frame) => frame.type === "syncStep2"), "the board arrived");
  doc.transact((transaction) => {
    for (const frame of client.frames) {
      // A large board comes as updates, and an empty SyncStep2 behind them.
      if (frame.type === "syncStep2" || frame.type === "update") Y.applyUpdate(doc, frame.update);
    }
    // Ours: Yjs would tidy up formatting after others, and a test could not say what the server holds.
    transaction.local = true;
  });
  return { ...client, doc };
}

/** Waits for a condition, not for a time. */
export async function until(condition: () => boolean | Promise<boolean>, what: string, timeout = 15_000) {
  await vi.waitFor(
    async () => {
      if (!(await condition())) throw new Error(`still not so after ${timeout} ms: ${what}`);
    },
    { timeout, interval: 10 },
  );
}

/** The updates that a change makes, one for each transaction. */
export function updatesOf(doc: Y.Doc, change: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on("update", keep);
  change();
  doc.off("update", keep);
  return updates;
}

export function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const [update] = updatesOf(doc, () => doc.transact(change));
  if (update === undefined) throw new Error("the change changed nothing");
  return update;
}
