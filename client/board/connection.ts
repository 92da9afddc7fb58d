// The socket of one board: y-websocket's provider, which introduces itself, knows what is saved, and hands over
// nothing but what is not.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Awareness } from "y-protocols/awareness";
import { messageSync, WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { z } from "zod/mini";
import { type Board, boardFormat } from "#shared/board/roots.ts";
import {
  encodeFrame,
  positionMessage,
  sessionMessage,
  subprotocol,
  tokenProtocolPrefix,
  welcomeMessage,
} from "#shared/sync/frames.ts";
import { type Hello, protocolVersion, Session, Welcome } from "#shared/sync/hello.ts";
import { type RefusedReason, reasonOfClose } from "./closeReason.ts";
import { PendingUpdates } from "./pendingUpdates.ts";
import type { Replica } from "./replica.ts";
import { Retries } from "./retries.ts";

// Kinds of sync message of y-protocols.
const syncStep1 = 0;
const syncStep2 = 1;

export type Link =
  | { state: "connecting" }
  | { state: "open" }
  | { state: "waiting" }
  | { state: "refused"; reason: RefusedReason };

type Options = {
  board: Board;
  boardId: string;
  token: string;
  /** Writers owe the server what it lacks; readers owe it nothing. */
  writes: boolean;
  awareness: Awareness;
  replica: Replica;
};

export class Connection {
  readonly #board: Board;
  readonly #provider: WebsocketProvider;
  readonly #replica: Replica;
  readonly #writes: boolean;
  readonly #retries: Retries;
  readonly #pending = new PendingUpdates();
  readonly #listeners = new Set<() => void>();
  #refused: RefusedReason | undefined;
  #welcome: Welcome | undefined;
  #session: Session | undefined;
  /** Has this socket been welcomed? The provider alone would take a board for synced that it may not show. */
  #isWelcome = false;
  /** Everything up to here in the server's log of this epoch is in the board. */
  #position: { epoch: number; seq: number };
  /** Has this connection told the server what it lacks? Until then an empty list of pending updates says nothing. */
  #handedOver = false;
  #changesMade = 0;

  constructor({ board, boardId, token, writes, awareness, replica }: Options) {
    this.#board = board;
    this.#replica = replica;
    this.#writes = writes;
    this.#session = replica.session;
    this.#position = { epoch: replica.epoch, seq: replica.seq };
    if (writes) for (const [key, update] of replica.unsaved) this.#pending.add(key, update);
    const provider = new WebsocketProvider(syncAddress(), boardId, board, {
      protocols: [subprotocol, tokenProtocolPrefix + token],
      awareness,
      disableBc: true,
      connect: false,
    });
    this.#provider = provider;
    this.#retries = new Retries(provider, {
      isRefused: () => this.#refused !== undefined,
      onChange: () => this.#changed(),
    });
    provider.messageHandlers[messageSync] = (encoder, decoder) => this.#onSync(encoder, decoder);
    provider.messageHandlers[welcomeMessage] = (_encoder, decoder) => this.#onWelcome(decoder);
    provider.messageHandlers[sessionMessage] = (_encoder, decoder) => this.#onSession(decoder);
    provider.messageHandlers[positionMessage] = (_encoder, decoder) => this.#onPosition(decoder);
    // A reader sends nothing, not even the formatting clean-up that Yjs does after other people's changes.
    if (!writes) board.off("update", provider._updateHandler);
    speakForMyselfOnly(provider);
    provider.on("status", ({ status }) => {
      this.#isWelcome = false;
      if (status === "connected") this.#greet();
      this.#changed();
    });
    provider.on("sync", () => this.#changed());
    provider.on("closed", ({ code, reason }) => this.#refuse(reasonOfClose(code, reason)));
    board.on("update", this.#onUpdate);
    provider.connect();
  }

  get link(): Link {
    if (this.#refused !== undefined) return { state: "refused", reason: this.#refused };
    if (this.#isWelcome && this.#provider.wsconnected && this.#provider.synced) return { state: "open" };
    return this.#retries.hasFailed ? { state: "waiting" } : { state: "connecting" };
  }

  /** Who the server says I am; kept while the connection is away. */
  get welcome(): Welcome | undefined {
    return this.#welcome;
  }

  /** What the server said last of what only it writes. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** Is everything that was written here known to be committed? */
  get isSaved(): boolean {
    return this.link.state === "open" && this.#handedOver && this.#pending.isEmpty;
  }

  get pendingCount(): number {
    return this.#pending.count;
  }

  /** What was written here and is not known to be committed. */
  get unsaved(): readonly Uint8Array[] {
    return this.#pending.updates;
  }

  /** Calls whenever the link, the session or the number of pending changes may have changed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tries again now: after a refusal that passes, or when the person asks. */
  reconnect(): void {
    this.#refused = undefined;
    this.#retries.now();
  }

  close(): void {
    this.#retries.stop();
    this.#board.off("update", this.#onUpdate);
    this.#listeners.clear();
    this.#provider.destroy();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #refuse(reason: RefusedReason): void {
    this.#refused = reason;
    this.#changed();
  }

  // "connected" is emitted before the provider sends its SyncStep1: the server knows who asks before it answers.
  #greet(): void {
    this.#handedOver = !this.#writes;
    const hello: Hello = {
      protocol: protocolVersion,
      format: boardFormat,
      client: this.#board.clientID,
      ...this.#position,
    };
    this.#provider.ws?.send(encodeFrame({ type: "hello", json: JSON.stringify(hello) }).slice());
  }

  #onWelcome(decoder: decoding.Decoder): void {
    const welcome = parsed(Welcome, decoder);
    if (welcome === undefined || welcome.format > boardFormat || welcome.protocol > protocolVersion) {
      this.#provider.disconnect();
      this.#refuse("clientTooOld");
      return;
    }
    this.#isWelcome = true;
    this.#welcome = welcome;
    this.#position = { ...this.#position, epoch: welcome.epoch };
    void this.#replica.begin(welcome.epoch);
    this.#takeSession(welcome.session);
  }

  #onSession(decoder: decoding.Decoder): void {
    const session = parsed(Session, decoder);
    if (session !== undefined) this.#takeSession(session);
  }

  #takeSession(session: Session): void {
    this.#session = session;
    this.#replica.keepSession(session);
    this.#changed();
  }

  #onPosition(decoder: decoding.Decoder): void {
    const seq = decoding.readVarUint(decoder);
    this.#position = { ...this.#position, seq };
    this.#replica.keepSeq(seq);
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (!this.#writes || origin === this.#provider || origin === this.#replica) return;
    this.#changesMade += 1;
    const key = `${this.#board.clientID}/${this.#changesMade}`;
    this.#pending.add(key, update);
    this.#replica.keepUnsaved(key, update);
    this.#changed();
  };

  #onSync(encoder: encoding.Encoder, decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (kind === syncStep1) this.#handOver(encoder, bytes);
    else {
      const saved = this.#pending.acknowledge(bytes);
      if (saved !== undefined) this.#replica.forgetUnsaved(saved);
      else Y.applyUpdate(this.#board, bytes, this.#provider);
      if (kind === syncStep2) this.#provider.synced = true;
    }
    this.#changed();
  }

  #handOver(encoder: encoding.Encoder, serverStateVector: Uint8Array): void {
    let lacking = this.#pending.handOver();
    if (!holdsAllBeyond(serverStateVector, lacking, this.#board)) {
      // The board holds what nobody knows as unsaved: a database that was damaged, or written by half.
      lacking = Y.encodeStateAsUpdate(this.#board, serverStateVector);
      this.#pending.awaitInstead(lacking);
    }
    this.#handedOver = true;
    encoding.writeVarUint(encoder, messageSync);
    encoding.writeVarUint(encoder, syncStep2);
    encoding.writeVarUint8Array(encoder, lacking);
  }
}

/** Does the update bring everything that the board holds and the server lacks? */
function holdsAllBeyond(serverStateVector: Uint8Array, update: Uint8Array, board: Board): boolean {
  const known = Y.decodeStateVector(serverStateVector);
  const { from, to } = Y.parseUpdateMeta(update);
  return [...Y.decodeStateVector(Y.encodeStateVector(board))].every(([client, clock]) => {
    const serverClock = known.get(client) ?? 0;
    if (clock <= serverClock) return true;
    return (from.get(client) ?? clock) <= serverClock && (to.get(client) ?? 0) >= clock;
  });
}

/** The provider repeats to the server whatever it is told of others; sixty people would each repeat all the others. */
function speakForMyselfOnly(provider: WebsocketProvider): void {
  const { awareness } = provider;
  const tell = provider._awarenessUpdateHandler;
  awareness.off("update", tell);
  awareness.on("update", (changes: Record<"added" | "updated" | "removed", number[]>, origin: unknown) => {
    const isMine = Object.values(changes).some((clients) => clients.includes(awareness.clientID));
    if (isMine && origin !== provider)
      tell({ added: [], updated: [awareness.clientID], removed: [] }, origin);
  });
}

function parsed<T extends z.ZodMiniType>(shape: T, decoder: decoding.Decoder): z.infer<T> | undefined {
  try {
    return shape.safeParse(JSON.parse(decoding.readVarString(decoder))).data;
  } catch {
    return undefined;
  }
}

function syncAddress(): string {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  return `${scheme}//${location.host}/sync`;
}
