// The operator's commands: entries of the built server, run in this same process.
import { existsSync } from "node:fs";
import { prepare } from "./prepare.mjs";

/**
 * What is built is what serves: after a `git pull`, a backup must not change the files under a running server, nor
 * meet a database with other ideas than those that made it. Hence prepared only where nothing is built yet.
 * @param {"doctor" | "backup" | "restore"} name
 */
export async function runCommand(name) {
  const entry = new URL(`../../dist/server/${name}.js`, import.meta.url);
  if (!existsSync(entry)) await prepare();
  await import(entry.href);
}
