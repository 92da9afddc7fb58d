// Live editing through the WebSocket, as the contract describes it.
import { join as joinPath } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { addNote, notesOf, noteText } from "#shared/board/notes.ts";
import { proseOf } from "#shared/board/prose.ts";
import { addRow } from "#shared/board/rows.ts";
import { takeRow } from "#shared/board/takeOut.ts";
import { titleOf } from "#shared/board/values.ts";
import { encodeFrame } from "#shared/sync/frames.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  call,
  join,
  linkIdOf,
  newBoard,
  rawClient,
  rawMember,
  type StockClient,
  stockClient,
  syncedClient,
  until,
  updateOf,
  updatesOf,
} from "./people.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.stop();
});

const stateOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);
const areEqual = (one: Y.Doc, other: Y.Doc) => Buffer.compare(stateOf(one), stateOf(other)) === 0;

/** What the server has committed, as somebody who comes new would get it. */
async function committed(boardId: string, token: string, from = server): Promise<Y.Doc> {
  const reader = await rawMember(from, boardId, token);
  reader.leave();
  return reader.doc;
}

describe("two stock clients", () => {
  test("write at once, converge, and the record has what both wrote", async () => {
    const { id, tokens } = await newBoard(server);
    const clients: StockClient[] = [];
    for (const role of ["facilitator", "committee", "participant"] as const) {
      clients.push(await syncedClient(server, id, tokens[role]));
    }
    const [one, two, three] = clients;
    if (one === undefined || two === undefined || three === undefined) throw new Error("three clients");
    for (const letter of "Atelier") {
      titleOf(one.doc).insert(titleOf(one.doc).length, letter);
      titleOf(two.doc).insert(0, "é");
      titleOf(three.doc).insert(0, "🏫");
    }
    await until(() => areEqual(one.doc, two.doc) && areEqual(two.doc, three.doc), "all are equal");
    const title = titleOf(one.doc).toString();
    expect([...title].sort().join("")).toBe(
      [..."Projet sans titre", ..."Atelier", ..."é🏫".repeat(7)].sort().join(""),
    );
    const record = await call(server, `/api/boards/${id}/record`, { token: tokens.viewer });
    expect(record.json).toMatchObject({ title });
    for (const client of clients) client.leave();
  });

  test("one that was away comes back with what it wrote meanwhile, once", async () => {
    const { id, tokens } = await newBoard(server);
    const away = await syncedClient(server, id, tokens.participant);
    const here = await syncedClient(server, id, tokens.participant);
    away.provider.disconnect();
    titleOf(away.doc).insert(0, "au loin ");
    titleOf(here.doc).insert(0, "ici ");
    away.provider.connect();
    // Typed before the handshake is over: it reaches the server ahead of what was written while away.
    away.provider.on("status", ({ status }) => {
      if (status === "connected") titleOf(away.doc).insert(0, "aussitôt ");
    });
    await until(() => areEqual(away.doc, here.doc), "both are equal");
    const title = titleOf(here.doc).toString();
    for (const words of ["au loin ", "ici ", "aussitôt "]) expect(title.split(words)).toHaveLength(2);
    expect(away.closes.filter(({ code }) => code >= 4400)).toEqual([]);
    away.leave();
    here.leave();
  });
});

