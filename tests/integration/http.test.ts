// The HTTP surface of the contract.
import { readdirSync, readFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "#shared/access/roles.ts";
import { BoardSummary, CreatedBoard, CreatedLink, LinkSummaries, Problem } from "#shared/api.ts";
import { titleOf } from "#shared/board/values.ts";
import { parseRecord } from "#shared/record/recordSchema.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { call, join, linkIdOf, newBoard, problemOf, rawClient, rawMember, updateOf } from "./people.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: "trace" });
});

afterAll(async () => {
  await server.stop();
});

const example: unknown = JSON.parse(
  readFileSync(new URL("../../client/features/home/exampleRecord.fr.json", import.meta.url), "utf8"),
);

describe("a board", () => {
  test("is made empty, with one link for each role", async () => {
    const answer = await call(server, "/api/boards", {
      method: "POST",
      body: { title: " Four à pain ", locale: "nl" },
    });
    expect(answer.status).toBe(201);
    const { id, links } = CreatedBoard.parse(answer.json);
    const tokens = roles.map((role) => links[role].token);
    expect(new Set(tokens).size).toBe(4);
    for (const role of roles) {
      expect(links[role].url).toBe(`${server.url}/b/${id}#${links[role].token}`);
      // 128 bits are 22 letters of base64url.
      expect(links[role].token).toMatch(/^[A-Za-z0-9_-]{22,}$/);
      const summary = await call(server, `/api/boards/${id}`, { token: links[role].token });
      expect(BoardSummary.parse(summary.json)).toMatchObject({
        id,
        title: "Four à pain",
        role,
        locale: "nl",
        stage: "idea",
      });
    }
  });

  test("needs no body at all", async () => {
    const answer = await call(server, "/api/boards", { method: "POST" });
    expect(answer.status).toBe(201);
  });

  test("made from a record gives the same record back", async () => {
    const { id, tokens } = await newBoard(server, { record: example });
    const answer = await call(server, `/api/boards/${id}/record`, { token: tokens.viewer });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual(example);
    const summary = await call(server, `/api/boards/${id}`, { token: tokens.viewer });
    expect(summary.json).toMatchObject({
      title: "Capteurs CO₂ et confort dans les écoles communales",
      locale: "fr",
    });
  });

  test("says in its record when it was changed, and at which version, once somebody has changed it", async () => {
    const { id, tokens } = await newBoard(server, { record: example });
    const member = await rawMember(server, id, tokens.participant);
    member.sendUpdate(updateOf(member.doc, () => titleOf(member.doc).insert(0, "Nouveau : ")));
    await expect.poll(() => member.updates().length).toBe(1);
    const answer = await call(server, `/api/boards/${id}/record`, { token: tokens.viewer });
    const today = new Date().toISOString().slice(0, 10);
    expect(answer.json).toMatchObject({
      title: "Nouveau : Capteurs CO₂ et confort dans les écoles communales",
      updatedOn: today,
      provenance: { boardId: id, boardVersion: 2 },
    });
    expect(parseRecord(answer.json).ok).toBe(true);
    member.leave();
  });

  test("gives its record as a file with a readable name", async () => {
    const { id, tokens } = await newBoard(server, { record: example });
    const answer = await call(server, `/api/boards/${id}/exports/record.json`, { token: tokens.viewer });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual(example);
    const disposition = answer.headers.get("content-disposition") ?? "";
    const encoded = /filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? "";
    expect(decodeURIComponent(encoded)).toBe("Capteurs CO₂ et confort dans les écoles communales.json");
    expect(disposition).toContain('filename="Capteurs CO2 et confort dans les ecoles communales.json"');
  });

  test("that is deleted is gone: its sockets, its log, its links, its people", async () => {
    const { id, tokens } = await newBoard(server, { title: "Éphémère" });
    const person = await join(server, id, tokens.participant);
    const member = await rawMember(server, id, person.token);
    const gone = await call(server, `/api/boards/${id}`, { method: "DELETE", token: tokens.facilitator });
    expect(gone.status).toBe(204);
    expect(await member.closed).toMatchObject({ code: 4404 });
    for (const token of [tokens.facilitator, person.token]) {
      expect((await call(server, `/api/boards/${id}`, { token })).status).toBe(404);
    }
    expect(await rawClient(server, id, tokens.facilitator).closed).toMatchObject({ code: 4404 });
    const database = new DatabaseSync(joinPath(server.dataDir, "canevas.sqlite"));
    for (const table of ["updates", "snapshots", "links", "participants"]) {
      expect(database.prepare(`select count(*) as rows from ${table} where board = ?`).get(id)).toEqual({
        rows: 0,
      });
    }
    database.close();
  });
});

