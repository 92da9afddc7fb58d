// Every way of hurting a board by raw updates that we know of, each with the refusal it earns. Afterwards the board is
// as it was, and equal to its own reload. Rules: docs/SYNC.md, "The write gate".
import * as encoding from "lib0/encoding";
import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { RefusalCode } from "#shared/access/refusal.ts";
import type { Role } from "#shared/access/roles.ts";
import { type BoardRules, openRules } from "#shared/access/rules.ts";
import { canonicalContent } from "#shared/board/canonical.ts";
import { addNote, moveNote, noteText } from "#shared/board/notes.ts";
import { proseOf, writeProse } from "#shared/board/prose.ts";
import { addRow, rowsOf, rowText } from "#shared/board/rows.ts";
import { writeValue } from "#shared/board/values.ts";
import {
  type Block,
  type Crafted,
  craft,
  deleted,
  format,
  one,
  shared,
  text,
  values,
  xmlElement,
  xmlHook,
  xmlText,
  yArray,
  yMap,
  yText,
} from "./craft.ts";
import { ModelServer, replayed } from "./modelServer.ts";

const victim = 1_000;
const attacker = 2_000;

let server: ModelServer;
/** Where things of the victim's are, as ids of the log. */
let ids: {
  noteMap: Y.Item;
  noteText: Y.Item;
  letters: Y.Item;
  paragraph: Y.Item;
  prose: Y.Item;
  otherProse: Y.Item;
  rowTitle: Y.Item;
  evaluationNote: Y.Item;
};

const at = (item: Y.Item) => [item.id.client, item.id.clock] as const;
const endOf = (item: Y.Item) => [item.id.client, item.id.clock + item.length - 1] as const;

/** Any shared type: their classes do not fit each other. */
type Shared = { _item: Y.Item | null; _start: Y.Item | null };

function itemOf(type: Shared | undefined): Y.Item {
  if (type?._item === undefined || type._item === null) throw new Error("no such thing");
  return type._item;
}

function firstIn(type: Shared | undefined): Y.Item {
  if (type?._start === undefined || type._start === null) throw new Error("it is empty");
  return type._start;
}

/** As lea: a note, prose, a row; as the committee: a note in the evaluation. */
function aBoardInUse(): void {
  server = new ModelServer();
  const write = (client: number, person: string, role: Role, change: (board: Y.Doc) => void) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc));
    const before = Y.encodeStateVector(doc);
    doc.transact(() => change(doc));
    const outcome = server.receive(Y.encodeStateAsUpdate(doc, before), { person, role });
    if (outcome.type !== "taken") throw new Error(`an honest update: ${JSON.stringify(outcome)}`);
  };
  write(victim, "lea", "participant", (board) => {
    addNote(board, {
      id: "note-of-lea",
      section: "diagnosis",
      at: [0.1, 0.1],
      kind: "idea",
      text: "eau",
      author: "lea",
    });
    writeProse(proseOf(board, "diagnosis", "territorial"), "Bonjour");
    writeProse(proseOf(board, "objectives", "retained"), "Autre");
    addRow(board, "actions", { id: "action-1", values: { title: "Pomper" } });
  });
  write(3_000, "cora", "committee", (board) => {
    addNote(board, {
      id: "note-of-cora",
      section: "eval_indicators",
      at: [0, 0],
      kind: "idea",
      text: "bilan",
      author: "cora",
    });
  });
  const board = server.doc;
  const note = board.getMap("notes").get("note-of-lea");
  const other = board.getMap("notes").get("note-of-cora");
  const [paragraph] = proseOf(board, "diagnosis", "territorial").toArray();
  const [otherParagraph] = proseOf(board, "objectives", "retained").toArray();
  const [row] = rowsOf(board, "actions");
  if (!(note instanceof Y.Map && other instanceof Y.Map && paragraph instanceof Y.XmlElement))
    throw new Error("?");
  if (!(otherParagraph instanceof Y.XmlElement) || row === undefined) throw new Error("?");
  const childText = (element: Y.XmlElement) => firstIn(element.get(0) as Y.XmlText);
  ids = {
    noteMap: itemOf(note),
    noteText: itemOf(noteText(board, "note-of-lea")),
    letters: firstIn(noteText(board, "note-of-lea")),
    paragraph: itemOf(paragraph),
    prose: childText(paragraph),
    otherProse: childText(otherParagraph),
    rowTitle: itemOf(rowText(row, "title")),
    evaluationNote: itemOf(other),
  };
}