describe("an update", () => {
  test("comes back to its author byte for byte, and reaches the others", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await rawMember(server, id, tokens.participant);
    const other = await rawMember(server, id, tokens.viewer);
    const update = updateOf(author.doc, () => titleOf(author.doc).insert(0, "Bonjour "));
    author.sendUpdate(update);
    await until(() => author.updates().length === 1 && other.updates().length === 1, "both heard");
    expect(author.updates()).toEqual([update]);
    for (const heard of other.updates()) Y.applyUpdate(other.doc, heard);
    expect(titleOf(other.doc).toString()).toBe("Bonjour Projet sans titre");
    author.leave();
    other.leave();
  });

  test("that brings nothing new comes back too, and disturbs nobody else", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await rawMember(server, id, tokens.participant);
    const other = await rawMember(server, id, tokens.viewer);
    const update = updateOf(author.doc, () => titleOf(author.doc).insert(0, "Un "));
    author.sendUpdate(update);
    author.sendUpdate(update);
    author.send({ type: "syncStep2", update: Y.encodeStateAsUpdate(author.doc) });
    author.sendUpdate(updateOf(author.doc, () => titleOf(author.doc).insert(0, "Deux ")));
    await until(() => author.updates().length === 4 && other.updates().length === 2, "all came back");
    expect(author.updates().slice(0, 2)).toEqual([update, update]);
    author.leave();
    other.leave();
  });

  test("of which a part is known is told to others for its new part", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await rawMember(server, id, tokens.participant);
    const other = await rawMember(server, id, tokens.viewer);
    const [first, second] = updatesOf(author.doc, () => {
      titleOf(author.doc).insert(0, "a");
      titleOf(author.doc).insert(1, "b");
    });
    if (first === undefined || second === undefined) throw new Error("two updates");
    author.sendUpdate(first);
    const both = Y.mergeUpdates([first, second]);
    author.sendUpdate(both);
    await until(() => author.updates().length === 2 && other.updates().length === 2, "both heard");
    expect(author.updates()[1]).toEqual(both);
    for (const heard of other.updates()) Y.applyUpdate(other.doc, heard);
    expect(titleOf(other.doc).toString()).toBe("abProjet sans titre");
    author.leave();
    other.leave();
  });

  test("that Yjs would tidy up after is told and logged as it was sent: tidying up is left to the clients", async () => {
    const { id, tokens } = await newBoard(server);
    const one = await rawMember(server, id, tokens.participant);
    const two = await rawMember(server, id, tokens.participant);
    const reader = await rawMember(server, id, tokens.viewer);
    one.doc.clientID = 1;
    two.doc.clientID = 2;
    const words = ({ doc }: { doc: Y.Doc }) => proseOf(doc, "diagnosis", "territorial");
    const paragraph = updateOf(one.doc, () => {
      const element = new Y.XmlElement("paragraph");
      element.insert(0, [new Y.XmlText("un mot ou deux encore")]);
      words(one).insert(0, [element]);
    });
    one.sendUpdate(paragraph);
    await until(() => two.updates().length === 1, "both have the paragraph");
    Y.applyUpdate(two.doc, paragraph);
    // Found by trying: formats after which Yjs, once it hears of all of them, deletes one that is redundant.
    const format = (client: typeof one, from: number, length: number, bold: unknown) => {
      const [text] = words(client).createTreeWalker((node) => node instanceof Y.XmlText);
      if (text instanceof Y.XmlText) text.format(from, length, { bold });
    };
    const ofOne = updatesOf(one.doc, () => {
      format(one, 0, 4, {});
      format(one, 14, 5, null);
      format(one, 13, 4, null);
    });
    const ofTwo = updatesOf(two.doc, () => {
      format(two, 2, 1, null);
      format(two, 8, 4, {});
      format(two, 0, 1, {});
    });
    for (const update of ofOne) one.sendUpdate(update);
    await until(() => one.updates().length === 1 + ofOne.length, "the first is done");
    for (const update of ofTwo) two.sendUpdate(update);
    const all = [paragraph, ...ofOne, ...ofTwo];
    await until(
      () => [one, two, reader].every((each) => each.updates().length === all.length),
      "all are told",
    );
    for (const each of [one, two, reader]) expect(each.updates()).toEqual(all);
    reader.doc.transact((transaction) => {
      for (const update of reader.updates()) Y.applyUpdate(reader.doc, update);
      transaction.local = true;
    });

    const database = new DatabaseSync(joinPath(server.dataDir, "canevas.sqlite"));
    const log: { bytes: Uint8Array }[] = database
      .prepare("select bytes from updates where board = ? order by seq")
      .all(id);
    database.close();
    const logged = new Y.Doc();
    logged.transact((transaction) => {
      for (const { bytes } of log) Y.applyUpdate(logged, bytes);
      transaction.local = true;
    });
    const live = await committed(id, tokens.viewer);
    expect(areEqual(logged, live)).toBe(true);
    expect(areEqual(reader.doc, live)).toBe(true);
    one.leave();
    two.leave();
    reader.leave();
  });

  test("is told after the answer to SyncStep1, never before; to one who does not ask, all the same", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await rawMember(server, id, tokens.participant);
    const [asks, listens] = [
      rawClient(server, id, tokens.participant),
      rawClient(server, id, tokens.participant),
    ];
    await Promise.all([asks.opened, listens.opened]);
    await until(() => [asks, listens].every(({ frames }) => frames.length > 0), "both are in the room");
    const update = updateOf(author.doc, () => titleOf(author.doc).insert(0, "un "));
    author.sendUpdate(update);
    await until(() => author.updates().length === 1, "it is saved");
    await pause(300);
    expect([asks.updates(), listens.updates()]).toEqual([[], []]);
    asks.send({ type: "syncStep1", stateVector: new Uint8Array([0]) });
    await until(() => asks.updates().length === 1, "it is told after the board");
    expect(asks.frames.findIndex(({ type }) => type === "syncStep2")).toBeLessThan(
      asks.frames.findIndex(({ type }) => type === "update"),
    );
    await until(() => listens.updates().length === 1, "the listener is told");
    for (const one of [author, asks, listens]) one.leave();
  });

  test("that is early waits for the answer to our SyncStep1", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await rawMember(server, id, tokens.participant);
    const [first, second] = updatesOf(author.doc, () => {
      titleOf(author.doc).insert(0, "un ");
      titleOf(author.doc).insert(3, "deux ");
    });
    if (first === undefined || second === undefined) throw new Error("two updates");
    author.sendUpdate(second);
    author.send({ type: "syncStep2", update: first });
    await until(() => author.updates().length === 2, "both came back");
    expect(author.updates()).toEqual([first, second]);
    expect(titleOf(await committed(id, tokens.viewer)).toString()).toBe("un deux Projet sans titre");
    author.leave();
  });

  test("that is early is refused when no answer comes, and waited for while one is still arriving", async () => {
    const { id, tokens } = await newBoard(server);
    const [silent, slow] = [
      await rawMember(server, id, tokens.participant),
      await rawMember(server, id, tokens.participant),
    ];
    const two = ({ doc }: typeof slow) =>
      updatesOf(doc, () => {
        titleOf(doc).insert(0, "un ");
        titleOf(doc).insert(3, "deux ");
      });
    const [first, second] = two(slow);
    const [, alone] = two(silent);
    if (first === undefined || second === undefined || alone === undefined)
      throw new Error("two updates each");
    silent.sendUpdate(alone);
    slow.sendUpdate(second);
    const answer = encodeFrame({ type: "syncStep2", update: first });
    for (let at = 0; at < 3; at += 1) {
      slow.socket.send(answer.subarray(at, at + 1), { fin: false });
      await pause(2_000);
    }
    slow.socket.send(answer.subarray(3), { fin: true });
    await until(() => slow.updates().length === 2, "both came back");
    expect(await silent.closed).toMatchObject({ code: 4409 });
    slow.leave();
  });

  test("that builds on what was never sent is refused, and leaves no trace", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await rawMember(server, id, tokens.participant);
    const [, second] = updatesOf(author.doc, () => {
      titleOf(author.doc).insert(0, "un ");
      titleOf(author.doc).insert(3, "deux ");
    });
    if (second === undefined) throw new Error("two updates");
    author.send({ type: "syncStep2", update: new Uint8Array([0, 0]) });
    author.sendUpdate(second);
    expect(await author.closed).toMatchObject({ code: 4409 });
    const after = await committed(id, tokens.viewer);
    expect(titleOf(after).toString()).toBe("Projet sans titre");
    expect(after.store.pendingStructs).toBeNull();
  });
});

