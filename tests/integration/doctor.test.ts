// npm run doctor: what it finds in a database, and that looking changes nothing.
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { titleOf } from "#shared/board/values.ts";
import { runCommand } from "#tests/support/operations.ts";
import { newDataDir, startServer, type TestServer } from "#tests/support/server.ts";
import { newBoard, rawMember, type TestBoard, until, updateOf, updatesOf } from "./people.ts";

let server: TestServer;
let board: TestBoard;
/** A backup of a board with two snapshots, folded by the server itself. */
let sound: string;

const count = (file: string, sql: string): number => {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = Object(database.prepare(sql).get());
  database.close();
  return Number(Object.values(row)[0]);
};

beforeAll(async () => {
  server = await startServer();
  board = await newBoard(server, { title: "Sain" });
  const database = joinPath(server.dataDir, "canevas.sqlite");
  const author = await rawMember(server, board.id, board.tokens.facilitator);
  for (let snapshots = 1; snapshots <= 2; snapshots += 1) {
    const folded = () => count(database, "select count(*) from snapshots") >= snapshots;
    while (!folded()) {
      const told = author.updates().length;
      const updates = updatesOf(author.doc, () => {
        for (let letter = 0; letter < 200; letter += 1) titleOf(author.doc).insert(0, "é");
      });
      for (const update of updates) author.sendUpdate(update);
      await until(() => author.updates().length >= told + updates.length, "they came back");
    }
  }
  author.leave();
  sound = joinPath(newDataDir(), "sound.sqlite");
  const { code, stderr } = await runCommand("backup", [sound], { DATA_DIR: server.dataDir });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

afterAll(() => server.stop());

/** A copy of the sound database with something done to it. */
function spoiled(spoil: (database: InstanceType<typeof DatabaseSync>) => void): string {
  const file = joinPath(newDataDir(), "spoiled.sqlite");
  copyFileSync(sound, file);
  const database = new DatabaseSync(file);
  spoil(database);
  database.close();
  return file;
}

/** One more update at the end of the log, as if the server had written it. */
function appendTo(database: InstanceType<typeof DatabaseSync>, change: (doc: Y.Doc) => Uint8Array): void {
  const { seq } = Object(database.prepare("select max(seq) as seq from updates").get());
  database
    .prepare("insert into updates (board, seq, person, at, bytes) values (?, ?, null, 0, ?)")
    .run(board.id, seq + 1, change(new Y.Doc()));
}

async function findingsOf(file: string): Promise<string> {
  const { code, stdout } = await runCommand("doctor", [file]);
  expect({ code, stdout }).toMatchObject({ code: 1 });
  expect(stdout).toMatch(/1 avec des fautes/);
  return stdout;
}

test("a sound database gets a good line for each board, and stays as it was", async () => {
  const before = readFileSync(sound);
  const { code, stdout } = await runCommand("doctor", [sound]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      new RegExp(`^bon +${board.id} [^\n]*2 instantanés[^\n]*\n1 tableau vérifié, aucune faute\\.[^\n]*\n$`),
    ),
  });
  expect(readFileSync(sound).equals(before)).toBe(true);
});

test("it looks at the data directory while the server writes there", async () => {
  const author = await rawMember(server, board.id, board.tokens.facilitator);
  let isOver = false;
  const visit = runCommand("doctor", [], { DATA_DIR: server.dataDir }).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const told = author.updates().length;
    author.sendUpdate(updateOf(author.doc, () => titleOf(author.doc).insert(0, "à")));
    await until(() => author.updates().length > told, "it came back");
  }
  author.leave();
  expect(await visit).toMatchObject({ code: 0, stderr: "" });
});

describe("it finds", () => {
  test("a bit that flipped in a snapshot", async () => {
    const file = spoiled((database) => {
      const row = Object(database.prepare("select seq, state from snapshots order by seq desc").get());
      const state = new Uint8Array(row.state);
      const middle = Math.floor(state.length / 2);
      state[middle] = (state[middle] ?? 0) ^ 1;
      database.prepare("update snapshots set state = ? where seq = ?").run(state, row.seq);
    });
    expect(await findingsOf(file)).toMatch(/instantané \d+ : ses octets/);
  });

  test("an update that is missing", async () => {
    const last = count(sound, "select max(seq) from updates");
    const file = spoiled((database) => database.prepare("delete from updates where seq = ?").run(last - 1));
    expect(await findingsOf(file)).toContain(`la mise à jour ${last - 1} manque`);
  });

  test("a hash of the content that is not the content's", async () => {
    const file = spoiled((database) => database.exec("update snapshots set canon_sha256 = 'abcd'"));
    expect(await findingsOf(file)).toMatch(/son contenu n'est pas celui de son empreinte/);
  });

  test("a snapshot that is not what the log says", async () => {
    const file = spoiled((database) => {
      const row = Object(database.prepare("select seq, state from snapshots order by seq desc").get());
      const doc = new Y.Doc();
      Y.applyUpdate(doc, new Uint8Array(row.state));
      titleOf(doc).insert(0, "jamais écrit ");
      const state = Y.encodeStateAsUpdate(doc);
      const hash = createHash("sha256").update(state).digest("hex");
      database
        .prepare(
          "update snapshots set state = ?, sha256 = ?, canon_sha256 = null, state_vector = null where seq = ?",
        )
        .run(state, hash, row.seq);
    });
    expect(await findingsOf(file)).toMatch(/n'est pas ce que le journal donne/);
  });

  test("a root that is no part of a board", async () => {
    const file = spoiled((database) =>
      appendTo(database, (doc) => updateOf(doc, () => doc.getMap("intrus").set("a", 1))),
    );
    expect(await findingsOf(file)).toContain('une racine inconnue : "intrus"');
  });

  test("an update that builds on one that was never there", async () => {
    const file = spoiled((database) =>
      appendTo(database, (doc) => {
        titleOf(doc).insert(0, "ab");
        return updateOf(doc, () => titleOf(doc).insert(1, "c"));
      }),
    );
    expect(await findingsOf(file)).toMatch(/journal après \d+ : illisible/);
  });

  test("an update under the client id of somebody else", async () => {
    const file = spoiled((database) =>
      database.exec("update client_ids set person = null where person not null"),
    );
    expect(await findingsOf(file)).toMatch(/est à quelqu'un d'autre/);
  });

  test("a client id of a person who is not of this board", async () => {
    const file = spoiled((database) =>
      database
        .prepare("insert into client_ids (board, client_id, person) values (?, 7, 'nobody')")
        .run(board.id),
    );
    expect(await findingsOf(file)).toContain("le client 7 appartient à une personne inconnue");
  });

  test("a file that is damaged", async () => {
    const file = joinPath(newDataDir(), "damaged.sqlite");
    const bytes = readFileSync(sound);
    bytes.fill(0x5a, bytes.length - 3 * 4096, bytes.length - 4096);
    writeFileSync(file, bytes);
    expect((await runCommand("doctor", [file])).code).toBe(1);
  });
});
