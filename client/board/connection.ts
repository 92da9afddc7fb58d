// The socket of one board: y-websocket's provider, with acknowledgements, jitter and final refusals.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Awareness } from "y-protocols/awareness";
import { messageQueryAwareness, messageSync, WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Board } from "#shared/board/roots.ts";
import { subprotocol, tokenProtocolPrefix } from "#shared/sync/frames.ts";
import { type RefusedReason, reasonOfClose } from "./closeReason.ts";
import type { Confirmed } from "./confirmed.ts";
import { PendingUpdates } from "./pendingUpdates.ts";

// Kinds of sync message of y-protocols.
const syncStep1 = 0;
const syncStep2 = 1;

// A whole room comes back after a restart: the first try falls somewhere within 0.8 s, later ones within 3 s.
const backoffMaxMs = 3_000;
// Without a network only a server on this very machine could answer; the browser says when the network is back.
const offlineBackoffMaxMs = 15_000;
const backoffFirst = 2;
// Longer than the server is silent on an open socket: then the socket is dead, whatever the browser believes.
const silentMaxMs = 30_000;
const probeAnswerMs = 4_000;

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
  confirmed: Confirmed;
  replicaOrigin: unknown;
};

export class Connection {
  readonly #board: Board;
  readonly #provider: WebsocketProvider;
  readonly #confirmed: Confirmed;
  readonly #replicaOrigin: unknown;
  readonly #writes: boolean;
  readonly #pending = new PendingUpdates();
  readonly #listeners = new Set<() => void>();
  #refused: RefusedReason | undefined;
  /** Has a try failed, or an open socket closed? */
  #failed = false;
  /** Has this connection told the server what it lacks? Until then an empty list of pending updates says nothing. */
  #handedOver = false;
  #probeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#board = options.board;
    this.#confirmed = options.confirmed;
    this.#replicaOrigin = options.replicaOrigin;
    this.#writes = options.writes;
    if (options.writes) this.#pending.addKept(options.confirmed.missingIn(options.board));
    const provider = new WebsocketProvider(syncAddress(), options.boardId, options.board, {
      protocols: [subprotocol, tokenProtocolPrefix + options.token],
      awareness: options.awareness,
      disableBc: true,
      connect: false,
    });
    this.#provider = provider;
    provider.messageHandlers[messageSync] = (encoder, decoder) => this.#onSync(encoder, decoder);
    // A reader sends nothing, not even the formatting clean-up that Yjs does after other people's changes.
    if (!options.writes) options.board.off("update", provider._updateHandler);
    provider.on("status", ({ status }) => {
      if (status === "connected") this.#handedOver = !this.#writes;
      this.#changed();
    });
    provider.on("sync", () => this.#changed());
    provider.on("connection-close", () => this.#spreadRetries());
    provider.on("closed", ({ code }) => {
      this.#refused = reasonOfClose(code);
      this.#changed();
    });
    options.board.on("update", this.#onUpdate);
    window.addEventListener("online", this.#onOnline);
    window.addEventListener("offline", this.#onOffline);
    document.addEventListener("visibilitychange", this.#onVisibility);
    provider.connect();
  }

  get link(): Link {
    if (this.#refused !== undefined) return { state: "refused", reason: this.#refused };
    if (this.#provider.wsconnected && this.#provider.synced) return { state: "open" };
    return this.#failed ? { state: "waiting" } : { state: "connecting" };
  }

  /** Is everything that was written here known to be committed? */
  get isSaved(): boolean {
    return this.link.state === "open" && this.#handedOver && this.#pending.isEmpty;
  }

  get pendingCount(): number {
    return this.#pending.count;
  }

  /** Calls whenever the link or the number of pending changes may have changed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tries again now: after a refusal that passes, or when the person asks. */
  reconnect(): void {
    this.#refused = undefined;
    this.#provider.wsUnsuccessfulReconnects = 0;
    this.#provider.connect();
    this.#changed();
  }

  close(): void {
    window.removeEventListener("online", this.#onOnline);
    window.removeEventListener("offline", this.#onOffline);
    document.removeEventListener("visibilitychange", this.#onVisibility);
    clearTimeout(this.#probeTimer);
    this.#board.off("update", this.#onUpdate);
    this.#listeners.clear();
    this.#provider.destroy();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === this.#provider || origin === this.#replicaOrigin) return;
    this.#pending.add(update);
    this.#changed();
  };

  #onSync(encoder: encoding.Encoder, decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (kind === syncStep1) {
      this.#confirmed.addStateVector(bytes);
      this.#handOver(encoder, bytes);
    } else {
      const ours = this.#pending.acknowledge(bytes);
      if (!ours) Y.applyUpdate(this.#board, bytes, this.#provider);
      this.#confirmed.addUpdate(bytes);
      if (kind === syncStep2) this.#provider.synced = true;
    }
    this.#changed();
  }

  #handOver(encoder: encoding.Encoder, serverStateVector: Uint8Array): void {
    const lacking = Y.encodeStateAsUpdate(this.#board, serverStateVector);
    this.#pending.replaceBy(lacking);
    this.#handedOver = true;
    encoding.writeVarUint(encoder, messageSync);
    encoding.writeVarUint(encoder, syncStep2);
    encoding.writeVarUint8Array(encoder, lacking);
  }

  // The provider waits min(2^n × 100 ms, maxBackoffTime) after this event, with n one higher than now: setting the
  // maximum to a random part of it is what spreads the tries.
  #spreadRetries(): void {
    this.#failed = true;
    const provider = this.#provider;
    provider.wsUnsuccessfulReconnects = Math.max(backoffFirst, provider.wsUnsuccessfulReconnects);
    const most = navigator.onLine ? backoffMaxMs : offlineBackoffMaxMs;
    const longest = Math.min(2 ** (provider.wsUnsuccessfulReconnects + 1) * 100, most);
    provider.maxBackoffTime = longest * (0.1 + 0.9 * Math.random());
  }

  readonly #onOnline = () => {
    if (this.#refused !== undefined) return;
    if (this.#provider.ws === null) this.reconnect();
    else this.#probe();
  };

  // The browser believes the network is gone. A server on this very machine may still answer, so it is asked.
  readonly #onOffline = () => {
    this.#probe();
    this.#changed();
  };

  readonly #onVisibility = () => {
    if (document.hidden) return;
    if (Date.now() - this.#provider.wsLastMessageReceived > silentMaxMs) this.#drop();
    else this.#onOnline();
  };

  #probe(): void {
    const { ws, wsLastMessageReceived } = this.#provider;
    if (ws === null || ws.readyState !== WebSocket.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageQueryAwareness);
    ws.send(encoding.toUint8Array(encoder));
    clearTimeout(this.#probeTimer);
    this.#probeTimer = setTimeout(() => {
      if (this.#provider.wsLastMessageReceived === wsLastMessageReceived) this.#drop();
    }, probeAnswerMs);
  }

  /** Gives up a socket that no longer answers and opens another. */
  #drop(): void {
    if (this.#refused !== undefined) return;
    if (this.#provider.ws !== null) this.#provider.disconnect();
    this.reconnect();
  }
}

function syncAddress(): string {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  return `${scheme}//${location.host}/sync`;
}