describe("a room", () => {
  test("commits what somebody sent who hung up at once", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await rawMember(server, id, tokens.participant);
    author.sendUpdate(updateOf(author.doc, () => titleOf(author.doc).insert(0, "au revoir ")));
    author.socket.close();
    await author.closed;
    const after = await committed(id, tokens.viewer);
    expect(titleOf(after).toString()).toBe("au revoir Projet sans titre");
  });
});

describe("roles", () => {
  test.each(["facilitator", "committee", "participant"] as const)("%s writes", async (role) => {
    const { id, tokens } = await newBoard(server);
    const member = await rawMember(server, id, (await join(server, id, tokens[role])).token);
    await until(
      () => member.frames.some(({ type }) => type === "syncStep1"),
      "the server asks what it misses",
    );
    member.sendUpdate(updateOf(member.doc, () => titleOf(member.doc).insert(0, "x")));
    await until(() => member.updates().length === 1, "it came back");
    member.leave();
  });

  test("a viewer reads, is never asked for changes, and is refused when it sends one", async () => {
    const { id, tokens } = await newBoard(server, { title: "À lire" });
    const viewer = await rawMember(server, id, tokens.viewer);
    expect(titleOf(viewer.doc).toString()).toBe("À lire");
    viewer.send({ type: "syncStep2", update: new Uint8Array([0, 0]) });
    viewer.sendUpdate(new Uint8Array([0, 0]));
    await until(() => viewer.updates().length === 2, "the empty update is nothing to refuse");
    expect(viewer.frames.some(({ type }) => type === "syncStep1")).toBe(false);
    viewer.sendUpdate(updateOf(viewer.doc, () => titleOf(viewer.doc).insert(0, "x")));
    expect(await viewer.closed).toMatchObject({ code: 4409 });
    expect(titleOf(await committed(id, tokens.viewer)).toString()).toBe("À lire");
  });

  test("a viewer's SyncStep2 is refused like an update", async () => {
    const { id, tokens } = await newBoard(server);
    const viewer = await rawMember(server, id, tokens.viewer);
    titleOf(viewer.doc).insert(0, "x");
    viewer.send({ type: "syncStep2", update: stateOf(viewer.doc) });
    expect(await viewer.closed).toMatchObject({ code: 4409 });
  });
});

