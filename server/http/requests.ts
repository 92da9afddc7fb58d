// What every route asks of a request: a body that fits, a person who may.
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ZodMiniType } from "zod/mini";
import type { Access, Identity } from "#server/access/access.ts";
import type { Rates } from "#server/access/rates.ts";
import type { Storage } from "#server/storage/tables.ts";
import type { Rooms } from "#server/sync/rooms.ts";
import { type BoardId, parseBoardId } from "#shared/access/boardId.ts";
import { isRefusal, type Refusal, refuse } from "#shared/access/refusal.ts";
import { type Action, can } from "#shared/access/roles.ts";
import { describeIssue } from "#shared/record/recordSchema.ts";
import { problemResponse } from "./problems.ts";

export type HttpEnv = { Bindings: HttpBindings };
export type HttpContext = Context<HttpEnv>;

/** What the routes are made of. */
export type Parts = {
  storage: Storage;
  access: Access;
  rooms: Rooms;
  rates: Rates;
  publicUrl: string | undefined;
  createToken: string | undefined;
  version: string;
  /** What the operator may watch, as Prometheus reads it. */
  metricsText(): string;
  now(): number;
};

export function addressOf(c: HttpContext): string {
  return c.env.incoming.socket.remoteAddress ?? "";
}

/** The secret is in the fragment, which browsers send to nobody: it reaches no log. */
export function linkUrl(
  c: HttpContext,
  publicUrl: string | undefined,
  boardId: BoardId,
  token: string,
): string {
  // Without PUBLIC_URL, people are taken to use the address that was asked at.
  const origin = publicUrl ?? new URL(c.req.url).origin;
  return `${origin}/b/${boardId}#${token}`;
}

export function bearerOf(c: HttpContext): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
}

/** Who asks, on the board of the path, if they may. */
export async function identify(c: HttpContext, access: Access, action: Action): Promise<Identity | Refusal> {
  const boardId = parseBoardId(c.req.param("boardId") ?? "");
  if (boardId === undefined) return refuse("boardNotFound");
  const identity = await access.identify(boardId, bearerOf(c), addressOf(c));
  if (isRefusal(identity)) return identity;
  return can(identity.role, action) ? identity : refuse("notAllowed");
}

// Names and roles: no body but that of a new board is larger.
export const bodyMaxBytes = 64 * 1024;

export function limitBody(maxSize: number) {
  return bodyLimit({ maxSize, onError: (c) => problemResponse(c, "bodyTooLarge") });
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function parseJson(bytes: ArrayBuffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(utf8.decode(bytes)) };
  } catch {
    // Neither UTF-8 nor JSON: to the caller it is all one.
    return undefined;
  }
}

/** The body as the schema makes it, or the response that says what is wrong with it. */
export async function readBody<T>(c: HttpContext, schema: ZodMiniType<T>): Promise<{ body: T } | Response> {
  const bytes = await c.req.arrayBuffer();
  const contentType = c.req.header("content-type");
  // No body at all says the same as {}: where everything is optional, that is enough.
  const isAbsent = bytes.byteLength === 0 && contentType === undefined;
  if (!isAbsent && !/^application\/json *(;|$)/i.test(contentType ?? "")) {
    return problemResponse(c, "unsupportedMediaType");
  }
  const json = isAbsent ? { value: {} } : parseJson(bytes);
  if (json === undefined) return problemResponse(c, "brokenJson");
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { body: parsed.data };
  return problemResponse(c, "invalidBody", parsed.error.issues.flatMap(describeIssue));
}
