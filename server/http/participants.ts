import { Hono } from "hono";
import { nanoid } from "nanoid";
import { hashToken, newToken } from "#server/access/tokens.ts";
import { insertParticipant } from "#server/storage/participants.ts";
import { isRefusal } from "#shared/access/refusal.ts";
import { type CreatedParticipant, NewParticipant } from "#shared/api.ts";
import { problemResponse, refusalResponse } from "./problems.ts";
import {
  addressOf,
  bodyMaxBytes,
  type HttpEnv,
  identify,
  limitBody,
  type Parts,
  readBody,
} from "./requests.ts";

export function participantRoutes({ storage, access, rates, now }: Parts) {
  return new Hono<HttpEnv>().post("/api/boards/:boardId/participants", limitBody(bodyMaxBytes), async (c) => {
    const identity = await identify(c, access, "joinBoard");
    if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
    const { boardId, role, linkId } = identity;
    // A person's own token lets in that person, nobody else.
    if (identity.participantId !== undefined) return problemResponse(c, "notAllowed");
    if (!(await rates.newParticipants.take(addressOf(c)))) return problemResponse(c, "tooManyRequests");
    const read = await readBody(c, NewParticipant);
    if (read instanceof Response) return read;
    const participantId = nanoid();
    const token = newToken();
    const participant = {
      id: participantId,
      linkId,
      name: read.body.name,
      role,
      tokenHash: hashToken(token),
    };
    await insertParticipant(storage, boardId, participant, now());
    const created: CreatedParticipant = { participantId, token, role };
    return c.json(created, 201);
  });
}
