import { Hono } from "hono";
import type { BoardReading } from "#server/sync/room.ts";
import type { BoardId } from "#shared/access/boardId.ts";
import { isRefusal } from "#shared/access/refusal.ts";
import type { ProjectRecord } from "#shared/record/recordTypes.ts";
import { refusalResponse } from "./problems.ts";
import { type HttpEnv, identify, type Parts } from "./requests.ts";

// The update that made the board; what comes after it is people's.
const seedSeq = 1;

/** Until somebody changes the board, a record that was made elsewhere keeps what it says of its making. */
function recordOf(boardId: BoardId, { record, seq, updatedAt }: BoardReading, now: number): ProjectRecord {
  const own = {
    updatedOn: new Date(updatedAt).toISOString().slice(0, 10),
    provenance: { boardId, boardVersion: seq, convertedAt: new Date(now).toISOString() },
  };
  return { ...record, ...own, ...(seq === seedSeq && record) };
}

// Long enough for a title, short enough for every file system.
const fileNameMax = 100;

/** `filename*` has the title as people wrote it; `filename` is for programs that do not read that. */
function dispositionOf(title: string, extension: string): string {
  const readable = [...title.replace(/[\p{Cc}\p{Cs}/\\:*?"<>|]+/gu, " ").trim()]
    .slice(0, fileNameMax)
    .join("");
  const name = `${readable || "canevas"}.${extension}`;
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w .()-]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

export function recordRoutes({ access, rooms, now }: Parts) {
  return new Hono<HttpEnv>()
    .get("/api/boards/:boardId/record", async (c) => {
      const identity = await identify(c, access, "readBoard");
      if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
      const { boardId } = identity;
      const reading = await rooms.read(boardId);
      if (isRefusal(reading)) return refusalResponse(c, reading.refusal);
      return c.json(recordOf(boardId, reading, now()));
    })
    .get("/api/boards/:boardId/exports/record.json", async (c) => {
      const identity = await identify(c, access, "readBoard");
      if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
      const { boardId } = identity;
      const reading = await rooms.read(boardId);
      if (isRefusal(reading)) return refusalResponse(c, reading.refusal);
      const text = JSON.stringify(recordOf(boardId, reading, now()), null, 2);
      return c.body(`${text}\n`, 200, {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": dispositionOf(reading.title, "json"),
      });
    });
}