describe("a body that does not fit", () => {
  test("is told by path, and what was expected there", async () => {
    const answer = await call(server, "/api/boards", {
      method: "POST",
      body: { title: 3, locale: "de", colour: "red" },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const problem = Problem.parse(answer.json);
    expect(problem).toMatchObject({ status: 400, code: "invalidBody" });
    expect(problem.issues?.map(({ path }) => path).sort()).toEqual(["colour", "locale", "title"]);
    expect(problem.issues?.every(({ expected }) => expected.length > 0)).toBe(true);
  });

  test("is told by path inside a record too", async () => {
    const record = { ...Object(example), people: [{ displayName: 4 }] };
    const answer = await call(server, "/api/boards", { method: "POST", body: { record } });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).issues?.map(({ path }) => path)).toContain("record.people[0].displayName");
  });

  test.each([
    ["empty", { name: "   " }],
    ["missing", {}],
    ["61 characters long", { name: "é".repeat(61) }],
    ["with a line break", { name: "a\nb" }],
    ["with a zero byte", { name: "a\u0000b" }],
    ["turned around", { name: "a\u202Eb" }],
    ["half a character", { name: "\uD83D" }],
    ["a list", { name: ["a"] }],
  ])("as a name that is %s is refused", async (_what, body) => {
    const { id, tokens } = await newBoard(server);
    const path = `/api/boards/${id}/participants`;
    const answer = await call(server, path, { method: "POST", token: tokens.participant, body });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).issues?.[0]?.path).toBe("name");
  });

  test("but 60 emoji are a name", async () => {
    const { id, tokens } = await newBoard(server);
    const path = `/api/boards/${id}/participants`;
    const body = { name: ` ${"🏫".repeat(60)} ` };
    expect((await call(server, path, { method: "POST", token: tokens.participant, body })).status).toBe(201);
  });
});

describe("a request that does not fit", () => {
  test.each([
    ["a path that is not there", "GET", "/api/nowhere", 404, "routeNotFound"],
    ["a method that is not there", "PUT", "/api/boards", 405, "methodNotAllowed"],
    ["a method that is not there, on a board", "PATCH", "/api/boards/abcdefgh", 405, "methodNotAllowed"],
  ])("%s", async (_what, method, path, status, code) => {
    const answer = await call(server, path, { method });
    expect(answer.status).toBe(status);
    expect(problemOf(answer).code).toBe(code);
    if (status === 405) expect(answer.headers.get("allow")).toMatch(/GET|POST/);
  });
});

