// The tables as Kysely sees them. What made them is in migrations.ts.
import type { Generated, Kysely } from "kysely";
import type { BoardId } from "#shared/access/boardId.ts";
import type { Role } from "#shared/access/roles.ts";
import type { Command } from "#shared/session/commands.ts";
import type { Locale } from "#shared/sheet/locale.ts";

/** Times are epoch milliseconds. */
export type Tables = {
  boards: {
    id: BoardId;
    locale: Locale;
    created_at: number;
    /** Grows when the board is put back to an earlier state: replicas from before are worth nothing then. */
    epoch: Generated<number>;
    rules: string | null;
  };
  /** The log: what the board document emitted, in order, from seq 1 on. */
  updates: { board: BoardId; seq: number; person: string | null; at: number; bytes: Uint8Array };
  /** The whole document as it was after update `seq`. */
  snapshots: {
    board: BoardId;
    seq: number;
    state: Uint8Array;
    sha256: string;
    /** Of `state`, as Yjs encodes them; the deletions as an update without content. Null in old snapshots. */
    state_vector: Uint8Array | null;
    delete_set: Uint8Array | null;
    canon_sha256: string | null;
  };
  /** What people commanded, each once: also the record of who decided what, and when. */
  commands: { board: BoardId; id: string; person: string; type: Command["type"]; at: number };
  /** Who wrote under a Yjs client id first, and owns it for good; null is the server. */
  client_ids: { board: BoardId; client_id: number; person: string | null };
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
