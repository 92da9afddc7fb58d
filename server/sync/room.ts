// A board open on this server. What is told to anyone, or read by anyone, comes from its log and is committed.
import * as Y from "yjs";
import type { Metrics } from "#server/metrics/metrics.ts";
import type { Append, SavedBoard } from "#server/storage/updateLog.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import { type Refusal, type RefusalCode, refuse } from "#shared/access/refusal.ts";
import { mayWrite } from "#shared/access/roles.ts";
import { boardFormat } from "#shared/board/roots.ts";
import type { Locale } from "#shared/sheet/locale.ts";
import { encodeFrame } from "#shared/sync/frames.ts";
import { type Hello, protocolVersion, type Session, type Welcome } from "#shared/sync/hello.ts";
import { BoardLog } from "./boardLog.ts";
import type { BoardTasks, Reading } from "./boardTasks.ts";
import { BoardWriter, type Incoming, type Taken } from "./boardWriter.ts";
import { Budgets } from "./budgets.ts";
import type { Connection } from "./connection.ts";
import type { Folding } from "./folding.ts";
import { FoldSchedule } from "./foldSchedule.ts";
import { type Answer, Joins } from "./joins.ts";
import { messageOf } from "./messages.ts";
import { RoomPresence } from "./roomPresence.ts";
import { tell } from "./telling.ts";
import type { Turns, TurnTaker } from "./turns.ts";

/** What a room needs of the server around it. */
export type Surroundings = {
  turns: Turns;
  tasks: BoardTasks;
  folding: Folding;
  metrics: Metrics;
  now(): number;
  /** The room is of no more use: the next one who comes opens the board from the log. */
  onGone(room: Room): void;
};

/** What the storage says of a board beside its log. */
export type BoardFacts = { locale: Locale; updatedAt: number; session: Session; epoch: number };

/** What a board says, as of its last committed update. */
export type BoardReading = Reading & { seq: number; updatedAt: number };

const connectionsMax = 500;
// A document takes ten times the room of its bytes: nobody needs it between two who write.
const unloadAfterMs = 20_000;
const quietAfterMs = 2_000;

export class Room implements TurnTaker {
  readonly boardId: BoardId;
  readonly presence: RoomPresence;
  readonly budgets = new Budgets();
  readonly #around: Surroundings;
  readonly #log: BoardLog;
  readonly #writer: BoardWriter;
  readonly #joins: Joins;
  readonly #folds: FoldSchedule;
  readonly #connections = new Set<Connection>();
  readonly #epoch: number;
  #session: Session;
  #updatedAt: number;

  #incoming: Incoming[] = [];
  /** What this turn has applied and not yet committed; the document is ahead of the log while there is any. */
  #taken: Taken | undefined;
  #waitingForCommit: (() => void)[] = [];
  #reading: { seq: number; content: Promise<Reading> } | undefined;

  #isGone = false;
  #usedAt: number;
  #writtenAt = 0;

