// A board open on this server. Its document runs ahead of the log only inside a turn; whatever is told to anyone,
// or read by anyone, is committed.
import * as Y from "yjs";
import { personOf } from "#server/access/access.ts";
import type { LogEntry, SavedBoard } from "#server/storage/updateLog.ts";
import { type Author, WriteGate } from "#server/sync/gate/writeGate.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import { isRefusal, type Refusal, type RefusalCode, refuse } from "#shared/access/refusal.ts";
import { mayWrite } from "#shared/access/roles.ts";
import type { Board } from "#shared/board/roots.ts";
import type { Locale } from "#shared/sheet/locale.ts";
import { encodeFrame } from "#shared/sync/frames.ts";
import type { Session } from "#shared/sync/hello.ts";
import { BoardDocument, type Change } from "./boardDocument.ts";
import { Budgets } from "./budgets.ts";
import type { Connection } from "./connection.ts";
import { EarlyUpdates } from "./earlyUpdates.ts";
import { type Committed, tellUpdate } from "./everyone.ts";
import { RoomPresence } from "./roomPresence.ts";
import type { Turns, TurnTaker } from "./turns.ts";

export type Incoming = {
  author: Connection;
  update: Uint8Array;
  /** It came as SyncStep2, the answer to our SyncStep1: it holds all that the client had and we had not. */
  isAnswer: boolean;
};

/** The committed document, for the length of one call. */
export type CommittedBoard = { board: Board; seq: number; updatedAt: number };

/** What a room needs of the server around it. */
export type Surroundings = {
  turns: Turns;
  now(): number;
  load(boardId: BoardId): Promise<SavedBoard>;
  fold(boardId: BoardId): Promise<void>;
  /** The room is of no more use: the next one who comes opens the board from the log. */
  onGone(room: Room): void;
};

/** What the storage says of a board beside its log. */
export type BoardFacts = { locale: Locale; updatedAt: number; session: Session };

type Reader = { run(): void; fail(): void };

const connectionsMax = 500;
const foldAfterUpdates = 500;
const foldAfterBytes = 1024 * 1024;

export class Room implements TurnTaker {
  readonly boardId: BoardId;
  readonly presence: RoomPresence;
  readonly budgets = new Budgets();
  readonly #around: Surroundings;
  readonly #document: BoardDocument;
  readonly #gate: WriteGate;
  readonly #connections = new Set<Connection>();
  readonly #early = new EarlyUpdates();

  #session: Session;
  #seq: number;
  #updatedAt: number;
  /** What the log holds beyond the newest snapshot. */
  #tail: { updates: number; bytes: number };

  #incoming: Incoming[] = [];
  /** What this turn has applied and not yet committed. */
  #accepted: Committed[] = [];
  #entries: LogEntry[] = [];
  #isAhead = false;
  #readers: Reader[] = [];

  #isGone = false;
  #isFolding = false;
  #usedAt: number;