describe("who is let in", () => {
  test("a program with an Authorization header, and no subprotocol", async () => {
    const { id, tokens } = await newBoard(server);
    const member = await rawMember(server, id, tokens.participant, {
      protocols: [],
      options: { headers: { authorization: `Bearer ${tokens.participant}` } },
    });
    expect(member.socket.protocol).toBe("");
    member.leave();
  });

  test("a browser from the address served; the subprotocol is canevas.v1", async () => {
    const { id, tokens } = await newBoard(server);
    const member = await rawMember(server, id, tokens.participant, { options: { origin: server.url } });
    expect(member.socket.protocol).toBe("canevas.v1");
    member.leave();
  });

  test("a browser from PUBLIC_URL", async () => {
    const publicUrl = "https://canevas.example.org";
    const behind = await startServer({ PUBLIC_URL: publicUrl });
    const { id, tokens } = await newBoard(behind);
    const member = await rawMember(behind, id, tokens.viewer, { options: { origin: publicUrl } });
    member.leave();
    await behind.stop();
  });

  test.each(["https://elsewhere.example.org", "null"])("not a browser from %s", async (origin) => {
    const { id, tokens } = await newBoard(server);
    const client = rawClient(server, id, tokens.participant, { options: { origin } });
    expect(await client.closed).toMatchObject({ code: 4403 });
    expect(client.frames).toEqual([]);
  });

  test.each([
    ["an unknown board", 4404, "V1StGXR8_Z5jdHi6B-myT", "x"],
    ["a board that cannot be", 4404, "a%2Fb", "x"],
    ["an unknown token", 4401, undefined, "x"],
    ["no token", 4401, undefined, undefined],
  ])("not to %s", async (_what, code, boardId, token) => {
    const { id } = await newBoard(server);
    const client = rawClient(server, boardId ?? id, token);
    expect(await client.closed).toEqual({ code, reason: expect.stringMatching(/./) });
    expect(client.frames).toEqual([]);
  });

  test("not with the token of another board", async () => {
    const mine = await newBoard(server);
    const theirs = await newBoard(server);
    expect(await rawClient(server, theirs.id, mine.tokens.facilitator).closed).toMatchObject({ code: 4401 });
  });

  test("a stock client that is refused does not come back", async () => {
    const { id } = await newBoard(server);
    const client = stockClient(server, id, "wrong");
    await until(() => !client.provider.shouldConnect, "it gave up");
    expect(client.closes).toEqual([{ code: 4401, reason: "unknown token" }]);
    client.leave();
  });
});

describe("revoking a link", () => {
  test("closes at once the sockets of all who came by it, and of nobody else", async () => {
    const board = await newBoard(server);
    const { id, tokens } = board;
    const person = await join(server, id, tokens.participant);
    const byLink = await rawMember(server, id, tokens.participant);
    const byPerson = await rawMember(server, id, person.token);
    const other = await rawMember(server, id, tokens.committee);
    const linkId = await linkIdOf(server, board, "participant");
    const startedAt = performance.now();
    await call(server, `/api/boards/${id}/links/${linkId}`, { method: "DELETE", token: tokens.facilitator });
    expect(await byLink.closed).toMatchObject({ code: 4403 });
    expect(await byPerson.closed).toMatchObject({ code: 4403 });
    expect(performance.now() - startedAt).toBeLessThan(2000);
    for (const token of [tokens.participant, person.token]) {
      expect(await rawClient(server, id, token).closed).toMatchObject({ code: 4403 });
    }
    other.sendUpdate(updateOf(other.doc, () => titleOf(other.doc).insert(0, "x")));
    await until(() => other.updates().length === 1, "the other writes on");
    expect(byLink.updates()).toEqual([]);
    other.leave();
  });
});

