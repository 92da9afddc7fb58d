// One person who types: real Yjs updates of a real document, made before anything is measured. Each holds what this
// person did alone, hence fits any board and any server: paragraphs of prose, sticky notes, backspaces, moves.
import * as Y from "yjs";
import { noteEntry, noteKinds, notesOf, paragraph, proseOf, sections } from "./places.mjs";
import { characters, randomFrom } from "./words.mjs";

/**
 * @typedef {object} Typing
 * @property {number} client the Yjs client id
 * @property {Uint8Array[]} updates
 * @property {Int32Array} clockEnds per update: the clock that shows that it has come. A backspace has no clock of
 * its own; it has come when the next update has, for every server keeps the order of one author.
 */

const paragraphLength = 160;
const noteLength = 60;

// As the clients of browsers: numbers of five bytes on the wire.
const firstClient = 3_000_000_000;

/** @param {Y.Doc} board @param {() => number} random */
function beginNote(board, random) {
  const text = new Y.Text();
  const id = Array.from({ length: 12 }, () => Math.floor(random() * 36).toString(36)).join("");
  const section = sections[Math.floor(random() * sections.length)] ?? "";
  const kind = noteKinds[Math.floor(random() * noteKinds.length)] ?? "";
  const entry = noteEntry({ section, at: placeFrom(random), kind, text });
  notesOf(board).set(id, entry);
  return { entry, text };
}

/** @param {() => number} random */
function placeFrom(random) {
  return [Math.round(random() * 1000) / 1000, Math.round(random() * 1000) / 1000];
}

/**
 * @param {number} index which person; client id and text follow from it
 * @param {number} count
 * @returns {Typing}
 */
function typingOf(index, count) {
  const random = randomFrom(index + 1);
  const next = characters(random);
  const board = new Y.Doc();
  board.clientID = firstClient + index;
  /** @type {Uint8Array[]} */
  const updates = [];
  board.on("update", (update) => updates.push(update));
  const ownClocks = new Int32Array(count);

  /** @type {Y.Text | Y.XmlText | undefined} */
  let text;
  let left = 0;
  let isBackspace = false;
  /** @type {Y.Map<unknown> | undefined} */
  let note;
  for (let made = 0; made < count; made += 1) {
    if (text === undefined || left === 0) {
      if (random() < 0.6) {
        const section = sections[(index + Math.floor(made / 4_000)) % sections.length] ?? "";
        const begun = paragraph(next());
        const prose = proseOf(board, section);
        prose.insert(prose.length, [begun.element]);
        text = begun.inner;
        note = undefined;
        left = paragraphLength;
      } else {
        ({ entry: note, text } = beginNote(board, random));
        left = noteLength;
      }
      isBackspace = false;
    } else {
      const draw = random();
      // Never two in a row, never the last: a backspace is seen to have come by what comes after it.
      isBackspace = draw < 0.04 && !isBackspace && made > 0 && made < count - 1 && text.length > 0;
      if (isBackspace) text.delete(text.length - 1, 1);
      else if (draw > 0.99 && note !== undefined) note.set("at", placeFrom(random));
      else text.insert(text.length, next());
      left -= 1;
    }
    ownClocks[made] = Y.getState(board.store, board.clientID);
  }
  board.destroy();
  if (updates.length !== count) throw new Error(`${count} edits gave ${updates.length} updates`);
  return { client: firstClient + index, updates, clockEnds: clockEndsOf(ownClocks) };
}

/** @param {Int32Array} clocks */
function clockEndsOf(clocks) {
  const ends = Int32Array.from(clocks);
  for (let at = ends.length - 2; at >= 0; at -= 1) {
    if (clocks[at] === (clocks[at - 1] ?? 0)) ends[at] = ends[at + 1] ?? 0;
  }
  return ends;
}

/** @type {Map<number, Typing>} */
const made = new Map();

/**
 * The first `people` of the bench, each with at least `count` updates. Made once, used for every server.
 * @param {number} people
 * @param {number} count
 */
export function typists(people, count) {
  return Array.from({ length: people }, (_, index) => {
    const known = made.get(index);
    if (known !== undefined && known.updates.length >= count) return known;
    const typing = typingOf(index, count);
    made.set(index, typing);
    return typing;
  });
}
