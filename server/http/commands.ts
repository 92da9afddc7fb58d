import { Hono } from "hono";
import { personOf } from "#server/access/access.ts";
import { findSession, saveCommand } from "#server/storage/sessions.ts";
import { isRefusal } from "#shared/access/refusal.ts";
import { applyCommand } from "#shared/session/applyCommand.ts";
import { Command } from "#shared/session/commands.ts";
import { refusalResponse } from "./problems.ts";
import { bodyMaxBytes, type HttpEnv, identify, limitBody, type Parts, readBody } from "./requests.ts";

export function commandRoutes({ storage, access, rooms, now }: Parts) {
  return new Hono<HttpEnv>()
    .get("/api/boards/:boardId/session", async (c) => {
      const identity = await identify(c, access, "readBoard");
      if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
      const session = await findSession(storage, identity.boardId);
      return isRefusal(session) ? refusalResponse(c, session.refusal) : c.json(session);
    })
    .post("/api/boards/:boardId/commands", limitBody(bodyMaxBytes), async (c) => {
      const identity = await identify(c, access, "readBoard");
      if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
      const read = await readBody(c, Command);
      if (read instanceof Response) return read;
      const command = read.body;
      const commanded = { command, person: personOf(identity), at: now() };
      const session = await saveCommand(storage, identity.boardId, commanded, (before) =>
        applyCommand(before, command, identity),
      );
      if (isRefusal(session)) return refusalResponse(c, session.refusal);
      // Before the answer: from here on nobody without the right writes any more.
      await rooms.setSession(identity.boardId, session);
      return c.json(session);
    });
}