describe("a commit that fails", () => {
  test("is told to nobody, closes that board for a retry, and leaves the others alone", async () => {
    const mine = await newBoard(server);
    const theirs = await newBoard(server);
    const author = await rawMember(server, mine.id, mine.tokens.participant);
    const other = await rawMember(server, mine.id, mine.tokens.participant);
    const stranger = await rawMember(server, theirs.id, theirs.tokens.participant);
    const database = new DatabaseSync(joinPath(server.dataDir, "canevas.sqlite"));
    database.exec(`create trigger broken_disk before insert on updates when new.board = '${mine.id}'
      begin select raise(abort, 'disk full'); end`);
    const update = updateOf(author.doc, () => titleOf(author.doc).insert(0, "perdu ? "));
    author.sendUpdate(update);
    stranger.sendUpdate(updateOf(stranger.doc, () => titleOf(stranger.doc).insert(0, "x")));
    expect(await author.closed).toMatchObject({ code: 1013 });
    expect(await other.closed).toMatchObject({ code: 1013 });
    await until(() => stranger.updates().length === 1, "the other board goes on");
    expect([...author.updates(), ...other.updates()]).toEqual([]);
    expect((await call(server, "/api/ready")).status).toBe(503);
    expect(titleOf(await committed(mine.id, mine.tokens.viewer)).toString()).toBe("Projet sans titre");

    database.exec("drop trigger broken_disk");
    database.close();
    const back = await rawMember(server, mine.id, mine.tokens.participant);
    back.send({ type: "syncStep2", update: stateOf(author.doc) });
    await until(() => back.updates().length === 1, "what was kept on the device arrives");
    expect(titleOf(await committed(mine.id, mine.tokens.viewer)).toString()).toBe(
      "perdu ? Projet sans titre",
    );
    back.leave();
    stranger.leave();
  });
});

describe("the log", () => {
  type SnapshotRow = { seq: number; state: Uint8Array };

  function snapshotsOf(boardId: string, from = server): SnapshotRow[] {
    const database = new DatabaseSync(joinPath(from.dataDir, "canevas.sqlite"));
    const rows = database
      .prepare("select seq, state from snapshots where board = ? order by seq")
      .all(boardId);
    database.close();
    return rows;
  }

  /** Types until the log was folded this often. */
  async function typeUntilFolded(client: StockClient, boardId: string, times: number): Promise<void> {
    let written = 0;
    while (snapshotsOf(boardId).length < times) {
      for (let left = 100; left > 0; left -= 1) {
        written += 1;
        titleOf(client.doc).insert(0, `${written} `);
        if (written % 3 === 0) titleOf(client.doc).delete(4, 2);
      }
      const token = client.provider.protocols[1]?.replace("token.", "") ?? "";
      await until(async () => areEqual(client.doc, await committed(boardId, token)), "all is committed");
    }
  }

  test("is folded into snapshots, and opens again equal, also when the newest snapshot is damaged", async () => {
    const { id, tokens } = await newBoard(server);
    const client = await syncedClient(server, id, tokens.participant);
    addNote(client.doc, {
      id: "note-0001",
      section: "diagnosis",
      at: [0.5, 0.5],
      kind: "idea",
      text: "retards",
    });
    await typeUntilFolded(client, id, 2);
    noteText(client.doc, "note-0001")?.insert(0, "trop de ");
    await until(async () => areEqual(client.doc, await committed(id, tokens.viewer)), "all is committed");
    client.leave();

    const [older, newer, ...more] = snapshotsOf(id);
    expect(more).toEqual([]);
    if (older === undefined || newer === undefined) throw new Error("two snapshots");
    const database = new DatabaseSync(joinPath(server.dataDir, "canevas.sqlite"));
    const first = database.prepare("select min(seq) as seq from updates where board = ?").get(id);
    expect(Number(first?.seq)).toBeLessThanOrEqual(older.seq + 1);

    await server.kill();
    const again = await startServer({ DATA_DIR: server.dataDir, PORT: String(server.port) });
    expect(areEqual(await committed(id, tokens.viewer, again), client.doc)).toBe(true);
    await again.kill();

    const damaged = Uint8Array.from(newer.state);
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1;
    database
      .prepare("update snapshots set state = ? where board = ? and seq = ?")
      .run(damaged, id, newer.seq);
    database.close();
    server = await startServer({ DATA_DIR: server.dataDir, PORT: String(server.port) });
    const restored = await committed(id, tokens.viewer);
    expect(areEqual(restored, client.doc)).toBe(true);
    expect(notesOf(restored, "diagnosis").map(({ text }) => text)).toEqual(["trop de retards"]);
    expect(server.log()).toContain("damaged snapshots");
  });
});