  constructor(
    boardId: BoardId,
    saved: SavedBoard,
    { locale, updatedAt, session }: BoardFacts,
    around: Surroundings,
  ) {
    this.boardId = boardId;
    this.#around = around;
    this.#document = new BoardDocument(saved);
    this.#session = session;
    const rules = () => this.#session.rules;
    const owners = new Map<number, string | null>();
    this.#gate = new WriteGate({ board: this.#document.board, owners, rules });
    this.presence = new RoomPresence({
      locale,
      connections: this.#connections,
      ownerOf: (client) => owners.get(client),
      now: around.now,
    });
    this.#seq = saved.tail.at(-1)?.seq ?? saved.snapshot?.seq ?? 0;
    this.#updatedAt = updatedAt;
    this.#tail = { updates: saved.tail.length, bytes: sumOf(saved.tail.map(({ bytes }) => bytes)) };
    this.#usedAt = around.now();
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  /** Nobody is here, and nothing is under way that would be lost. */
  isIdleSince(time: number): boolean {
    const isQuiet = this.#incoming.length === 0 && !this.#isAhead && !this.#isFolding;
    return isQuiet && this.#connections.size === 0 && this.#usedAt <= time;
  }

  join(connection: Connection): Refusal | undefined {
    if (this.#isGone) return refuse("storageAway");
    if (this.#connections.size >= connectionsMax) return refuse("boardFull");
    this.#connections.add(connection);
    if (mayWrite(connection.identity.role)) {
      this.#whenCommitted(() => {
        const stateVector = Y.encodeStateVector(this.#document.board);
        connection.send(encodeFrame({ type: "syncStep1", stateVector }));
      });
    }
    this.presence.join(connection);
    return undefined;
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    this.#usedAt = this.#around.now();
    this.#early.forget(connection);
    this.presence.leave(connection);
  }

  /** Asked by the gate from the next update on. An older one that comes late is passed over. */
  setSession(session: Session): void {
    if (session.version > this.#session.version) this.#session = session;
  }

  receive(incoming: Incoming): void {
    if (this.#isGone) return;
    this.#incoming.push(incoming);
    this.#around.turns.schedule(this);
  }

  /** Everything the document holds beyond this state vector. */
  answerSync(connection: Connection, stateVector: Uint8Array): void {
    this.#whenCommitted(() => {
      const update = Y.encodeStateAsUpdate(this.#document.board, stateVector);
      connection.sendInFull(encodeFrame({ type: "syncStep2", update }));
    });
  }

  read<T>(reader: (committed: CommittedBoard) => T): Promise<T | Refusal> {
    this.#usedAt = this.#around.now();
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(reader({ board: this.#document.board, seq: this.#seq, updatedAt: this.#updatedAt }));
        } catch (error) {
          reject(error);
        }
      };
      this.#whenCommitted(run, () => resolve(refuse("storageAway")));
    });
  }

  #whenCommitted(run: () => void, fail: () => void = () => {}): void {
    if (this.#isGone) fail();
    else if (this.#isAhead) this.#readers.push({ run, fail });
    else run();
  }

  async prepare(): Promise<LogEntry[]> {
    this.#isAhead = true;
    this.#accepted = [];
    const incoming = this.#incoming;
    this.#incoming = [];
    // Grows while we go through it: an answer lets early updates in behind itself.
    for (const one of incoming) {
      if (!this.#isGone && !one.author.isRefused) await this.#take(one, incoming);
    }
    const at = this.#around.now();
    this.#entries = this.#accepted
      .flatMap(({ author, changes, tidied }) => [
        ...changes.map((bytes) => ({ person: personOf(author.identity), bytes })),
        ...tidied.map((bytes) => ({ person: null, bytes })),
      ])
      .map((entry, index) => ({ ...entry, board: this.boardId, seq: this.#seq + 1 + index, at }));
    return this.#entries;
  }

  async #take({ author, update, isAnswer }: Incoming, queue: Incoming[]): Promise<void> {
    const refusal = this.#refusalOf(author, update, isAnswer);
    if (refusal !== undefined) {
      if (refusal !== "wait") author.refuse(refusal);
      return;
    }
    const change = this.#document.apply(update);
    if (change === undefined) {
      author.refuse("updateMalformed");
      await this.#undoLast();
      return;
    }
    this.#accepted.push({ author, sent: update, ...change });
    if (!isAnswer) return;
    for (const held of this.#early.release(author)) queue.push({ author, update: held, isAnswer: false });
  }

  /** Why this update may not go in, or not yet; undefined lets it in. */
  #refusalOf(author: Connection, update: Uint8Array, isAnswer: boolean): RefusalCode | "wait" | undefined {
    const passage = this.#gate.inspect(update, authorOf(author));
    if (isRefusal(passage)) return passage.refusal;
    if (passage.type === "known") return undefined;
    if (passage.type === "early") {
      return !isAnswer && this.#early.hold(author, update) ? "wait" : "updateIncomplete";
    }
    return passage.grows && !this.#document.hasRoomFor(update.length) ? "boardTooLarge" : undefined;
  }

  /** Yjs cannot take back half an update: what the log has, and what this turn had accepted, once more. */
  async #undoLast(): Promise<void> {
    this.#document.reset(await this.#around.load(this.boardId));
    this.#gate.setBoard(this.#document.board);
    this.#accepted = this.#accepted.map(({ author, sent }) => {
      const change: Change | undefined = this.#document.apply(sent);
      if (change === undefined) throw new Error("an update that was taken once is not taken again");
      return { author, sent, ...change };
    });
  }

  committed(): void {
    const last = this.#entries.at(-1);
    if (last !== undefined) {
      this.#seq = last.seq;
      this.#updatedAt = last.at;
    }
    for (const update of this.#accepted) tellUpdate(this.#connections, update);
    this.#tail.updates += this.#entries.length;
    this.#tail.bytes += sumOf(this.#entries.map(({ bytes }) => bytes));
    this.#accepted = [];
    this.#entries = [];
    this.#isAhead = false;
    for (const { run } of this.#readers.splice(0)) run();
    this.#foldWhenDue();
  }

  /** The document is ahead of a log that will not follow: nobody may see it any more. */
  failed(): void {
    this.close("storageAway");
  }

  close(reason: RefusalCode): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#incoming = [];
    this.presence.stop();
    // A copy: each of them leaves as it is refused.
    for (const connection of [...this.#connections]) connection.refuse(reason);
    for (const { fail } of this.#readers.splice(0)) fail();
    this.#around.onGone(this);
  }

  #foldWhenDue(): void {
    const isDue = this.#tail.updates >= foldAfterUpdates || this.#tail.bytes >= foldAfterBytes;
    if (!isDue || this.#isFolding || this.#isGone) return;
    this.#isFolding = true;
    this.#tail = { updates: 0, bytes: 0 };
    void this.#around.fold(this.boardId).finally(() => {
      this.#isFolding = false;
    });
  }
}

function authorOf({ identity }: Connection): Author {
  return { person: personOf(identity), role: identity.role };
}

function sumOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, bytes) => sum + bytes.length, 0);
}
