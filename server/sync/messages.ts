// WebSocket messages as bytes, laid out by us: what everyone is told is laid out once, for all sockets, and written
// to each in one go. Binary, whole and unmasked, as a server sends them; each holds one frame of the board.

const binaryMessage = 0x82;
const syncMessage = 0;
const kinds = { syncStep2: 1, update: 2 } as const;

export type ContentKind = keyof typeof kinds;

/** How many bytes a number takes, seven bits a byte, as lib0 writes it. */
function varSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

function writeVar(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let end = at;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes[end++] = 128 | (rest & 127);
  bytes[end++] = rest;
  return end;
}

function headSize(payload: number): number {
  return payload < 126 ? 2 : payload < 65_536 ? 4 : 10;
}

function writeHead(bytes: Buffer, at: number, payload: number): number {
  bytes[at] = binaryMessage;
  if (payload < 126) {
    bytes[at + 1] = payload;
    return at + 2;
  }
  if (payload < 65_536) {
    bytes[at + 1] = 126;
    return bytes.writeUInt16BE(payload, at + 2);
  }
  bytes[at + 1] = 127;
  bytes.writeUInt32BE(Math.floor(payload / 2 ** 32), at + 2);
  return bytes.writeUInt32BE(payload % 2 ** 32, at + 6);
}

/** All but the content: message, frame and length. What is large is written behind it without being copied. */
function writeContentHead(bytes: Buffer, at: number, kind: ContentKind, content: number): number {
  let end = writeHead(bytes, at, 2 + varSize(content) + content);
  bytes[end++] = syncMessage;
  bytes[end++] = kinds[kind];
  return writeVar(bytes, end, content);
}

function contentHeadSize(content: number): number {
  const frame = 2 + varSize(content);
  return headSize(frame + content) + frame;
}

export function contentHead(kind: ContentKind, content: number): Buffer {
  const bytes = Buffer.allocUnsafe(contentHeadSize(content));
  writeContentHead(bytes, 0, kind, content);
  return bytes;
}

export function messageOf(frame: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(headSize(frame.length) + frame.length);
  bytes.set(frame, writeHead(bytes, 0, frame.length));
  return bytes;
}

/** One message each, in one buffer. */
export function updateMessages(updates: readonly Uint8Array[]): Buffer {
  let size = 0;
  for (const update of updates) size += contentHeadSize(update.length) + update.length;
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const update of updates) {
    at = writeContentHead(bytes, at, "update", update.length);
    bytes.set(update, at);
    at += update.length;
  }
  return bytes;
}

/** Where the content of the message at `at` begins, and where it ends. */
function contentAt(messages: Uint8Array, at: number): { from: number; to: number } {
  // Behind the head and the two bytes that say "an update".
  let from = at + (messages[at + 1] === 127 ? 10 : messages[at + 1] === 126 ? 4 : 2) + 2;
  let length = 0;
  for (let unit = 1; ; unit *= 128) {
    const byte = messages[from++] ?? 0;
    length += (byte & 127) * unit;
    if (byte < 128) return { from, to: from + length };
  }
}

/** The way back: the updates that `updateMessages` laid out, as views. */
export function updatesIn(messages: Uint8Array): Uint8Array[] {
  const updates: Uint8Array[] = [];
  for (let at = 0; at < messages.length; ) {
    const { from, to } = contentAt(messages, at);
    updates.push(messages.subarray(from, to));
    at = to;
  }
  return updates;
}

/** All but the first so many. */
export function messagesAfter(messages: Buffer, count: number): Buffer {
  let at = 0;
  for (let left = count; left > 0 && at < messages.length; left -= 1) at = contentAt(messages, at).to;
  return messages.subarray(at);
}
