// One board, open in this tab: its document, the copy on this device, the connection, my presence.
import * as Y from "yjs";
import { mayWrite } from "#shared/access/roles.ts";
import { type BoardRules, openRules } from "#shared/access/rules.ts";
import { type Board, boardFormat, formatOf } from "#shared/board/roots.ts";
import { keepFormats } from "#shared/board/tidying.ts";
import type { Access } from "./access.ts";
import type { RefusedReason } from "./closeReason.ts";
import { Connection } from "./connection.ts";
import { Presence } from "./presence.ts";
import { eraseReplica, Replica } from "./replica.ts";
import { unsentText } from "./unsentText.ts";

export type Saved =
  /** The first connection of this visit is being made. */
  | { state: "opening"; pending: number }
  | { state: "saved" }
  | { state: "saving"; pending: number }
  | { state: "reconnecting"; pending: number }
  | { state: "offline"; pending: number }
  | { state: "refused"; reason: RefusedReason };

export class BoardSession {
  readonly board: Board = new Y.Doc();
  readonly access: Access;
  readonly presence: Presence;
  #replica: Replica | undefined;
  #connection: Connection | undefined;
  #isReady = false;
  #isClosed = false;
  #unsent: readonly string[] = [];
  #saved: Saved = { state: "opening", pending: 0 };
  readonly #listeners = new Set<() => void>();

  constructor(access: Access) {
    keepFormats(this.board);
    this.access = access;
    this.presence = new Presence(this.board, {
      id: access.participantId,
      name: access.name,
      role: access.role,
    });
    void this.#open();
  }

  // The copy on this device first: it is shown before the server answers, unless a newer program wrote it. An editor
  // deletes what it does not know, for everybody.
  async #open(): Promise<void> {
    const { boardId, token, role, participantId } = this.access;
    const replica = await Replica.open({
      board: this.board,
      owner: { boardId, participantId },
      onLost: () => this.#changed(),
    });
    if (this.#isClosed) {
      replica.close();
      return;
    }
    this.#replica = replica;
    const format = formatOf(this.board);
    if (format !== undefined && format > boardFormat) {
      this.#saved = { state: "refused", reason: "clientTooOld" };
      this.#changed();
      return;
    }
    this.#isReady = format !== undefined;
    this.#connection = new Connection({
      board: this.board,
      boardId,
      token,
      writes: mayWrite(role),
      awareness: this.presence.awareness,
      replica,
    });
    this.#connection.subscribe(this.#onConnection);
    this.#onConnection();
  }

  /** Is there something to show? Nothing is drawn of a board that is not here yet: it would look empty. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Does this device keep what is typed? */
  get isKept(): boolean {
    return this.#replica?.isKept ?? true;
  }

  get saved(): Saved {
    return this.#saved;
  }

  /** Who may write where; everyone who may write at all, until the server has said. */
  get rules(): BoardRules {
    return this.#connection?.session?.rules ?? openRules;
  }

  /** After a refusal: the words that never reached the server. */
  get unsent(): readonly string[] {
    return this.#unsent;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  reconnect(): void {
    this.#connection?.reconnect();
  }

  /** The board goes from this device; what it held beyond the server's is lost, so read `unsent` first. */
  async erase(): Promise<void> {
    this.close();
    await eraseReplica(this.access);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listeners.clear();
    this.#connection?.close();
    this.#replica?.close();
    this.presence.close();
    this.board.destroy();
  }

  readonly #onConnection = () => {
    const connection = this.#connection;
    if (connection === undefined) return;
    const next = savedOf(connection);
    if (next.state === "refused" && this.#saved.state !== "refused") {
      this.#unsent = unsentText(this.board, connection.unsaved);
    }
    if (connection.link.state === "open") this.#isReady = true;
    if (next.state === "refused" && next.reason === "clientTooOld") this.#isReady = false;
    if (connection.welcome !== undefined) this.presence.become(connection.welcome.me);
    this.#saved = next;
    this.#changed();
  };

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function savedOf(connection: Connection): Saved {
  const { link, pendingCount: pending } = connection;
  switch (link.state) {
    case "refused":
      return { state: "refused", reason: link.reason };
    case "connecting":
      return { state: "opening", pending };
    case "open":
      return connection.isSaved ? { state: "saved" } : { state: "saving", pending };
    case "waiting":
      return { state: navigator.onLine ? "reconnecting" : "offline", pending };
  }
}
