// Where people write on a board (docs/BOARD.md). Named here a second time, because the bench is plain JavaScript:
// a place that the server does not know is refused, and the bench says so.
import { readFileSync } from "node:fs";
import * as Y from "yjs";

/** @type {{ sections: { id: string }[] }} */
const sheet = JSON.parse(readFileSync(new URL("../../fixtures/spmm-sections.json", import.meta.url), "utf8"));

// The title has no prose, the diagnosis fields of its own.
export const sections = sheet.sections
  .map(({ id }) => id)
  .filter((id) => !/^(project_title|diagnosis)$/.test(id));

export const noteKinds = ["idea", "question", "obstacle", "means", "voice"];

/** @param {Y.Doc} board @param {string} section */
export const proseOf = (board, section) => board.getXmlFragment(`prose/${section}/retained`);

/** @param {Y.Doc} board @returns {Y.Map<Y.Map<unknown>>} */
export const notesOf = (board) => board.getMap("notes");

/**
 * As y-prosemirror nests them.
 * @param {string} text
 */
export function paragraph(text) {
  const element = new Y.XmlElement("paragraph");
  const inner = new Y.XmlText(text);
  element.insert(0, [inner]);
  return { element, inner };
}

/**
 * @param {{ section: string, at: number[], kind: string, text: Y.Text }} note
 * @returns {Y.Map<unknown>}
 */
export function noteEntry({ section, at, kind, text }) {
  const entry = new Y.Map();
  entry.set("section", section);
  entry.set("at", at);
  entry.set("kind", kind);
  entry.set("text", text);
  return entry;
}
