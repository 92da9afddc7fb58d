// A board that a group has worked on for a long time: 200,000 edits in 120 sittings, one after the other, each on what
// the earlier ones left. The same in every run; made once and kept in the temporary folder.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import * as Y from "yjs";
import { noteEntry, noteKinds, notesOf, paragraph, proseOf, sections } from "./places.mjs";
import { characters, randomFrom } from "./words.mjs";

/**
 * @typedef {object} LargeBoard
 * @property {Uint8Array[][]} sittings the updates of each, in order
 * @property {Uint8Array} state all of them in one
 * @property {string} content hash of what people see
 */

const edits = 200_000;
const sittings = 120;
/** Raised when the edits change: an older file is then not read. */
const version = 1;
const firstClient = 2_000_000_000;

// A cursor that jumps often makes a document of many small pieces, as work on a text does.
const burst = 1.5;
const deletions = 0.08;
const noteShare = 0.25;

/**
 * What people see, whatever else a server put on the board.
 * @param {Y.Doc} board
 */
export function contentOf(board) {
  const hash = createHash("sha256");
  for (const section of sections) hash.update(proseOf(board, section).toString());
  const notes = [...notesOf(board).entries()].map(([id, note]) => [id, note.toJSON()]);
  return hash
    .update(JSON.stringify(notes.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))))
    .digest("hex");
}

/** @template T @param {() => number} random @param {readonly T[]} list */
const oneOf = (random, list) => list[Math.floor(random() * list.length)];

/**
 * Where the cursor goes next: some text of some paragraph or note, most often one that is there already.
 * @param {Y.Doc} board
 * @param {() => number} random
 * @param {Y.Text[]} noteTexts
 * @returns {Y.Text | Y.XmlText}
 */
function textToWorkOn(board, random, noteTexts) {
  if (random() < noteShare) {
    const known = oneOf(random, noteTexts);
    if (known !== undefined && known.length < 400 && random() < 0.9) return known;
    const text = new Y.Text("A");
    const id = Array.from({ length: 12 }, () => Math.floor(random() * 36).toString(36)).join("");
    const at = [Math.round(random() * 1000) / 1000, Math.round(random() * 1000) / 1000];
    const kind = oneOf(random, noteKinds) ?? "";
    notesOf(board).set(id, noteEntry({ section: oneOf(random, sections) ?? "", at, kind, text }));
    noteTexts.push(text);
    return text;
  }
  const prose = proseOf(board, oneOf(random, sections) ?? "");
  const element = prose.length === 0 ? undefined : prose.get(Math.floor(random() * prose.length));
  const inner = element instanceof Y.XmlElement ? element.get(0) : undefined;
  if (inner instanceof Y.XmlText && (inner.length < 700 || random() < 0.8)) return inner;
  const begun = paragraph("A");
  prose.insert(Math.floor(random() * (prose.length + 1)), [begun.element]);
  return begun.inner;
}

/** @returns {LargeBoard} */
function make() {
  const random = randomFrom(20_261_122);
  const next = characters(random);
  const board = new Y.Doc();
  /** @type {Uint8Array[]} */
  let updates = [];
  board.on("update", (update) => updates.push(update));
  /** @type {Y.Text[]} */
  const noteTexts = [];
  const all = [];
  for (let sitting = 0; sitting < sittings; sitting += 1) {
    board.clientID = firstClient + sitting;
    updates = [];
    while (updates.length < edits / sittings) {
      const text = textToWorkOn(board, random, noteTexts);
      let cursor = Math.floor(random() * (text.length + 1));
      for (let left = Math.ceil(random() * 2 * burst); left > 0; left -= 1) {
        if (cursor > 0 && random() < deletions) text.delete(--cursor, 1);
        else text.insert(cursor++, next());
      }
    }
    all.push(updates);
  }
  const made = { sittings: all, state: Y.encodeStateAsUpdate(board), content: contentOf(board) };
  board.destroy();
  return made;
}

/** @type {LargeBoard | undefined} */
let board;

/** Read or made before anything is timed: ask for it early. */
export function largeBoard() {
  board ??= fromFile();
  return board;
}

/** @returns {LargeBoard} */
function fromFile() {
  const folder = join(tmpdir(), "canevas-bench");
  const file = join(folder, `large-board-${version}.v8`);
  try {
    return deserialize(readFileSync(file));
  } catch {
    // Not there, or not whole.
  }
  console.error("Writing a board of 200,000 edits …");
  const made = make();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, serialize(made));
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
