// What the database of a server holds of a board, read beside the server.
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import * as Y from "yjs";
import { type RawClient, rawClient, type TestBoard, until } from "#tests/integration/people.ts";
import type { TestServer } from "#tests/support/server.ts";

export type BoardLog = {
  snapshots: { seq: number; state: Uint8Array }[];
  updates: { seq: number; bytes: Uint8Array }[];
};

export function withDatabase<T>(dataDir: string, act: (database: InstanceType<typeof DatabaseSync>) => T): T {
  const database = new DatabaseSync(join(dataDir, "canevas.sqlite"));
  try {
    database.exec("pragma busy_timeout = 5000");
    return act(database);
  } finally {
    database.close();
  }
}

export function readLog(dataDir: string, boardId: string): BoardLog {
  return withDatabase(dataDir, (database) => ({
    snapshots: database.prepare("select seq, state from snapshots where board = ? order by seq").all(boardId),
    updates: database.prepare("select seq, bytes from updates where board = ? order by seq").all(boardId),
  }));
}

/** Puts an update at the end of the log of a server that is not running: as if it came before there was a write gate. */
export function writeIntoLog(dataDir: string, boardId: string, change: (board: Y.Doc) => void): void {
  const log = readLog(dataDir, boardId);
  const board = readings(log)[0] ?? new Y.Doc();
  const before = Y.encodeStateVector(board);
  board.transact(() => change(board));
  const seq =
    1 + Math.max(...log.updates.map((update) => update.seq), ...log.snapshots.map((one) => one.seq));
  withDatabase(dataDir, (database) =>
    database
      .prepare("insert into updates (board, seq, person, at, bytes) values (?, ?, null, ?, ?)")
      .run(boardId, seq, Date.now(), Y.encodeStateAsUpdate(board, before)),
  );
}

/** Where the log has no update although it has a later one, or does not reach back to what it is read from. */
export function holesIn({ snapshots, updates }: BoardLog): number[] {
  const [oldest] = snapshots;
  const first = (oldest?.seq ?? 0) + 1;
  const begin = Math.min(updates[0]?.seq ?? first, first);
  const there = new Set(updates.map(({ seq }) => seq));
  const last = Math.max(updates.at(-1)?.seq ?? 0, snapshots.at(-1)?.seq ?? 0);
  const holes: number[] = [];
  for (let seq = begin; seq <= last; seq += 1) if (!there.has(seq)) holes.push(seq);
  return holes;
}

/** The document that each snapshot makes with the updates after it; without a snapshot, the whole log alone. */
export function readings({ snapshots, updates }: BoardLog, options?: { gc: boolean }): Y.Doc[] {
  const begins = snapshots.length > 0 ? snapshots : [{ seq: 0, state: undefined }];
  return begins.map(({ seq, state }) => {
    const doc = new Y.Doc(options);
    doc.transact(() => {
      if (state !== undefined) Y.applyUpdate(doc, state);
      for (const update of updates) if (update.seq > seq) Y.applyUpdate(doc, update.bytes);
    });
    return doc;
  });
}

/** What somebody is given who comes new. */
export async function readBoard(
  server: Pick<TestServer, "wsUrl">,
  { id, tokens }: Pick<TestBoard, "id" | "tokens">,
): Promise<Y.Doc> {
  const reader = rawClient(server, id, tokens.viewer);
  await reader.opened;
  const doc = new Y.Doc();
  reader.send({ type: "syncStep1", stateVector: Y.encodeStateVector(doc) });
  await until(() => isAnswered(reader), "the board arrived");
  reader.leave();
  for (const frame of reader.frames) {
    if (frame.type === "update" || frame.type === "syncStep2") Y.applyUpdate(doc, frame.update);
  }
  return doc;
}

const isAnswered = ({ frames }: RawClient) => frames.some(({ type }) => type === "syncStep2");
