// Seeded histories through the real server: four people edit one board with stock clients, go offline, reload, while
// the server is stopped or killed and its log is folded. In the end all are equal: the clients, one that never threw
// anything away, the server, the server started again, and the log read from each of its snapshots.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalContent } from "#shared/board/canonical.ts";
import { titleOf } from "#shared/board/values.ts";
import { readRecord } from "#shared/record/readRecord.ts";
import { act, edit } from "#tests/convergence/edits.ts";
import {
  call,
  newBoard,
  type StockClient,
  stockClient,
  syncedClient,
  type TestBoard,
  until,
} from "#tests/integration/people.ts";
import { seedOf, sized, tellFigures } from "#tests/support/campaign.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { holesIn, readBoard, readings, readLog } from "./boardLog.ts";

const histories = sized({ short: 4, whole: 100 });
const stepsPerHistory = sized({ short: 80, whole: 150 });
const people = 4;
// More than the server takes before it folds a log.
const foldingUpdates = 600;

const who = fc.nat(people - 1);
const step = fc.oneof(
  { weight: 40, arbitrary: fc.record({ type: fc.constant("edit" as const), who, edit }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("leave" as const), who }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant("return" as const), who }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("reload" as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("kill" as const, "stop" as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const figures = { histories: 0, steps: 0, updates: 0, folds: 0, restarts: 0, different: 0 };

class History {
  server: TestServer;
  readonly board: TestBoard;
  readonly clients: StockClient[] = [];
  /** Reads along, and keeps what was deleted. */
  readonly witness: StockClient;
  #ids = 0;

  private constructor(server: TestServer, board: TestBoard, clients: StockClient[], witness: StockClient) {
    this.server = server;
    this.board = board;
    this.clients = clients;
    this.witness = witness;
  }

  static async begin(server: TestServer): Promise<History> {
    const board = await newBoard(server);
    const clients: StockClient[] = [];
    for (let count = 0; count < people; count += 1) {
      clients.push(await syncedClient(server, board.id, board.tokens.participant));
    }
    const witness = await syncedClient(server, board.id, board.tokens.viewer, new Y.Doc({ gc: false }));
    return new History(server, board, clients, witness);
  }

  get everyone(): StockClient[] {
    return [...this.clients, this.witness];
  }

  async take(one: Step): Promise<void> {
    if (!("who" in one)) return this.restart(one.type);
    const client = this.clients[one.who];
    if (client === undefined) return;
    this.#ids += 1;
    if (one.type === "edit") act(client.doc, one.edit, () => `note-${String(this.#ids).padStart(6, "0")}`);
    if (one.type === "leave") client.provider.disconnect();
    if (one.type === "return") client.provider.connect();
    if (one.type === "reload") this.#reload(one.who, client);
    // Everybody's sockets have their turn.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }

  /** The page is loaded again: what this device kept, in a document with a client id of its own. */
  #reload(index: number, client: StockClient): void {
    client.leave();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
    this.clients[index] = stockClient(this.server, this.board.id, this.board.tokens.participant, doc);
  }

  /** Once in the middle of every history: what follows builds on a snapshot. */
  async typeUntilFolded(): Promise<void> {
    const typist = await syncedClient(this.server, this.board.id, this.board.tokens.participant);
    for (let left = foldingUpdates; left > 0; left -= 2) {
      titleOf(typist.doc).insert(0, "x");
      titleOf(typist.doc).delete(0, 1);
    }
    const isFolded = () => readLog(this.server.dataDir, this.board.id).snapshots.length > 0;
    await until(isFolded, "the log is folded");
    typist.leave();
  }

  async restart(how: "kill" | "stop"): Promise<void> {
    await this.server[how]();
    const { dataDir, port } = this.server;
    this.server = await startServer({ DATA_DIR: dataDir, PORT: String(port) });
    figures.restarts += 1;
  }

  async expectEqual(when: string): Promise<void> {
    for (const { provider } of this.everyone) provider.connect();
    const contents = () => new Set(this.everyone.map(({ doc }) => canonicalContent(doc)));
    const areSynced = () => this.everyone.every(({ provider }) => provider.synced);
    await until(() => areSynced() && contents().size === 1, `all clients are equal, ${when}`, 30_000);
    const content = canonicalContent(this.witness.doc);
    const log = readLog(this.server.dataDir, this.board.id);
    figures.updates += log.updates.at(-1)?.seq ?? 0;
    figures.folds += log.snapshots.length;
    expect(holesIn(log), when).toEqual([]);
    const served = await readBoard(this.server, this.board);
    const expected = withoutDates(readRecord(this.witness.doc).record);
    expect(await this.#record(), when).toMatchObject(expected);
    await this.restart("stop");
    const servedAgain = await readBoard(this.server, this.board);
    const keptAll = log.snapshots.length === 0 ? [] : readings(log, { gc: false });
    for (const doc of [served, servedAgain, ...readings(log), ...keptAll]) {
      expect(doc.store.pendingStructs, when).toBeNull();
      expect(canonicalContent(doc), when).toBe(content);
    }
    expect(await this.#record(), when).toMatchObject(expected);
    expect(
      this.everyone.flatMap(({ closes }) => closes.filter(({ code }) => code >= 4400)),
      when,
    ).toEqual([]);
    for (const one of this.everyone) one.leave();
  }

  async #record(): Promise<unknown> {
    const path = `/api/boards/${this.board.id}/record`;
    return (await call(this.server, path, { token: this.board.tokens.viewer })).json;
  }
}

/** The server adds what it alone knows of a record. */
function withoutDates(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => name !== "updatedOn" && name !== "provenance"),
  );
}

test(`${histories} histories through the server end equal for everyone`, {
  timeout: sized({ short: 300_000, whole: 60 * 60_000 }),
}, async () => {
  const seed = seedOf("convergence");
  let server = await startServer();
  const steps = fc.array(step, { minLength: stepsPerHistory, maxLength: stepsPerHistory });
  for (const [index, path] of fc.sample(steps, { seed, numRuns: histories }).entries()) {
    const history = await History.begin(server);
    for (const [at, one] of path.entries()) {
      await history.take(one);
      if (at === path.length >> 1) await history.typeUntilFolded();
    }
    await history.expectEqual(`history ${index}, seed ${seed}`);
    server = history.server;
    figures.histories += 1;
    figures.steps += path.length;
  }
  expect(await server.stop()).toBe(0);
  tellFigures("convergence", figures);
});