beforeEach(aBoardInUse);

type Attack = {
  name: string;
  role?: Role;
  person?: string;
  rules?: Partial<BoardRules>;
  /** `early` is refused once the client has answered SyncStep1. */
  refusal: RefusalCode | "early";
  update: () => Uint8Array;
};

const put = (struct: Crafted) => one(attacker, 0, struct);
const inBlock = (structs: Block["structs"]) => craft([{ client: attacker, clock: 0, structs }]);
const bytes = (write: (encoder: encoding.Encoder) => void) => {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
};

/** What somebody with the whole board would send for a change, as Yjs writes it. */
function written(change: (board: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = attacker;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc));
  const before = Y.encodeStateVector(doc);
  const deletions = Y.encodeStateAsUpdate(doc);
  const made: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => made.push(update));
  doc.transact(() => change(doc));
  return made.length > 0 ? Y.mergeUpdates(made) : Y.diffUpdate(deletions, before);
}

const nested = (depth: number) => {
  let value: unknown = 1;
  for (let n = 0; n < depth; n += 1) value = [value];
  return value;
};

const noteWith = (entries: Record<string, Crafted["content"]>) =>
  inBlock([
    { parent: "notes", key: "note-new-1", content: shared(yMap) },
    ...Object.entries(entries).map(([key, content]) => ({ parent: [attacker, 0] as const, key, content })),
  ]);

const whole = { section: values("diagnosis"), at: values([0, 0]), kind: values("idea"), text: shared(yText) };

const locked: Partial<BoardRules> = { locked: ["diagnosis"] };
const reserved: Partial<BoardRules> = { reserved: [{ section: "eval_indicators", for: "committee" }] };
const kept: Partial<BoardRules> = { notesKeptToAuthor: true };

