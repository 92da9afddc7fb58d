// npm run doctor [-- DATA_DIR-or-FILE]: verifies every board of a database without changing it.
import { readEnvironment } from "#server/environment.ts";
import { examine } from "./examine.ts";
import { boardLine, isSound, secondsSince, summaryLine } from "./findings.ts";
import { giveUp } from "./giveUp.ts";
import { databaseAt } from "./openDatabase.ts";
import { isUnusable } from "./unusable.ts";

const [path, ...others] = process.argv.slice(2);
if (others.length > 0) giveUp("Usage : npm run doctor -- [DOSSIER ou FICHIER].");
const read = readEnvironment(process.env);
if (!read.ok) giveUp(read.sentence);

const startedAt = performance.now();
const file = databaseAt(path ?? read.environment.dataDir);
const report = await examine(file, Date.now(), (board) => process.stdout.write(`${boardLine(board)}\n`));
if (isUnusable(report)) giveUp(report.problem);
process.stdout.write(`${summaryLine(report)} ${file}, ${secondsSince(startedAt)}\n`);
process.exitCode = isSound(report) ? 0 : 1;
