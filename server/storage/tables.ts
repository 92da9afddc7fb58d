// The tables as Kysely sees them. What made them is in migrations.ts.
import type { Kysely } from "kysely";
import type { BoardId } from "#shared/access/boardId.ts";
import type { Role } from "#shared/access/roles.ts";
import type { Command } from "#shared/session/commands.ts";
import type { Locale } from "#shared/sheet/locale.ts";

/** Times are epoch milliseconds. */
export type Tables = {
  boards: { id: BoardId; locale: Locale; created_at: number; rules: string | null };
  /** The log: what the board document emitted, in order, from seq 1 on. */
  updates: { board: BoardId; seq: number; person: string | null; at: number; bytes: Uint8Array };
  /** The whole document as it was after update `seq`. */
  snapshots: { board: BoardId; seq: number; state: Uint8Array; sha256: string };
  /** What people commanded, each once: also the record of who decided what, and when. */
  commands: { board: BoardId; id: string; person: string; type: Command["type"]; at: number };
  links: {
    id: string;
    board: BoardId;
    role: Role;
    token_hash: string;
    created_at: number;
    last_used_at: number | null;
    revoked_at: number | null;
  };
  participants: {
    id: string;
    board: BoardId;
    link_id: string;
    name: string;
    role: Role;
    token_hash: string;
    created_at: number;
    revoked_at: number | null;
  };
};

export type Storage = Kysely<Tables>;
