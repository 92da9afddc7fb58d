import { type BoardReport, checkDatabase, type DatabaseReport } from "./checkDatabase.ts";
import { reasonOf } from "./giveUp.ts";
import { openUpToDate } from "./openDatabase.ts";
import { isUnusable, type Unusable } from "./unusable.ts";

/** The doctor's visit to a file: opened, every board looked at, and closed as it was. */
export async function examine(
  file: string,
  now: number,
  onBoard: (report: BoardReport) => void,
): Promise<DatabaseReport | Unusable> {
  const opened = await openUpToDate(file, now);
  if (isUnusable(opened)) return opened;
  try {
    return await checkDatabase(opened.storage, onBoard);
  } catch (error) {
    return { problem: `${file} ne se laisse pas lire jusqu'au bout : ${reasonOf(error)}.` };
  } finally {
    await opened.close();
  }
}
