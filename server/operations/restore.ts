// npm run restore -- FILE [DATA_DIR]: puts a copy in the place of the database; no server may run on it.
import { resolve } from "node:path";
import { readEnvironment } from "#server/environment.ts";
import { boardLine, summaryLine } from "./findings.ts";
import { giveUp } from "./giveUp.ts";
import { putBack } from "./putBack.ts";
import { isUnusable } from "./unusable.ts";

const evenFaulty = process.argv.includes("--even-faulty");
const [path, dataDir, ...others] = process.argv.slice(2).filter((argument) => argument !== "--even-faulty");
if (path === undefined || others.length > 0) {
  giveUp("Usage : npm run restore -- FICHIER [DOSSIER] [--even-faulty].");
}
const read = readEnvironment(process.env);
if (!read.ok) giveUp(read.sentence);

const restored = await putBack({
  copy: resolve(path),
  directory: resolve(dataDir ?? read.environment.dataDir),
  evenFaulty,
  now: Date.now(),
  onBoard: (board) => {
    if (board.faults.length > 0) process.stdout.write(`${boardLine(board)}\n`);
  },
});
if (isUnusable(restored)) giveUp(restored.problem);
const { report, database, replaced } = restored;
const kept = replaced === undefined ? "" : ` L'ancienne base est gardée : ${replaced}.`;
process.stdout.write(`Restauré dans ${database}. ${summaryLine(report)}${kept}\n`);
