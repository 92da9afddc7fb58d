// What the scenarios see of a contestant.

/**
 * @typedef {import("../load/dialects.mjs").Dialect} Dialect
 * @typedef {import("../load/rawSocket.mjs").Seat} Seat
 * @typedef {import("./serverProcess.mjs").ServerProcess} ServerProcess
 *
 * @typedef {object} Running a contestant's server, started
 * @property {Contestant} contestant
 * @property {ServerProcess} process
 * @property {number} port
 * @property {(record?: unknown) => Promise<string>} newBoard its id; only ours can fill it
 * @property {(board: string, count: number) => Promise<Seat[]>} seats for so many different people
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {Dialect} dialect
 * @property {boolean} keeps false: it has no boards, only rooms
 * @property {(folder: string) => Promise<Running>} start on what the folder holds
 * @property {(folder: string, boards: ReadonlyMap<string, Uint8Array>) => Promise<void>} [store] puts boards into
 * a folder from which no server runs; absent where boards can only come by the server
 */

export {};
