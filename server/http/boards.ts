import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { nanoid } from "nanoid";
import { hashToken, newToken } from "#server/access/tokens.ts";
import { findBoard, insertBoard } from "#server/storage/boards.ts";
import { seedOf } from "#server/sync/seed.ts";
import { parseBoardId } from "#shared/access/boardId.ts";
import { isRefusal, refuse } from "#shared/access/refusal.ts";
import { type Role, roles } from "#shared/access/roles.ts";
import { type BoardSummary, type CreatedBoard, NewBoard } from "#shared/api.ts";
import { createBoard } from "#shared/board/document.ts";
import { parseRecord } from "#shared/record/recordSchema.ts";
import type { ProjectRecord } from "#shared/record/recordTypes.ts";
import { isLocale, type Locale } from "#shared/sheet/locale.ts";
import { problemResponse, refusalResponse } from "./problems.ts";
import {
  addressOf,
  bearerOf,
  type HttpEnv,
  identify,
  limitBody,
  linkUrl,
  type Parts,
  readBody,
} from "./requests.ts";

// A record with all its notes and prose.
const newBoardMaxBytes = 8 * 1024 * 1024;

function mayCreate(shown: string | undefined, createToken: string | undefined): boolean {
  if (createToken === undefined) return true;
  // Hashes, because the comparison wants equal lengths.
  const digest = (token: string) => createHash("sha256").update(token).digest();
  return timingSafeEqual(digest(shown ?? ""), digest(createToken));
}

type ParsedRecord =
  | { ok: true; record: ProjectRecord | undefined }
  | Exclude<ReturnType<typeof parseRecord>, { ok: true }>;

/** Issues are told by their path in the body, where the record is one field. */
function recordIn(body: NewBoard): ParsedRecord {
  if (body.record === undefined) return { ok: true, record: undefined };
  const parsed = parseRecord(body.record);
  if (parsed.ok) return parsed;
  const issues = parsed.issues.map(({ path, expected }) => ({
    path: path === "" ? "record" : `record.${path}`,
    expected,
  }));
  return { ok: false, issues };
}

function localeOf(body: NewBoard, record: ProjectRecord | undefined): Locale {
  if (body.locale !== undefined) return body.locale;
  return isLocale(record?.lang) ? record.lang : "fr";
}

export function boardRoutes({ storage, access, rooms, rates, publicUrl, createToken, now }: Parts) {
  return new Hono<HttpEnv>()
    .post("/api/boards", limitBody(newBoardMaxBytes), async (c) => {
      if (!mayCreate(bearerOf(c), createToken)) return problemResponse(c, "createTokenRequired");
      if (!(await rates.newBoards.take(addressOf(c)))) return problemResponse(c, "tooManyRequests");
      const read = await readBody(c, NewBoard);
      if (read instanceof Response) return read;
      const parsed = recordIn(read.body);
      if (!parsed.ok) return problemResponse(c, "invalidBody", parsed.issues);
      const { record } = parsed;
      const locale = localeOf(read.body, record);
      const title = read.body.title || undefined;
      const id = parseBoardId(nanoid());
      if (id === undefined) throw new Error("a new id is not a board id");
      const board = createBoard({
        boardId: id,
        locale,
        newId: () => nanoid(),
        ...(title !== undefined && { title }),
        ...(record !== undefined && { record }),
      });
      const links = roles.map((role) => ({ id: nanoid(), role, token: newToken() }));
      await insertBoard(
        storage,
        { id, locale, createdAt: now() },
        links.map((link) => ({ id: link.id, role: link.role, tokenHash: hashToken(link.token) })),
        seedOf(board),
      );
      const issued = (role: Role) => {
        const token = links.find((link) => link.role === role)?.token ?? "";
        return { url: linkUrl(c, publicUrl, id, token), token };
      };
      const created: CreatedBoard = {
        id,
        links: {
          facilitator: issued("facilitator"),
          committee: issued("committee"),
          participant: issued("participant"),
          viewer: issued("viewer"),
        },
      };
      return c.json(created, 201);
    })
    .get("/api/boards/:boardId", async (c) => {
      const identity = await identify(c, access, "readBoard");
      if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
      const row = await findBoard(storage, identity.boardId);
      if (row === undefined) return refusalResponse(c, refuse("boardNotFound").refusal);
      const reading = await rooms.read(identity.boardId);
      if (isRefusal(reading)) return refusalResponse(c, reading.refusal);
      const summary: BoardSummary = {
        id: identity.boardId,
        title: reading.title,
        role: identity.role,
        stage: reading.stage,
        locale: row.locale,
        createdAt: new Date(row.createdAt).toISOString(),
        updatedAt: new Date(reading.updatedAt).toISOString(),
      };
      return c.json(summary);
    })
    .delete("/api/boards/:boardId", async (c) => {
      const identity = await identify(c, access, "deleteBoard");
      if (isRefusal(identity)) return refusalResponse(c, identity.refusal);
      await access.deleteBoard(identity.boardId);
      await rooms.closeBoard(identity.boardId);
      return c.body(null, 204);
    });
}
