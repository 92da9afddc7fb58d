// Who is it? The one place that turns a token into a role, and takes it back.
import { boardExists, deleteBoard } from "#server/storage/boards.ts";
import { findLinkByToken, markLinkUsed, revokeLink } from "#server/storage/links.ts";
import { findParticipantByToken } from "#server/storage/participants.ts";
import type { Storage } from "#server/storage/tables.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import { isRefusal, type Refusal, refuse } from "#shared/access/refusal.ts";
import type { Role } from "#shared/access/roles.ts";
import type { Rates } from "./rates.ts";
import { hashToken } from "./tokens.ts";

export type Identity = {
  boardId: BoardId;
  role: Role;
  linkId: string;
  /** Absent when the link's own token was shown: any of those who hold the link. */
  participantId: string | undefined;
  /** The participant's, as it was given when they joined. */
  name: string | undefined;
};

/** The participant where we know one, else the link: to whom an update or a presence belongs. */
export function personOf(identity: Identity): string {
  return identity.participantId ?? identity.linkId;
}

export type Access = {
  /**
   * `address`: where the request comes from. Too many wrong tokens from there are no longer told apart; right ones
   * always are, or one prankster would lock out the room that shares the address.
   */
  identify(boardId: BoardId, token: string | undefined, address: string): Promise<Identity | Refusal>;
  /** False when the board has no such link. */
  revokeLink(boardId: BoardId, linkId: string): Promise<boolean>;
  deleteBoard(boardId: BoardId): Promise<void>;
  /** Grows whenever a right is taken back: who was identified before that must be asked again. */
  takenBack(): number;
};

// "Last used" is read by people: a minute is exact enough, and spares a write for every request.
const lastUsedEveryMs = 60_000;

export function createAccess(storage: Storage, rates: Rates, now: () => number): Access {
  let takenBack = 0;
  const lastUsed = new Map<string, number>();

  async function noteUse(linkId: string): Promise<void> {
    const at = now();
    if (at - (lastUsed.get(linkId) ?? 0) < lastUsedEveryMs) return;
    lastUsed.set(linkId, at);
    await markLinkUsed(storage, linkId, at);
  }

  async function lookUp(boardId: BoardId, token: string): Promise<Identity | Refusal> {
    const hash = hashToken(token);
    const participant = await findParticipantByToken(storage, boardId, hash);
    if (participant !== undefined) {
      if (participant.isRevoked) return refuse("linkRevoked");
      const { id, linkId, role, name } = participant;
      return { boardId, role, linkId, participantId: id, name };
    }
    const link = await findLinkByToken(storage, boardId, hash);
    if (link !== undefined) {
      if (link.isRevoked) return refuse("linkRevoked");
      return { boardId, role: link.role, linkId: link.id, participantId: undefined, name: undefined };
    }
    return refuse((await boardExists(storage, boardId)) ? "tokenUnknown" : "boardNotFound");
  }

  return {
    async identify(boardId, token, address) {
      const identity = await lookUp(boardId, token ?? "");
      if (isRefusal(identity)) return (await rates.wrongTokens.take(address)) ? identity : refuse("tooFast");
      await noteUse(identity.linkId);
      return identity;
    },
    async revokeLink(boardId, linkId) {
      const wasOpen = await revokeLink(storage, boardId, linkId, now());
      takenBack += 1;
      return wasOpen;
    },
    async deleteBoard(boardId) {
      await deleteBoard(storage, boardId);
      takenBack += 1;
    },
    takenBack: () => takenBack,
  };
}