// The longest text that a field holds is 200,000 characters.
const longTitle = "x".repeat(195_000);

/** Rows with as much text as a row takes; their ids. */
function addLongRows(doc: Y.Doc, count: number, name: string): string[] {
  const ids = Array.from({ length: count }, (_, index) => `${name}-${index}`);
  doc.transact(() => {
    for (const id of ids) addRow(doc, "actions", { id, values: { title: longTitle } });
  });
  return ids;
}

describe("limits", () => {
  test("600 updates at once are taken, more are refused as too fast", async () => {
    const limited = await startServer({ RATE_LIMIT: "on" });
    const { id, tokens } = await newBoard(limited);
    const client = await rawMember(limited, id, tokens.participant);
    const bystander = await rawMember(limited, id, tokens.participant);
    const updates = updatesOf(client.doc, () => {
      for (let left = 700; left > 0; left -= 1) titleOf(client.doc).insert(0, "x");
    });
    for (const update of updates) client.sendUpdate(update);
    expect(await client.closed).toMatchObject({ code: 4429 });
    await until(() => bystander.updates().length >= 590, "what was taken before is told");
    bystander.sendUpdate(updateOf(bystander.doc, () => titleOf(bystander.doc).insert(0, "y")));
    expect(bystander.socket.readyState).toBe(bystander.socket.OPEN);
    bystander.leave();
    await limited.stop();
  });

  test("with rates off, they are all taken", async () => {
    const { id, tokens } = await newBoard(server);
    const client = await rawMember(server, id, tokens.participant);
    const updates = updatesOf(client.doc, () => {
      for (let left = 1500; left > 0; left -= 1) titleOf(client.doc).insert(0, "x");
    });
    for (const update of updates) client.sendUpdate(update);
    await until(() => client.updates().length === 1500, "all came back");
    expect(client.updates()).toEqual(updates);
    client.leave();
  });

  test("a board of 16 MiB grows no further, and can still be made smaller", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await syncedClient(server, id, tokens.participant);
    const rows = Array.from({ length: 4 }, (_, part) => addLongRows(author.doc, 20, `part-${part}`)).flat();
    await until(async () => areEqual(author.doc, await committed(id, tokens.viewer)), "nearly full");
    const greedy = await rawMember(server, id, tokens.participant);
    greedy.sendUpdate(updateOf(greedy.doc, () => addLongRows(greedy.doc, 16, "greedy")));
    expect(await greedy.closed).toMatchObject({ code: 4413 });
    author.doc.transact(() => {
      for (const row of rows) takeRow(author.doc, "actions", row);
    });
    await until(async () => areEqual(author.doc, await committed(id, tokens.viewer)), "made smaller");
    addLongRows(author.doc, 16, "after");
    await until(async () => areEqual(author.doc, await committed(id, tokens.viewer)), "there is room again");
    author.leave();
  });

  test("one who does not read is let go for a retry, and holds up nobody", async () => {
    const { id, tokens } = await newBoard(server);
    const author = await rawMember(server, id, tokens.participant);
    const slow = await rawMember(server, id, tokens.viewer);
    const quick = await rawMember(server, id, tokens.viewer);
    slow.socket.pause();
    const rounds = 20;
    for (let round = 1; round <= rounds; round += 1) {
      const updates = updatesOf(author.doc, () => {
        const rows = addLongRows(author.doc, 5, `round-${round}`);
        author.doc.transact(() => {
          for (const row of rows) takeRow(author.doc, "actions", row);
        });
      });
      for (const update of updates) author.sendUpdate(update);
      await until(() => quick.updates().length === 2 * round, "the quick one hears it");
    }
    slow.socket.resume();
    expect((await slow.closed).code).toBe(1013);
    author.leave();
    quick.leave();
  });

  test("500 may be on a board; the next is asked to try again", async () => {
    const { id, tokens } = await newBoard(server);
    const everyone = Array.from({ length: 500 }, () => rawClient(server, id, tokens.viewer));
    await Promise.all(everyone.map((one) => one.opened));
    for (const one of everyone) one.send({ type: "syncStep1", stateVector: new Uint8Array([0]) });
    await until(() => everyone.every((one) => one.frames.length > 0), "all are in");
    expect(await rawClient(server, id, tokens.viewer).closed).toMatchObject({ code: 1013 });
    for (const one of everyone) one.leave();
  });
});
