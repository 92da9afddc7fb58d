// Child processes that never outlive the script that started them.
import { spawn } from "node:child_process";
import { root } from "./root.mjs";

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

  // Whatever ends this script ends its child. exit() in a signal handler is what makes "exit" happen at all.
  const kill = () => child.kill();
  const interrupted = () => process.exit(130);
  const terminated = () => process.exit(143);
  process.once("exit", kill).once("SIGINT", interrupted).once("SIGTERM", terminated);
  const limit = limitMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), limitMs);

  return new Promise((resolve) => {
    const done = (/** @type {boolean} */ ok) => {
      clearTimeout(limit);
      process.off("exit", kill).off("SIGINT", interrupted).off("SIGTERM", terminated);
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
