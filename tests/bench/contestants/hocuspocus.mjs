import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hocuspocus as dialect } from "../load/dialects.mjs";
import { openDocuments } from "../servers/documentsFile.mjs";
import { rooms } from "./rooms.mjs";
import { ServerProcess } from "./serverProcess.mjs";

const fileIn = (/** @type {string} */ folder) => join(folder, "documents.sqlite");

/**
 * @param {string} packages
 * @returns {import("./contestant.mjs").Contestant}
 */
export function hocuspocus(packages) {
  /** @type {import("./contestant.mjs").Contestant} */
  const contestant = {
    name: "Hocuspocus",
    dialect,
    keeps: true,
    async start(folder) {
      const script = fileURLToPath(new URL("../servers/hocuspocus.mjs", import.meta.url));
      const server = new ServerProcess(script, { args: [packages, fileIn(folder)] });
      return rooms(contestant, server, await server.listening);
    },
    async store(folder, boards) {
      mkdirSync(folder, { recursive: true });
      const documents = openDocuments(fileIn(folder));
      documents.exec("begin");
      for (const [name, state] of boards) documents.write(name, state);
      documents.exec("commit");
      documents.close();
    },
  };
  return contestant;
}
