// Reads the primitives of lib0's encoding from bytes that anybody may have sent: every length is checked against
// what is there, nesting is bounded, and whatever lib0 itself would stumble over is a fault here.

/** Thrown inside `parseUpdate` only, and caught there. */
export class Fault extends Error {}

const depthMax = 16;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class Reader {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Fault("the bytes end too early");
    this.at += 1;
    return byte;
  }

  /** A whole number of at most 53 bits. */
  varUint(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let factor = 128; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new Fault("a number that is too large");
      if (byte < 0x80) return value;
      if (factor > Number.MAX_SAFE_INTEGER) throw new Fault("a number that does not end");
    }
  }

  /** A count of things that take at least `bytesEach` bytes: never more than can follow. */
  count(bytesEach: number): number {
    const count = this.varUint();
    if (count * bytesEach > this.bytes.length - this.at) throw new Fault("more announced than follows");
    return count;
  }

  #take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw new Fault("the bytes end too early");
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  text(): string {
    const bytes = this.#take(this.varUint());
    return decodeText(bytes);
  }

  /** The length of a text in UTF-16 units, which is how Yjs counts; the text itself is passed over. */
  textLength(): number {
    const bytes = this.#take(this.varUint());
    for (const byte of bytes) if (byte >= 0x80) return decodeText(bytes).length;
    return bytes.length;
  }

  json(): unknown {
    const value = parseJson(this.text());
    assertShallow(value, 0);
    return value;
  }

  /** lib0's "any": JSON's values in a binary form. What JSON cannot say (undefined, bytes, big integers) is a fault. */
  any(depth = 0): unknown {
    if (depth > depthMax) throw new Fault("a value nested too deep");
    switch (this.byte()) {
      case 126:
        return null;
      case 125:
        return this.#varInt();
      case 124:
        return finite(this.#view(4).getFloat32(0));
      case 123:
        return finite(this.#view(8).getFloat64(0));
      case 121:
        return false;
      case 120:
        return true;
      case 119:
        return this.text();
      case 118:
        return this.#object(depth);
      case 117:
        return Array.from({ length: this.count(1) }, () => this.any(depth + 1));
      default:
        throw new Fault("a value that is not JSON's");
    }
  }

  #object(depth: number): unknown {
    const entries: [string, unknown][] = [];
    for (let left = this.count(2); left > 0; left -= 1) entries.push([key(this.text()), this.any(depth + 1)]);
    return Object.fromEntries(entries);
  }

  #view(length: number): DataView {
    const bytes = this.#take(length);
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  }

  #varInt(): number {
    const first = this.byte();
    let value = first & 0x3f;
    let goesOn = (first & 0x80) !== 0;
    for (let factor = 64; goesOn; factor *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new Fault("a number that is too large");
      if (factor > Number.MAX_SAFE_INTEGER) throw new Fault("a number that does not end");
      goesOn = byte >= 0x80;
    }
    return (first & 0x40) === 0 ? value : -value;
  }
}

function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Fault("a text that is not UTF-8");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault("a value that is not JSON");
  }
}

function key(text: string): string {
  if (text === "__proto__") throw new Fault("a key that no content has");
  return text;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Fault("a number that is none");
  return value;
}

// JSON.parse itself takes any depth that the stack takes: a frame is 4 MiB at most.
function assertShallow(value: unknown, depth: number): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > depthMax) throw new Fault("a value nested too deep");
  for (const [name, inner] of Object.entries(value)) {
    key(name);
    assertShallow(inner, depth + 1);
  }
}
