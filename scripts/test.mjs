// npm test: every check a contributor must see green. All of them run even when one fails.
import "./lib/requireNode.mjs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installWhatIsMissing } from "./lib/install.mjs";
import { runTool } from "./lib/run.mjs";

/** @typedef {{ name: string, passed: number, failed: number, durationMs: number }} Line */

// A group that takes longer hangs: the whole must fit in a quarter of an hour on two cores.
const groupLimitMs = 12 * 60_000;

/** @type {Line[]} */
const lines = [];

/**
 * @param {string} name
 * @param {boolean} ok
 * @param {number} durationMs
 */
function note(name, ok, durationMs) {
  lines.push({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, durationMs });
  console.log(`${ok ? "ok    " : "FAILED"}  ${name}`);
}

/**
 * @param {string} name
 * @param {string} tool
 * @param {string[]} args
 */
async function check(name, tool, args) {
  const { ok, output, durationMs } = await runTool(tool, args, { output: "capture" });
  note(name, ok, durationMs);
  if (!ok) console.log(output);
}

/**
 * @param {string} name
 * @param {() => Promise<unknown>} act
 */
async function checkThat(name, act) {
  const startedAt = performance.now();
  // Whatever goes wrong in one check, the others still have to be told.
  const answer = await act().catch((error) => console.log(error));
  note(name, Boolean(answer), performance.now() - startedAt);
  return answer;
}

/**
 * One group at a time: where the build or the browser is missing, only the tests that need it cannot run.
 * @param {string} group a project of vitest.config.ts
 * @param {NodeJS.ProcessEnv} env
 */
async function runTests(group, env) {
  const folder = await mkdtemp(join(tmpdir(), "canevas-tests-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", group, "--allowOnly=false", ...reporters];
  const { ok, durationMs } = await runTool("vitest/vitest.mjs", args, {
    output: "inherit",
    env,
    limitMs: groupLimitMs,
  });
  const counts = await readFile(report, "utf8").then(countTests, () => ({ passed: 0, failed: 0 }));
  await rm(folder, { recursive: true });
  // Not green, yet no test failed: it crashed, ran out of time, or met an error outside of every test.
  const failed = ok ? counts.failed : Math.max(counts.failed, 1);
  lines.push({ name: `tests: ${group}`, passed: counts.passed, failed, durationMs });
}

/** @param {string} json what vitest's JSON reporter wrote */
function countTests(json) {
  const report = JSON.parse(json);
  // A file that could not even be loaded has no test of its own to fail.
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === "failed" && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

function summary() {
  const passed = lines.reduce((sum, line) => sum + line.passed, 0);
  const failed = lines.reduce((sum, line) => sum + line.failed, 0);
  console.log("");
  for (const line of lines) {
    const seconds = `${(line.durationMs / 1000).toFixed(1)} s`;
    console.log(
      `${line.name.padEnd(28)}${seconds.padStart(9)}${`${line.passed}`.padStart(8)} passed, ${line.failed} failed`,
    );
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

if (await checkThat("packages installed", installWhatIsMissing)) {
  await check("lint and layout", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]);
  await check("types", "typescript/bin/tsc", ["-p", "."]);
  await check("types of shared alone", "typescript/bin/tsc", ["-p", "shared"]);
  await check("dead code", "knip/bin/knip.js", []);
  const onlyProduct = ["--production", "--include", "files,dependencies"];
  await check("alive for tests only", "knip/bin/knip.js", onlyProduct);
  // Only now: these need the packages.
  const { buildWhatChanged } = await import("./lib/build.mjs");
  const { findChromium } = await import("./lib/chromium.mjs");
  await checkThat("build", buildWhatChanged);
  const chromium = await checkThat("a Chromium that renders", findChromium);
  const env = typeof chromium === "string" ? { CANEVAS_CHROMIUM: chromium } : {};
  for (const group of ["code", "server", "browser"]) await runTests(group, env);
}
summary();