const attacks: Attack[] = [
  // The encoding.
  { name: "nothing at all", refusal: "updateMalformed", update: () => new Uint8Array() },
  { name: "bytes after the end", refusal: "updateMalformed", update: () => new Uint8Array([0, 0, 0]) },
  {
    name: "half an update",
    refusal: "updateMalformed",
    update: () => put({ parent: "notes", key: "note-new-1", content: shared(yMap) }).slice(0, 9),
  },
  {
    name: "more structs announced than follow",
    refusal: "updateMalformed",
    update: () =>
      bytes((e) => {
        for (const n of [1, 2 ** 30, attacker, 0]) encoding.writeVarUint(e, n);
      }),
  },
  {
    name: "a number of nine bytes",
    refusal: "updateMalformed",
    update: () => new Uint8Array([1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 127, 0, 0, 1, 0]),
  },
  {
    name: "a number that does not end",
    refusal: "updateMalformed",
    update: () => new Uint8Array(64).fill(128),
  },
  {
    name: "two blocks of one client",
    refusal: "updateMalformed",
    update: () =>
      craft(
        [0, 1].map((clock) => ({
          client: attacker,
          clock,
          structs: [{ parent: "text/summary", content: text("a") }],
        })),
      ),
  },
  { name: "a struct of no length", refusal: "updateMalformed", update: () => inBlock([{ gc: 0 }]) },
  {
    name: "a text of no length",
    refusal: "updateMalformed",
    update: () => put({ parent: "text/summary", content: text("") }),
  },
  {
    name: "deleted content of no length",
    refusal: "updateMalformed",
    update: () => put({ parent: "text/summary", content: deleted(0) }),
  },
  {
    name: "a deletion of no length",
    refusal: "updateMalformed",
    update: () => craft([], [{ client: victim, clock: 0, length: 0 }]),
  },
  {
    name: "a clock beyond all bounds",
    refusal: "updateMalformed",
    update: () => craft([{ client: attacker, clock: 2 ** 50, structs: [{ gc: 1 }] }]),
  },
  {
    name: "a length beyond all bounds",
    refusal: "updateMalformed",
    update: () => inBlock([{ gc: 2 ** 45 }]),
  },
  {
    name: "text that is not UTF-8",
    refusal: "updateMalformed",
    update: () => put({ parent: "text/summary", content: { ref: 4, raw: new Uint8Array([2, 0xc3, 0x28]) } }),
  },
  {
    name: "content of an unknown kind",
    refusal: "updateMalformed",
    update: () => put({ parent: "text/summary", content: { ref: 11, raw: new Uint8Array([1]) } }),
  },
  {
    name: "a value nested 5,000 deep",
    refusal: "updateMalformed",
    update: () => put({ parent: "values", key: "budget.asOf", content: values(nested(5_000)) }),
  },
  {
    name: "a format nested 5,000 deep",
    refusal: "updateMalformed",
    update: () =>
      put({
        origin: endOf(ids.prose),
        content: { ref: 6, name: "bold", json: `${"[".repeat(5_000)}${"]".repeat(5_000)}` },
      }),
  },
  {
    name: "__proto__ as a key of a value",
    refusal: "updateMalformed",
    update: () =>
      put({
        parent: "given",
        key: "summary",
        content: {
          ref: 8,
          raw: bytes((e) => {
            encoding.writeVarUint(e, 1);
            encoding.writeUint8(e, 118);
            encoding.writeVarUint(e, 1);
            encoding.writeVarString(e, "__proto__");
            encoding.writeAny(e, {});
          }),
        },
      }),
  },
  {
    name: "a value that JSON does not know",
    refusal: "updateMalformed",
    update: () => put({ parent: "values", key: "budget.asOf", content: values(undefined) }),
  },
  {
    name: "a number that is none",
    refusal: "updateMalformed",
    update: () =>
      put({ parent: "values", key: "prerequisites.leadership.rating", content: values(Number.NaN) }),
  },
  {
    name: "a format whose value is not JSON",
    refusal: "updateMalformed",
    update: () => put({ origin: endOf(ids.prose), content: { ref: 6, name: "bold", json: "{" } }),
  },

  // Content that no board holds.
  {
    name: "an unknown root",
    refusal: "contentUnknown",
    update: () => put({ parent: "backdoor", key: "x", content: values(1) }),
  },
  {
    name: "a root of a section that is none",
    refusal: "contentUnknown",
    update: () => put({ parent: "prose/nowhere/retained", content: shared(xmlElement, "paragraph") }),
  },
  {
    name: "a sub-document",
    refusal: "contentUnknown",
    update: () => put({ parent: "values", key: "budget.asOf", content: { ref: 9, guid: "x" } }),
  },
  {
    name: "bytes",
    refusal: "contentUnknown",
    update: () =>
      put({ parent: "values", key: "budget.asOf", content: { ref: 3, bytes: new Uint8Array(3) } }),
  },
  {
    name: "an embed in a prose",
    refusal: "contentUnknown",
    update: () => put({ origin: endOf(ids.prose), content: { ref: 5, json: "{}" } }),
  },
  {
    name: "JSON of old versions of Yjs",
    refusal: "contentUnknown",
    update: () => put({ parent: "list/valueProposition.services", content: { ref: 2, json: ['"x"'] } }),
  },
  {
    name: "an unknown node of prose",
    refusal: "contentUnknown",
    update: () => put({ parent: "prose/diagnosis/territorial", content: shared(xmlElement, "script") }),
  },
  {
    name: "a hook in a prose",
    refusal: "contentUnknown",
    update: () => put({ parent: "prose/diagnosis/territorial", content: shared(xmlHook, "x") }),
  },
  {
    name: "text beside the paragraphs of a prose",
    refusal: "contentUnknown",
    update: () => put({ parent: "prose/diagnosis/territorial", content: shared(xmlText) }),
  },
  {
    name: "a list item outside of a list",
    refusal: "contentUnknown",
    update: () => put({ parent: "prose/diagnosis/territorial", content: shared(xmlElement, "listItem") }),
  },
  {
    name: "lists nested without end",
    refusal: "contentUnknown",
    update: () =>
      inBlock([
        { parent: "prose/diagnosis/territorial", content: shared(xmlElement, "bulletList") },
        ...Array.from({ length: 60 }, (_, n) => ({
          parent: [attacker, n] as const,
          content: shared(xmlElement, n % 2 === 0 ? "listItem" : "bulletList"),
        })),
      ]),
  },
  {
    name: "an unknown mark",
    refusal: "contentUnknown",
    update: () => put({ origin: endOf(ids.prose), content: format("blink", {}) }),
  },
  {
    name: "a mark with attributes it does not have",
    refusal: "contentUnknown",
    update: () => put({ origin: endOf(ids.prose), content: format("bold", { onclick: "alert(1)" }) }),
  },
  {
    name: "a javascript: link",
    refusal: "contentUnknown",
    update: () => put({ origin: endOf(ids.prose), content: format("link", { href: "javascript:alert(1)" }) }),
  },
  {
    name: "a data: link",
    refusal: "contentUnknown",
    update: () => put({ origin: endOf(ids.prose), content: format("link", { href: "data:text/html,x" }) }),
  },
  {
    name: "a link disguised by a tab",
    refusal: "contentUnknown",
    update: () =>
      put({ origin: endOf(ids.prose), content: format("link", { href: "java\tscript:alert(1)" }) }),
  },
  {
    name: "a link with an attribute more",
    refusal: "contentUnknown",
    update: () =>
      put({ origin: endOf(ids.prose), content: format("link", { href: "https://a.be", onmouseover: "x" }) }),
  },
  {
    name: "an unknown attribute of a node",
    refusal: "contentUnknown",
    update: () => put({ parent: at(ids.paragraph), key: "style", content: values("position:fixed") }),
  },
  {
    name: "a heading of level 1",
    refusal: "contentUnknown",
    update: () =>
      inBlock([
        { parent: "prose/diagnosis/territorial", content: shared(xmlElement, "heading") },
        { parent: [attacker, 0], key: "level", content: values(1) },
      ]),
  },
  {
    name: "a format in a note's text",
    refusal: "contentUnknown",
    update: () => put({ origin: endOf(ids.letters), content: format("bold", {}) }),
  },
  {
    name: "list content in a map",
    refusal: "contentUnknown",
    update: () => put({ parent: "notes", content: text("x") }),
  },
  {
    name: "several live values under one key",
    refusal: "contentUnknown",
    update: () => put({ parent: "values", key: "prerequisites.leadership.rating", content: values(1, 2) }),
  },
  {
    name: "an entry in a text",
    refusal: "contentUnknown",
    update: () => put({ parent: "text/summary", key: "x", content: values(1) }),
  },
  {
    name: "an unknown path of the record",
    refusal: "contentUnknown",
    update: () => put({ parent: "values", key: "no.such.path", content: values(1) }),
  },
  {
    name: "a value of the wrong kind",
    refusal: "contentUnknown",
    update: () => put({ parent: "values", key: "budget.asOf", content: values({ a: 1 }) }),
  },
  {
    name: "a row under __proto__",
    refusal: "contentUnknown",
    update: () => put({ parent: "rows/actions", key: "__proto__", content: shared(yMap) }),
  },
  {
    name: "a row that is an array",
    refusal: "contentUnknown",
    update: () => put({ parent: "rows/actions", key: "action-2", content: shared(yArray) }),
  },
  {
    name: "an unknown field of a row",
    refusal: "contentUnknown",
    update: () =>
      inBlock([
        { parent: "rows/actions", key: "action-2", content: shared(yMap) },
        { parent: [attacker, 0], key: "evil", content: values(1) },
      ]),
  },
  {
    name: "a note under an id of three letters",
    refusal: "contentUnknown",
    update: () => put({ parent: "notes", key: "abc", content: shared(yMap) }),
  },
  {
    name: "a note that is a plain value",
    refusal: "contentUnknown",
    update: () => put({ parent: "notes", key: "note-new-1", content: values({ section: "diagnosis" }) }),
  },
  {
    name: "an unknown key of a note",
    refusal: "contentUnknown",
    update: () => noteWith({ ...whole, votes: values(99) }),
  },
  {
    name: "a note of no kind we have",
    refusal: "contentUnknown",
    update: () => noteWith({ ...whole, kind: values("<img>") }),
  },
  {
    name: "a note outside of its section",
    refusal: "contentUnknown",
    update: () => noteWith({ ...whole, at: values([7, 0]) }),
  },
  {
    name: "a note in a section that is none",
    refusal: "contentUnknown",
    update: () => noteWith({ ...whole, section: values("nowhere") }),
  },
  {
    name: "a note of 2,001 characters",
    refusal: "contentTooLarge",
    update: () =>
      inBlock([
        { parent: "notes", key: "note-new-1", content: shared(yMap) },
        { parent: [attacker, 0], key: "section", content: values("diagnosis") },
        { parent: [attacker, 0], key: "text", content: shared(yText) },
        { parent: [attacker, 2], content: text("x".repeat(2_001)) },
      ]),
  },
  {
    name: "a prose of 200,001 characters",
    refusal: "contentTooLarge",
    update: () => put({ origin: endOf(ids.prose), content: text("x".repeat(200_001)) }),
  },
  {
    name: "a title of 200,001 characters",
    refusal: "contentTooLarge",
    update: () => put({ parent: "text/summary", content: text("x".repeat(200_001)) }),
  },

  // Who one is.
  {
    name: "writing under the victim's client id",
    refusal: "updateForged",
    update: () =>
      one(victim, Y.getState(server.doc.store, victim), { parent: "text/summary", content: text("x") }),
  },
  {
    name: "writing under the server's client id",
    refusal: "updateForged",
    update: () => {
      const [seed] = [...server.doc.store.clients.keys()].filter((id) => id > 3_000);
      return one(seed ?? 0, Y.getState(server.doc.store, seed ?? 0), {
        parent: "text/summary",
        content: text("x"),
      });
    },
  },
  {
    name: "a note signed by somebody else",
    refusal: "placeNotAllowed",
    update: () => noteWith({ ...whole, author: values("lea") }),
  },
  {
    name: "taking over somebody's note",
    refusal: "placeNotAllowed",
    update: () => put({ parent: at(ids.noteMap), key: "author", content: values("mallory") }),
  },
  {
    name: "taking the name off somebody's note",
    refusal: "placeNotAllowed",
    update: () =>
      written((board) => (board.getMap("notes").get("note-of-lea") as Y.Map<unknown>).delete("author")),
  },

  // Where it will stand.
  {
    name: "building on what was never sent",
    refusal: "early",
    update: () => put({ origin: [attacker + 1, 0], content: text("x") }),
  },
  {
    name: "a gap in one's own history",
    refusal: "early",
    update: () => one(attacker, 5, { parent: "text/summary", content: text("x") }),
  },
  {
    name: "a stretch left out",
    refusal: "early",
    update: () => inBlock([{ skip: 3 }, { parent: "text/summary", content: text("x") }]),
  },
  {
    name: "deleting what is not yet written",
    refusal: "early",
    update: () => craft([], [{ client: victim, clock: 5_000, length: 10 }]),
  },
  {
    name: "deleting beyond what is written",
    refusal: "early",
    update: () => craft([], [{ client: victim, clock: 0, length: 2 ** 20 }]),
  },
  {
    name: "an origin that is itself",
    refusal: "updateForged",
    update: () => put({ origin: [attacker, 0], content: text("x") }),
  },
  {
    name: "an origin of one's own future",
    refusal: "updateForged",
    update: () =>
      inBlock([
        { origin: [attacker, 1], content: text("x") },
        { parent: "text/summary", content: text("y") },
      ]),
  },
  {
    name: "two clients that wait for each other",
    refusal: "updateForged",
    update: () =>
      craft([
        { client: attacker, clock: 0, structs: [{ origin: [attacker + 1, 0], content: text("x") }] },
        { client: attacker + 1, clock: 0, structs: [{ origin: [attacker, 0], content: text("y") }] },
      ]),
  },
  {
    name: "left in one text, right in another",
    refusal: "updateForged",
    update: () => put({ origin: endOf(ids.prose), right: at(ids.otherProse), content: text("x") }),
  },
  {
    name: "left and right the same letter",
    refusal: "updateForged",
    update: () => put({ origin: at(ids.letters), right: at(ids.letters), content: text("x") }),
  },
  {
    name: "left and right the wrong way round",
    refusal: "updateForged",
    update: () => put({ origin: endOf(ids.letters), right: at(ids.letters), content: text("x") }),
  },
  {
    name: "anchored over the heads of known letters",
    refusal: "updateForged",
    update: () => put({ origin: at(ids.prose), right: endOf(ids.prose), content: text("x") }),
  },
  {
    name: "at the beginning of a text, as if it were empty",
    refusal: "updateForged",
    update: () =>
      inBlock([
        { origin: at(ids.prose), right: [victim, ids.prose.id.clock + 1], content: text("k") },
        { right: endOf(ids.prose), content: text("x") },
      ]),
  },
  {
    name: "an entry with something on its right",
    refusal: "updateForged",
    update: () => put({ right: at(ids.noteText), content: values(1) }),
  },
  {
    name: "the child of a letter",
    refusal: "updateForged",
    update: () => put({ parent: at(ids.letters), content: text("x") }),
  },
  {
    name: "the child of a plain value",
    refusal: "updateForged",
    update: () =>
      inBlock([
        { parent: "values", key: "prerequisites.leadership.rating", content: values(1) },
        { parent: [attacker, 0], content: text("x") },
      ]),
  },
  {
    name: "the rest of a known struct in another list",
    refusal: "updateForged",
    update: () => {
      server.receive(put({ parent: "text/summary", content: text("ab") }), {
        person: "mallory",
        role: "participant",
      });
      return put({ parent: "text/results", content: text("abcd") });
    },
  },

  // Rights.
  {
    name: "a viewer writes",
    role: "viewer",
    refusal: "notAllowed",
    update: () => put({ parent: "text/summary", content: text("x") }),
  },
  {
    name: "a viewer deletes",
    role: "viewer",
    refusal: "notAllowed",
    update: () => craft([], [{ client: victim, clock: ids.letters.id.clock, length: 1 }]),
  },
  {
    name: "the format of the board",
    role: "facilitator",
    refusal: "contentUnknown",
    update: () => put({ parent: "board", key: "format", content: values(99) }),
  },
  {
    name: "the language of the board",
    refusal: "contentUnknown",
    update: () => written((board) => board.getMap("board").set("locale", "nl")),
  },
  {
    name: "deleting the format of the board",
    role: "facilitator",
    refusal: "placeNotAllowed",
    update: () => written((board) => board.getMap("board").delete("format")),
  },
  {
    name: "the id of the project",
    refusal: "placeNotAllowed",
    update: () => written((board) => writeValue(board, "id", "other")),
  },
  {
    name: "the stage of the project",
    refusal: "placeNotAllowed",
    update: () => written((board) => writeValue(board, "stage", "closed")),
  },
  {
    name: "a score, as a participant",
    refusal: "placeNotAllowed",
    update: () => put({ parent: "rows/scores", key: "score-1", content: shared(yMap) }),
  },
  {
    name: "prose in a locked section",
    rules: locked,
    refusal: "placeNotAllowed",
    update: () => put({ origin: endOf(ids.prose), content: text("x") }),
  },
  {
    name: "deleting prose of a locked section",
    rules: locked,
    refusal: "placeNotAllowed",
    update: () => craft([], [{ client: victim, clock: ids.prose.id.clock, length: 2 }]),
  },
  {
    name: "making a letter of a locked section bold",
    rules: locked,
    refusal: "placeNotAllowed",
    update: () => put({ right: at(ids.prose), content: format("bold", {}) }),
  },
  {
    name: "a new note in a locked section",
    rules: locked,
    refusal: "placeNotAllowed",
    update: () => noteWith(whole),
  },
  {
    name: "typing in a note of a locked section",
    rules: locked,
    refusal: "placeNotAllowed",
    update: () => put({ origin: endOf(ids.letters), content: text("x") }),
  },
  {
    name: "moving a note out of a locked section",
    rules: locked,
    refusal: "placeNotAllowed",
    update: () => written((board) => moveNote(board, "note-of-lea", [0, 0], "objectives")),
  },
  {
    name: "deleting a note of a locked section",
    rules: locked,
    refusal: "placeNotAllowed",
    update: () => written((board) => board.getMap("notes").delete("note-of-lea")),
  },
  {
    name: "a new note over one of a locked section",
    rules: locked,
    refusal: "placeNotAllowed",
    update: () =>
      written((board) =>
        addNote(board, { id: "note-of-lea", section: "objectives", at: [0, 0], kind: "idea", text: "" }),
      ),
  },
  {
    name: "a note with no section, then into a locked one",
    rules: locked,
    refusal: "placeNotAllowed",
    update: () => {
      server.receive(noteWith({ text: shared(yText) }), { person: "mallory", role: "participant" });
      return one(attacker, 2, { parent: [attacker, 0], key: "section", content: values("diagnosis") });
    },
  },
  {
    name: "a participant in what is kept for the committee",
    rules: reserved,
    refusal: "placeNotAllowed",
    update: () => put({ parent: "essential/eval_indicators", content: text("x") }),
  },
  {
    name: "a participant moves a note into what is kept for the committee",
    rules: reserved,
    refusal: "placeNotAllowed",
    update: () => written((board) => moveNote(board, "note-of-lea", [0, 0], "eval_indicators")),
  },
  {
    name: "a participant deletes a note of what is kept for the committee",
    rules: reserved,
    refusal: "placeNotAllowed",
    update: () =>
      craft([], [{ client: ids.evaluationNote.id.client, clock: ids.evaluationNote.id.clock, length: 1 }]),
  },
  {
    name: "the committee in what is kept for participants",
    role: "committee",
    person: "cora",
    rules: { reserved: [{ section: "diagnosis", for: "participant" }] },
    refusal: "placeNotAllowed",
    update: () => put({ origin: endOf(ids.prose), content: text("x") }),
  },
  {
    name: "typing in somebody's note that is kept to its author",
    rules: kept,
    refusal: "placeNotAllowed",
    update: () => put({ origin: endOf(ids.letters), content: text("x") }),
  },
  {
    name: "deleting letters of a note that is kept to its author",
    rules: kept,
    refusal: "placeNotAllowed",
    update: () => craft([], [{ client: victim, clock: ids.letters.id.clock, length: 1 }]),
  },
  {
    name: "deleting a note that is kept to its author",
    rules: kept,
    refusal: "placeNotAllowed",
    update: () => written((board) => board.getMap("notes").delete("note-of-lea")),
  },
  {
    name: "replacing the text of a note that is kept to its author",
    rules: kept,
    refusal: "placeNotAllowed",
    update: () =>
      written((board) =>
        (board.getMap("notes").get("note-of-lea") as Y.Map<unknown>).set("text", new Y.Text("x")),
      ),
  },
  {
    name: "taking the place off a note that is kept to its author",
    rules: kept,
    refusal: "placeNotAllowed",
    update: () =>
      written((board) => (board.getMap("notes").get("note-of-lea") as Y.Map<unknown>).delete("at")),
  },
];

