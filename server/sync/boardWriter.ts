// Takes in what people send in a turn: the write gate, the document, and what is to be logged and told of it.
import * as Y from "yjs";
import { personOf } from "#server/access/access.ts";
import type { LogEntry, NewClient } from "#server/storage/updateLog.ts";
import { type Author, type Fit, WriteGate } from "#server/sync/gate/writeGate.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import { isRefusal, type RefusalCode } from "#shared/access/refusal.ts";
import { mayWrite } from "#shared/access/roles.ts";
import type { BoardRules } from "#shared/access/rules.ts";
import { BoardDocument } from "./boardDocument.ts";
import type { BoardLog } from "./boardLog.ts";
import type { Connection } from "./connection.ts";
import { EarlyUpdates } from "./earlyUpdates.ts";
import type { Telling } from "./telling.ts";

export type Incoming = {
  author: Connection;
  update: Uint8Array;
  /** It came as SyncStep2, the answer to our SyncStep1: it holds all that the client had and we had not. */
  isAnswer: boolean;
};

export type Taken = { entries: LogEntry[]; newClients: NewClient[]; tellings: Telling[] };

export type BoardWriterOptions = {
  boardId: BoardId;
  log: BoardLog;
  owners: Map<number, string | null>;
  rules: () => BoardRules;
};

// Below this, asking the gate again costs less than comparing would save.
const rememberedFromBytes = 256;

/** What becomes of one update inside the transaction of its turn. */
type Step = "done" | "apart" | "broken";

/** Why an update that was passed may not be applied as things are; undefined when it may. */
type Obstacle = RefusalCode | "measure" | undefined;

export class BoardWriter {
  readonly #boardId: BoardId;
  readonly #log: BoardLog;
  readonly #owners: Map<number, string | null>;
  readonly #rules: () => BoardRules;
  readonly #document: BoardDocument;
  readonly #early = new EarlyUpdates();
  #gate: WriteGate | undefined;
  /** A large update that changed nothing. A crowd that comes back with one document sends the same one each. */
  #known: Uint8Array | undefined;

  #entries: LogEntry[] = [];
  #newClients: NewClient[] = [];
  #tellings: Telling[] = [];
  #at = 0;

  constructor({ boardId, log, owners, rules }: BoardWriterOptions) {
    this.#boardId = boardId;
    this.#log = log;
    this.#owners = owners;
    this.#rules = rules;
    this.#document = new BoardDocument(log);
  }

  /** Ahead of the log between `take` and the commit of what it gave. Undefined while nobody writes. */
  get board(): Y.Doc | undefined {
    return this.#document.board;
  }

  /** Nobody has written for a while: what the gate knows stays, the document can be made again. */
  unload(): void {
    if (this.#document.board === undefined) return;
    this.#document.unload();
    // Or it would hold on to the document.
    this.#gate?.setBoard(new Y.Doc());
  }

  forget(author: Connection): void {
    this.#early.forget(author);
  }

  /** Grows `queue` while it goes through it: an answer lets early updates in behind itself. */
  take(queue: Incoming[], at: number): Taken {
    this.#at = at;
    this.#entries = [];
    this.#newClients = [];
    this.#tellings = [];
    for (let next = 0; next < queue.length; ) next = this.#takeTogether(queue, next);
    return { entries: this.#entries, newClients: this.#newClients, tellings: this.#tellings };
  }

  /** As many as one transaction can hold, from `first` on; where the next one begins. */
  #takeTogether(queue: Incoming[], first: number): number {
    let next = this.#skipNothing(queue, first);
    if (next === queue.length) return next;
    const gate = this.#open();
    const soFar = { entries: this.#entries.length, tellings: this.#tellings.length };
    const together = (board: Y.Doc): Step => {
      let step: Step = "done";
      for (; next < queue.length && step === "done"; next += 1) {
        const one = queue[next];
        if (one !== undefined) step = this.#takeOne(one, queue, gate, board);
      }
      return step;
    };
    try {
      const step = this.#document.transact(together);
      const last = queue[next - 1];
      if (step === "broken") this.#reset(gate);
      if (step === "apart" && last !== undefined) this.#takeApart(last, queue, gate);
    } catch {
      // Not one update by itself, but what they add up to: without them, then one by one.
      this.#entries.length = soFar.entries;
      this.#tellings.length = soFar.tellings;
      this.#reset(gate);
      for (const one of queue.slice(first, next)) this.#takeApart(one, queue, gate);
    }
    return next;
  }

  /** Passes over what a document is not needed for; where the first that needs one is. */
  #skipNothing(queue: Incoming[], first: number): number {
    let next = first;
    for (; next < queue.length; next += 1) {
      const one = queue[next];
      if (one === undefined || one.author.isRefused) continue;
      if (!this.#isNothing(one)) return next;
      this.#changesNothing(one, queue);
    }
    return next;
  }

  /** Told without the document: the empty update, and the deletions that everybody has who has the base. */
  #isNothing({ author, update }: Incoming): boolean {
    if (update.length === 2 && update[0] === 0 && update[1] === 0) return true;
    if (!mayWrite(author.identity.role)) return false;
    const isKnown = (known: Uint8Array | undefined) =>
      known !== undefined && known.length === update.length && Buffer.compare(known, update) === 0;
    return isKnown(this.#known) || isKnown(this.#log.base.deleteSet);
  }

  #open(): WriteGate {
    const wasLoaded = this.#document.board !== undefined;
    const board = this.#document.load();
    if (this.#gate === undefined) {
      const openedAt = this.#log.seq;
      this.#gate = new WriteGate({ board, owners: this.#owners, rules: this.#rules, openedAt });
    } else if (!wasLoaded) this.#gate.setBoard(board);
    return this.#gate;
  }

  #takeOne(one: Incoming, queue: Incoming[], gate: WriteGate, board: Y.Doc): Step {
    const { author, update } = one;
    if (author.isRefused) return "done";
    const fit = this.#inspect(one, queue, gate);
    if (fit === undefined) return "done";
    const obstacle = this.#obstacleOf(fit, update);
    if (obstacle === "measure" || !fit.isWhole) return "apart";
    if (obstacle !== undefined) {
      author.refuse(obstacle);
      return "done";
    }
    if (!this.#apply(one, fit, gate, board)) return "broken";
    this.#accept(one, fit, gate, update, queue);
    return "done";
  }

  /** In a transaction of its own: what is new in it has to be told from what is not, or the board be measured. */
  #takeApart(one: Incoming, queue: Incoming[], gate: WriteGate): void {
    const { author, update } = one;
    if (author.isRefused) return;
    const fit = this.#inspect(one, queue, gate);
    if (fit === undefined) return;
    if (this.#obstacleOf(fit, update) === "measure") this.#document.measure();
    if (this.#obstacleOf(fit, update) !== undefined) {
      author.refuse("boardTooLarge");
      return;
    }
    const taken = this.#applyApart(one, fit, gate);
    if (taken === undefined) this.#reset(gate);
    else if (taken.news === undefined) this.#changesNothing(one, queue);
    else this.#accept(one, fit, gate, fit.isWhole ? update : taken.news, queue);
  }

  /** Undefined when the document is broken, and its author refused. */
  #applyApart(one: Incoming, fit: Fit, gate: WriteGate): { news: Uint8Array | undefined } | undefined {
    try {
      const { result, news } = this.#document.transactAndTell((board) => this.#apply(one, fit, gate, board));
      return result ? { news } : undefined;
    } catch {
      one.author.refuse("updateMalformed");
      return undefined;
    }
  }

