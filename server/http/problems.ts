// Every error as `application/problem+json` (RFC 9457). The `code` is stable; the sentences may get better.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RefusalCode } from "#shared/access/refusal.ts";
import type { Problem, ProblemCode } from "#shared/api.ts";

type Description = { status: ContentfulStatusCode; title: string; detail: string };

export const problems: Record<ProblemCode, Description> = {
  boardNotFound: {
    status: 404,
    title: "No such board",
    detail: "There is no board with this id, or the token shown does not open it.",
  },
  linkNotFound: { status: 404, title: "No such link", detail: "The board has no open link with this id." },
  routeNotFound: { status: 404, title: "No such path", detail: "The interface has nothing at this path." },
  createTokenRequired: {
    status: 401,
    title: "Token required",
    detail: "Creating a board on this server needs its creation token in the Authorization header.",
  },
  notAllowed: { status: 403, title: "Not allowed", detail: "The role of this token may not do this." },
  brokenJson: { status: 400, title: "Broken JSON", detail: "The body is not JSON in UTF-8." },
  invalidBody: {
    status: 400,
    title: "Invalid body",
    detail: "The body does not fit; `issues` says where, and what was expected there.",
  },
  bodyTooLarge: { status: 413, title: "Body too large", detail: "The body is larger than this call takes." },
  unsupportedMediaType: {
    status: 415,
    title: "Unsupported media type",
    detail: "The body must be sent as application/json.",
  },
  methodNotAllowed: {
    status: 405,
    title: "Method not allowed",
    detail: "This path does not know this method; the Allow header lists those it knows.",
  },
  tooManyRequests: {
    status: 429,
    title: "Too many requests",
    detail: "Too many requests from this address. Wait a minute.",
  },
  storageAway: {
    status: 503,
    title: "Storage is away",
    detail: "The board cannot be read or written for the moment. Try again.",
  },
  internalError: {
    status: 500,
    title: "Internal error",
    detail: "Something went wrong on the server, and was logged there.",
  },
};

/** What a refusal of the core is called here. A revoked token is, to HTTP, a wrong one. */
const problemOf: Record<RefusalCode, ProblemCode> = {
  boardNotFound: "boardNotFound",
  tokenUnknown: "boardNotFound",
  linkRevoked: "boardNotFound",
  notAllowed: "notAllowed",
  originNotAllowed: "notAllowed",
  tooFast: "tooManyRequests",
  storageAway: "storageAway",
  boardFull: "storageAway",
  tooSlow: "storageAway",
  boardTooLarge: "bodyTooLarge",
  frameTooLarge: "bodyTooLarge",
  notTheProtocol: "invalidBody",
  updateMalformed: "invalidBody",
  updateIncomplete: "invalidBody",
  updateForged: "invalidBody",
  contentUnknown: "invalidBody",
  contentTooLarge: "bodyTooLarge",
  placeNotAllowed: "notAllowed",
  boardRestored: "storageAway",
  clientTooOld: "invalidBody",
};

export function problemResponse(c: Context, code: ProblemCode, issues?: Problem["issues"]): Response {
  const { status, title, detail } = problems[code];
  const problem: Problem = { type: `urn:canevas:problem:${code}`, title, status, detail, code };
  if (issues !== undefined) problem.issues = issues;
  const headers = { "content-type": "application/problem+json", "cache-control": "no-store" };
  return c.body(JSON.stringify(problem), status, headers);
}

export function refusalResponse(c: Context, refusal: RefusalCode): Response {
  return problemResponse(c, problemOf[refusal]);
}
