// Databases as files: looked into, and copied, while a server may be writing to them.
import { closeSync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { sql } from "kysely";
import { stepsToday } from "./migrations.ts";
import { isDamaged, isNotADatabase, loadSqlite, storageOf } from "./sqlite.ts";
import type { Storage } from "./tables.ts";

/** `foreign`: no database, or one that Canevas did not make. */
export type Age = "today" | "older" | "newer" | "foreign";

/** Never writes. The file must be there. */
export async function openToRead(file: string): Promise<Storage> {
  const { DatabaseSync } = await loadSqlite();
  return storageOf(new DatabaseSync(file, { readOnly: true }));
}

/** A copy that is ours alone: written to in place, without a second file beside it. */
export async function openCopy(file: string): Promise<Storage> {
  const { DatabaseSync } = await loadSqlite();
  return storageOf(new DatabaseSync(file));
}

export async function ageOf(storage: Storage): Promise<Age> {
  try {
    const { rows: tables } = await sql`select 1 from sqlite_master where name = 'migrations'`.execute(
      storage,
    );
    if (tables.length === 0) return "foreign";
  } catch (error) {
    if (isNotADatabase(error)) return "foreign";
    throw error;
  }
  const { rows } = await sql<{ done: number }>`select max(step) as done from migrations`.execute(storage);
  const done = rows[0]?.done ?? 0;
  if (done === stepsToday) return "today";
  return done < stepsToday ? "older" : "newer";
}

/** What SQLite itself finds wrong with the file. */
export async function damageIn(storage: Storage): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(storage);
  const { rows: strays } = await sql<{ table: string }>`pragma foreign_key_check`.execute(storage);
  return [
    ...rows.map((row) => row.integrity_check).filter((said) => said !== "ok"),
    ...strays.slice(0, 20).map(({ table }) => `a row of ${table} belongs to nothing`),
  ];
}

/**
 * The database as it is at one moment, into a file that is not there yet: one read transaction, which holds up no
 * writer. The copy is one file, on the disk when this returns.
 */
export async function copyDatabase(storage: Storage, to: string): Promise<void> {
  await sql`vacuum into ${to}`.execute(storage);
  syncFile(to);
}

/** Takes the write-ahead log into its database, unless that is too damaged. */
export async function emptyWriteAheadLog(file: string): Promise<void> {
  const { DatabaseSync } = await loadSqlite();
  const database = new DatabaseSync(file);
  try {
    database.exec("pragma wal_checkpoint(truncate)");
  } catch (error) {
    if (!isDamaged(error) && !isNotADatabase(error)) throw error;
  } finally {
    database.close();
  }
}

function syncFile(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}

/** A rename is on the disk once its directory is. Windows has no such call, and needs none. */
export function syncDirectoryOf(path: string): void {
  if (process.platform === "win32") return;
  const directory = openSync(dirname(path), "r");
  fsyncSync(directory);
  closeSync(directory);
}
