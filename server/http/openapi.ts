// The interface described for programs (OpenAPI 3.1), from the very schemas that parse it. A route that is not
// described here, or described and not there, fails a test.
import { type ZodMiniType, z } from "zod/mini";
import {
  BoardSummary,
  CreatedBoard,
  CreatedLink,
  CreatedParticipant,
  Health,
  LinkSummaries,
  NewBoard,
  NewLink,
  NewParticipant,
  Problem,
  type ProblemCode,
  Ready,
} from "#shared/api.ts";
import { recordJsonSchema } from "#shared/record/recordSchema.ts";
import { Command } from "#shared/session/commands.ts";
import { Session } from "#shared/sync/hello.ts";
import { problems } from "./problems.ts";

type Schema = Record<string, unknown>;

type Operation = {
  method: "get" | "post" | "delete";
  path: string;
  operationId: string;
  summary: string;
  /** Nobody asks who calls, unless said otherwise. */
  needs?: "token" | "creationToken";
  body?: string;
  answer: { status: number; description: string; schema?: string; contentType?: string };
  problems: readonly ProblemCode[];
};

const named: Record<string, ZodMiniType> = {
  BoardSummary,
  Command,
  CreatedBoard,
  CreatedLink,
  CreatedParticipant,
  Health,
  LinkSummaries,
  NewLink,
  NewParticipant,
  Problem,
  Ready,
  Session,
};

const bodyProblems = ["brokenJson", "invalidBody", "bodyTooLarge", "unsupportedMediaType"] as const;
const boardProblems = ["boardNotFound", "tooManyRequests", "storageAway"] as const;

const operations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/health",
    operationId: "health",
    summary: "Is the process alive?",
    answer: { status: 200, description: "It is", schema: "Health" },
    problems: [],
  },
  {
    method: "get",
    path: "/api/ready",
    operationId: "ready",
    summary: "Can boards be read and written?",
    answer: { status: 200, description: "They can", schema: "Ready" },
    problems: ["storageAway"],
  },
  {
    method: "get",
    path: "/metrics",
    operationId: "metrics",
    summary: "What the operator watches: counts and times of the server, nothing of one board or person",
    answer: {
      status: 200,
      description: "Prometheus text",
      schema: "Text",
      contentType: "text/plain",
    },
    problems: [],
  },
  {
    method: "get",
    path: "/api/openapi.json",
    operationId: "openApi",
    summary: "This document",
    answer: { status: 200, description: "OpenAPI 3.1", schema: "AnyObject" },
    problems: [],
  },
  {
    method: "get",
    path: "/api/schemas/project-record.json",
    operationId: "projectRecordSchema",
    summary: "JSON Schema 2020-12 of the project record",
    answer: {
      status: 200,
      description: "The schema",
      schema: "AnyObject",
      contentType: "application/schema+json",
    },
    problems: [],
  },
  {
    method: "post",
    path: "/api/boards",
    operationId: "createBoard",
    summary: "Make a board, empty or filled from a project record, with one link for each role",
    needs: "creationToken",
    body: "NewBoard",
    answer: {
      status: 201,
      description: "The board's id, and its links with their secrets",
      schema: "CreatedBoard",
    },
    problems: ["createTokenRequired", "tooManyRequests", ...bodyProblems],
  },
  {
    method: "get",
    path: "/api/boards/{boardId}",
    operationId: "readBoard",
    summary: "What the board is called, how far it is, and your role on it",
    needs: "token",
    answer: { status: 200, description: "The board in short", schema: "BoardSummary" },
    problems: boardProblems,
  },
  {
    method: "delete",
    path: "/api/boards/{boardId}",
    operationId: "deleteBoard",
    summary: "Delete the board, its log and its versions (facilitator)",
    needs: "token",
    answer: { status: 204, description: "It is gone" },
    problems: ["notAllowed", ...boardProblems],
  },
  {
    method: "post",
    path: "/api/boards/{boardId}/participants",
    operationId: "joinBoard",
    summary: "Exchange a link's token and a name for a token of one's own",
    needs: "token",
    body: "NewParticipant",
    answer: { status: 201, description: "The person's own token", schema: "CreatedParticipant" },
    problems: ["notAllowed", ...boardProblems, ...bodyProblems],
  },
  {
    method: "get",
    path: "/api/boards/{boardId}/record",
    operationId: "readRecord",
    summary: "The project record, current to the last committed update",
    needs: "token",
    answer: { status: 200, description: "The record", schema: "ProjectRecord" },
    problems: boardProblems,
  },
  {
    method: "get",
    path: "/api/boards/{boardId}/exports/record.json",
    operationId: "exportRecord",
    summary: "The project record as a file",
    needs: "token",
    answer: { status: 200, description: "The record, named after the board", schema: "ProjectRecord" },
    problems: boardProblems,
  },
  {
    method: "get",
    path: "/api/boards/{boardId}/links",
    operationId: "listLinks",
    summary: "The links that open the board, without their secrets (facilitator)",
    needs: "token",
    answer: { status: 200, description: "The links", schema: "LinkSummaries" },
    problems: ["notAllowed", ...boardProblems],
  },
  {
    method: "post",
    path: "/api/boards/{boardId}/links",
    operationId: "createLink",
    summary: "Make one more link for a role (facilitator)",
    needs: "token",
    body: "NewLink",
    answer: { status: 201, description: "The link with its secret", schema: "CreatedLink" },
    problems: ["notAllowed", ...boardProblems, ...bodyProblems],
  },
  {
    method: "delete",
    path: "/api/boards/{boardId}/links/{linkId}",
    operationId: "revokeLink",
    summary: "Take a link back, close the sockets of all who came by it (facilitator)",
    needs: "token",
    answer: { status: 204, description: "It opens nothing any more" },
    problems: ["notAllowed", "linkNotFound", ...boardProblems],
  },
  {
    method: "get",
    path: "/api/boards/{boardId}/session",
    operationId: "readSession",
    summary: "What the facilitator has decided, as you may see it",
    needs: "token",
    answer: { status: 200, description: "The session", schema: "Session" },
    problems: boardProblems,
  },
  {
    method: "post",
    path: "/api/boards/{boardId}/commands",
    operationId: "command",
    summary:
      "Lock or reserve sections, keep notes to their author (facilitator). The same id twice acts once",
    needs: "token",
    body: "Command",
    answer: { status: 200, description: "The session as it is now", schema: "Session" },
    problems: ["notAllowed", ...boardProblems, ...bodyProblems],
  },
];

