// The frames of `/sync/<boardId>`: the y-websocket protocol, as stock clients speak it, and from 100 on our own,
// which only a client that has said hello is sent.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** The subprotocol that a browser offers, beside `token.<its token>`. */
export const subprotocol = "canevas.v1";
export const tokenProtocolPrefix = "token.";

// Message types of y-protocols. 2 is its "auth", which only a server would send and ours never does.
const syncMessage = 0;
const presenceMessage = 1;
const queryPresenceMessage = 3;

const helloMessage = 100;
export const welcomeMessage = 101;
export const positionMessage = 102;
export const sessionMessage = 103;

// Kinds of sync message.
const syncStep1 = 0;
const syncStep2 = 1;
const update = 2;

const jsonMessages = { hello: helloMessage, welcome: welcomeMessage, session: sessionMessage } as const;

export type Frame =
  | { type: "syncStep1"; stateVector: Uint8Array }
  | { type: "syncStep2"; update: Uint8Array }
  | { type: "update"; update: Uint8Array }
  | { type: "presence"; presence: Uint8Array }
  | { type: "queryPresence" }
  /** `json` is a `Hello`, a `Welcome` or a `Session` of hello.ts, parsed by whoever is sent it. */
  | { type: "hello"; json: string }
  | { type: "welcome"; json: string }
  | { type: "session"; json: string }
  /** The receiver has been sent every update of the log up to this one. */
  | { type: "position"; seq: number };

function decodeSync(decoder: decoding.Decoder): Frame | undefined {
  const kind = decoding.readVarUint(decoder);
  if (kind === syncStep1) return { type: "syncStep1", stateVector: decoding.readVarUint8Array(decoder) };
  if (kind === syncStep2) return { type: "syncStep2", update: decoding.readVarUint8Array(decoder) };
  if (kind === update) return { type: "update", update: decoding.readVarUint8Array(decoder) };
  return undefined;
}

/** Undefined when the bytes are not a frame we know. The arrays inside are views of `bytes`, not copies. */
export function decodeFrame(bytes: Uint8Array): Frame | undefined {
  const decoder = decoding.createDecoder(bytes);
  try {
    const type = decoding.readVarUint(decoder);
    if (type === syncMessage) return decodeSync(decoder);
    if (type === presenceMessage) {
      return { type: "presence", presence: decoding.readVarUint8Array(decoder) };
    }
    if (type === queryPresenceMessage) return { type: "queryPresence" };
    if (type === helloMessage) return { type: "hello", json: decoding.readVarString(decoder) };
    if (type === welcomeMessage) return { type: "welcome", json: decoding.readVarString(decoder) };
    if (type === sessionMessage) return { type: "session", json: decoding.readVarString(decoder) };
    if (type === positionMessage) return { type: "position", seq: decoding.readVarUint(decoder) };
    return undefined;
  } catch {
    // lib0 throws where the bytes end too early: that is what "not a frame" looks like.
    return undefined;
  }
}

export function encodeFrame(frame: Frame): Uint8Array {
  const encoder = encoding.createEncoder();
  switch (frame.type) {
    case "syncStep1":
      encoding.writeVarUint(encoder, syncMessage);
      encoding.writeVarUint(encoder, syncStep1);
      encoding.writeVarUint8Array(encoder, frame.stateVector);
      break;
    case "syncStep2":
      encoding.writeVarUint(encoder, syncMessage);
      encoding.writeVarUint(encoder, syncStep2);
      encoding.writeVarUint8Array(encoder, frame.update);
      break;
    case "update":
      encoding.writeVarUint(encoder, syncMessage);
      encoding.writeVarUint(encoder, update);
      encoding.writeVarUint8Array(encoder, frame.update);
      break;
    case "presence":
      encoding.writeVarUint(encoder, presenceMessage);
      encoding.writeVarUint8Array(encoder, frame.presence);
      break;
    case "queryPresence":
      encoding.writeVarUint(encoder, queryPresenceMessage);
      break;
    case "hello":
    case "welcome":
    case "session":
      encoding.writeVarUint(encoder, jsonMessages[frame.type]);
      encoding.writeVarString(encoder, frame.json);
      break;
    case "position":
      encoding.writeVarUint(encoder, positionMessage);
      encoding.writeVarUint(encoder, frame.seq);
      break;
  }
  return encoding.toUint8Array(encoder);
}
