// Servers that make a board when somebody first asks for it, and let anybody in.

/** @typedef {import("./contestant.mjs").Contestant} Contestant */

let boards = 0;

/**
 * @param {Contestant} contestant
 * @param {import("./serverProcess.mjs").ServerProcess} process
 * @param {number} port
 * @returns {import("./contestant.mjs").Running}
 */
export function rooms(contestant, process, port) {
  return {
    contestant,
    process,
    port,
    newBoard: async () => `room-${++boards}`,
    seats: async (board, count) =>
      Array.from({ length: count }, () => ({ port, path: `/${board}`, protocols: [], document: board })),
    stop: () => process.stop(),
  };
}
