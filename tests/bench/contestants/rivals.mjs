// The servers we measure against are no dependencies of ours: installed when the bench needs them, with the versions
// written here, into the temporary folder of the machine, where the next run finds them.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "#scripts/lib/run.mjs";

const installWithinMs = 180_000;

/**
 * @typedef {object} Rival
 * @property {string} name of its folder
 * @property {string[]} packages
 * @property {string} exports what the module with its packages says
 */

/** @type {Rival} */
export const hocuspocusPackages = {
  name: "hocuspocus",
  packages: [
    "@hocuspocus/server@4.7.0",
    "@hocuspocus/extension-database@4.7.0",
    "yjs@13.6.33",
    "y-protocols@1.0.7",
  ],
  exports: `export { Server } from "@hocuspocus/server";
export { Database } from "@hocuspocus/extension-database";
`,
};

/** The newest of its server for yjs 13. @type {Rival} */
export const yWebsocketPackages = {
  name: "y-websocket",
  packages: ["@y/websocket-server@0.1.1", "y-leveldb@0.2.0", "ws@6.2.7", "yjs@13.6.33"],
  exports: `export { setupWSConnection } from "@y/websocket-server/utils";
export { LeveldbPersistence } from "y-leveldb";
export { default as WebSocket } from "ws";
`,
};

/**
 * The address of the module with its packages; undefined when they cannot be had.
 * @param {Rival} rival
 */
export async function installRival({ name, packages, exports }) {
  const versions = packages.map((one) => one.slice(one.lastIndexOf("@") + 1)).join("-");
  const folder = join(tmpdir(), "canevas-bench-rivals", `${name}-${versions}`);
  const entry = join(folder, "packages.mjs");
  // Written last: an install that was interrupted has none.
  if (existsSync(entry)) return pathToFileURL(entry).href;
  console.error(`Installing ${packages.join(", ")} into ${folder} …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--no-save", ...packages];
  const npm = process.env.npm_execpath;
  const options = { output: /** @type {const} */ ("capture"), limitMs: installWithinMs };
  const { ok } = npm?.endsWith(".js")
    ? await run(process.execPath, [npm, ...args], options)
    : await run("npm", args, options);
  if (!ok) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  writeFileSync(entry, exports);
  return pathToFileURL(entry).href;
}
