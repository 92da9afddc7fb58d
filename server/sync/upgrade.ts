// The first step of a byte's way: accepts every upgrade, then finds out who it is. A refusal is always a close
// code, since a browser cannot read an HTTP refusal and would knock for ever.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { WebSocketServer } from "ws";
import type { Access, Identity } from "#server/access/access.ts";
import type { Metrics } from "#server/metrics/metrics.ts";
import { parseBoardId } from "#shared/access/boardId.ts";
import { isRefusal, type Refusal, refuse } from "#shared/access/refusal.ts";
import { closeCodes, closeOf } from "#shared/sync/closeCodes.ts";
import { subprotocol, tokenProtocolPrefix } from "#shared/sync/frames.ts";
import { Admission } from "./admission.ts";
import { BoardSocket } from "./boardSocket.ts";
import { Connection } from "./connection.ts";
import { createRefusals } from "./refusals.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";

const frameMaxBytes = 4 * 1024 * 1024;
const closeWithinMs = 5_000;

// Apart, not in the call: `closeTimeout` is not in the types of ws yet.
const socketOptions = {
  noServer: true,
  perMessageDeflate: false,
  maxPayload: frameMaxBytes,
  closeTimeout: closeWithinMs,
  WebSocket: BoardSocket,
  handleProtocols: (protocols: Set<string>) => (protocols.has(subprotocol) ? subprotocol : false),
} as const;

export type UpgradeOptions = {
  access: Access;
  rooms: Rooms;
  publicUrl: string | undefined;
  areRatesLimited: boolean;
  log: Logger;
  metrics: Metrics;
  now(): number;
};

export type Upgrade = {
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Commits all that was received, then closes every socket with a code that clients come back from. */
  close(): Promise<void>;
};

function offeredProtocols(request: IncomingMessage): string[] {
  return (request.headers["sec-websocket-protocol"] ?? "").split(",").map((protocol) => protocol.trim());
}

function tokenOf(request: IncomingMessage): string | undefined {
  const offered = offeredProtocols(request).find((protocol) => protocol.startsWith(tokenProtocolPrefix));
  if (offered !== undefined) return offered.slice(tokenProtocolPrefix.length);
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
}

/** No Origin: not a browser, hence nobody whose browser could be made to do it. */
function isOriginAllowed({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

export function createUpgrade({
  access,
  rooms,
  publicUrl,
  areRatesLimited,
  log,
  metrics,
  now,
}: UpgradeOptions): Upgrade {
  const server = new WebSocketServer<typeof BoardSocket>(socketOptions);
  const refusals = createRefusals(log, metrics);
  const admission = new Admission();
  // Made here, once: made for each request it would keep the request as long as the socket.
  const noteError = (error: Error) => log.debug({ err: error }, "socket error");
  let isClosing = false;

  /** Asked again when a right was taken back meanwhile: it may have been this one. */
  async function identify(request: IncomingMessage): Promise<{ identity: Identity; room: Room } | Refusal> {
    if (!isOriginAllowed(request, publicUrl)) return refuse("originNotAllowed");
    const path = /^\/sync\/([^/?]+)(?:\?|$)/.exec(request.url ?? "")?.[1];
    const boardId = path === undefined ? undefined : parseBoardId(path);
    if (boardId === undefined) return refuse("boardNotFound");
    for (;;) {
      const takenBack = access.takenBack();
      const identity = await access.identify(boardId, tokenOf(request), request.socket.remoteAddress ?? "");
      if (isRefusal(identity)) return identity;
      const room = await rooms.open(boardId);
      if (isRefusal(room)) return room;
      if (takenBack === access.takenBack()) return { identity, room };
    }
  }

  async function greet(socket: BoardSocket, stream: Duplex, request: IncomingMessage): Promise<void> {
    await admission.enter();
    const found = await identify(request);
    if (isClosing || socket.readyState !== socket.OPEN) return;
    if (isRefusal(found)) {
      refuseSocket(socket, found);
      return;
    }
    const { identity, room } = found;
    const budget = areRatesLimited ? room.budgets.of(identity, now()) : undefined;
    const connection = new Connection({
      socket,
      stream,
      identity,
      room,
      budget,
      log,
      metrics,
      refusals,
      now,
    });
    const refusal = room.join(connection);
    if (refusal === undefined) socket.resume();
    else connection.refuse(refusal.refusal);
  }

  function refuseSocket(socket: BoardSocket, { refusal }: Refusal): void {
    const { code, reason } = closeOf(refusal);
    refusals.note(refusal);
    socket.close(code, reason);
    socket.resume();
  }

  return {
    handle(request, rawSocket, head) {
      server.handleUpgrade(request, rawSocket, head, (socket) => {
        // Before anything is awaited: an error without a listener would end the process, and what the client
        // sends meanwhile would find nobody listening.
        socket.on("error", noteError);
        socket.pause();
        if (isClosing) {
          socket.close(closeCodes.serviceRestart, "restarting");
          return;
        }
        greet(socket, rawSocket, request).catch((error: unknown) => {
          log.error({ err: error }, "an upgrade could not be handled");
          refuseSocket(socket, refuse("storageAway"));
        });
      });
    },
    async close() {
      isClosing = true;
      for (const connection of rooms.everyone()) connection.pause();
      await rooms.drain();
      for (const connection of rooms.everyone()) connection.close(closeCodes.serviceRestart, "restarting");
      for (const socket of server.clients) {
        socket.close(closeCodes.serviceRestart, "restarting");
        socket.resume();
      }
      await closed([...server.clients]);
    },
  };
}

// Shorter than what the contract gives a stop: clients that do not answer the close are cut off.
const goodbyeMs = 1_500;

async function closed(sockets: BoardSocket[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise((resolve) => {
    timer = setTimeout(resolve, goodbyeMs);
  });
  await Promise.race([
    timeUp,
    Promise.all(
      sockets.map((socket) =>
        socket.readyState === socket.CLOSED
          ? undefined
          : new Promise((resolve) => socket.once("close", resolve)),
      ),
    ),
  ]);
  clearTimeout(timer);
  for (const socket of sockets) socket.terminate();
}
