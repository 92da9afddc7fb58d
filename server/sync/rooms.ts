// The boards that are open on this server.
import type { Logger } from "pino";
import type { Metrics } from "#server/metrics/metrics.ts";
import type { Census } from "#server/metrics/prometheus.ts";
import { findBoard } from "#server/storage/boards.ts";
import type { Storage } from "#server/storage/tables.ts";
import { loadBoard } from "#server/storage/updateLog.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import { isRefusal, type Refusal, refuse } from "#shared/access/refusal.ts";
import { prepareSchema } from "#shared/board/schema.ts";
import type { Session } from "#shared/sync/hello.ts";
import { BoardTasks } from "./boardTasks.ts";
import type { Connection } from "./connection.ts";
import { createFolding } from "./folding.ts";
import { type BoardReading, Room, type Surroundings } from "./room.ts";
import { Turns } from "./turns.ts";

// Long enough for a reload of the page, short enough that yesterday's workshops do not fill the memory.
const idleMs = 30_000;

export type Rooms = {
  /** Makes ready what the first board would otherwise wait for: the worker thread, and the schema of the gate. */
  warmUp(): void;
  open(boardId: BoardId): Promise<Room | Refusal>;
  /** Reads a board that need not be open. */
  read(boardId: BoardId): Promise<BoardReading | Refusal>;
  /** Closes the sockets of everyone who came by this link. */
  closeLink(boardId: BoardId, linkId: string): Promise<void>;
  closeBoard(boardId: BoardId): Promise<void>;
  /** Says to an open board what was decided; one that is opened later reads it. */
  setSession(boardId: BoardId, session: Session): Promise<void>;
  /** When a commit last failed, on the clock of `performance.now()`. */
  failedAt(): number;
  /** Commits all that was received. */
  drain(): Promise<void>;
  everyone(): Connection[];
  census(): Census;
  stop(): Promise<void>;
};

export type RoomsOptions = {
  storage: Storage;
  log: Logger;
  metrics: Metrics;
  /** The built boardWorker. */
  workerFile: URL;
  now(): number;
};

export function createRooms({ storage, log, metrics, workerFile, now }: RoomsOptions): Rooms {
  const rooms = new Map<BoardId, Promise<Room | Refusal>>();
  const opened = new Set<Room>();
  const turns = new Turns(storage, log, metrics);
  const tasks = new BoardTasks(workerFile, metrics);
  const folding = createFolding({ storage, tasks, log, metrics, now });

  async function load(boardId: BoardId) {
    const saved = await loadBoard(storage, boardId);
    if (saved.damagedSnapshots.length > 0) {
      metrics.damagedSnapshots += saved.damagedSnapshots.length;
      log.error({ boardId, snapshots: saved.damagedSnapshots }, "damaged snapshots; the older one is used");
    }
    return saved;
  }

  const around: Surroundings = {
    turns,
    tasks,
    folding,
    metrics,
    now,
    onGone(room) {
      if (!opened.delete(room)) return;
      rooms.delete(room.boardId);
      log.debug({ boardId: room.boardId }, "board closed");
    },
  };

  async function openRoom(boardId: BoardId): Promise<Room | Refusal> {
    const board = await findBoard(storage, boardId);
    if (board === undefined) return refuse("boardNotFound");
    const room = new Room(boardId, await load(boardId), board, around);
    opened.add(room);
    log.debug({ boardId }, "board opened");
    return room;
  }

  async function open(boardId: BoardId): Promise<Room | Refusal> {
    const known = rooms.get(boardId);
    if (known !== undefined) return known;
    const opening = openRoom(boardId);
    rooms.set(boardId, opening);
    try {
      const room = await opening;
      if (isRefusal(room)) rooms.delete(boardId);
      return room;
    } catch (error) {
      rooms.delete(boardId);
      throw error;
    }
  }

  const sweep = setInterval(() => {
    for (const room of opened) {
      if (room.rest(now() - idleMs)) room.close("storageAway");
    }
  }, idleMs / 6);
  sweep.unref();

  return {
    warmUp() {
      tasks.warmUp();
      prepareSchema();
    },
    open,
    async read(boardId) {
      const room = await open(boardId);
      return isRefusal(room) ? room : room.read();
    },
    async closeLink(boardId, linkId) {
      const room = await rooms.get(boardId);
      if (room === undefined || isRefusal(room)) return;
      for (const connection of [...room.connections]) {
        if (connection.identity.linkId === linkId) connection.refuse("linkRevoked");
      }
    },
    async closeBoard(boardId) {
      const room = await rooms.get(boardId);
      if (room !== undefined && !isRefusal(room)) room.close("boardNotFound");
    },
    async setSession(boardId, session) {
      const room = await rooms.get(boardId);
      if (room !== undefined && !isRefusal(room)) room.setSession(session);
    },
    failedAt: () => turns.failedAt,
    drain: () => turns.drain(),
    census() {
      let connections = 0;
      for (const room of opened) connections += room.connections.size;
      return { boards: opened.size, connections };
    },
    everyone: () => [...opened].flatMap((room) => [...room.connections]),
    async stop() {
      clearInterval(sweep);
      await tasks.stop();
    },
  };
}
