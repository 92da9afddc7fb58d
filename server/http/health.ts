import { Hono } from "hono";
import { askStorage, tryToWrite } from "#server/storage/boards.ts";
import { recordJsonSchema } from "#shared/record/recordSchema.ts";
import { openApiDocument } from "./openapi.ts";
import { problemResponse } from "./problems.ts";
import type { HttpEnv, Parts } from "./requests.ts";

// A storage that refused a commit this recently is away, even if it can be read.
const failureCountsForMs = 5_000;

export function healthRoutes({ storage, rooms, version }: Parts) {
  let writtenAt = Number.NEGATIVE_INFINITY;

  /** A full or read-only disk still reads: after a failed commit, only one that succeeds says that all is well. */
  async function provesToWrite(): Promise<void> {
    if (rooms.failedAt() <= writtenAt) return;
    const triedAt = performance.now();
    await tryToWrite(storage);
    writtenAt = triedAt;
  }

  return new Hono<HttpEnv>()
    .get("/api/health", (c) => c.json({ status: "ok", version }))
    .get("/api/ready", async (c) => {
      if (performance.now() - rooms.failedAt() < failureCountsForMs) return problemResponse(c, "storageAway");
      try {
        await askStorage(storage);
        await provesToWrite();
      } catch {
        // Whatever keeps the storage from answering, that is the answer to this question.
        return problemResponse(c, "storageAway");
      }
      return c.json({ status: "ready" });
    });
}

export function descriptionRoutes({ version }: Parts) {
  const openApi = openApiDocument(version);
  const recordSchema = recordJsonSchema();
  return new Hono<HttpEnv>()
    .get("/api/openapi.json", (c) => c.json(openApi))
    .get("/api/schemas/project-record.json", (c) =>
      c.body(JSON.stringify(recordSchema), 200, { "content-type": "application/schema+json" }),
    );
}
