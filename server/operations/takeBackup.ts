// Copies a database while a server may be writing to it. A file with the name that was asked for has been read back
// whole: until then it has another one.
import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { copyDatabase, syncDirectoryOf } from "#server/storage/sqliteFiles.ts";
import type { BoardReport, DatabaseReport } from "./checkDatabase.ts";
import { examine } from "./examine.ts";
import { summaryLine } from "./findings.ts";
import { reasonOf } from "./giveUp.ts";
import { openDatabase } from "./openDatabase.ts";
import { isUnusable, type Unusable } from "./unusable.ts";

export type Backup = { bytes: number; report: DatabaseReport };

export type BackupOptions = {
  source: string;
  target: string;
  now: number;
  onBoard: (report: BoardReport) => void;
};

export async function takeBackup({
  source,
  target,
  now,
  onBoard,
}: BackupOptions): Promise<Backup | Unusable> {
  if (existsSync(target)) return { problem: `${target} existe déjà : choisissez un autre nom.` };
  const unverified = `${target}.partial`;
  const problem = await copyTo(unverified, source);
  if (problem !== undefined) return problem;
  const report = await examine(unverified, now, onBoard);
  if (isUnusable(report) || report.damage.length > 0) {
    rmSync(unverified);
    return isUnusable(report) ? report : { problem: `La copie serait abîmée : ${summaryLine(report)}` };
  }
  renameSync(unverified, target);
  syncDirectoryOf(target);
  return { bytes: statSync(target).size, report };
}

async function copyTo(unverified: string, source: string): Promise<Unusable | undefined> {
  const opened = await openDatabase(source);
  if (isUnusable(opened)) return opened;
  try {
    // Of an attempt that was cut off.
    rmSync(unverified, { force: true });
    await copyDatabase(opened.storage, unverified);
    return undefined;
  } catch (error) {
    rmSync(unverified, { force: true });
    return { problem: `La copie n'a pas pu être faite : ${reasonOf(error)}.` };
  } finally {
    await opened.storage.destroy();
  }
}
