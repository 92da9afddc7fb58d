import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "#scripts/lib/run.mjs";
import { stock } from "../load/dialects.mjs";
import { rooms } from "./rooms.mjs";
import { ServerProcess } from "./serverProcess.mjs";

const script = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../servers/${name}.mjs`, import.meta.url));

/**
 * @param {string} packages
 * @returns {import("./contestant.mjs").Contestant}
 */
export function yWebsocket(packages) {
  /** @type {import("./contestant.mjs").Contestant} */
  const contestant = {
    name: "y-websocket",
    dialect: stock,
    keeps: true,
    async start(folder) {
      const env = { YPERSISTENCE: join(folder, "level") };
      const server = new ServerProcess(script("yWebsocket"), { args: [packages], env });
      return rooms(contestant, server, await server.listening);
    },
    async store(folder, boards) {
      const states = join(folder, "states");
      mkdirSync(states, { recursive: true });
      for (const [name, state] of boards) writeFileSync(join(states, name), state);
      const args = [script("fillLevel"), packages, join(folder, "level"), states];
      const { ok, output } = await run(process.execPath, args, { output: "capture" });
      if (!ok) throw new Error(`y-leveldb could not be filled: ${output}`);
    },
  };
  return contestant;
}
