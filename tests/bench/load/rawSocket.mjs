// A WebSocket over a bare TCP socket. Reads into one buffer that all sockets share, and hands on each message where
// it lies: nothing is copied but what a read has cut in two.
import { connect } from "node:net";
import { clientFrame } from "./bytes.mjs";

/** @typedef {(bytes: Buffer, start: number, end: number) => void} OnMessage */

/**
 * @typedef {object} Seat where one connection goes
 * @property {number} port
 * @property {string} path
 * @property {string[]} protocols
 * @property {string} document what Hocuspocus calls it; the others have it in the path
 */

const sharedBuffer = Buffer.allocUnsafe(256 * 1024);
const nothing = Buffer.alloc(0);
const opcodeClose = 8;
const opcodePing = 9;
const opcodePong = 10;

export class RawSocket {
  #socket;
  #onMessage;
  #onRead;
  #isUpgraded = false;
  /** A frame whose head is not whole yet. */
  #head = nothing;
  /** A frame whose head is known and whose payload is still coming. */
  #partial = nothing;
  #partialFilled = 0;
  #partialStart = 0;
  /** @type {number | undefined} */
  closeCode;
  isClosed = false;

  /**
   * @param {Seat} seat
   * @param {OnMessage} onMessage
   * @param {() => void} [onRead] after all messages of one read
   */
  constructor(seat, onMessage, onRead) {
    this.#onMessage = onMessage;
    this.#onRead = onRead;
    const { promise, resolve, reject } = promised();
    /** Resolves when messages can be sent. */
    this.opened = promise;
    this.#socket = connect({
      host: "127.0.0.1",
      port: seat.port,
      noDelay: true,
      onread: {
        buffer: sharedBuffer,
        callback: (length) => {
          this.#read(sharedBuffer.subarray(0, length), resolve, reject);
          this.#onRead?.();
          return true;
        },
      },
    });
    const gone = promised();
    /** Never resolves; rejects when the socket has closed, whoever closed it. */
    this.gone = gone.promise;
    this.#socket.on("error", reject);
    this.#socket.on("close", () => {
      this.isClosed = true;
      const reason = new Error(`the socket was closed (${this.closeCode ?? "without a code"})`);
      reject(reason);
      gone.reject(reason);
    });
    const offered =
      seat.protocols.length === 0 ? "" : `Sec-WebSocket-Protocol: ${seat.protocols.join(", ")}\r\n`;
    this.#socket.write(
      `GET ${seat.path} HTTP/1.1\r\nHost: 127.0.0.1:${seat.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${Buffer.from("canevas-bench-16").toString("base64")}\r\n` +
        `Sec-WebSocket-Version: 13\r\n${offered}\r\n`,
    );
  }

  /** @param {Uint8Array} frames whole frames, masked */
  send(frames) {
    this.#socket.write(frames);
  }

  end() {
    this.#socket.destroy();
  }

  /**
   * @param {Buffer} chunk
   * @param {() => void} resolve
   * @param {(reason: Error) => void} reject
   */
  #read(chunk, resolve, reject) {
    if (this.#isUpgraded) {
      this.#consume(chunk);
      return;
    }
    const bytes = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    const end = bytes.indexOf("\r\n\r\n");
    if (end === -1) {
      this.#head = Buffer.from(bytes);
      return;
    }
    this.#head = nothing;
    const answer = bytes.toString("latin1", 0, end);
    if (!answer.startsWith("HTTP/1.1 101")) {
      reject(new Error(`no upgrade: ${answer.split("\r\n")[0]}`));
      return;
    }
    this.#isUpgraded = true;
    resolve();
    this.#consume(bytes.subarray(end + 4));
  }

  /** @param {Buffer} chunk */
  #consume(chunk) {
    let bytes = chunk;
    let at = 0;
    if (this.#partial.length > 0) {
      at = Math.min(bytes.length, this.#partial.length - this.#partialFilled);
      bytes.copy(this.#partial, this.#partialFilled, 0, at);
      this.#partialFilled += at;
      if (this.#partialFilled < this.#partial.length) return;
      const whole = this.#partial;
      this.#partial = nothing;
      this.#take(whole, 0, this.#partialStart, whole.length);
    } else if (this.#head.length > 0) {
      bytes = Buffer.concat([this.#head, bytes]);
      this.#head = nothing;
    }
    const { length } = bytes;
    while (at < length) {
      const left = length - at;
      const short = (bytes[at + 1] ?? 0) & 127;
      const headLength = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (left < headLength) {
        this.#head = Buffer.from(bytes.subarray(at));
        return;
      }
      const payloadLength =
        short < 126
          ? short
          : short === 126
            ? bytes.readUInt16BE(at + 2)
            : Number(bytes.readBigUInt64BE(at + 2));
      const total = headLength + payloadLength;
      if (left < total) {
        this.#partial = Buffer.allocUnsafe(total);
        this.#partialStart = headLength;
        this.#partialFilled = bytes.copy(this.#partial, 0, at);
        return;
      }
      this.#take(bytes, at, at + headLength, at + total);
      at += total;
    }
  }

  /**
   * @param {Buffer} bytes
   * @param {number} head
   * @param {number} start
   * @param {number} end
   */
  #take(bytes, head, start, end) {
    const opcode = (bytes[head] ?? 0) & 15;
    if (opcode === opcodeClose) this.closeCode = end - start >= 2 ? bytes.readUInt16BE(start) : 1005;
    else if (opcode === opcodePing) this.send(clientFrame(bytes.subarray(start, end), opcodePong));
    else if (opcode !== opcodePong) this.#onMessage(bytes, start, end);
  }
}

function promised() {
  /** @type {() => void} */
  let resolve = () => {};
  /** @type {(reason: Error) => void} */
  let reject = () => {};
  /** @type {Promise<void>} */
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Whoever waits hears of it; a socket that nobody waits for any more may close as it likes.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
