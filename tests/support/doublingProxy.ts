// A network that delivers every message twice, each way, the second time later and among others.
import { afterAll } from "vitest";
import { type RawData, WebSocket, WebSocketServer } from "ws";

const laterMs = 30;

export async function startDoublingProxy(target: { wsUrl: string }): Promise<{ wsUrl: string }> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", handleProtocols: () => "canevas.v1" });
  server.on("connection", (near, request) => {
    const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((one) => one.trim());
    const far = new WebSocket(`${target.wsUrl}${request.url ?? ""}`, offered);
    const early: RawData[] = [];
    const deliver = (data: RawData, to: WebSocket) => {
      to.send(data);
      setTimeout(() => {
        if (to.readyState === to.OPEN) to.send(data);
      }, laterMs);
    };
    near.on("message", (data) => {
      if (far.readyState === far.OPEN) deliver(data, far);
      else early.push(data);
    });
    far.on("open", () => {
      for (const data of early.splice(0)) deliver(data, far);
    });
    far.on("message", (data) => deliver(data, near));
    // Codes below 1000 and 1005, 1006 are not to be sent.
    const pass = (to: WebSocket) => (code: number, reason: Buffer) =>
      code >= 1000 && code !== 1005 && code !== 1006 ? to.close(code, reason) : to.terminate();
    near.on("close", pass(far));
    far.on("close", pass(near));
    for (const socket of [near, far]) socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.once("listening", resolve));
  afterAll(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  const address = server.address();
  return { wsUrl: `ws://127.0.0.1:${typeof address === "object" ? address?.port : ""}` };
}
