import type { BoardId } from "#shared/access/boardId.ts";
import type { Role } from "#shared/access/roles.ts";
import type { Storage } from "./tables.ts";

export type NewParticipantRow = { id: string; linkId: string; name: string; role: Role; tokenHash: string };

export async function insertParticipant(
  storage: Storage,
  board: BoardId,
  participant: NewParticipantRow,
  createdAt: number,
): Promise<void> {
  await storage
    .insertInto("participants")
    .values({
      id: participant.id,
      board,
      link_id: participant.linkId,
      name: participant.name,
      role: participant.role,
      token_hash: participant.tokenHash,
      created_at: createdAt,
      revoked_at: null,
    })
    .execute();
}

/** Revoked when the person was removed, or when the link they came by was taken back. */
export async function findParticipantByToken(
  storage: Storage,
  board: BoardId,
  tokenHash: string,
): Promise<{ id: string; linkId: string; role: Role; name: string; isRevoked: boolean } | undefined> {
  const row = await storage
    .selectFrom("participants")
    .innerJoin("links", "links.id", "participants.link_id")
    .select([
      "participants.id as id",
      "participants.link_id as link_id",
      "participants.role as role",
      "participants.name as name",
      "participants.revoked_at as revoked_at",
      "links.revoked_at as link_revoked_at",
    ])
    .where("participants.token_hash", "=", tokenHash)
    .where("participants.board", "=", board)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      linkId: row.link_id,
      role: row.role,
      name: row.name,
      isRevoked: row.revoked_at !== null || row.link_revoked_at !== null,
    }
  );
}
