// Words that can be told apart, written into a board through both public shapes: prose and sticky notes, by the
// functions everybody uses and by plain Yjs. A word is never split, so that whole words can be counted.
import * as Y from "yjs";
import { addNote, moveNote, notesOf, noteText } from "#shared/board/notes.ts";
import { proseFieldsOf, proseOf, writeProse } from "#shared/board/prose.ts";
import type { SectionId } from "#shared/sheet/sections.ts";

const places: readonly SectionId[] = ["diagnosis", "objectives", "plan_actions"];
const wordsPerParagraph = 40;
const wordsPerNote = 40;
const notesPerSection = 30;

export type Random = () => number;

export const below = (random: Random, limit: number) => Math.floor(random() * limit);

export function oneOf<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[below(random, choices.length)];
  if (choice === undefined) throw new Error("nothing to choose from");
  return choice;
}

/** Its author's name is in it. */
export const wordOf = (author: string, count: number) => `⟦${author}.${count}⟧`;

export const isBy = (author: string, word: string) => word.startsWith(`⟦${author}.`);

const wordsOf = (text: string): string[] => text.match(/⟦[^⟦⟧]*⟧/g) ?? [];

function proseHere(doc: Y.Doc, section: SectionId): Y.XmlFragment {
  return proseOf(doc, section, proseFieldsOf(section)[0]?.id ?? "retained");
}

export function wordsIn(doc: Y.Doc): string[] {
  return places.flatMap((section) => [
    ...wordsOf(proseHere(doc, section).toString()),
    ...notesOf(doc, section).flatMap(({ text }) => wordsOf(text)),
  ]);
}

/** Between two words of anybody's, never inside one. */
function gapIn(text: string, random: Random): number {
  return oneOf(random, [0, ...[...text.matchAll(/⟧/g)].map(({ index }) => index + 1)]);
}

function insertInProse(prose: Y.XmlFragment, word: string, random: Random): void {
  const paragraphs = prose.toArray().filter((child) => child instanceof Y.XmlElement);
  const text = paragraphs[below(random, paragraphs.length)]?.get(0);
  if (text instanceof Y.XmlText && wordsOf(text.toString()).length < wordsPerParagraph) {
    text.insert(gapIn(text.toString(), random), word);
  } else writeProse(prose, word);
}

function insertInNotes(doc: Y.Doc, section: SectionId, word: string, random: Random): void {
  const notes = notesOf(doc, section);
  const note = notes[below(random, notes.length + 1)];
  const text = note && noteText(doc, note.id);
  if (text !== undefined && wordsOf(text.toString()).length < wordsPerNote) {
    text.insert(gapIn(text.toString(), random), word);
    return;
  }
  const id = `note-${word.replace(/\W/g, "_").padEnd(8, "_")}`;
  const at: [number, number] = [random(), random()];
  if (notes.length < notesPerSection) {
    addNote(doc, { id, section, at, kind: "idea", text: word });
    return;
  }
  if (note !== undefined) moveNote(doc, note.id, at);
  insertInProse(proseHere(doc, section), word, random);
}

export function insertWord(doc: Y.Doc, word: string, random: Random): void {
  const section = oneOf(random, places);
  doc.transact(() => {
    if (random() < 0.6) insertInProse(proseHere(doc, section), word, random);
    else insertInNotes(doc, section, word, random);
  });
}

/** Writes the word and takes another one out, in one transaction. The answer is what it took out. */
export function replaceWord(doc: Y.Doc, word: string, random: Random): string | undefined {
  const paragraph = proseHere(doc, oneOf(random, places)).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  const prose = text instanceof Y.XmlText ? text : undefined;
  const gone = wordsOf(prose?.toString() ?? "")[below(random, wordsPerParagraph)];
  doc.transact(() => {
    if (gone !== undefined) prose?.delete(prose.toString().indexOf(gone), gone.length);
    insertWord(doc, word, random);
  });
  return gone;
}
