import { afterEach, expect, test, vi } from "vitest";
import { createBoard, joinBoard, readBoard, revokeLink } from "#client/apiClient.ts";

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
vi.stubGlobal("fetch", asked);

afterEach(() => asked.mockReset());

const answers = (status: number, body: unknown) =>
  asked.mockResolvedValueOnce(new Response(body === undefined ? null : JSON.stringify(body), { status }));

const problem = (code: string, status: number) => ({
  type: "about:blank",
  title: "No",
  status,
  detail: "No",
  code,
});

test("the token travels in the header, never in the address", async () => {
  answers(201, { participantId: "p1", token: "own", role: "viewer" });
  expect(await joinBoard("board 1", "secret", "Amina")).toEqual({
    ok: true,
    value: { participantId: "p1", token: "own", role: "viewer" },
  });
  const [url, init] = asked.mock.calls[0] ?? [];
  expect(url).toBe("/api/boards/board%201/participants");
  expect(init).toMatchObject({ method: "POST", headers: { authorization: "Bearer secret" } });
  expect(init?.body).toBe('{"name":"Amina"}');
});

test("a refusal is its code", async () => {
  answers(401, problem("createTokenRequired", 401));
  expect(await createBoard({})).toEqual({ ok: false, problem: "createTokenRequired" });
});

test("an answer without content is a success", async () => {
  answers(204, undefined);
  expect(await revokeLink("b", "t", "l")).toEqual({ ok: true, value: undefined });
});

test("nobody who answers is unreachable, and so is a proxy in front of nobody", async () => {
  asked.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  expect(await readBoard("b", "t")).toEqual({ ok: false, problem: "unreachable" });
  asked.mockResolvedValueOnce(new Response("<h1>Bad gateway</h1>", { status: 502 }));
  expect(await readBoard("b", "t")).toEqual({ ok: false, problem: "unreachable" });
});

test("what is not in our words is not understood", async () => {
  answers(200, { id: "b" });
  expect(await readBoard("b", "t")).toEqual({ ok: false, problem: "notUnderstood" });
  answers(418, problem("teapot", 418));
  expect(await readBoard("b", "t")).toEqual({ ok: false, problem: "notUnderstood" });
});
