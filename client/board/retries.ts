// Keeps y-websocket's provider trying: spread at random, at once when the network comes back, and without trusting a
// socket that only seems open.
import * as encoding from "lib0/encoding";
import { messageQueryAwareness, type WebsocketProvider } from "y-websocket";

// A whole room comes back after a restart: the first try falls somewhere within 0.8 s, later ones within 3 s.
const backoffMaxMs = 3_000;
// Without a network only a server on this very machine could answer; the browser says when the network is back.
const offlineBackoffMaxMs = 15_000;
const backoffFirst = 2;
// Longer than the server is silent on an open socket: then the socket is dead, whatever the browser believes.
const silentMaxMs = 30_000;
const probeAnswerMs = 4_000;

type Options = { isRefused: () => boolean; onChange: () => void };

export class Retries {
  readonly #provider: WebsocketProvider;
  readonly #options: Options;
  #hasFailed = false;
  #probeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(provider: WebsocketProvider, options: Options) {
    this.#provider = provider;
    this.#options = options;
    provider.on("connection-close", () => this.#spread());
    window.addEventListener("online", this.#onOnline);
    window.addEventListener("offline", this.#onOffline);
    document.addEventListener("visibilitychange", this.#onVisibility);
  }

  /** Has a try failed, or an open socket closed? */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  now(): void {
    this.#provider.wsUnsuccessfulReconnects = 0;
    this.#provider.connect();
    this.#options.onChange();
  }

  stop(): void {
    window.removeEventListener("online", this.#onOnline);
    window.removeEventListener("offline", this.#onOffline);
    document.removeEventListener("visibilitychange", this.#onVisibility);
    clearTimeout(this.#probeTimer);
  }

  // The provider waits min(2^n × 100 ms, maxBackoffTime) after this event, with n one higher than now: setting the
  // maximum to a random part of it is what spreads the tries.
  #spread(): void {
    this.#hasFailed = true;
    const provider = this.#provider;
    provider.wsUnsuccessfulReconnects = Math.max(backoffFirst, provider.wsUnsuccessfulReconnects);
    const most = navigator.onLine ? backoffMaxMs : offlineBackoffMaxMs;
    const longest = Math.min(2 ** (provider.wsUnsuccessfulReconnects + 1) * 100, most);
    provider.maxBackoffTime = longest * (0.1 + 0.9 * Math.random());
  }

  readonly #onOnline = () => {
    if (this.#options.isRefused()) return;
    if (this.#provider.ws === null) this.now();
    else this.#probe();
  };

  // The browser believes the network is gone. A server on this very machine may still answer, so it is asked.
  readonly #onOffline = () => {
    this.#probe();
    this.#options.onChange();
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
    if (this.#options.isRefused()) return;
    if (this.#provider.ws !== null) this.#provider.disconnect();
    this.now();
  }
}
