// A database by its path, or the sentence that says why it cannot be used. Looking never changes it.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { migrate } from "#server/storage/migrations.ts";
import { filesIn } from "#server/storage/sqlite.ts";
import { ageOf, copyDatabase, openCopy, openToRead } from "#server/storage/sqliteFiles.ts";
import type { Storage } from "#server/storage/tables.ts";
import { reasonOf } from "./giveUp.ts";
import { isUnusable, type Unusable } from "./unusable.ts";

export type Opened = { storage: Storage; close(): Promise<void> };

/** The database that is meant by a file's or a data directory's name. */
export function databaseAt(path: string): string {
  const whole = resolve(path);
  return statSync(whole, { throwIfNoEntry: false })?.isDirectory() ? filesIn(whole).database : whole;
}

type AsItIs = { storage: Storage; age: "today" | "older" };

/** To read, in the shape that it has. */
export async function openDatabase(file: string): Promise<AsItIs | Unusable> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return { problem: `Il n'y a pas de base de données ici : ${file}.` };
  }
  try {
    const storage = await openToRead(file);
    const age = await ageOf(storage);
    if (age === "today" || age === "older") return { storage, age };
    await storage.destroy();
    const isNewer = age === "newer";
    return {
      problem: isNewer
        ? `${file} vient d'une version plus récente de Canevas : mettez d'abord Canevas à jour.`
        : `${file} n'est pas une base de données de Canevas.`,
    };
  } catch (error) {
    return { problem: `Impossible de lire ${file} : ${reasonOf(error)}.` };
  }
}

/** In today's shape: an older database is looked at in a copy that is brought up to date. */
export async function openUpToDate(file: string, now: number): Promise<Opened | Unusable> {
  const opened = await openDatabase(file);
  if (isUnusable(opened)) return opened;
  const { storage, age } = opened;
  if (age === "today") return { storage, close: () => storage.destroy() };
  const directory = mkdtempSync(join(tmpdir(), "canevas-doctor-"));
  const copy = join(directory, "copy.sqlite");
  try {
    await copyDatabase(storage, copy);
    const updated = await openCopy(copy);
    await migrate(updated, now);
    const close = async () => {
      await updated.destroy();
      rmSync(directory, { recursive: true });
    };
    return { storage: updated, close };
  } catch (error) {
    rmSync(directory, { recursive: true });
    return { problem: `Impossible de mettre à jour une copie de ${file} : ${reasonOf(error)}.` };
  } finally {
    await storage.destroy();
  }
}
