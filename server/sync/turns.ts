// The log's writer. Whatever all boards took in during one turn of the event loop is committed in one
// transaction, and only then told to anyone.
import type { Logger } from "pino";
import type { Metrics } from "#server/metrics/metrics.ts";
import type { Storage } from "#server/storage/tables.ts";
import { appendUpdates, type LogEntry } from "#server/storage/updateLog.ts";
import type { BoardId } from "#shared/access/boardId.ts";

/** A room, as the writer sees it. */
export type TurnTaker = {
  readonly boardId: BoardId;
  /** Applies what came in. From here to `committed` or `failed`, the document is ahead of the log. */
  prepare(): Promise<LogEntry[]>;
  committed(): void;
  failed(): void;
};

export class Turns {
  readonly #storage: Storage;
  readonly #log: Logger;
  readonly #metrics: Metrics;
  readonly #due = new Set<TurnTaker>();
  #running: Promise<void> | undefined;
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
    await this.#running;
  }

  /** When a commit last failed, on the clock of `performance.now()`. */
  get failedAt(): number {
    return this.#failedAt;
  }

  async #run(): Promise<void> {
    while (this.#due.size > 0) {
      // The sockets that have something to read are read first: their updates share this transaction.
      await new Promise((resolve) => setImmediate(resolve));
      const rooms = [...this.#due];
      this.#due.clear();
      await this.#turn(rooms);
    }
    this.#running = undefined;
  }

  async #turn(rooms: TurnTaker[]): Promise<void> {
    const startedAt = performance.now();
    const prepared: { room: TurnTaker; entries: LogEntry[] }[] = [];
    for (const room of rooms) {
      try {
        prepared.push({ room, entries: await room.prepare() });
      } catch (error) {
        this.#fail(room, error);
      }
    }
    const entries = prepared.flatMap((one) => one.entries);
    try {
      if (entries.length > 0) await this.#commit(entries);
    } catch (error) {
      this.#log.warn({ err: error }, "a commit failed; trying each board by itself");
      await this.#commitEach(prepared);
      return;
    }
    for (const { room } of prepared) this.#tell(room);
    this.#metrics.flushTime.observe((performance.now() - startedAt) / 1000);
  }

  async #commit(entries: LogEntry[]): Promise<void> {
    const startedAt = performance.now();
    await appendUpdates(this.#storage, { entries, newClients: [] });
    this.#metrics.commitTime.observe((performance.now() - startedAt) / 1000);
    this.#metrics.updatesAccepted += entries.length;
  }

  /** One board that cannot be written must not take the others with it. */
  async #commitEach(prepared: { room: TurnTaker; entries: LogEntry[] }[]): Promise<void> {
    for (const { room, entries } of prepared) {
      try {
        if (entries.length > 0) await this.#commit(entries);
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
