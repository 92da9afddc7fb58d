// npm run campaign [-- name …]: the campaigns that `npm test` runs short, whole. One after the other: each wants the
// machine for itself. Ends with their figures; exit code 1 when a property was broken. CAMPAIGN_SEED=n, printed at the
// start of each, runs one again.
import "./lib/requireNode.mjs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare } from "./lib/prepare.mjs";
import { runTool } from "./lib/run.mjs";

/** @typedef {{ name: string, project: string, files: string }} Campaign */

/** @type {Campaign[]} */
const campaigns = [
  { name: "crash", project: "server", files: "tests/campaign/crash" },
  { name: "migration", project: "server", files: "tests/campaign/migration" },
  { name: "restore", project: "server", files: "tests/campaign/restore" },
  { name: "gate", project: "code", files: "tests/gate/" },
  { name: "protocol", project: "server", files: "tests/campaign/protocol" },
  { name: "memory", project: "code", files: "tests/convergence/" },
  { name: "convergence", project: "server", files: "tests/campaign/convergence" },
  { name: "faults", project: "server", files: "tests/campaign/faults" },
  { name: "pages", project: "browser", files: "tests/e2e/faults" },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !campaigns.some((campaign) => campaign.name === name));
if (unknown.length > 0) {
  console.error(
    `No campaign ${unknown.join(", ")}: there are ${campaigns.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(1);
}
await prepare();

const folder = await mkdtemp(join(tmpdir(), "canevas-campaign-"));
const figures = join(folder, "figures.txt");
/** @type {string[]} */
const broken = [];
for (const { name, project, files } of campaigns) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  // A file at a time: two campaigns on two cores would measure each other.
  const args = ["run", "--project", project, "--allowOnly=false", "--no-file-parallelism", files];
  const env = { CAMPAIGN: "whole", CAMPAIGN_FIGURES: figures };
  const { ok, durationMs } = await runTool("vitest/vitest.mjs", args, { output: "inherit", env });
  console.log(`${name}: ${ok ? "held" : "BROKEN"}, ${(durationMs / 60_000).toFixed(1)} min\n`);
  if (!ok) broken.push(name);
}

console.log(await readFile(figures, "utf8").catch(() => "no figures\n"));
console.log(broken.length === 0 ? "every property held" : `broken: ${broken.join(", ")}`);
await rm(folder, { recursive: true });
process.exitCode = broken.length === 0 ? 0 : 1;
