// The log's writer. Whatever all boards took in during one turn of the event loop is committed in one
// transaction, and only then told to anyone.
import { setTimeout as pause, setImmediate as untilSocketsAreRead } from "node:timers/promises";
import type { Logger } from "pino";
import type { Metrics } from "#server/metrics/metrics.ts";
import type { Storage } from "#server/storage/tables.ts";
import { type Append, appendUpdates } from "#server/storage/updateLog.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import { TurnWindow } from "./turnWindow.ts";

/** A room, as the writer sees it. */
export type TurnTaker = {
  readonly boardId: BoardId;
  /** Applies what came in. From here to `committed` or `failed`, the document is ahead of the log. */
  prepare(): Append;
  committed(): void;
  failed(): void;
};

type Prepared = { room: TurnTaker; append: Append };

export class Turns {
  readonly #storage: Storage;
  readonly #log: Logger;
  readonly #metrics: Metrics;
  readonly #window = new TurnWindow();
  readonly #due = new Set<TurnTaker>();
  #running: Promise<void> | undefined;
  #isHurried = false;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(storage: Storage, log: Logger, metrics: Metrics) {
    this.#storage = storage;
    this.#log = log;
    this.#metrics = metrics;
  }

  schedule(room: TurnTaker): void {
    this.#due.add(room);
    this.#running ??= this.#run();
  }

  /** Resolves when everything that was scheduled is committed or refused. */
  async drain(): Promise<void> {
    this.#isHurried = true;
    await this.#running;
    this.#isHurried = false;
  }

  /** When a commit last failed, on the clock of `performance.now()`. */
  get failedAt(): number {
    return this.#failedAt;
  }

  async #run(): Promise<void> {
    while (this.#due.size > 0) {
      const waitMs = this.#isHurried ? 0 : this.#window.untilNextMs();
      if (waitMs >= 1) await pause(waitMs);
      // The sockets that have something to read are read first: their updates share this transaction.
      await untilSocketsAreRead();
      const rooms = [...this.#due];
      this.#due.clear();
      this.#window.turnBegins();
      await this.#turn(rooms);
      this.#window.turnEnded();
    }
    this.#running = undefined;
  }

  async #turn(rooms: TurnTaker[]): Promise<void> {
    const startedAt = performance.now();
    const prepared: Prepared[] = [];
    for (const room of rooms) {
      try {
        prepared.push({ room, append: room.prepare() });
      } catch (error) {
        this.#fail(room, error);
      }
    }
    const [first] = prepared;
    const together =
      prepared.length === 1 && first !== undefined
        ? first.append
        : {
            entries: prepared.flatMap(({ append }) => append.entries),
            newClients: prepared.flatMap(({ append }) => append.newClients),
          };
    try {
      await this.#commit(together);
    } catch (error) {
      this.#log.warn({ err: error }, "a commit failed; trying each board by itself");
      await this.#commitEach(prepared);
      return;
    }
    for (const { room } of prepared) this.#tell(room);
    this.#metrics.flushTime.observe((performance.now() - startedAt) / 1000);
  }

  async #commit(append: Append): Promise<void> {
    if (append.entries.length === 0) return;
    const startedAt = performance.now();
    await appendUpdates(this.#storage, append);
    this.#metrics.commitTime.observe((performance.now() - startedAt) / 1000);
    this.#metrics.updatesAccepted += append.entries.length;
  }

  /** One board that cannot be written must not take the others with it. */
  async #commitEach(prepared: readonly Prepared[]): Promise<void> {
    for (const { room, append } of prepared) {
      try {
        await this.#commit(append);
      } catch (error) {
        this.#fail(room, error);
        continue;
      }
      this.#tell(room);
    }
  }

  #tell(room: TurnTaker): void {
    try {
      room.committed();
    } catch (error) {
      this.#fail(room, error);
    }
  }

  #fail(room: TurnTaker, error: unknown): void {
    this.#failedAt = performance.now();
    this.#metrics.commitsFailed += 1;
    this.#log.error(
      { boardId: room.boardId, err: error },
      "a board is closed: its updates could not be committed or told",
    );
    room.failed();
  }
}
