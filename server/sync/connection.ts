// One socket, once we know who it is: takes frames apart, hands them to the room, and lets go of those who do not
// keep to the protocol or to the limits.
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import type { RawData } from "ws";
import * as Y from "yjs";
import { type Identity, personOf } from "#server/access/access.ts";
import type { Metrics } from "#server/metrics/metrics.ts";
import type { RefusalCode } from "#shared/access/refusal.ts";
import { closeCodes, closeOf } from "#shared/sync/closeCodes.ts";
import { decodeFrame, encodeFrame, type Frame } from "#shared/sync/frames.ts";
import { Hello } from "#shared/sync/hello.ts";
import type { BoardSocket } from "./boardSocket.ts";
import type { Budget } from "./budgets.ts";
import { messageOf } from "./messages.ts";
import { presenceFrame } from "./presenceFrame.ts";
import type { Refusals } from "./refusals.ts";
import type { Room } from "./room.ts";

// Stock clients take a line for dead that is silent for 30 s.
const heartbeatMs = 20_000;
// Every client of Yjs asks for the board at once; a program that only listens is told what happens all the same.
const askWithinMs = 2_000;
const unreadMaxBytes = 4 * 1024 * 1024;

export type ConnectionOptions = {
  socket: BoardSocket;
  /** What is under `socket`: messages that are laid out for everybody are written to it as they are. */
  stream: Duplex;
  identity: Identity;
  room: Room;
  /** Undefined when rates are not limited. */
  budget: Budget | undefined;
  log: Logger;
  metrics: Metrics;
  refusals: Refusals;
  now(): number;
};

export class Connection {
  readonly identity: Identity;
  readonly #socket: BoardSocket;
  readonly #stream: Duplex;
  readonly #room: Room;
  readonly #budget: Budget | undefined;
  readonly #log: Logger;
  readonly #metrics: Metrics;
  readonly #refusals: Refusals;
  readonly #now: () => number;
  readonly #heartbeat: NodeJS.Timeout;
  #isRefused = false;
  #isClosed = false;
  #isAnswering = true;
  #isSilent = true;
  #hasSpoken = false;
  #hello: Hello | undefined;
  #isUpToDate = false;
  /** What was told before they were brought up to date; undefined from then on. */
  #held: { messages: readonly Uint8Array[]; updates: number }[] | undefined = [];
  #heldBytes = 0;
  #hasAsked = false;
  readonly #holdTimer: NodeJS.Timeout;
  /** Bytes under way that the client asked for itself: a large board is not a slow reader. */
  #askedBytes = 0;

