import type { Role } from "#shared/access/roles.ts";

/** What opens one board for one person. */
export type Access = {
  boardId: string;
  role: Role;
  /** The person's own token. */
  token: string;
  participantId: string;
  name: string;
};
