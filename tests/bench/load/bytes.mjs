// Numbers and lengths as lib0 writes them, and WebSocket frames as a client sends them. By hand, because a library
// per socket would cost the load more than it costs the servers.

/** @param {number} value */
export function varUint(value) {
  const bytes = [];
  let rest = value;
  while (rest > 127) {
    bytes.push(128 | (rest % 128));
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}

/** @param {Uint8Array} bytes */
export function varBytes(bytes) {
  return Buffer.concat([varUint(bytes.length), bytes]);
}

/** @param {string} text */
export function varString(text) {
  return varBytes(Buffer.from(text));
}

// Any but zero: a server may spare itself the unmasking of a mask that changes nothing.
const mask = Buffer.from([0x5a, 0x13, 0xc7, 0x88]);

/**
 * A masked frame, as every client must send them.
 * @param {Uint8Array} payload
 */
export function clientFrame(payload, opcode = 2) {
  const { length } = payload;
  const lengthBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + lengthBytes + 4 + length);
  frame[0] = 128 | opcode;
  frame[1] = 128 | (lengthBytes === 0 ? length : lengthBytes === 2 ? 126 : 127);
  if (lengthBytes === 2) frame.writeUInt16BE(length, 2);
  if (lengthBytes === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  const start = 2 + lengthBytes + 4;
  mask.copy(frame, start - 4);
  for (let at = 0; at < length; at += 1) frame[start + at] = (payload[at] ?? 0) ^ (mask[at & 3] ?? 0);
  return frame;
}
