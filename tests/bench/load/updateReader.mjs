// Reads a Yjs update (V1) just far enough to know up to which clock each client's changes have come: that is how a
// delivery is counted, whether a server passes updates on one by one or merged.

/** @type {Buffer} */
let bytes = Buffer.alloc(0);
let at = 0;

function varUint() {
  let value = bytes[at++] ?? 0;
  if (value < 128) return value;
  value &= 127;
  for (let factor = 128; ; factor *= 128) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
}

function skipBytes() {
  const length = varUint();
  at += length;
  return length;
}

/** A value as lib0 writes any JSON. */
function skipAny() {
  const type = bytes[at++];
  if (type === 125) while ((bytes[at++] ?? 0) > 127);
  else if (type === 124) at += 4;
  else if (type === 123 || type === 122) at += 8;
  else if (type === 119 || type === 116) skipBytes();
  else if (type === 118) {
    for (let left = varUint(); left > 0; left -= 1) {
      skipBytes();
      skipAny();
    }
  } else if (type === 117) for (let left = varUint(); left > 0; left -= 1) skipAny();
}

/** @param {number} content */
function contentLength(content) {
  switch (content) {
    case 1:
      return varUint();
    case 4:
      // Bytes are characters here: the bench types ASCII.
      return skipBytes();
    case 7: {
      const type = varUint();
      if (type === 3 || type === 5) skipBytes();
      return 1;
    }
    case 8: {
      const length = varUint();
      for (let left = length; left > 0; left -= 1) skipAny();
      return length;
    }
    default:
      throw new Error(`content of kind ${content} is not what the bench types`);
  }
}

/** The clocks that the struct takes. */
function structLength() {
  const info = bytes[at++] ?? 0;
  const content = info & 31;
  if (content === 0 || content === 10) return varUint();
  if (info & 128) {
    varUint();
    varUint();
  }
  if (info & 64) {
    varUint();
    varUint();
  }
  if ((info & 192) === 0) {
    if (varUint() === 1) skipBytes();
    else {
      varUint();
      varUint();
    }
    if (info & 32) skipBytes();
  }
  return contentLength(content);
}

/**
 * @param {Buffer} from
 * @param {number} start
 * @param {(client: number, clockEnd: number) => void} reached
 */
export function readReached(from, start, reached) {
  bytes = from;
  at = start;
  for (let blocks = varUint(); blocks > 0; blocks -= 1) {
    const structs = varUint();
    const client = varUint();
    let clock = varUint();
    for (let left = structs; left > 0; left -= 1) clock += structLength();
    reached(client, clock);
  }
}
