// The server of y-websocket, as its own `server.js` sets it up: LevelDB in the folder that YPERSISTENCE names.
// Arguments: the address of the module with its packages.
import { createServer } from "node:http";

const [packages = ""] = process.argv.slice(2);
const { setupWSConnection, WebSocket } = await import(packages);

const sockets = new WebSocket.Server({ noServer: true });
sockets.on("connection", setupWSConnection);
const server = createServer();
server.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (/** @type {unknown} */ webSocket) => {
    sockets.emit("connection", webSocket, request);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
