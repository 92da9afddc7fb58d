import { root } from "#scripts/lib/root.mjs";
import { inGroups } from "../inGroups.mjs";
import { stock } from "../load/dialects.mjs";
import { ServerProcess } from "./serverProcess.mjs";

/** @param {string} url @param {unknown} body @param {string} [token] @returns {Promise<any>} */
async function post(url, body, token) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** The participants' links of the boards that were made, also by a server that has stopped since. @type {Map<string, string>} */
const links = new Map();

/**
 * The built server.
 * @param {string[]} [nodeOptions]
 * @returns {import("./contestant.mjs").Contestant}
 */
export function canevas(nodeOptions = []) {
  /** @type {import("./contestant.mjs").Contestant} */
  const contestant = {
    name: "Canevas",
    dialect: stock,
    keeps: true,
    async start(folder) {
      const env = { PORT: "0", DATA_DIR: folder, RATE_LIMIT: "off", LOG_LEVEL: "warn" };
      const server = new ServerProcess(`${root}dist/server/main.js`, { env, nodeOptions });
      const port = await server.listening;
      const api = `http://127.0.0.1:${port}/api/boards`;
      return {
        contestant,
        process: server,
        port,
        async newBoard(record) {
          const board = await post(api, { record });
          links.set(board.id, board.links.participant.token);
          return board.id;
        },
        async seats(board, count) {
          const people = Array.from({ length: count }, (_, index) => `Person ${index + 1}`);
          const tokens = await inGroups(people, async (name) => {
            const { token } = await post(`${api}/${board}/participants`, { name }, links.get(board));
            return token;
          });
          return tokens.map((token) => ({
            port,
            path: `/sync/${board}`,
            protocols: ["canevas.v1", `token.${token}`],
            document: board,
          }));
        },
        stop: () => server.stop(),
      };
    },
  };
  return contestant;
}
