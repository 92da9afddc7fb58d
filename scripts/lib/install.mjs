import { readFile } from "node:fs/promises";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * @param {string} path
 * @returns {Promise<Packages | undefined>}
 */
async function packagesIn(path) {
  try {
    return JSON.parse(await readFile(`${root}${path}`, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * npm writes node_modules/.package-lock.json when an install has ended, with what is really there: an interrupted
 * install has none, and one made without development tools lacks them.
 */
async function isInstalled() {
  const wanted = await packagesIn("package-lock.json");
  const present = await packagesIn("node_modules/.package-lock.json");
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    // The optional ones are binaries of other platforms.
    if (path === "" || (optional && !present[path])) return true;
    return present[path]?.version === version;
  });
}

/** Installs what package-lock.json names, unless it is there already. */
export async function installWhatIsMissing() {
  if (await isInstalled()) return true;
  // Development tools included, whatever NODE_ENV says: they build the client and the server.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const { ok } = npm?.endsWith(".js") ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
  return ok;
}