  constructor({ socket, stream, identity, room, budget, log, metrics, refusals, now }: ConnectionOptions) {
    this.identity = identity;
    this.#socket = socket;
    this.#stream = stream;
    this.#room = room;
    this.#budget = budget;
    this.#log = log;
    this.#metrics = metrics;
    this.#refusals = refusals;
    this.#now = now;
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("pong", () => {
      this.#isAnswering = true;
    });
    socket.on("close", () => this.#leave());
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    this.#holdTimer = setTimeout(() => this.#release(), askWithinMs);
  }

  /** True once the person or an update of theirs was refused: what they sent and nobody took yet is void. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Undefined for those who did not say it: they are sent no frame of ours. */
  get hello(): Hello | undefined {
    return this.#hello;
  }

  /** One of ours that was sent all that came before: it is told up to where, with every flush. */
  get followsPosition(): boolean {
    return this.#isUpToDate;
  }

  /** Grows while a large frame is still arriving, of which nothing is seen before its end. */
  get bytesHeard(): number {
    return this.#stream instanceof Socket ? this.#stream.bytesRead : 0;
  }

  send(frame: Uint8Array): void {
    this.write([messageOf(frame)], 0);
  }

  /** Messages, one after the other; `updates` of them for the operator's count. */
  write(messages: readonly Uint8Array[], updates: number): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#stream.writableLength - this.#askedBytes > unreadMaxBytes) {
      this.#letGo("tooSlow");
      return;
    }
    this.#metrics.deliveries += updates;
    this.#write(messages);
  }

  /**
   * Updates, as they are committed. Whoever is being brought up to date is told them after that: seen before what came
   * before them, they would be built on by somebody who does not know the rest (rule 28 of docs/SYNC.md).
   */
  tell(messages: readonly Uint8Array[], updates: number): void {
    if (this.#held === undefined) {
      this.write(messages, updates);
      return;
    }
    this.#held.push({ messages, updates });
    for (const { length } of messages) this.#heldBytes += length;
    if (this.#heldBytes > unreadMaxBytes) this.#letGo("tooSlow");
  }

  #release(): void {
    if (this.#held === undefined) return;
    clearTimeout(this.#holdTimer);
    const held = this.#held;
    this.#held = undefined;
    for (const { messages, updates } of held) this.write(messages, updates);
  }

  /** For what the client asked for: as large as it may be. */
  writeInFull(messages: readonly Uint8Array[]): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    let bytes = 0;
    for (const message of messages) bytes += message.length;
    this.#askedBytes += bytes;
    this.#write(messages, () => {
      this.#askedBytes -= bytes;
    });
  }

  #write(messages: readonly Uint8Array[], written?: () => void): void {
    this.#isSilent = false;
    const last = messages.length - 1;
    if (last > 0) this.#stream.cork();
    for (const [index, message] of messages.entries()) {
      this.#metrics.bytesSent += message.length;
      this.#stream.write(message, index === last ? written : undefined);
    }
    if (last > 0) this.#stream.uncork();
  }

  /** They were sent everything up to this update. */
  upToDate(seq: number): void {
    this.#release();
    if (this.#hello === undefined) return;
    this.#isUpToDate = true;
    this.send(encodeFrame({ type: "position", seq }));
  }

  refuse(refusal: RefusalCode): void {
    this.#isRefused = true;
    this.#letGo(refusal);
  }

  /** What they sent before is still taken. */
  #letGo(refusal: RefusalCode): void {
    const { code, reason } = closeOf(refusal);
    this.#refusals.note(refusal, { boardId: this.identity.boardId, person: personOf(this.identity) });
    this.close(code, reason);
  }

  close(code: number, reason: string): void {
    this.#isClosed = true;
    this.#socket.close(code, reason);
    // It may be paused; the other side's answer to the close has to be read.
    this.#socket.resume();
    this.#leave();
  }

  /** Nothing more is read until `close`. */
  pause(): void {
    this.#socket.pause();
  }

  #leave(): void {
    clearInterval(this.#heartbeat);
    clearTimeout(this.#holdTimer);
    this.#room.leave(this);
  }

  #beat(): void {
    if (!this.#isAnswering) {
      this.#socket.terminate();
      return;
    }
    this.#isAnswering = false;
    this.#socket.ping();
    if (this.#isSilent) this.send(presenceFrame([]));
    this.#isSilent = true;
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#isClosed) return;
    try {
      const frame = isBinary && data instanceof Uint8Array ? decodeFrame(data) : undefined;
      const refusal = frame === undefined ? "notTheProtocol" : this.#take(frame);
      if (refusal !== undefined) this.#letGo(refusal);
    } catch (error) {
      this.fail(error);
    }
  }

  /** What they sent could not be handled, and that is not their doing. */
  fail(error: unknown): void {
    this.#log.error({ boardId: this.identity.boardId, err: error }, "a frame could not be handled");
    this.close(closeCodes.internalError, "internal error");
  }

  #take(frame: Frame): RefusalCode | undefined {
    const isFirst = !this.#hasSpoken;
    this.#hasSpoken = true;
    if (frame.type === "presence") return this.#room.presence.hear(this, frame.presence, this.#budget);
    if (this.#budget?.frames.take(this.#now()) === false) return "tooFast";
    switch (frame.type) {
      case "syncStep1":
        if (!isStateVector(frame.stateVector)) return "notTheProtocol";
        this.#hasAsked = true;
        clearTimeout(this.#holdTimer);
        // Copied, here and below: the receive buffer is used again before the room gets to it.
        this.#room.answerSync(this, frame.stateVector.slice());
        return undefined;
      case "syncStep2":
      case "update": {
        // Who writes without having asked does not want to be brought up to date.
        if (!this.#hasAsked) this.#release();
        const isAnswer = frame.type === "syncStep2";
        this.#room.receive({ author: this, update: frame.update.slice(), isAnswer });
        return undefined;
      }
      case "queryPresence":
        this.#room.presence.tellEveryone(this);
        return undefined;
      case "hello":
        return isFirst ? this.#greet(frame.json) : "notTheProtocol";
      case "welcome":
      case "session":
      case "position":
        return "notTheProtocol";
    }
  }

  #greet(json: string): RefusalCode | undefined {
    const hello = parseHello(json);
    if (hello === undefined) return "notTheProtocol";
    const answer = this.#room.greet(this, hello);
    if (typeof answer === "string") return answer;
    this.#hello = hello;
    this.send(encodeFrame({ type: "welcome", json: JSON.stringify(answer) }));
    return undefined;
  }
}

function parseHello(json: string): Hello | undefined {
  try {
    return Hello.safeParse(JSON.parse(json)).data;
  } catch {
    // Not JSON.
    return undefined;
  }
}

function isStateVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch {
    // Yjs throws where the bytes end too early.
    return false;
  }
}