  /** What the gate passes; anything else is dealt with here. */
  #inspect(one: Incoming, queue: Incoming[], gate: WriteGate): Fit | undefined {
    const { author, update, isAnswer } = one;
    const passage = gate.inspect(update, authorOf(author));
    if (isRefusal(passage)) author.refuse(passage.refusal);
    else if (passage.type === "known") {
      if (update.length > rememberedFromBytes) this.#known = update;
      this.#changesNothing(one, queue);
    } else if (passage.type === "early") {
      if (isAnswer || !this.#early.hold(author, update)) author.refuse("updateIncomplete");
    } else return passage;
    return undefined;
  }

  #obstacleOf({ grows }: Fit, update: Uint8Array): Obstacle {
    if (!grows) return undefined;
    const space = this.#document.spaceFor(update.length);
    return space === "yes" ? undefined : space === "no" ? "boardTooLarge" : "measure";
  }

  /** False when the document is broken, and its author refused. */
  #apply({ author }: Incoming, fit: Fit, gate: WriteGate, board: Y.Doc): boolean {
    try {
      Y.applyUpdate(board, fit.bytes);
    } catch {
      // Well-formed bytes with a meaning that Yjs stumbles over in the middle of its work.
      author.refuse("updateMalformed");
      return false;
    }
    const refusal = gate.verify(fit, authorOf(author));
    if (refusal === undefined) return true;
    author.refuse(refusal.refusal);
    return false;
  }

  #accept(one: Incoming, fit: Fit, gate: WriteGate, news: Uint8Array, queue: Incoming[]): void {
    const { author, update } = one;
    const person = personOf(author.identity);
    const seq = this.#log.seq + this.#entries.length + 1;
    gate.accept(fit, authorOf(author), seq);
    for (const client of fit.newClients) this.#newClients.push({ board: this.#boardId, client, person });
    this.#entries.push({ board: this.#boardId, seq, person, at: this.#at, bytes: news });
    this.#document.grew(news.length);
    this.#tell(one, queue, news === update ? "asSent" : news);
  }

  #changesNothing(one: Incoming, queue: Incoming[]): void {
    this.#tell(one, queue, "nothing");
  }

  #tell({ author, update, isAnswer }: Incoming, queue: Incoming[], news: Telling["news"]): void {
    this.#tellings.push({ author, sent: update, news });
    if (!isAnswer) return;
    for (const held of this.#early.release(author)) queue.push({ author, update: held, isAnswer: false });
  }

  /** Yjs cannot take back half an update: what the log has, and what this turn had accepted, once more. */
  #reset(gate: WriteGate): void {
    this.#known = undefined;
    this.#document.unload();
    this.#document.transact((board) => {
      for (const { bytes } of this.#entries) Y.applyUpdate(board, bytes);
    });
    for (const { bytes } of this.#entries) this.#document.grew(bytes.length);
    gate.setBoard(this.#document.load());
  }
}

function authorOf({ identity }: Connection): Author {
  return { person: personOf(identity), role: identity.role };
}
