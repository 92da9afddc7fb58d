// The doctor: every board of a database, one after the other, while a server may be writing to it.
import { clientIdsSince } from "#server/storage/migrations.ts";
import { damageIn } from "#server/storage/sqliteFiles.ts";
import type { Storage } from "#server/storage/tables.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import { type BoardFindings, checkBoard, type KeptBoard } from "./checkBoard.ts";

export type BoardReport = BoardFindings & { boardId: BoardId; updates: number; snapshots: number };

export type DatabaseReport = { damage: string[]; boards: number; faulty: number };

export async function checkDatabase(
  storage: Storage,
  onBoard: (report: BoardReport) => void,
): Promise<DatabaseReport> {
  const damage = await damageIn(storage);
  const since = await clientIdsSince(storage);
  const ids = await storage.selectFrom("boards").select("id").orderBy("created_at").orderBy("id").execute();
  let boards = 0;
  let faulty = 0;
  for (const { id } of ids) {
    const kept = await readKept(storage, id, since);
    // Deleted since we began.
    if (kept === undefined) continue;
    const findings = checkBoard(kept);
    boards += 1;
    if (findings.faults.length > 0) faulty += 1;
    onBoard({
      ...findings,
      boardId: id,
      updates: kept.updates.length,
      snapshots: kept.snapshots.length,
    });
  }
  return { damage, boards, faulty };
}

/** As it is at one moment: in one transaction, or a fold could prune between two of the reads. */
function readKept(storage: Storage, board: BoardId, since: number): Promise<KeptBoard | undefined> {
  return storage.transaction().execute(async (db) => {
    const row = await db.selectFrom("boards").select("id").where("id", "=", board).executeTakeFirst();
    if (row === undefined) return undefined;
    const updates = await db
      .selectFrom("updates")
      .select(["seq", "person", "at", "bytes"])
      .where("board", "=", board)
      .orderBy("seq")
      .execute();
    const snapshots = await db
      .selectFrom("snapshots")
      .select(["seq", "state", "sha256", "canon_sha256", "state_vector", "delete_set"])
      .where("board", "=", board)
      .orderBy("seq")
      .execute();
    const clients = await db
      .selectFrom("client_ids")
      .select(["client_id", "person"])
      .where("board", "=", board)
      .execute();
    const links = await db.selectFrom("links").select("id").where("board", "=", board).execute();
    const participants = await db
      .selectFrom("participants")
      .select("id")
      .where("board", "=", board)
      .execute();
    return {
      updates,
      snapshots,
      owners: new Map(clients.map(({ client_id, person }) => [client_id, person])),
      people: new Set([...links, ...participants].map(({ id }) => id)),
      ownersSince: since,
    };
  });
}
