// The steps from an empty database to today's, in order. A step that was released is never changed: add one.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Storage, Tables } from "./tables.ts";

type Step = (db: Transaction<Tables>) => Promise<void>;

const ofBoard = sql`board text not null references boards(id) on delete cascade`;

const steps: readonly Step[] = [
  async function boards(db) {
    await sql`create table boards (
      id text primary key, locale text not null, created_at integer not null
    )`.execute(db);
    await sql`create table updates (
      ${ofBoard}, seq integer not null, person text, at integer not null, bytes blob not null,
      primary key (board, seq)
    )`.execute(db);
    await sql`create table snapshots (
      ${ofBoard}, seq integer not null, state blob not null, sha256 text not null,
      primary key (board, seq)
    )`.execute(db);
    await sql`create table links (
      id text primary key, ${ofBoard}, role text not null, token_hash text not null unique,
      created_at integer not null, last_used_at integer, revoked_at integer
    )`.execute(db);
    await sql`create table participants (
      id text primary key, ${ofBoard}, link_id text not null references links(id) on delete cascade,
      name text not null, role text not null, token_hash text not null unique,
      created_at integer not null, revoked_at integer
    )`.execute(db);
    await sql`create index links_by_board on links (board)`.execute(db);
    await sql`create index participants_by_board on participants (board)`.execute(db);
    await sql`create index participants_by_link on participants (link_id)`.execute(db);
  },
  async function commands(db) {
    await sql`create table commands (
      ${ofBoard}, id text not null, person text not null, type text not null, at integer not null,
      primary key (board, id)
    )`.execute(db);
    await sql`alter table boards add column rules text`.execute(db);
  },
  async function engine(db) {
    await sql`alter table boards add column epoch integer not null default 1`.execute(db);
    await sql`alter table snapshots add column state_vector blob`.execute(db);
    await sql`alter table snapshots add column delete_set blob`.execute(db);
    await sql`alter table snapshots add column canon_sha256 text`.execute(db);
    await sql`create table client_ids (
      ${ofBoard}, client_id integer not null, person text, primary key (board, client_id)
    )`.execute(db);
  },
];

/** How many steps make a database of today. */
export const stepsToday = steps.length;

const clientIdsStep = 3;

/** From when on the client ids of every update were written down; never, for a database that did not begin yet. */
export async function clientIdsSince(storage: Storage): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select at from migrations where step = ${clientIdsStep}
  `.execute(storage);
  return rows[0]?.at ?? Number.POSITIVE_INFINITY;
}

/** A table of ours that no query but these touches, hence not among `Tables`. */
async function stepsDone(db: Kysely<Tables>): Promise<number> {
  await sql`create table if not exists migrations (step integer primary key, at integer not null)`.execute(
    db,
  );
  const { rows } = await sql<{ done: number | null }>`select max(step) as done from migrations`.execute(db);
  return rows[0]?.done ?? 0;
}

/**
 * Brings the database to today's shape. All in one transaction: a crash in the middle leaves it as it was.
 * A database that a newer version made throws: it is not ours to read.
 */
export async function migrate(storage: Storage, now: number): Promise<void> {
  await storage.transaction().execute(async (db) => {
    const done = await stepsDone(db);
    if (done > steps.length) throw new Error("the database was made by a newer version of Canevas");
    for (const [index, step] of steps.entries()) {
      if (index < done) continue;
      await step(db);
      await sql`insert into migrations (step, at) values (${index + 1}, ${now})`.execute(db);
    }
  });
}