describe("who may", () => {
  // Expectations as a table, not as code.
  const table = [
    ["GET", "", 200, 200, 200, 200],
    ["GET", "/record", 200, 200, 200, 200],
    ["GET", "/exports/record.json", 200, 200, 200, 200],
    ["POST", "/participants", 201, 201, 201, 201],
    ["GET", "/links", 200, 403, 403, 403],
    ["POST", "/links", 201, 403, 403, 403],
    ["DELETE", "/links/nosuchlink", 404, 403, 403, 403],
    ["GET", "/session", 200, 200, 200, 200],
    ["POST", "/commands", 200, 403, 403, 403],
    ["DELETE", "", 204, 403, 403, 403],
  ] as const;
  const bodies: Record<string, unknown> = {
    "/participants": { name: "Zoé" },
    "/links": { role: "viewer" },
    "/commands": { id: "keep-notes", type: "keepNotesToAuthor", on: true },
  };

  test.each(table)("%s …%s", async (method, path, ...statuses) => {
    for (const [index, role] of roles.entries()) {
      const { id, tokens } = await newBoard(server);
      const body = method === "POST" ? bodies[path] : undefined;
      const answer = await call(server, `/api/boards/${id}${path}`, { method, token: tokens[role], body });
      expect([role, answer.status]).toEqual([role, statuses[index]]);
    }
  });

  test.each(table)("%s …%s looks the same to a wrong token and on an unknown board", async (method, path) => {
    const { id } = await newBoard(server);
    const other = await newBoard(server);
    const body = method === "POST" ? bodies[path] : undefined;
    const answers = await Promise.all([
      call(server, `/api/boards/${id}${path}`, { method, token: "wrong", body }),
      call(server, `/api/boards/${id}${path}`, { method, token: other.tokens.facilitator, body }),
      call(server, `/api/boards/${id}${path}`, { method, body }),
      call(server, `/api/boards/V1StGXR8_Z5jdHi6B-myT${path}`, {
        method,
        token: other.tokens.facilitator,
        body,
      }),
      call(server, `/api/boards/a%00b${path}`, { method, token: other.tokens.facilitator, body }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test("a right is never taken from a cookie or a query string", async () => {
    const { id, tokens } = await newBoard(server);
    const headers = { cookie: `token=${tokens.facilitator}` };
    expect((await call(server, `/api/boards/${id}?token=${tokens.facilitator}`, { headers })).status).toBe(
      404,
    );
  });
});

describe("a participant", () => {
  test("gets a token of their own, with the link's role", async () => {
    const { id, tokens } = await newBoard(server);
    const person = await join(server, id, tokens.committee);
    expect(person.role).toBe("committee");
    const summary = await call(server, `/api/boards/${id}`, { token: person.token });
    expect(summary.json).toMatchObject({ role: "committee" });
  });

  test("cannot let in others with it", async () => {
    const { id, tokens } = await newBoard(server);
    const person = await join(server, id, tokens.participant);
    const path = `/api/boards/${id}/participants`;
    const answer = await call(server, path, { method: "POST", token: person.token, body: { name: "Ami" } });
    expect(answer.status).toBe(403);
  });
});

describe("a link", () => {
  test("is made, listed without its secret, used and revoked", async () => {
    const board = await newBoard(server);
    const path = `/api/boards/${board.id}/links`;
    const token = board.tokens.facilitator;
    const made = await call(server, path, { method: "POST", token, body: { role: "participant" } });
    expect(made.status).toBe(201);
    const link = CreatedLink.parse(made.json);
    expect(link.url).toBe(`${server.url}/b/${board.id}#${link.token}`);

    const before = await call(server, path, { token });
    expect(before.text).not.toContain(link.token);
    const listed = LinkSummaries.parse(before.json);
    expect(listed).toHaveLength(5);
    expect(listed.find(({ id }) => id === link.id)).toMatchObject({ role: "participant", lastUsedAt: null });

    const person = await join(server, board.id, link.token);
    const after = LinkSummaries.parse((await call(server, path, { token })).json);
    expect(after.find(({ id }) => id === link.id)?.lastUsedAt).not.toBeNull();

    const revoked = await call(server, `${path}/${link.id}`, { method: "DELETE", token });
    expect(revoked.status).toBe(204);
    expect((await call(server, `/api/boards/${board.id}`, { token: link.token })).status).toBe(404);
    expect((await call(server, `/api/boards/${board.id}`, { token: person.token })).status).toBe(404);
    expect((await call(server, `${path}/${link.id}`, { method: "DELETE", token })).status).toBe(404);
    expect(LinkSummaries.parse((await call(server, path, { token })).json)).toHaveLength(4);
  });

  test("of one board cannot be revoked from another", async () => {
    const mine = await newBoard(server);
    const theirs = await newBoard(server);
    const linkId = await linkIdOf(server, theirs, "participant");
    const path = `/api/boards/${mine.id}/links/${linkId}`;
    expect((await call(server, path, { method: "DELETE", token: mine.tokens.facilitator })).status).toBe(404);
    expect(
      (await call(server, `/api/boards/${theirs.id}`, { token: theirs.tokens.participant })).status,
    ).toBe(200);
  });
});

describe("the description for programs", () => {
  test("names every path that is there, and no other", async () => {
    const answer = await call(server, "/api/openapi.json");
    expect(answer.json).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) });
    const { paths } = Object(answer.json);
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(Object(operations)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([
      "DELETE /api/boards/{boardId}",
      "DELETE /api/boards/{boardId}/links/{linkId}",
      "GET /api/boards/{boardId}",
      "GET /api/boards/{boardId}/exports/record.json",
      "GET /api/boards/{boardId}/links",
      "GET /api/boards/{boardId}/record",
      "GET /api/boards/{boardId}/session",
      "GET /api/health",
      "GET /api/openapi.json",
      "GET /api/ready",
      "GET /api/schemas/project-record.json",
      "GET /metrics",
      "POST /api/boards",
      "POST /api/boards/{boardId}/commands",
      "POST /api/boards/{boardId}/links",
      "POST /api/boards/{boardId}/participants",
    ]);
    for (const operation of described) {
      const [method = "", path = ""] = operation.split(" ");
      const there = await call(server, path.replace(/\{\w+\}/g, "abcdefgh"), { method });
      expect([operation, problemOf(there).code]).not.toEqual([operation, "routeNotFound"]);
      expect([operation, problemOf(there).code]).not.toEqual([operation, "methodNotAllowed"]);
    }
  });

  test("has no reference that leads nowhere", async () => {
    const { text, json } = await call(server, "/api/openapi.json");
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) => path);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      const target = reference.split("/").reduce<unknown>((at, key) => Object(at)[key], json);
      expect([reference, typeof target]).toEqual([reference, "object"]);
    }
  });

  test("has the schema of the record", async () => {
    const answer = await call(server, "/api/schemas/project-record.json");
    expect(answer.json).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
    });
    const { paths, components } = Object((await call(server, "/api/openapi.json")).json);
    expect(Object.keys(components.schemas.ProjectRecord.properties).length).toBeGreaterThan(50);
    expect(paths["/api/boards"].post.requestBody.content["application/json"].schema.$ref).toMatch(
      /NewBoard$/,
    );
  });
});

