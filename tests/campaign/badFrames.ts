// What no client of ours would send: frames that are none, honest frames damaged, too large, too deep or out of
// order, and bytes that are not even WebSocket's.
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { addNote, moveNote } from "#shared/board/notes.ts";
import { titleOf } from "#shared/board/values.ts";
import { encodeFrame } from "#shared/sync/frames.ts";
import { type Hello, protocolVersion } from "#shared/sync/hello.ts";
import { encodePresence } from "#shared/sync/presence.ts";
import { updateOf } from "#tests/integration/people.ts";
import { below, insertWord, oneOf, type Random, wordOf } from "./words.ts";

const frameNumbers = [0, 1, 2, 3, 4, 99, 100, 101, 102, 103, 104, 127, 128, 2 ** 31, 2 ** 32, 2 ** 53 - 1];

const hello = (client: number): Hello => ({ protocol: protocolVersion, format: 1, client, epoch: 1, seq: 0 });

const presence = (client: number, state: string, clock = 1) =>
  encodeFrame({ type: "presence", presence: encodePresence([{ client, clock, state }]) });

export const helloFrame = (client: number) =>
  encodeFrame({ type: "hello", json: JSON.stringify(hello(client)) });

/** Frames of every number, as somebody who has this board would send them. `doc` goes on with each of them. */
export function honestFrames(doc: Y.Doc, random: Random): Uint8Array[] {
  const id = `note-${below(random, 1e6)}-fuzz`;
  const updates = [
    updateOf(doc, () => titleOf(doc).insert(0, "un ")),
    updateOf(doc, () => titleOf(doc).delete(1, 2)),
    updateOf(doc, () => insertWord(doc, wordOf("fuzz", below(random, 1e6)), random)),
    updateOf(doc, () => addNote(doc, { id, section: "diagnosis", at: [0.1, 0.2], kind: "idea", text: "x" })),
    updateOf(doc, () => moveNote(doc, id, [random(), random()], "objectives")),
    Y.encodeStateAsUpdate(doc),
  ];
  const json = JSON.stringify(hello(doc.clientID));
  return [
    ...updates.map((update) => encodeFrame({ type: "update", update })),
    ...updates.map((update) => encodeFrame({ type: "syncStep2", update })),
    encodeFrame({ type: "syncStep1", stateVector: Y.encodeStateVector(doc) }),
    presence(doc.clientID, '{"user":{"name":"Léa"},"at":[0.1,0.2]}'),
    encodeFrame({ type: "queryPresence" }),
    encodeFrame({ type: "hello", json }),
    encodeFrame({ type: "welcome", json }),
    encodeFrame({ type: "session", json: '{"version":1,"rules":{"locked":[],"reserved":[]}}' }),
    encodeFrame({ type: "position", seq: below(random, 1000) }),
  ];
}

const randomBytes = (random: Random, length: number) => Uint8Array.from({ length }, () => below(random, 256));

function damaged(frame: Uint8Array, random: Random): Uint8Array {
  const bytes = Array.from(frame);
  for (let times = 1 + below(random, 4); times > 0; times -= 1) {
    const at = below(random, bytes.length);
    const way = below(random, 6);
    if (way === 0) bytes[at] = below(random, 256);
    else if (way === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
    else if (way === 2) bytes.splice(at, 1 + below(random, 4));
    else if (way === 3) bytes.splice(at, 0, below(random, 256), below(random, 256));
    // A number that does not end, where one was.
    else if (way === 4) bytes.splice(at, 1, ...Array.from({ length: 1 + below(random, 12) }, () => 255));
    else {
      const from = below(random, bytes.length);
      bytes.splice(at, 0, ...bytes.slice(from, from + 8));
    }
  }
  return Uint8Array.from(bytes);
}

function anyNumber(random: Random): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, oneOf(random, frameNumbers));
  encoding.writeUint8Array(encoder, randomBytes(random, below(random, 60)));
  return encoding.toUint8Array(encoder);
}

/** A length or a count far beyond what follows. */
function announcing(random: Random): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, oneOf(random, [0, 1, 100]));
  if (random() < 0.7) encoding.writeVarUint(encoder, below(random, 3));
  encoding.writeVarUint(encoder, 2 ** below(random, 53));
  encoding.writeUint8Array(encoder, randomBytes(random, below(random, 20)));
  return encoding.toUint8Array(encoder);
}

function deepJson(random: Random): string {
  const depth = oneOf(random, [10, 500, 900, 5_000, 100_000]);
  const [open, close] = oneOf(random, [
    ["[", "]"],
    ['{"a":', "}"],
    ['{"__proto__":', "}"],
  ] as const);
  return `{"user":${open.repeat(depth)}1${close.repeat(random() < 0.8 ? depth : 0)}}`;
}

const strangeJson = [
  "",
  "null",
  "[]",
  "{}",
  '"\\ud800"',
  "1e999",
  '{"protocol":-1,"format":0,"client":0,"epoch":0,"seq":0}',
  '{"protocol":1,"format":1,"client":9007199254740993,"epoch":1,"seq":9007199254740991}',
  '{"protocol":1,"format":1,"client":1,"epoch":999,"seq":1}',
  '{"__proto__":{"role":"facilitator"},"constructor":1}',
];

const inJson = (random: Random, json: string) =>
  random() < 0.5
    ? presence(below(random, 2 ** 32), json, 1 + below(random, 5))
    : encodeFrame({ type: oneOf(random, ["hello", "welcome", "session"]), json });

/** Binary, or now and then text, which is never ours. */
export function badFrame(honest: readonly Uint8Array[], random: Random): Uint8Array | string {
  const way = random();
  if (way < 0.5) return damaged(oneOf(random, honest), random);
  if (way < 0.6) {
    const whole = oneOf(random, honest);
    return whole.slice(0, below(random, whole.length));
  }
  if (way < 0.68) return randomBytes(random, below(random, 300));
  if (way < 0.76) return anyNumber(random);
  if (way < 0.82) return announcing(random);
  if (way < 0.86) return inJson(random, deepJson(random));
  if (way < 0.9) return inJson(random, oneOf(random, strangeJson));
  if (way < 0.92) return "text, which no frame is";
  // Nothing is wrong with it, but it comes out of order, twice, or from somebody who may not.
  return oneOf(random, honest);
}

const mask = [1, 2, 3, 4];

/** Below the frames: what a broken or hostile program writes into an open connection. */
export function badBytes(random: Random): Uint8Array {
  return oneOf(random, [
    // Half a frame: more was announced than comes.
    Uint8Array.from([0x82, 0xfe, 0x10, 0x00, ...mask, 0, 2, 1]),
    // A frame of 2^53 bytes.
    Uint8Array.from([0x82, 0xff, 0x00, 0x20, 0, 0, 0, 0, 0, 0, ...mask]),
    // Not masked, as clients must.
    Uint8Array.from([0x82, 0x03, 0, 0, 0]),
    // Reserved bits, a reserved kind, a ping in pieces, a close with half a code, text that is not UTF-8.
    Uint8Array.from([0xf2, 0x80, ...mask]),
    Uint8Array.from([0x8b, 0x80, ...mask]),
    Uint8Array.from([0x09, 0x80, ...mask]),
    Uint8Array.from([0x88, 0x81, ...mask, 3]),
    Uint8Array.from([0x81, 0x82, ...mask, 0xff, 0xff]),
    // The rest of a message that never began; the begin of one that never ends.
    Uint8Array.from([0x80, 0x80, ...mask]),
    Uint8Array.from([0x02, 0x81, ...mask, 0]),
    randomBytes(random, 1 + below(random, 40)),
  ]);
}
