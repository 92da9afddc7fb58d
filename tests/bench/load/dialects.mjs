// How each server is spoken to. All speak the messages of y-protocols; Hocuspocus puts the name of the document in
// front of each, and wants to be told who one is before anything else.
import { clientFrame, varBytes, varString, varUint } from "./bytes.mjs";

const syncMessage = 0;
const presenceMessage = 1;
const authMessage = 2;
/** Hocuspocus: a sync message that wants no SyncStep1 in return. */
const syncReplyMessage = 4;

export const syncStep1 = 0;
export const syncStep2 = 1;
export const update = 2;

/**
 * @typedef {object} Dialect
 * @property {string} name
 * @property {(document: string) => Uint8Array} address what stands in front of every message
 * @property {(bytes: Buffer, start: number) => number} afterAddress
 * @property {boolean} answers false: the server has no board, and nothing but updates may be sent to it
 * @property {(document: string) => Buffer} greeting frames to send first
 */

const none = Buffer.alloc(0);

/** @type {Dialect} */
export const bare = {
  name: "bare",
  address: () => none,
  afterAddress: (_bytes, start) => start,
  answers: false,
  greeting: () => none,
};

/** The stock y-websocket protocol. @type {Dialect} */
export const stock = { ...bare, name: "stock", answers: true };

/** @type {Dialect} */
export const hocuspocus = {
  name: "hocuspocus",
  answers: true,
  address: (document) => varString(document),
  // Names are shorter than 128 bytes: their length is one byte.
  afterAddress: (bytes, start) => start + 1 + (bytes[start] ?? 0),
  greeting: (document) =>
    clientFrame(Buffer.concat([varString(document), varUint(authMessage), varUint(0), varString("bench")])),
};

/**
 * @param {Dialect} dialect
 * @param {string} document
 * @param {number} kind
 * @param {Uint8Array} bytes
 */
export function syncFrame(dialect, document, kind, bytes) {
  return clientFrame(
    Buffer.concat([dialect.address(document), Buffer.from([syncMessage, kind]), varBytes(bytes)]),
  );
}

/**
 * @param {Dialect} dialect
 * @param {string} document
 * @param {{ client: number, clock: number, state: string }} entry
 */
export function presenceFrame(dialect, document, { client, clock, state }) {
  const entries = Buffer.concat([varUint(1), varUint(client), varUint(clock), varString(state)]);
  return clientFrame(Buffer.concat([dialect.address(document), varUint(presenceMessage), varBytes(entries)]));
}

/** Where the message that was read last has its bytes, and what it is. One for all: reading is synchronous. */
export const message = { isSync: false, isPresence: false, kind: 0, start: 0, end: 0 };

/**
 * Fills `message`.
 * @param {Dialect} dialect
 * @param {Buffer} bytes
 * @param {number} start
 * @param {number} end
 */
export function readMessage(dialect, bytes, start, end) {
  let at = dialect.afterAddress(bytes, start);
  const type = bytes[at];
  message.isSync = type === syncMessage || type === syncReplyMessage;
  message.isPresence = type === presenceMessage;
  at += 1;
  if (message.isSync) {
    message.kind = bytes[at] ?? 0;
    at += 1;
  }
  while ((bytes[at] ?? 0) > 127) at += 1;
  message.start = at + 1;
  message.end = end;
}
