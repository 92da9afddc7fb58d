import { Hono } from "hono";
import { nanoid } from "nanoid";
import { hashToken, newToken } from "#server/access/tokens.ts";
import { insertLink, openLinks } from "#server/storage/links.ts";
import { isRefusal } from "#shared/access/refusal.ts";
import { type CreatedLink, type LinkSummary, NewLink } from "#shared/api.ts";
import { problemResponse, refusalResponse } from "./problems.ts";
import {
  bodyMaxBytes,
  type HttpEnv,
  identify,
  limitBody,
  linkUrl,
  type Parts,
  readBody,
} from "./requests.ts";

export function linkRoutes({ storage, access, rooms, publicUrl, now }: Parts) {
  return new Hono<HttpEnv>()
    .get("/api/boards/:boardId/links", async (c) => {
      const identity = await identify(c, access, "manageLinks");
      if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
      const links = await openLinks(storage, identity.boardId);
      const summaries = links.map(
        ({ id, role, createdAt, lastUsedAt }): LinkSummary => ({
          id,
          role,
          createdAt: new Date(createdAt).toISOString(),
          lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
        }),
      );
      return c.json(summaries);
    })
    .post("/api/boards/:boardId/links", limitBody(bodyMaxBytes), async (c) => {
      const identity = await identify(c, access, "manageLinks");
      if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
      const read = await readBody(c, NewLink);
      if (read instanceof Response) return read;
      const { role } = read.body;
      const id = nanoid();
      const token = newToken();
      await insertLink(storage, identity.boardId, { id, role, tokenHash: hashToken(token) }, now());
      const created: CreatedLink = { id, role, url: linkUrl(c, publicUrl, identity.boardId, token), token };
      return c.json(created, 201);
    })
    .delete("/api/boards/:boardId/links/:linkId", async (c) => {
      const identity = await identify(c, access, "manageLinks");
      if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
      const linkId = c.req.param("linkId");
      if (!(await access.revokeLink(identity.boardId, linkId))) return problemResponse(c, "linkNotFound");
      await rooms.closeLink(identity.boardId, linkId);
      return c.body(null, 204);
    });
}
