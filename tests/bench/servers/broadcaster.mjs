// The limit of the machine: checks nothing, keeps nothing, answers nothing. What came in during one turn of the event
// loop goes to everyone in the room, its author included, as one buffer and one write each.
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

/** @typedef {{ sockets: Set<import("node:stream").Duplex>, frames: Buffer[] }} Room */

/** @type {Map<string, Room>} */
const rooms = new Map();

/** @param {Buffer} payload */
function frameOf(payload) {
  const head =
    payload.length < 126
      ? Buffer.from([0x82, payload.length])
      : Buffer.from([0x82, 126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([head, payload]);
}

/** @param {string} path */
function roomOf(path) {
  const known = rooms.get(path);
  if (known !== undefined) return known;
  /** @type {Room} */
  const room = { sockets: new Set(), frames: [] };
  rooms.set(path, room);
  return room;
}

/** @param {Room} room */
function flush(room) {
  const bytes = Buffer.concat(room.frames);
  room.frames = [];
  for (const socket of room.sockets) socket.write(bytes);
}

const server = createServer();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => {
    const room = roomOf(request.url ?? "/");
    room.sockets.add(socket);
    webSocket.on("message", (payload) => {
      if (!Buffer.isBuffer(payload)) return;
      if (room.frames.length === 0) setImmediate(flush, room);
      room.frames.push(frameOf(payload));
    });
    webSocket.on("close", () => room.sockets.delete(socket));
    webSocket.on("error", () => {});
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
