// What people do on a board, drawn from a seed: by the functions of the client, and in prose as y-prosemirror writes.
import * as Y from "yjs";
import { essentialOf } from "#shared/board/essential.ts";
import { addNote, moveNote, noteKinds, notesOf, noteText, setNoteKind } from "#shared/board/notes.ts";
import { proseFieldsOf, proseOf } from "#shared/board/prose.ts";
import { addRow, addSubRow, moveRow, rowsOf, rowText, writeRowValue } from "#shared/board/rows.ts";
import { takeNote, takeRow } from "#shared/board/takeOut.ts";
import { applyTextChange } from "#shared/board/textChange.ts";
import { arrayAt, textAt, writeValue } from "#shared/board/values.ts";
import { type SectionId, sections } from "#shared/sheet/sections.ts";

export type Random = () => number;

export const pick = <T>(random: Random, list: readonly T[]): T | undefined =>
  list[Math.floor(random() * list.length)];

const below = (random: Random, count: number) => Math.floor(random() * count);

const words = ["eau", "l'énergie", "mobilité ", "un ", "deux trois", "é", "🙂", "place"];

const wordOf = (random: Random) => pick(random, words) ?? "eau";

/** Few places, so that people meet. */
const meetingSections: readonly SectionId[] = ["diagnosis", "objectives", "plan_actions"];

function sectionOf(random: Random): SectionId {
  const everywhere = sections.map(({ id }) => id).filter((id) => proseFieldsOf(id).length > 0);
  return pick(random, random() < 0.8 ? meetingSections : everywhere) ?? "diagnosis";
}

function newId(random: Random): string {
  return Array.from({ length: 21 }, () => pick(random, [..."abcdefghijklmnopqrstuvwxyz0123456789_-"])).join(
    "",
  );
}

/** A place between two characters: no caret ever stands inside a surrogate pair, and Yjs breaks one that is split. */
function caretIn(random: Random, text: Y.Text): number {
  const plain = pieces(text);
  const at = below(random, text.length + 1);
  const isInside = /[\uD800-\uDBFF]/.test(plain[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(plain[at] ?? "");
  return isInside ? at - 1 : at;
}

function pieces(text: Y.Text): string {
  const delta: { insert?: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => (typeof insert === "string" ? insert : " ")).join("");
}

function typeIn(random: Random, text: Y.Text): void {
  const [from, to] = [caretIn(random, text), caretIn(random, text)].sort((a, b) => a - b);
  if (from !== undefined && to !== undefined && to - from > 0 && to - from < 8 && random() < 0.5)
    text.delete(from, to - from);
  else text.insert(from ?? 0, wordOf(random));
}

function editProse(random: Random, fragment: Y.XmlFragment): void {
  const blocks = fragment.toArray().filter((block) => block instanceof Y.XmlElement);
  const block = pick(random, blocks);
  const chance = random();
  if (block === undefined || chance < 0.15) {
    const made = new Y.XmlElement(random() < 0.8 ? "paragraph" : "heading");
    if (made.nodeName === "heading") made.setAttribute("level", String(2 + below(random, 2)));
    const text = new Y.XmlText();
    text.insert(0, wordOf(random));
    made.insert(0, [text]);
    fragment.insert(below(random, fragment.length + 1), [made]);
  } else if (chance < 0.2) fragment.delete(fragment.toArray().indexOf(block), 1);
  else if (chance < 0.25) {
    const list = new Y.XmlElement(random() < 0.5 ? "bulletList" : "orderedList");
    const item = new Y.XmlElement("listItem");
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(wordOf(random))]);
    item.insert(0, [paragraph]);
    list.insert(0, [item]);
    fragment.insert(fragment.length, [list]);
  } else if (chance < 0.28 && block.nodeName === "paragraph") {
    block.insert(block.length, [new Y.XmlElement("hardBreak")]);
  } else {
    const text = pick(
      random,
      block.toArray().filter((child) => child instanceof Y.XmlText),
    );
    if (text === undefined) return;
    if (chance < 0.4 && text.length > 1) {
      const [from = 0, to = 0] = [caretIn(random, text), caretIn(random, text)].sort((a, b) => a - b);
      if (from === to) return;
      const mark = pick(random, [
        { bold: {} },
        { italic: {} },
        { bold: null },
        { link: { href: "https://commune.be", target: null, rel: null, class: null } },
      ]);
      text.format(from, to - from, mark ?? {});
    } else typeIn(random, text);
  }
}

/** One thing that somebody does. `person` signs their notes. */
export function edit(random: Random, board: Y.Doc, person: string): void {
  const section = sectionOf(random);
  const notes = notesOf(board, section);
  const note = pick(random, notes);
  const rows = rowsOf(board, "actions");
  const row = pick(random, rows);
  const at = [random(), random()] as const;
  const chance = random();
  if (chance < 0.08) {
    addNote(board, {
      id: newId(random),
      section,
      at,
      kind: pick(random, noteKinds) ?? "idea",
      text: wordOf(random),
      author: person,
    });
  } else if (chance < 0.16 && note)
    moveNote(board, note.id, at, random() < 0.3 ? sectionOf(random) : undefined);
  else if (chance < 0.2 && note) setNoteKind(board, note.id, pick(random, noteKinds) ?? "idea");
  else if (chance < 0.23 && note) takeNote(board, note.id);
  else if (chance < 0.4 && note) {
    const text = noteText(board, note.id);
    if (text && text.length < 1_500) typeIn(random, text);
  } else if (chance < 0.45) {
    addRow(board, "actions", {
      id: newId(random),
      values: { title: wordOf(random), status: "todo", origin: "planned" },
    });
  } else if (chance < 0.52 && row) {
    writeRowValue(row, "status", pick(random, ["todo", "done", "blocked"]) ?? "todo");
    const title = rowText(row, "title");
    if (title) typeIn(random, title);
  } else if (chance < 0.55 && row) moveRow(board, "actions", row.id, pick(random, rows)?.id ?? null);
  else if (chance < 0.57 && row) takeRow(board, "actions", row.id);
  else if (chance < 0.6) {
    const indicator = pick(random, rowsOf(board, "indicators"));
    if (indicator === undefined) addRow(board, "indicators", { id: newId(random) });
    else
      addSubRow(indicator, "measurements", "measurement", {
        id: newId(random),
        values: { value: below(random, 9) },
      });
  } else if (chance < 0.65) applyTextChange(essentialOf(board, section), wordOf(random) + wordOf(random));
  else if (chance < 0.7) typeIn(random, textAt(board, "summary"));
  else if (chance < 0.73) writeValue(board, "prerequisites.leadership.rating", below(random, 4));
  else if (chance < 0.76) {
    const list = arrayAt(board, "valueProposition.services");
    if (list.length > 0 && random() < 0.4) list.delete(below(random, list.length), 1);
    else list.insert(below(random, list.length + 1), [wordOf(random)]);
  } else editProse(random, proseOf(board, section, proseFieldsOf(section)[0]?.id ?? "retained"));
}