  constructor(boardId: BoardId, saved: SavedBoard, facts: BoardFacts, around: Surroundings) {
    this.boardId = boardId;
    this.#around = around;
    this.#session = facts.session;
    this.#updatedAt = facts.updatedAt;
    this.#epoch = facts.epoch;
    this.#usedAt = around.now();
    const { owners } = saved;
    const log = new BoardLog(saved);
    this.#log = log;
    this.#writer = new BoardWriter({ boardId, log, owners, rules: () => this.#session.rules });
    this.#joins = new Joins(log, (base, stateVector) => around.tasks.diff(base, stateVector));
    const mayPrune = saved.damagedSnapshots.length === 0;
    this.#folds = new FoldSchedule(log, around.now, () =>
      around.folding.fold({ boardId, log, board: this.#writer.board, mayPrune }),
    );
    this.presence = new RoomPresence({
      locale: facts.locale,
      connections: this.#connections,
      ownerOf: (client) => owners.get(client),
      now: around.now,
    });
    this.#folds.whenDue();
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  get #isAhead(): boolean {
    return this.#taken !== undefined;
  }

  /** Asked now and then: lets go of what is not needed; true when all of it is not. */
  rest(idleSince: number): boolean {
    const isQuiet = this.#incoming.length === 0 && !this.#isAhead && !this.#folds.isUnderWay;
    if (!isQuiet) return false;
    if (this.#connections.size === 0 && this.#usedAt <= idleSince) {
      this.#folds.beforeLeaving();
      return !this.#folds.isUnderWay;
    }
    this.#folds.whenDue(this.#writtenAt + quietAfterMs <= this.#around.now());
    if (this.#writtenAt + unloadAfterMs > this.#around.now()) return false;
    this.#reading = undefined;
    if (this.#writer.board === undefined || this.#folds.isUnderWay) return false;
    this.#log.setClocks(Y.decodeStateVector(Y.encodeStateVector(this.#writer.board)));
    this.#writer.unload();
    return false;
  }

  join(connection: Connection): Refusal | undefined {
    if (this.#isGone) return refuse("storageAway");
    if (this.#connections.size >= connectionsMax) return refuse("boardFull");
    this.#connections.add(connection);
    if (mayWrite(connection.identity.role)) {
      this.#whenCommitted(() => connection.write([this.#stepOne()], 0));
    }
    this.presence.join(connection);
    return undefined;
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    this.#usedAt = this.#around.now();
    this.#writer.forget(connection);
    this.presence.leave(connection);
  }

  /** What the server has, as the question of what it has not. */
  #stepOne(): Buffer {
    const { board } = this.#writer;
    if (board !== undefined) this.#log.setClocks(Y.decodeStateVector(Y.encodeStateVector(board)));
    const stateVector = Y.encodeStateVector(new Map(this.#log.clocks()));
    return messageOf(encodeFrame({ type: "syncStep1", stateVector }));
  }

  /** Before they are told a byte of the board. */
  greet(connection: Connection, hello: Hello): Welcome | RefusalCode {
    if (hello.protocol < protocolVersion || hello.format < boardFormat) return "clientTooOld";
    // Told of updates that the log does not have: it was set back without its epoch, by a disk that forgot or by hand.
    const isAhead = hello.epoch === this.#epoch && hello.seq > this.#log.seq;
    if ((hello.epoch !== 0 && hello.epoch !== this.#epoch) || isAhead) return "boardRestored";
    this.presence.claim(connection, hello.client);
    return {
      protocol: protocolVersion,
      format: boardFormat,
      epoch: this.#epoch,
      role: connection.identity.role,
      me: this.presence.faceOf(connection),
      session: this.#session,
    };
  }

  /** Asked by the gate from the next update on. An older one that comes late is passed over. */
  setSession(session: Session): void {
    if (session.version <= this.#session.version) return;
    this.#session = session;
    const messages = [messageOf(encodeFrame({ type: "session", json: JSON.stringify(session) }))];
    for (const connection of this.#connections) {
      if (connection.hello !== undefined) connection.write(messages, 0);
    }
  }

  receive(incoming: Incoming): void {
    if (this.#isGone) return;
    this.#incoming.push(incoming);
    this.#around.turns.schedule(this);
  }

  /** Everything the log holds beyond this state vector. */
  answerSync(connection: Connection, stateVector: Uint8Array): void {
    if (this.#isGone) return;
    const { hello } = connection;
    const seq = hello?.epoch === this.#epoch && hello.seq > 0 ? hello.seq : undefined;
    const answer = this.#joins.answer({ stateVector, seq }, this.#around.now());
    if (answer instanceof Promise) {
      answer
        .then((found) => this.#bringUpToDate(connection, found))
        .catch((error: unknown) => connection.fail(error));
    } else this.#bringUpToDate(connection, answer);
  }

  #bringUpToDate(connection: Connection, { kind, messages }: Answer): void {
    this.#around.metrics.joins[kind] += 1;
    connection.writeInFull(messages);
    connection.upToDate(this.#log.seq);
  }

  async read(): Promise<BoardReading> {
    this.#usedAt = this.#around.now();
    const { seq } = this.#log;
    const updatedAt = this.#updatedAt;
    if (this.#reading?.seq !== seq) {
      this.#reading = { seq, content: this.#around.tasks.read(this.#log.bytes()) };
    }
    const { content } = this.#reading;
    try {
      return { ...(await content), seq, updatedAt };
    } catch (error) {
      // The next one who asks tries again.
      if (this.#reading?.content === content) this.#reading = undefined;
      throw error;
    }
  }

  #whenCommitted(run: () => void): void {
    if (this.#isAhead) this.#waitingForCommit.push(run);
    else run();
  }

  prepare(): Append {
    const incoming = this.#incoming;
    this.#incoming = [];
    // Said before: should it throw in the middle, the document is ahead.
    this.#taken = { entries: [], newClients: [], tellings: [] };
    if (!this.#isGone) this.#taken = this.#writer.take(incoming, this.#around.now());
    return this.#taken;
  }

  committed(): void {
    const taken = this.#taken;
    this.#taken = undefined;
    const last = taken?.entries.at(-1);
    if (taken !== undefined && taken.tellings.length > 0) {
      const messages = tell(this.#connections, taken.tellings, last?.seq ?? this.#log.seq);
      if (taken.entries.length > 0) this.#log.append(taken.entries.length, messages);
    }
    if (last !== undefined) this.#updatedAt = last.at;
    this.#writtenAt = this.#around.now();
    for (const run of this.#waitingForCommit.splice(0)) run();
    if (!this.#isGone) this.#folds.whenDue();
  }

  /** The document is ahead of a log that will not follow: nobody may see it any more. */
  failed(): void {
    this.close("storageAway");
  }

  close(reason: RefusalCode): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#incoming = [];
    this.#waitingForCommit = [];
    this.presence.stop();
    // A copy: each of them leaves as it is refused.
    for (const connection of [...this.#connections]) connection.refuse(reason);
    this.#around.onGone(this);
  }
}