describe("is refused, and leaves no trace", () => {
  test.each(attacks)("$name", ({ role = "participant", person = "mallory", rules, refusal, update }) => {
    const forged = update();
    server.rules = { ...openRules, ...rules };
    const before = canonicalContent(server.doc);
    const logged = server.log.length;
    const outcome = server.receive(forged, { person, role });
    expect(outcome).toMatchObject({ type: "refused", refusal });
    expect(canonicalContent(server.doc)).toBe(before);
    expect(server.log.length).toBe(logged);
    expect(canonicalContent(replayed(server.log, false))).toBe(before);
  });
});

type Honest = Omit<Attack, "refusal">;

const honest: Honest[] = [
  {
    name: "typing in somebody's note",
    update: () => put({ origin: endOf(ids.letters), content: text("x") }),
  },
  { name: "a complete note", update: () => noteWith(whole) },
  { name: "a note signed by its maker", update: () => noteWith({ ...whole, author: values("mallory") }) },
  {
    name: "moving a note that is kept to its author",
    rules: kept,
    update: () => written((board) => moveNote(board, "note-of-lea", [0.5, 0.5], "objectives")),
  },
  {
    name: "its author types in a note that is kept to its author",
    person: "lea",
    rules: kept,
    update: () => put({ origin: endOf(ids.letters), content: text("x") }),
  },
  {
    name: "its author deletes a note that is kept to its author",
    person: "lea",
    rules: kept,
    update: () => written((board) => board.getMap("notes").delete("note-of-lea")),
  },
  {
    name: "the facilitator in a locked section",
    role: "facilitator",
    rules: locked,
    update: () => put({ origin: endOf(ids.prose), content: text("x") }),
  },
  {
    name: "the committee in what is kept for it",
    role: "committee",
    rules: reserved,
    update: () => put({ parent: "essential/eval_indicators", content: text("x") }),
  },
  {
    name: "the committee scores",
    role: "committee",
    update: () => put({ parent: "rows/scores", key: "score-1", content: shared(yMap) }),
  },
  {
    name: "the stage, by the facilitator",
    role: "facilitator",
    update: () => written((board) => writeValue(board, "stage", "planning")),
  },
  {
    name: "a link to a site",
    update: () =>
      put({
        origin: endOf(ids.prose),
        content: format("link", {
          href: "https://commune.be/plan",
          target: "_blank",
          rel: "noopener",
          class: null,
        }),
      }),
  },
  {
    name: "a link to write to",
    update: () =>
      put({ origin: endOf(ids.prose), content: format("link", { href: "mailto:info@commune.be" }) }),
  },
  {
    name: "a row of which only one side may be written",
    rules: { locked: ["exec_actions"] },
    update: () =>
      written((board) => addRow(board, "actions", { id: "action-9", values: { title: "Curer" } })),
  },
];

