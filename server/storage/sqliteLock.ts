// One process has a data directory: two servers would write the same logs, and a restore would take the database
// from under one. Held as a lock on a file of its own, which the system lets go of however the process ends.
import { mkdirSync } from "node:fs";
import { filesIn, isBusy, loadSqlite } from "./sqlite.ts";

/** Held as long as somebody holds this object. */
export type DataLock = { release(): void };

/** Undefined when another process has it, and did not let go of it within this time. The wait blocks. */
export async function lockData(directory: string, waitMs: number): Promise<DataLock | undefined> {
  mkdirSync(directory, { recursive: true });
  const { DatabaseSync } = await loadSqlite();
  const lock = new DatabaseSync(filesIn(directory).lock);
  try {
    lock.exec(`pragma busy_timeout = ${waitMs}; begin exclusive`);
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => lock.close() };
}
