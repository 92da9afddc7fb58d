import { fileURLToPath } from "node:url";
import { bare } from "../load/dialects.mjs";
import { rooms } from "./rooms.mjs";
import { ServerProcess } from "./serverProcess.mjs";

/** @type {import("./contestant.mjs").Contestant} */
export const broadcaster = {
  name: "raw ws",
  dialect: bare,
  keeps: false,
  async start() {
    const server = new ServerProcess(fileURLToPath(new URL("../servers/broadcaster.mjs", import.meta.url)));
    return rooms(broadcaster, server, await server.listening);
  },
};