describe("is taken, told byte for byte, and stands after a reload", () => {
  test.each(honest)("$name", ({ role = "participant", person = "mallory", rules, update }) => {
    const sent = update();
    server.rules = { ...openRules, ...rules };
    const outcome = server.receive(sent, { person, role });
    expect(outcome).toMatchObject({ type: "taken" });
    expect(canonicalContent(replayed(server.log, false))).toBe(canonicalContent(server.doc));
  });
});

test("a text is measured as it is, also when somebody has read the board meanwhile", () => {
  const mallory = { person: "mallory", role: "participant" } as const;
  const long = one(attacker, 0, { parent: "text/summary", content: text("x".repeat(150_000)) });
  expect(server.receive(long, mallory)).toMatchObject({ type: "taken" });
  // Reading gives every root its type, in a new object.
  canonicalContent(server.doc);
  const more = one(attacker, 150_000, { origin: [attacker, 149_999], content: text("x".repeat(60_000)) });
  expect(server.receive(more, mallory)).toMatchObject({ refusal: "contentTooLarge" });
});

test("a known struct that names half a character splits nothing", () => {
  const mallory = { person: "mallory", role: "participant" } as const;
  expect(
    server.receive(one(attacker, 0, { parent: "text/summary", content: text("a🙂b") }), mallory).type,
  ).toBe("taken");
  const before = canonicalContent(server.doc);
  const again = craft([
    {
      client: attacker,
      clock: 0,
      structs: [
        { right: [attacker, 2], content: text("a🙂b") },
        { origin: [attacker, 3], content: text("c") },
      ],
    },
  ]);
  server.receive(again, mallory);
  expect(before).toContain("a🙂b");
  expect(canonicalContent(server.doc)).toContain("a🙂b");
});

