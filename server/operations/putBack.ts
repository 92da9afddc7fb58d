// Puts a copy in the place of a data directory's database. Nothing is lost: what was there stays beside it under a
// dated name. A crash at any moment leaves either the old database, or one that the server refuses to start without.
import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { sql } from "kysely";
import { migrate } from "#server/storage/migrations.ts";
import { filesIn } from "#server/storage/sqlite.ts";
import { copyDatabase, emptyWriteAheadLog, openCopy, syncDirectoryOf } from "#server/storage/sqliteFiles.ts";
import { lockData } from "#server/storage/sqliteLock.ts";
import type { BoardReport, DatabaseReport } from "./checkDatabase.ts";
import { examine } from "./examine.ts";
import { isSound, summaryLine } from "./findings.ts";
import { reasonOf } from "./giveUp.ts";
import { openDatabase } from "./openDatabase.ts";
import { isUnusable, type Unusable } from "./unusable.ts";

export type Restored = {
  report: DatabaseReport;
  database: string;
  /** Where the database is that was there before; undefined where there was none. */
  replaced: string | undefined;
};

export type RestoreOptions = {
  copy: string;
  directory: string;
  /** Also a copy in which the doctor finds faulty boards. */
  evenFaulty: boolean;
  now: number;
  onBoard: (report: BoardReport) => void;
};

export async function putBack(options: RestoreOptions): Promise<Restored | Unusable> {
  const { copy, directory } = options;
  const opened = await openDatabase(copy);
  if (isUnusable(opened)) return opened;
  try {
    const lock = await lockData(directory, 0);
    if (lock === undefined) {
      return { problem: `Un serveur utilise les données de ${directory} : arrêtez-le d'abord (Ctrl+C).` };
    }
    try {
      await copyDatabaseAnew(opened.storage, filesIn(directory).restoring);
      return await checkAndSwap(options);
    } finally {
      lock.release();
    }
  } catch (error) {
    return { problem: `La restauration dans ${directory} a échoué : ${reasonOf(error)}.` };
  } finally {
    await opened.storage.destroy();
  }
}

async function copyDatabaseAnew(storage: Parameters<typeof copyDatabase>[0], to: string): Promise<void> {
  // Of a restore that was cut off.
  rmSync(to, { force: true });
  await copyDatabase(storage, to);
}

async function checkAndSwap(options: RestoreOptions): Promise<Restored | Unusable> {
  const { directory, evenFaulty, now, onBoard } = options;
  const { database, restoring } = filesIn(directory);
  await beginNewEpoch(restoring, now);
  const report = await examine(restoring, now, onBoard);
  if (isUnusable(report) || report.damage.length > 0 || !(isSound(report) || evenFaulty)) {
    rmSync(restoring);
    if (isUnusable(report)) return report;
    return { problem: `Rien n'a été changé. ${summaryLine(report)}` };
  }
  const replaced = await setAside(database, now);
  renameSync(restoring, database);
  syncDirectoryOf(database);
  return { report, database, replaced };
}

/**
 * Replicas from before the restore hold what the copy does not: their epoch tells them to drop it instead of merging
 * the future back. The moment is larger than the epoch of any restore before it, also of one that this copy does not
 * know of.
 */
async function beginNewEpoch(file: string, now: number): Promise<void> {
  const storage = await openCopy(file);
  await migrate(storage, now);
  await storage
    .updateTable("boards")
    .set({ epoch: sql<number>`max(epoch + 1, ${now})` })
    .execute();
  await storage.destroy();
}

/** Its new name, or undefined when nothing is there. */
async function setAside(database: string, now: number): Promise<string | undefined> {
  if (!existsSync(database)) return undefined;
  await emptyWriteAheadLog(database);
  const aside = `${database}.replaced-${new Date(now).toISOString().replace(/[:.]/g, "-")}`;
  renameSync(database, aside);
  // Not empty when the database was too damaged to take it in: it stays beside what it belongs to.
  const log = statSync(`${database}-wal`, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0) renameSync(`${database}-wal`, `${aside}-wal`);
  rmSync(`${database}-wal`, { force: true });
  rmSync(`${database}-shm`, { force: true });
  syncDirectoryOf(database);
  return aside;
}
