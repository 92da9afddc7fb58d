// Child processes that never outlive the script that started them.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./root.mjs";

const graceMs = 2000;

/**
 * @typedef {object} RunOptions
 * @property {"toStderr" | "inherit" | "capture"} [output] toStderr keeps stdout for what the caller has to say
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {number} [limitMs] the child is killed after this time, and counts as failed
 *
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} output what it printed, when captured
 * @property {number} durationMs
 */

/** @type {Record<"toStderr" | "inherit" | "capture", import("node:child_process").StdioOptions>} */
const stdio = {
  toStderr: ["ignore", 2, 2],
  inherit: ["ignore", 1, 2],
  capture: ["ignore", "pipe", "pipe"],
};

/**
 * Runs a command in the root folder. A command that fails or cannot be started is an answer, not an exception.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { output = "toStderr", env = {}, limitMs } = {}) {
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: stdio[output],
    // npm is a batch file there, and batch files need a shell.
    shell: process.platform === "win32" && command === "npm",
  });
  let printed = "";
  const keep = (/** @type {Buffer} */ bytes) => {
    printed += bytes.toString();
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);

  // Whoever stops this script stops its child first. npm would go on for 20 s to undo an install: nothing needs that,
  // an install that did not end is seen as none.
  /** @type {NodeJS.Signals | undefined} */
  let stoppedBy;
  const passOn = (/** @type {NodeJS.Signals} */ signal) => {
    stoppedBy = signal;
    child.kill(signal);
    setTimeout(() => child.kill("SIGKILL"), graceMs).unref();
  };
  const kill = () => child.kill();
  process.once("exit", kill).on("SIGINT", passOn).on("SIGTERM", passOn);
  const limit = limitMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), limitMs);

  return new Promise((resolve) => {
    const done = (/** @type {boolean} */ ok) => {
      clearTimeout(limit);
      process.off("exit", kill).off("SIGINT", passOn).off("SIGTERM", passOn);
      if (stoppedBy) process.exit(128 + constants.signals[stoppedBy]);
      resolve({ ok, output: printed.trimEnd(), durationMs: performance.now() - startedAt });
    };
    child.once("error", (error) => {
      printed += error.message;
      done(false);
    });
    child.once("close", (code) => done(code === 0));
  });
}

/**
 * Runs a tool installed in node_modules with this same Node: no shell, no PATH.
 * @param {string} script its path inside node_modules
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(script, args, options) {
  return run(process.execPath, [`${root}node_modules/${script}`, ...args], options);
}
