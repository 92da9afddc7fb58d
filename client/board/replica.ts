// The board kept on this device: shown before the server answers, and what was typed offline survives a reload.
// Without it (forbidden, full) the board works, and the saved words say what is at risk.
import * as Y from "yjs";
import type { Board } from "#shared/board/roots.ts";
import { Session } from "#shared/sync/hello.ts";
import { eraseEarlierReplica, readEarlierReplica } from "./earlierReplica.ts";
import {
  type Changes,
  canKeep,
  databaseOf,
  deleteDatabase,
  epochsKept,
  foldUpdates,
  type Kept,
  type Owner,
  openDatabase,
  readKept,
  writeChanges,
} from "./replicaDatabase.ts";

// A database that neither opens nor fails must not keep the board shut.
const openWithinMs = 3_000;
// What others write can be fetched again; one transaction for each of their keystrokes would be too many.
const writeEveryMs = 250;
const foldEvery = 500;
/** Replicas from before boards had epochs. */
const firstEpoch = 1;

const nothing = (): Changes => ({ updates: [], unsaved: new Map(), seq: undefined, session: undefined });

type Options = { board: Board; owner: Owner; onLost: () => void };

export class Replica {
  readonly #board: Board;
  readonly #owner: Owner;
  readonly #onLost: () => void;
  #db: IDBDatabase | undefined;
  #isLost = false;
  #isClosed = false;
  #epoch = 0;
  #kept: Kept = { updates: [], unsaved: new Map(), seq: 0, session: undefined };
  #changes = nothing();
  #records = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor({ board, owner, onLost }: Options) {
    this.#board = board;
    this.#owner = owner;
    this.#onLost = onLost;
  }

  /** Fills the board with what this device kept, and keeps from then on what is written in it. */
  static async open(options: Options): Promise<Replica> {
    const replica = new Replica(options);
    if (!(await canKeep()) || !(await within(openWithinMs, replica.#find()))) replica.#isLost = true;
    options.board.transact(() => {
      for (const update of replica.#kept.updates) Y.applyUpdate(options.board, update, replica);
    }, replica);
    replica.#kept = { ...replica.#kept, updates: [] };
    options.board.on("update", replica.#onUpdate);
    return replica;
  }

  /** False when this device keeps nothing. */
  get isKept(): boolean {
    return !this.#isLost;
  }

  /** The epoch of the board that is kept; 0 when there is none. */
  get epoch(): number {
    return this.#epoch;
  }

  /** All of the server's log up to here is in the board as it was kept. */
  get seq(): number {
    return this.#kept.seq;
  }

  /** What earlier visits wrote, and the server did not confirm. */
  get unsaved(): ReadonlyMap<string, Uint8Array> {
    return this.#kept.unsaved;
  }

  /** What the server had said last. */
  get session(): Session | undefined {
    const result = Session.safeParse(this.#kept.session);
    return result.success ? result.data : undefined;
  }

  async #find(): Promise<void> {
    const [newest, ...older] = await epochsKept(this.#owner);
    if (newest !== undefined) {
      const db = await openDatabase(databaseOf(this.#owner, newest));
      this.#take(db, newest, await readKept(db));
      for (const epoch of older) void deleteDatabase(databaseOf(this.#owner, epoch));
      return;
    }
    const earlier = await readEarlierReplica(this.#owner.boardId);
    if (earlier === undefined) return;
    const db = await openDatabase(databaseOf(this.#owner, firstEpoch));
    writeChanges(db, { ...nothing(), updates: [...earlier.updates], unsaved: new Map(earlier.unsaved) });
    this.#take(db, firstEpoch, earlier);
    void eraseEarlierReplica(this.#owner.boardId);
  }

  #take(db: IDBDatabase, epoch: number, kept: Kept): void {
    // Too late: the board is open without it.
    if (this.#isLost || this.#isClosed) {
      db.close();
      return;
    }
    this.#db = db;
    this.#epoch = epoch;
    this.#kept = kept;
    this.#records = kept.updates.length;
    // Another tab erased it, or the device refuses more: errors of every write bubble up to the database.
    db.onversionchange = this.#lose;
    db.onclose = this.#lose;
    db.onabort = this.#lose;
  }

  readonly #lose = () => {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#end();
    this.#onLost();
  };

  /** The server has said which epoch of the board this is. Begins to keep it, if nothing was kept before. */
  async begin(epoch: number): Promise<void> {
    if (this.#epoch !== 0 || this.#isLost) return;
    this.#epoch = epoch;
    const opening = openDatabase(databaseOf(this.#owner, epoch)).then((db) =>
      this.#take(db, epoch, this.#kept),
    );
    if (!(await within(openWithinMs, opening))) this.#lose();
    else this.#write();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === this) return;
    this.#changes.updates.push(update);
    this.#writeSoon();
  };

  /** Written here, and not confirmed. */
  keepUnsaved(key: string, update: Uint8Array): void {
    this.#changes.unsaved.set(key, update);
    // Once all that hears of the same change has been told.
    queueMicrotask(() => this.#write());
  }

  forgetUnsaved(keys: Iterable<string>): void {
    for (const key of keys) this.#changes.unsaved.set(key, undefined);
    this.#writeSoon();
  }

  keepSeq(seq: number): void {
    this.#changes.seq = seq;
    this.#writeSoon();
  }

  keepSession(session: Session): void {
    this.#changes.session = session;
    this.#writeSoon();
  }

  #writeSoon(): void {
    if (!this.#isLost) this.#timer ??= setTimeout(() => this.#write(), writeEveryMs);
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#db === undefined) return;
    const changes = this.#changes;
    this.#changes = nothing();
    try {
      writeChanges(this.#db, changes);
      if (changes.updates.length > 0) this.#records += 1;
      if (this.#records < foldEvery) return;
      foldUpdates(this.#db);
      this.#records = 1;
    } catch {
      // The browser closed the database under us.
      this.#lose();
    }
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#board.off("update", this.#onUpdate);
    this.#db?.close();
    this.#db = undefined;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (!this.#isLost) this.#write();
    this.#end();
  }
}

/** Forgets the board on this device. */
export async function eraseReplica(owner: Owner): Promise<void> {
  if (!(await canKeep())) return;
  const epochs = await epochsKept(owner);
  await Promise.all(epochs.map((epoch) => deleteDatabase(databaseOf(owner, epoch))));
}

/** False when it failed, or takes longer. */
async function within(durationMs: number, work: Promise<void>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, durationMs, false));
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]);
}
