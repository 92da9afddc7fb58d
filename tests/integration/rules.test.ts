// The rules of a board, as the write gate keeps them: whoever writes, with whatever program.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as Y from "yjs";
import type { Role } from "#shared/access/roles.ts";
import { essentialOf } from "#shared/board/essential.ts";
import { addNote, moveNote, noteText, setNoteKind } from "#shared/board/notes.ts";
import { proseOf, writeProse } from "#shared/board/prose.ts";
import { addRow, ensureRowText, rowOf, writeRowValue } from "#shared/board/rows.ts";
import { takeNote, takeRow } from "#shared/board/takeOut.ts";
import { writeValue } from "#shared/board/values.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { call, join, newBoard, rawMember, type TestBoard, until, updateOf } from "./people.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.stop();
});

type Rule = { type: string; [field: string]: unknown };
type Change = (doc: Y.Doc) => void;

let commands = 0;

async function decide(board: TestBoard, rule: Rule): Promise<void> {
  commands += 1;
  const body = { id: `command-${commands}`, ...rule };
  const token = board.tokens.facilitator;
  const answer = await call(server, `/api/boards/${board.id}/commands`, { method: "POST", token, body });
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
}

/** What becomes of a change that somebody of this role sends. */
async function fateOf(board: TestBoard, token: string, change: Change): Promise<"taken" | number> {
  const member = await rawMember(server, board.id, token);
  let fate: "taken" | number | undefined;
  void member.closed.then(({ code }) => {
    fate ??= code;
  });
  const before = member.updates().length;
  member.sendUpdate(updateOf(member.doc, () => change(member.doc)));
  await until(() => {
    if (member.updates().length > before) fate ??= "taken";
    return fate !== undefined;
  }, "the update is taken or refused");
  member.leave();
  return fate ?? 0;
}

const writers: Role[] = ["facilitator", "committee", "participant"];

const taken = "taken";
const refused = 4409;

describe("who writes where", () => {
  const locked: Rule[] = [{ type: "lockSections", sections: ["diagnosis"], locked: true }];
  const reserved: Rule[] = [{ type: "reserveSections", sections: ["diagnosis"], for: "committee" }];
  const forParticipants: Rule[] = [{ type: "reserveSections", sections: ["diagnosis"], for: "participant" }];
  const unlocked: Rule[] = [...locked, { type: "lockSections", sections: ["diagnosis"], locked: false }];

  const inDiagnosis: [what: string, change: Change][] = [
    ["the prose", (doc) => writeProse(proseOf(doc, "diagnosis", "retained"), "Retenu")],
    ["l’essentiel", (doc) => essentialOf(doc, "diagnosis").insert(0, "Essentiel")],
    ["a note", (doc) => addNote(doc, { id: "note-new-1", section: "diagnosis", at: [0, 0], kind: "idea" })],
  ];
  const rulesAndFates: [what: string, rules: Rule[], ...fates: ("taken" | number)[]][] = [
    ["open", [], taken, taken, taken],
    ["locked", locked, taken, refused, refused],
    ["reserved for the committee", reserved, taken, taken, refused],
    ["reserved for participants", forParticipants, taken, refused, taken],
    ["locked and opened again", unlocked, taken, taken, taken],
  ];
  const table = rulesAndFates.flatMap(([what, rules, ...fates]) =>
    inDiagnosis.map(([where, change]) => ({ what, where, rules, change, fates })),
  );

  test.each(table)("$where of a section that is $what", async ({ rules, change, fates }) => {
    const board = await newBoard(server);
    for (const rule of rules) await decide(board, rule);
    const found: unknown[] = [];
    for (const role of writers) {
      // Each on a board as it was.
      const one = role === "facilitator" ? board : await newBoard(server);
      if (one !== board) for (const rule of rules) await decide(one, rule);
      found.push(await fateOf(one, one.tokens[role], change));
    }
    expect(found).toEqual(fates);
  });

  test("a lock holds from the answer on for those who are in the room, and is lifted for them too", async () => {
    const board = await newBoard(server);
    const member = await rawMember(server, board.id, board.tokens.participant);
    const other = await rawMember(server, board.id, board.tokens.participant);
    await decide(board, { type: "lockSections", sections: ["diagnosis"], locked: true });
    other.sendUpdate(updateOf(other.doc, () => essentialOf(other.doc, "diagnosis").insert(0, "Trop tard")));
    expect(await other.closed).toMatchObject({ code: 4409 });
    await decide(board, { type: "lockSections", sections: ["diagnosis"], locked: false });
    member.sendUpdate(updateOf(member.doc, () => essentialOf(member.doc, "diagnosis").insert(0, "À temps")));
    await until(() => member.updates().length > 0, "the update came back");
    const { json } = await call(server, `/api/boards/${board.id}/record`, { token: board.tokens.viewer });
    expect(json).toMatchObject({ essentials: { diagnosis: "À temps" } });
    member.leave();
  });
});

