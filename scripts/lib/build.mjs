import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { root } from "./root.mjs";
import { runTool } from "./run.mjs";

/** @typedef {{ name: string, sources: string[], makes: string, options: string[] }} Part */

const settings = ["package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"];

/** @type {Part[]} */
const parts = [
  { name: "client", sources: ["client", "shared"], makes: "index.html", options: [] },
  { name: "server", sources: ["server", "shared"], makes: "main.js", options: ["--ssr"] },
];

/**
 * By content and not by date: a checkout gives every file a new date.
 * @param {Part} part
 */
async function fingerprint({ sources }) {
  const hash = createHash("sha256");
  const add = async (/** @type {string} */ path) => {
    hash.update(`${path}\0`).update(await readFile(`${root}${path}`));
  };
  for (const path of settings) await add(path);
  for (const folder of sources) {
    const entries = await readdir(`${root}${folder}`, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`);
    for (const file of files.sort()) await add(file.slice(root.length));
  }
  return hash.digest("hex");
}

/** @param {Part} part */
async function buildIfChanged(part) {
  const { name, makes, options } = part;
  const target = `${root}dist/${name}`;
  const stamp = `${target}.fingerprint`;
  const before = await readFile(stamp, "utf8").catch(() => undefined);
  const now = await fingerprint(part);
  if (before === now && existsSync(`${target}/${makes}`)) return true;

  // Built beside and then put in place: an interrupted or failed build leaves the old one whole.
  const fresh = `${target}.${process.pid}`;
  const args = ["build", "--logLevel", "warn", "--outDir", fresh, ...options];
  // Whatever NODE_ENV says, as under tests: React in its development form is twice the size.
  const { ok } = await runTool("vite/bin/vite.js", args, { env: { NODE_ENV: "production" } });
  if (ok) {
    await rm(stamp, { force: true });
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
    await writeFile(stamp, now);
  } else {
    await rm(fresh, { recursive: true, force: true });
  }
  return ok;
}

/** Builds the client and the server into dist/, each only when something it is made of has changed. */
export async function buildWhatChanged() {
  const built = await Promise.all(parts.map(buildIfChanged));
  return built.every(Boolean);
}
