import type { BoardId } from "#shared/access/boardId.ts";
import type { Role } from "#shared/access/roles.ts";
import type { Storage } from "./tables.ts";

export type NewLinkRow = { id: string; role: Role; tokenHash: string };

export function linkRow(board: BoardId, { id, role, tokenHash }: NewLinkRow, createdAt: number) {
  return {
    id,
    board,
    role,
    token_hash: tokenHash,
    created_at: createdAt,
    last_used_at: null,
    revoked_at: null,
  };
}

export async function insertLink(
  storage: Storage,
  board: BoardId,
  link: NewLinkRow,
  createdAt: number,
): Promise<void> {
  await storage
    .insertInto("links")
    .values(linkRow(board, link, createdAt))
    .execute();
}

export async function findLinkByToken(
  storage: Storage,
  board: BoardId,
  tokenHash: string,
): Promise<{ id: string; role: Role; isRevoked: boolean } | undefined> {
  const row = await storage
    .selectFrom("links")
    .select(["id", "role", "revoked_at"])
    .where("token_hash", "=", tokenHash)
    .where("board", "=", board)
    .executeTakeFirst();
  return row && { id: row.id, role: row.role, isRevoked: row.revoked_at !== null };
}

/** The links that still open the board, oldest first. */
export async function openLinks(
  storage: Storage,
  board: BoardId,
): Promise<{ id: string; role: Role; createdAt: number; lastUsedAt: number | null }[]> {
  const rows = await storage
    .selectFrom("links")
    .select(["id", "role", "created_at", "last_used_at"])
    .where("board", "=", board)
    .where("revoked_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** False when the board has no such link, or it was revoked before. */
export async function revokeLink(
  storage: Storage,
  board: BoardId,
  id: string,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await storage
    .updateTable("links")
    .set({ revoked_at: now })
    .where("id", "=", id)
    .where("board", "=", board)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markLinkUsed(storage: Storage, id: string, now: number): Promise<void> {
  await storage.updateTable("links").set({ last_used_at: now }).where("id", "=", id).execute();
}