describe("a note that is kept to its author", () => {
  const note = "note-of-lea";
  const changes: [what: string, change: Change, author: unknown, others: unknown, facilitator: unknown][] = [
    ["its text is changed", (doc) => noteText(doc, note)?.insert(0, "Non, "), taken, refused, taken],
    ["it is deleted", (doc) => takeNote(doc, note), taken, refused, taken],
    ["it is moved", (doc) => moveNote(doc, note, [0.5, 0.5]), taken, taken, taken],
    ["it goes to another section", (doc) => moveNote(doc, note, [0, 0], "plan_legal"), taken, taken, taken],
    ["its kind is changed", (doc) => setNoteKind(doc, note, "question"), taken, taken, taken],
  ];

  test.each(changes)("%s", async (_what, change, ...fates) => {
    const found: unknown[] = [];
    for (const who of ["author", "other", "facilitator"] as const) {
      const board = await newBoard(server);
      const lea = await join(server, board.id, board.tokens.participant, "Léa");
      const hugo = await join(server, board.id, board.tokens.participant, "Hugo");
      const author = lea.participantId;
      const made = await fateOf(board, lea.token, (doc) =>
        addNote(doc, { id: note, section: "diagnosis", at: [0, 0], kind: "idea", text: "Oui", author }),
      );
      expect(made).toBe(taken);
      await decide(board, { type: "keepNotesToAuthor", on: true });
      const tokens = { author: lea.token, other: hugo.token, facilitator: board.tokens.facilitator };
      found.push(await fateOf(board, tokens[who], change));
    }
    expect(found).toEqual(fates);
  });
});

describe("rows stand in several sections", () => {
  const record: { actions: { id: string }[] } = JSON.parse(
    readFileSync(new URL("../../client/features/home/exampleRecord.fr.json", import.meta.url), "utf8"),
  );
  const action = record.actions[0]?.id ?? "";
  const rules: Rule[] = [{ type: "lockSections", sections: ["plan_actions"], locked: true }];
  const changes: [what: string, change: Change, fate: unknown][] = [
    [
      "what is written on the open side",
      (doc) => {
        const row = rowOf(doc, "actions", action);
        if (row !== undefined) writeRowValue(row, "actualStart", "2026-11-22");
      },
      taken,
    ],
    [
      "what is written on the locked side alone",
      (doc) => {
        const row = rowOf(doc, "actions", action);
        if (row !== undefined) ensureRowText(row, "title").insert(0, "Ne pas ");
      },
      refused,
    ],
    [
      "a row that is added on the open side",
      (doc) => addRow(doc, "actions", { id: "new-action", values: {} }),
      taken,
    ],
    [
      "a row that is taken away, with what the locked side says of it",
      (doc) => takeRow(doc, "actions", action),
      refused,
    ],
  ];

  // What the interface offers follows the same answers (rowSections.ts).
  test.each(changes)("%s", async (_what, change, fate) => {
    const board = await newBoard(server, { record });
    for (const rule of rules) await decide(board, rule);
    expect(await fateOf(board, board.tokens.participant, change)).toBe(fate);
  });
});

test("what stands on no section is the committee’s, and the stage of the project the facilitator’s", async () => {
  const stage: Change = (doc) => writeValue(doc, "stage", "execution");
  const fates: unknown[] = [];
  for (const role of writers) {
    const board = await newBoard(server);
    fates.push(await fateOf(board, board.tokens[role], stage));
  }
  expect(fates).toEqual([taken, refused, refused]);
});
