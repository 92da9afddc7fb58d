// Honest updates, changed and sent by people of every role under changing rules. Whatever is taken, five things hold
// after each: nothing threw, nothing waits, only what this person may write has changed (by a check that shares nothing
// with the gate), and the server equals a replica that collects nothing and its own reload.
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { Author } from "#server/sync/gate/writeGate.ts";
import type { Role } from "#shared/access/roles.ts";
import type { BoardRules } from "#shared/access/rules.ts";
import { canonicalContent } from "#shared/board/canonical.ts";
import { seedOf, sized, tellFigures } from "#tests/support/campaign.ts";
import { randomFrom } from "#tests/support/random.ts";
import { edit, pick, type Random } from "./edits.ts";
import { ModelServer, replayed } from "./modelServer.ts";
import { mutated } from "./mutate.ts";

const timeout = sized({ short: 60_000, whole: 3_600_000 });
const wanted = sized({ short: 600, whole: 50_000 });
const updatesPerBoard = 400;

const people: Author[] = [
  { person: "lea", role: "participant" },
  { person: "tom", role: "participant" },
  { person: "cora", role: "committee" },
  { person: "flo", role: "facilitator" },
  { person: "vic", role: "viewer" },
];

const figures = { mutated: 0, refusedBefore: 0, refusedAfter: 0, known: 0, taken: 0, violations: 0 };

function rulesFrom(random: Random): BoardRules {
  return {
    locked: random() < 0.4 ? ["diagnosis"] : [],
    reserved: random() < 0.4 ? [{ section: "objectives", for: "committee" }] : [],
    notesKeptToAuthor: random() < 0.3,
  };
}

type Notes = Record<string, { section?: string; author?: string; text?: string }>;

/** What changed that this person may not change: written from the rules as people read them, not from the gate. */
function violations(before: string, after: string, { person, role }: Author, rules: BoardRules): string[] {
  if (role === "viewer") return before === after ? [] : ["a viewer wrote"];
  if (role === "facilitator") return [];
  const closed = (section: string | undefined) =>
    rules.locked.some((one) => one === section) ||
    rules.reserved.some((one) => one.section === section && one.for !== role);
  const found: string[] = [];
  const rootsOf = (content: string): Map<string, string> =>
    new Map(JSON.parse(content).map(([name, root]: [string, unknown]) => [name, JSON.stringify(root)]));
  const [was, is] = [rootsOf(before), rootsOf(after)];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    if (was.get(name) === is.get(name)) continue;
    const section = /^(?:prose|essential)\/([^/]+)/.exec(name)?.[1];
    if (closed(section) || name === "board" || name === "evil") found.push(name);
  }
  const notesOf = (roots: Map<string, string>): Notes => JSON.parse(roots.get("notes") ?? "{}");
  const [notesBefore, notesAfter] = [notesOf(was), notesOf(is)];
  for (const id of new Set([...Object.keys(notesBefore), ...Object.keys(notesAfter)])) {
    const [one, other] = [notesBefore[id], notesAfter[id]];
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    if (closed(one?.section) || closed(other?.section)) found.push(`note ${id} of a closed section`);
    const isKept = rules.notesKeptToAuthor && one?.author !== undefined && one.author !== person;
    if (isKept && one.text !== other?.text) found.push(`the text of note ${id}`);
    const takesOwnOff = one?.author === person && other?.author === undefined;
    if (one?.author !== undefined && other !== undefined && other.author !== one.author && !takesOwnOff)
      found.push(`author of ${id}`);
  }
  return found;
}

/** Honest people first, so that there is something to write in; then everything they do is sent twice. */
function run(seed: number): void {
  const random = randomFrom(seed);
  const server = new ModelServer();
  const keepsAll = replayed(server.log, false);
  const writers = people.slice(0, 4).map((author) => {
    const doc = new Y.Doc();
    doc.clientID = 1 + Math.floor(random() * 2 ** 31);
    Y.applyUpdate(doc, server.log[0] ?? new Uint8Array(), "server");
    return { author, doc };
  });
  for (let step = 0; step < updatesPerBoard; step += 1) {
    const writer = pick(random, writers);
    if (writer === undefined) continue;
    const made: Uint8Array[] = [];
    const keep = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) made.push(update);
    };
    writer.doc.on("update", keep);
    writer.doc.transact(() => edit(random, writer.doc, writer.author.person));
    writer.doc.off("update", keep);
    for (const update of made) {
      if (step > 30 && random() < 0.8) attack(random, server, keepsAll, update, seed);
      const outcome = server.receive(update, writer.author);
      // A forged one got in before it under its client id, or the rules are against it: that replica is lost.
      if (outcome.type === "refused") return;
      if (outcome.type === "taken") for (const { bytes } of outcome.told) Y.applyUpdate(keepsAll, bytes);
    }
    for (const { doc } of writers)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(doc)), "server");
  }
}

function attack(
  random: Random,
  server: ModelServer,
  keepsAll: Y.Doc,
  update: Uint8Array,
  seed: number,
): void {
  const forged = mutated(random, update, server.doc);
  const author = pick(random, people) ?? { person: "lea", role: "participant" as Role };
  const before = canonicalContent(server.doc);
  server.rules = rulesFrom(random);
  figures.mutated += 1;
  const outcome = server.receive(forged, author);
  const where = `seed ${seed}: ${Buffer.from(forged).toString("hex")}`;
  if (outcome.type === "refused") figures[outcome.afterApply ? "refusedAfter" : "refusedBefore"] += 1;
  else figures[outcome.type] += 1;
  if (outcome.type === "taken") {
    for (const { bytes } of outcome.told) Y.applyUpdate(keepsAll, bytes);
    const broken = violations(before, canonicalContent(server.doc), author, server.rules);
    figures.violations += broken.length;
    expect(broken, where).toEqual([]);
  }
  server.rules = { locked: [], reserved: [], notesKeptToAuthor: false };
  expect(server.doc.store.pendingStructs, where).toBeNull();
  expect(server.doc.store.pendingDs, where).toBeNull();
  const content = canonicalContent(server.doc);
  if (outcome.type !== "taken") expect(content === before, `it left a trace: ${where}`).toBe(true);
  else {
    expect(canonicalContent(keepsAll) === content, `a replica that collects nothing differs: ${where}`).toBe(
      true,
    );
    const reloaded = new Y.Doc();
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(server.doc));
    expect(canonicalContent(reloaded) === content, `its reload differs: ${where}`).toBe(true);
    expect(canonicalContent(replayed(server.log)) === content, `its log differs: ${where}`).toBe(true);
  }
}

test(`${wanted} mutated updates break nothing and change nothing they may not`, { timeout }, () => {
  const first = seedOf("gate, mutated");
  for (let seed = first; figures.mutated < wanted; seed += 1) run(seed);
  tellFigures("gate, mutated", figures);
});