test("what changes nothing is known, also from one who only reads", () => {
  const whole = Y.encodeStateAsUpdate(server.doc);
  expect(server.receive(new Uint8Array([0, 0]), { person: "vic", role: "viewer" })).toEqual({
    type: "known",
  });
  expect(server.receive(whole, { person: "mallory", role: "participant" })).toEqual({ type: "known" });
});

test("formats that say nothing may be tidied up anywhere, as stock clients do, as long as nobody sees it", () => {
  const board = server.doc;
  const lea = { person: "lea", role: "participant" } as const;
  // Bold, and the end of bold at the same place: nothing between them.
  const clock = Y.getState(board.store, victim);
  const marks = craft([
    {
      client: victim,
      clock,
      structs: [
        { origin: endOf(ids.prose), content: format("bold", {}) },
        { origin: [victim, clock], content: format("bold", null) },
      ],
    },
  ]);
  expect(server.receive(marks, lea)).toMatchObject({ type: "taken" });
  server.rules = { ...openRules, ...locked };
  const tidy = craft([], [{ client: victim, clock, length: 2 }]);
  expect(server.receive(tidy, { person: "vic", role: "viewer" })).toEqual({ type: "known" });
  expect(server.receive(tidy, { person: "mallory", role: "participant" })).toMatchObject({ type: "taken" });
  server.rules = openRules;
  const next = Y.getState(board.store, victim);
  const visible = one(victim, next, { right: at(ids.prose), content: format("bold", {}) });
  expect(server.receive(visible, lea)).toMatchObject({ type: "taken" });
  server.rules = { ...openRules, ...locked };
  const strip = craft([], [{ client: victim, clock: next, length: 1 }]);
  expect(server.receive(strip, { person: "mallory", role: "participant" })).toMatchObject({
    refusal: "placeNotAllowed",
  });
});
