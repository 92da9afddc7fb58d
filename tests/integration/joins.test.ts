// Joining a board that is too large to be compared on the main thread, while somebody writes.
import { join as joinPath } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { proseOf, writeProse } from "#shared/board/prose.ts";
import { titleOf } from "#shared/board/values.ts";
import { parsePrometheus } from "#tests/support/prometheus.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { call, newBoard, type StockClient, syncedClient, until } from "./people.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.stop();
});

async function joinsBy(answer: string): Promise<number> {
  const { text } = await call(server, "/metrics");
  return parsePrometheus(text).get(`canevas_joins_total{answer="${answer}"}`) ?? 0;
}

function isFolded(boardId: string): boolean {
  const database = new DatabaseSync(joinPath(server.dataDir, "canevas.sqlite"));
  const row = database.prepare("select count(*) as count from snapshots where board = ?").get(boardId);
  database.close();
  return row?.count !== 0;
}

const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

const areEqual = (one: Y.Doc, other: Y.Doc) =>
  Buffer.compare(Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)) === 0;

test("who has nothing, a part or everything of a large board ends with all of it", async () => {
  const { id, tokens } = await newBoard(server);
  const author = await syncedClient(server, id, tokens.participant);
  const nothing = new Y.Doc();
  writeProse(proseOf(author.doc, "diagnosis", "territorial"), "Le bus est en retard. ".repeat(8_000));
  const part = copyOf(author.doc);
  for (let left = 600; left > 0; left -= 1) titleOf(author.doc).insert(0, "x");
  await until(() => isFolded(id), "the log is folded");
  const everything = copyOf(author.doc);
  const joined: StockClient[] = [];
  for (const [answer, doc] of [
    ["full", nothing],
    ["diff", part],
    ["equal", everything],
  ] as const) {
    const before = await joinsBy(answer);
    const joining = syncedClient(server, id, tokens.participant, doc);
    titleOf(author.doc).insert(0, `${answer} `);
    joined.push(await joining);
    expect(await joinsBy(answer)).toBe(before + 1);
  }
  await until(() => joined.every(({ doc }) => areEqual(doc, author.doc)), "all are equal");
  for (const { closes, leave } of [author, ...joined]) {
    expect(closes).toEqual([]);
    leave();
  }
});
