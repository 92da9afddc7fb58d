// People typing in one room, against the built server in a process of its own and, in the same run, against a
// bare broadcaster that checks and keeps nothing: the limit of this machine. Read ratios, not milliseconds.
import { fork, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";
import * as Y from "yjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const keystrokesPerSecond = 4;
const durationMs = 5_000;
const rooms = [10, 50];
const joins = 30;

// Never the same Yjs client twice: an update that is already known is told to its author only.
let lastClientId = 1_000;

/** @param {Uint8Array} update */
const updateFrame = (update) => {
  const length = [];
  let rest = update.length;
  for (; rest > 127; rest = Math.floor(rest / 128)) length.push(128 | (rest & 127));
  return Buffer.from([0, 2, ...length, rest, ...update]);
};

/** The bytes behind kind and length; undefined for a frame of another kind. */
const updateOf = (/** @type {Buffer} */ frame) => {
  if (frame[0] !== 0 || frame[1] !== 2) return undefined;
  let at = 2;
  while ((frame[at] ?? 0) > 127) at += 1;
  return frame.subarray(at + 1);
};

/** @param {number[]} sorted @param {number} share */
const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} url @param {string[]} protocols */
async function connect(url, protocols) {
  const socket = new WebSocket(url, protocols, { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return socket;
}

/** One keystroke of one person in their own note, as bytes. */
function typist(/** @type {number} */ clientID) {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  /** @type {Uint8Array[]} */
  const updates = [];
  doc.on("update", (update) => updates.push(update));
  const text = new Y.Text();
  doc.getMap("notes").set(
    `bench-${clientID}`,
    new Y.Map(
      /** @type {[string, unknown][]} */ ([
        ["section", "plan_actions"],
        ["at", [0.5, 0.5]],
        ["kind", "idea"],
        ["text", text],
      ]),
    ),
  );
  return () => {
    if (updates.length === 0) text.insert(text.length, "a");
    return updates.shift() ?? new Uint8Array();
  };
}

/** @param {string} url @param {string[]} protocols @param {number} people */
async function typing(url, protocols, people) {
  const sentAt = new Map();
  /** @type {number[]} */
  const own = [];
  /** @type {number[]} */
  const seen = [];
  const members = await Promise.all(
    Array.from({ length: people }, async () => {
      const socket = await connect(url, protocols);
      const member = { socket, type: typist(++lastClientId), mine: new Set() };
      socket.on("message", (frame) => {
        const update = Buffer.isBuffer(frame) ? updateOf(frame) : undefined;
        const key = update?.toString("latin1");
        const at = sentAt.get(key);
        if (at !== undefined) (member.mine.has(key) ? own : seen).push(performance.now() - at);
      });
      return member;
    }),
  );
  const endsAt = performance.now() + durationMs;
  await Promise.all(
    members.map(async (member, index) => {
      await pause((index / people) * (1_000 / keystrokesPerSecond));
      while (performance.now() < endsAt) {
        const update = member.type();
        const key = Buffer.from(update).toString("latin1");
        sentAt.set(key, performance.now());
        member.mine.add(key);
        member.socket.send(updateFrame(update));
        await pause(1_000 / keystrokesPerSecond);
      }
    }),
  );
  await pause(500);
  for (const { socket } of members) socket.terminate();
  const expected = sentAt.size * people;
  return {
    own: own.sort((a, b) => a - b),
    seen: seen.sort((a, b) => a - b),
    lost: expected - own.length - seen.length,
  };
}

/** Time from opening the socket to having the whole board. */
async function joining(/** @type {string} */ url, /** @type {string[]} */ protocols) {
  const times = [];
  for (let join = 0; join < joins; join++) {
    const from = performance.now();
    const socket = new WebSocket(url, protocols, { perMessageDeflate: false });
    await new Promise((resolve, reject) => {
      socket.once("error", reject);
      socket.on("open", () => socket.send(Buffer.from([0, 0, 1, 0])));
      socket.on(
        "message",
        (frame) => Buffer.isBuffer(frame) && frame[0] === 0 && frame[1] === 1 && resolve(undefined),
      );
    });
    times.push(performance.now() - from);
    socket.terminate();
  }
  return times.sort((a, b) => a - b);
}

async function startCanevas() {
  const dataDir = mkdtempSync(join(tmpdir(), "canevas-bench-"));
  const child = spawn(process.execPath, ["dist/server/main.js"], {
    cwd: root,
    env: { ...process.env, PORT: "0", DATA_DIR: dataDir, RATE_LIMIT: "off", LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((resolve) =>
    child.stdout.on("data", (text) => resolve(/http:\S+/.exec(String(text))?.[0])),
  );
  const record = JSON.parse(readFileSync(join(root, "client/features/home/exampleRecord.fr.json"), "utf8"));
  const made = await fetch(`${url}/api/boards`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ record }),
  });
  const { id, links } = await made.json();
  const stop = async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await gone;
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    url: `${url.replace("http", "ws")}/sync/${id}`,
    protocols: ["canevas.v1", `token.${links.participant.token}`],
    stop,
  };
}

async function startBroadcaster() {
  const child = fork(fileURLToPath(new URL("./broadcaster.mjs", import.meta.url)));
  const port = await new Promise((resolve) => child.once("message", resolve));
  return { url: `ws://127.0.0.1:${port}`, protocols: [], stop: async () => void child.kill() };
}

const rows = [];
const canevas = await startCanevas();
const broadcaster = await startBroadcaster();
for (const people of rooms) {
  for (const [name, server] of /** @type {const} */ ([
    ["broadcaster", broadcaster],
    ["Canevas", canevas],
  ])) {
    const { own, seen, lost } = await typing(server.url, server.protocols, people);
    const ms = (/** @type {number[]} */ times, /** @type {number} */ share) =>
      Number(percentile(times, share).toFixed(1));
    rows.push({
      room: `${people} people × ${keystrokesPerSecond}/s`,
      server: name,
      "back p50 ms": ms(own, 0.5),
      "back p99 ms": ms(own, 0.99),
      "seen p50 ms": ms(seen, 0.5),
      "seen p99 ms": ms(seen, 0.99),
      lost,
    });
  }
}
const times = await joining(canevas.url, canevas.protocols);
await Promise.all([canevas.stop(), broadcaster.stop()]);
console.table(rows);
console.log(
  `joining the example board: median ${percentile(times, 0.5).toFixed(1)} ms, worst of ${joins} ${times.at(-1)?.toFixed(1)} ms`,
);