describe("the process", () => {
  test("is healthy, and ready while the storage is there", async () => {
    expect((await call(server, "/api/health")).json).toEqual({ status: "ok", version: expect.any(String) });
    expect((await call(server, "/api/ready")).status).toBe(200);
    const database = new DatabaseSync(joinPath(server.dataDir, "canevas.sqlite"));
    database.exec("alter table boards rename to boards_away");
    const away = await call(server, "/api/ready");
    database.exec("alter table boards_away rename to boards");
    database.close();
    expect([away.status, problemOf(away).code]).toEqual([503, "storageAway"]);
    expect((await call(server, "/api/health")).status).toBe(200);
    expect((await call(server, "/api/ready")).status).toBe(200);
  });

  test("is not ready after a failed commit until one succeeds, however long that takes", async () => {
    const board = await newBoard(server);
    const author = await rawMember(server, board.id, board.tokens.participant);
    const database = new DatabaseSync(joinPath(server.dataDir, "canevas.sqlite"));
    const tables = ["updates", "migrations"];
    for (const table of tables) {
      const event = table === "updates" ? "insert" : "update";
      database.exec(`create trigger full_disk_${table} before ${event} on ${table}
        begin select raise(abort, 'disk full'); end`);
    }
    author.sendUpdate(updateOf(author.doc, () => titleOf(author.doc).insert(0, "plein ")));
    await author.closed;
    expect((await call(server, "/api/ready")).status).toBe(503);
    // A failure counts by itself for five seconds; what is asked later is whether writing works again.
    await pause(5_200);
    expect((await call(server, "/api/ready")).status).toBe(503);
    for (const table of tables) database.exec(`drop trigger full_disk_${table}`);
    database.close();
    expect((await call(server, "/api/ready")).status).toBe(200);
  });

  test("serves the client under a policy that allows no inline script", async () => {
    const page = await call(server, "/b/whatever");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).not.toContain("unsafe");
    for (const rule of [
      "default-src 'self'",
      `connect-src 'self' ${server.wsUrl}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("permissions-policy")).toContain("camera=()");

    const asset = /(?:src|href)="(\/assets\/[^"]+)"/.exec(page.text)?.[1] ?? "none";
    const file = await call(server, asset);
    expect(file.status).toBe(200);
    expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await call(server, "/")).text).toBe(page.text);
    expect((await call(server, "/../package.json")).status).toBe(404);
    expect((await call(server, "/%2e%2e/package.json")).status).toBe(404);
  });

  test("sends the client compressed to those who take it", async () => {
    const page = await (await fetch(`${server.url}/`)).text();
    const script = /src="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? "none";
    const plain = await fetch(server.url + script, { headers: { "accept-encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    const small = await fetch(server.url + script, { headers: { "accept-encoding": "br" } });
    expect(small.headers.get("content-encoding")).toBe("br");
    expect(small.headers.get("vary")).toBe("Accept-Encoding");
    expect(Number(small.headers.get("content-length"))).toBeLessThan(
      (await plain.arrayBuffer()).byteLength / 2,
    );
  });

  test("shows a person at a wrong address the page, and a program the plain 404", async () => {
    const person = await fetch(`${server.url}/nowhere`, { headers: { accept: "text/html" } });
    expect(person.status).toBe(404);
    expect(person.headers.get("content-type")).toMatch(/^text\/html/);
    const program = await fetch(`${server.url}/nowhere`);
    expect(program.status).toBe(404);
    expect(program.headers.get("content-type")).not.toMatch(/html/);
  });

  test("writes tokens neither to its log nor to its files", async () => {
    const board = await newBoard(server, { title: "Secrets" });
    const person = await join(server, board.id, board.tokens.participant);
    const member = await rawMember(server, board.id, person.token);
    await call(server, `/api/boards/${board.id}`, { token: person.token });
    member.leave();
    const files = readdirSync(server.dataDir).map((name) =>
      readFileSync(joinPath(server.dataDir, name), "latin1"),
    );
    expect(server.log()).toContain(board.id);
    expect(files.join()).toContain(board.id);
    for (const token of [...Object.values(board.tokens), person.token]) {
      expect(server.log()).not.toContain(token);
      expect(files.some((file) => file.includes(token))).toBe(false);
    }
  });
});

describe("with a creation token", () => {
  test("only those who show it make boards; links begin with the public address", async () => {
    const closed = await startServer({ CREATE_TOKEN: "sesame", PUBLIC_URL: "https://canevas.example.org/" });
    const without = await call(closed, "/api/boards", { method: "POST", body: {} });
    expect([without.status, problemOf(without).code]).toEqual([401, "createTokenRequired"]);
    const wrong = await call(closed, "/api/boards", { method: "POST", token: "Sesame", body: {} });
    expect(wrong.status).toBe(401);
    const right = await call(closed, "/api/boards", { method: "POST", token: "sesame", body: {} });
    const { id, links } = CreatedBoard.parse(right.json);
    expect(links.viewer.url).toBe(`https://canevas.example.org/b/${id}#${links.viewer.token}`);
    await closed.stop();
  });
});

describe("with rates on", () => {
  test("one address makes 60 boards a minute, and wrong tokens are tried 300 times", async () => {
    const limited = await startServer({ RATE_LIMIT: "on" });
    const made = await Promise.all(
      Array.from({ length: 61 }, () => call(limited, "/api/boards", { method: "POST", body: {} })),
    );
    expect(made.filter(({ status }) => status === 201)).toHaveLength(60);
    expect(made.map(problemOf).filter(({ code }) => code === "tooManyRequests")).toHaveLength(1);
    const tried = await Promise.all(
      Array.from({ length: 300 }, () => call(limited, "/api/boards/abcdefgh", { token: "guess" })),
    );
    expect(tried.every(({ status }) => status === 404)).toBe(true);
    expect((await call(limited, "/api/boards/abcdefgh", { token: "guess" })).status).toBe(429);
    expect(await rawClient(limited, "abcdefgh", "guess").closed).toMatchObject({ code: 4429 });
    const { id, links } = CreatedBoard.parse(made.find(({ status }) => status === 201)?.json);
    expect((await call(limited, `/api/boards/${id}`, { token: links.viewer.token })).status).toBe(200);
    await limited.stop();
  });
});
