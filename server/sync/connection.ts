// One socket, once we know who it is: takes frames apart, hands them to the room, and lets go of those who do not
// keep to the protocol or to the limits.
import type { Logger } from "pino";
import type { RawData } from "ws";
import * as Y from "yjs";
import type { Identity } from "#server/access/access.ts";
import type { Metrics } from "#server/metrics/metrics.ts";
import type { RefusalCode } from "#shared/access/refusal.ts";
import { closeCodes, closeOf } from "#shared/sync/closeCodes.ts";
import { decodeFrame, type Frame } from "#shared/sync/frames.ts";
import type { BoardSocket } from "./boardSocket.ts";
import type { Budget } from "./budgets.ts";
import { presenceFrame } from "./everyone.ts";
import type { Room } from "./room.ts";

// Stock clients take a line for dead that is silent for 30 s.
const heartbeatMs = 20_000;
const unreadMaxBytes = 4 * 1024 * 1024;

export type ConnectionOptions = {
  socket: BoardSocket;
  identity: Identity;
  room: Room;
  /** Undefined when rates are not limited. */
  budget: Budget | undefined;
  log: Logger;
  metrics: Metrics;
  now(): number;
};

export class Connection {
  readonly identity: Identity;
  readonly #socket: BoardSocket;
  readonly #room: Room;
  readonly #budget: Budget | undefined;
  readonly #log: Logger;
  readonly #metrics: Metrics;
  readonly #now: () => number;
  readonly #heartbeat: NodeJS.Timeout;
  #isRefused = false;
  #isClosed = false;
  #isAnswering = true;
  #isSilent = true;
  /** Bytes under way that the client asked for itself: a large board is not a slow reader. */
  #askedBytes = 0;

  constructor({ socket, identity, room, budget, log, metrics, now }: ConnectionOptions) {
    this.identity = identity;
    this.#socket = socket;
    this.#room = room;
    this.#budget = budget;
    this.#log = log;
    this.#metrics = metrics;
    this.#now = now;
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("pong", () => {
      this.#isAnswering = true;
    });
    socket.on("close", () => this.#leave());
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
  }

  /** True once the person or an update of theirs was refused: what they sent and nobody took yet is void. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount - this.#askedBytes > unreadMaxBytes) this.#letGo("tooSlow");
    else {
      this.#isSilent = false;
      this.#socket.send(frame);
    }
  }

  /** For what the client asked for: as large as it may be. */
  sendInFull(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#isSilent = false;
    this.#askedBytes += frame.length;
    this.#socket.send(frame, () => {
      this.#askedBytes -= frame.length;
    });
  }

  refuse(refusal: RefusalCode): void {
    this.#isRefused = true;
    this.#letGo(refusal);
  }

  /** What they sent before is still taken. */
  #letGo(refusal: RefusalCode): void {
    const { code, reason } = closeOf(refusal);
    this.#metrics.refusals[refusal] += 1;
    this.#log.debug({ boardId: this.identity.boardId, refusal, code }, "connection refused");
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
      this.#log.error({ boardId: this.identity.boardId, err: error }, "a frame could not be handled");
      this.close(closeCodes.internalError, "internal error");
    }
  }

  #take(frame: Frame): RefusalCode | undefined {
    if (frame.type === "presence") return this.#room.presence.hear(this, frame.presence, this.#budget);
    if (this.#budget?.frames.take(this.#now()) === false) return "tooFast";
    switch (frame.type) {
      case "syncStep1":
        if (!isStateVector(frame.stateVector)) return "notTheProtocol";
        // Copied, here and below: the receive buffer is used again before the room gets to it.
        this.#room.answerSync(this, frame.stateVector.slice());
        return undefined;
      case "syncStep2":
      case "update": {
        const isAnswer = frame.type === "syncStep2";
        this.#room.receive({ author: this, update: frame.update.slice(), isAnswer });
        return undefined;
      }
      case "queryPresence":
        this.#room.presence.tellEveryone(this);
        return undefined;
      case "hello":
      case "welcome":
      case "session":
      case "position":
        return "notTheProtocol";
    }
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
