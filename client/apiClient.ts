// The HTTP interface, as calls that return. An expected "no" is a value with the problem's code; the sentence for
// it is chosen where it is shown.
import { type ZodMiniType, z } from "zod/mini";
import type { Role } from "#shared/access/roles.ts";
import {
  BoardSummary,
  CreatedBoard,
  CreatedLink,
  CreatedParticipant,
  LinkSummaries,
  type LinkSummary,
  type NewBoard,
  Problem,
  type ProblemCode,
} from "#shared/api.ts";
import type { Command } from "#shared/session/commands.ts";
import { Session } from "#shared/sync/hello.ts";

/** What the server said no to, or what kept us from asking: nobody answered, or not in our words. */
export type CallProblem = ProblemCode | "unreachable" | "notUnderstood";

export type Result<T> = { ok: true; value: T } | { ok: false; problem: CallProblem };

type Call = { method?: "GET" | "POST" | "DELETE"; token?: string; body?: unknown };

export function createBoard(board: NewBoard, createToken?: string): Promise<Result<CreatedBoard>> {
  const call: Call = { method: "POST", body: board };
  if (createToken) call.token = createToken;
  return ask(CreatedBoard, "/api/boards", call);
}

export function readBoard(boardId: string, token: string): Promise<Result<BoardSummary>> {
  return ask(BoardSummary, boardPath(boardId), { token });
}

/** Exchanges a link's token for the person's own. */
export function joinBoard(
  boardId: string,
  linkToken: string,
  name: string,
): Promise<Result<CreatedParticipant>> {
  return ask(CreatedParticipant, `${boardPath(boardId)}/participants`, {
    method: "POST",
    token: linkToken,
    body: { name },
  });
}

export function readLinks(boardId: string, token: string): Promise<Result<LinkSummary[]>> {
  return ask(LinkSummaries, `${boardPath(boardId)}/links`, { token });
}

export function createLink(boardId: string, token: string, role: Role): Promise<Result<CreatedLink>> {
  return ask(CreatedLink, `${boardPath(boardId)}/links`, { method: "POST", token, body: { role } });
}

export function revokeLink(boardId: string, token: string, linkId: string): Promise<Result<undefined>> {
  return ask(Nothing, `${boardPath(boardId)}/links/${encodeURIComponent(linkId)}`, {
    method: "DELETE",
    token,
  });
}

/** Answers the session as it is then; sent again with the same id, it acts once. */
export function sendCommand(boardId: string, token: string, command: Command): Promise<Result<Session>> {
  return ask(Session, `${boardPath(boardId)}/commands`, { method: "POST", token, body: command });
}

const Nothing = z.undefined();

function boardPath(boardId: string): string {
  return `/api/boards/${encodeURIComponent(boardId)}`;
}

async function ask<T>(shape: ZodMiniType<T>, path: string, call: Call): Promise<Result<T>> {
  const headers: Record<string, string> = {};
  if (call.token) headers.authorization = `Bearer ${call.token}`;
  if (call.body !== undefined) headers["content-type"] = "application/json";
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(path, {
      method: call.method ?? "GET",
      headers,
      body: call.body === undefined ? null : JSON.stringify(call.body),
    });
    text = await answer.text();
  } catch {
    return { ok: false, problem: "unreachable" };
  }
  const body = parseJson(text);
  if (!answer.ok) {
    const problem = Problem.safeParse(body);
    if (problem.success) return { ok: false, problem: problem.data.code };
    // A proxy between us and a server that is away answers in its own words.
    return { ok: false, problem: answer.status >= 502 ? "unreachable" : "notUnderstood" };
  }
  const value = shape.safeParse(body);
  return value.success ? { ok: true, value: value.data } : { ok: false, problem: "notUnderstood" };
}

function parseJson(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
