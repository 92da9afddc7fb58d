// npm run backup -- FILE: copies the database while the server runs, and verifies the copy.
import { resolve } from "node:path";
import { readEnvironment } from "#server/environment.ts";
import { boardLine, isSound, megabytes, secondsSince, summaryLine } from "./findings.ts";
import { giveUp } from "./giveUp.ts";
import { databaseAt } from "./openDatabase.ts";
import { takeBackup } from "./takeBackup.ts";
import { isUnusable } from "./unusable.ts";

const [path, ...others] = process.argv.slice(2);
if (path === undefined || others.length > 0) giveUp("Usage : npm run backup -- FICHIER.");
const read = readEnvironment(process.env);
if (!read.ok) giveUp(read.sentence);

const startedAt = performance.now();
const target = resolve(path);
const made = await takeBackup({
  source: databaseAt(read.environment.dataDir),
  target,
  now: Date.now(),
  onBoard: (board) => {
    if (board.faults.length > 0) process.stdout.write(`${boardLine(board)}\n`);
  },
});
if (isUnusable(made)) giveUp(made.problem);
const { bytes, report } = made;
process.stdout.write(
  `Copie faite : ${target}, ${megabytes(bytes)}, ${secondsSince(startedAt)}. ${summaryLine(report)}\n`,
);
if (!isSound(report)) {
  // Kept all the same: a copy with one faulty board is better than none.
  process.stdout.write("La copie est fidèle : ces fautes sont dans la base elle-même.\n");
  process.exitCode = 1;
}