const refTo = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });

function jsonSchemaOf(schema: ZodMiniType): Schema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  return rest;
}

function schemas(): Record<string, Schema> {
  const { $schema: _dialect, ...ProjectRecord } = recordJsonSchema();
  const { properties, ...newBoard } = jsonSchemaOf(NewBoard);
  return {
    ...Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, jsonSchemaOf(schema)])),
    NewBoard: { ...newBoard, properties: { ...Object(properties), record: refTo("ProjectRecord") } },
    ProjectRecord,
    AnyObject: { type: "object" },
    Text: { type: "string" },
  };
}

function answerOf({ answer }: Operation): Schema {
  const { description, schema, contentType = "application/json" } = answer;
  if (schema === undefined) return { description };
  return { description, content: { [contentType]: { schema: refTo(schema) } } };
}

/** One response for each status; the codes that share it are listed. */
function problemResponses(codes: readonly ProblemCode[]): Record<string, Schema> {
  const all: readonly ProblemCode[] = [...codes, "internalError"];
  const statuses = new Set(all.map((code) => problems[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [
      String(status),
      {
        description: all
          .filter((code) => problems[code].status === status)
          .map((code) => `\`${code}\`: ${problems[code].detail}`)
          .join(" "),
        content: { "application/problem+json": { schema: refTo("Problem") } },
      },
    ]),
  );
}

function describe(operation: Operation): Schema {
  const { operationId, summary, path, body, needs } = operation;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  return {
    operationId,
    summary,
    ...(parameters.length > 0 && { parameters }),
    // A creation token is asked for only where the operator set one.
    ...(needs !== undefined && {
      security: needs === "token" ? [{ token: [] }] : [{}, { creationToken: [] }],
    }),
    ...(body !== undefined && {
      requestBody: {
        required: body !== "NewBoard",
        content: { "application/json": { schema: refTo(body) } },
      },
    }),
    responses: { [operation.answer.status]: answerOf(operation), ...problemResponses(operation.problems) },
  };
}

export function openApiDocument(version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method] = describe(operation);
    paths[operation.path] = path;
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Canevas",
      version,
      description:
        "Boards whose canvas is the SPMM project sheet. Live editing goes through the WebSocket at /sync/{boardId}.",
      license: { name: "MIT", identifier: "MIT" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    paths,
    components: {
      schemas: schemas(),
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "The token of a link, or a person's own" },
        creationToken: {
          type: "http",
          scheme: "bearer",
          description: "What the operator set as CREATE_TOKEN",
        },
      },
    },
  };
}
