// Sticky notes. The root map "notes" is public (contract, "Inside the document"): other programs write it too,
// so every note is read with care, and one that is not complete is left out rather than trusted.
import * as Y from "yjs";
import { isSectionId, type SectionId } from "#shared/sheet/sections.ts";
import { type Board, notesMap, orderKey } from "./roots.ts";

export const noteKinds = ["idea", "question", "obstacle", "means", "voice"] as const;

export type NoteKind = (typeof noteKinds)[number];

/** A note holds 2,000 characters (contract, limits). */
export const noteTextMax = 2_000;

/** Place within the section: left and top as shares of its width and height, 0..1. */
export type NotePlace = readonly [x: number, y: number];

export type Note = {
  id: string;
  section: SectionId;
  at: NotePlace;
  kind: NoteKind;
  text: string;
  /** Participant id, never a name; null for notes of other programs and of imported records. */
  author: string | null;
};

function isNoteKind(value: unknown): value is NoteKind {
  return noteKinds.some((kind) => kind === value);
}

function placeFrom(value: unknown): NotePlace | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [x, y]: unknown[] = value;
  const share = (part: unknown): part is number => typeof part === "number" && part >= 0 && part <= 1;
  return share(x) && share(y) ? [x, y] : undefined;
}

/** The note as it stands in the document; undefined where something it needs is missing or of the wrong shape. */
function parseNote(id: string, entry: unknown): Note | undefined {
  if (!(entry instanceof Y.Map)) return undefined;
  const section: unknown = entry.get("section");
  const at = placeFrom(entry.get("at"));
  const kind: unknown = entry.get("kind");
  const text: unknown = entry.get("text");
  const author: unknown = entry.get("author");
  if (!isSectionId(section) || at === undefined || !isNoteKind(kind) || !(text instanceof Y.Text))
    return undefined;
  return { id, section, at, kind, text: text.toString(), author: typeof author === "string" ? author : null };
}

/** Where a note is and whose it is, as far as it says so: what rights are decided by. */
export function noteFacts(entry: Y.Map<unknown>): {
  section: SectionId | undefined;
  author: string | undefined;
} {
  const section: unknown = entry.get("section");
  const author: unknown = entry.get("author");
  return {
    section: isSectionId(section) ? section : undefined,
    author: typeof author === "string" ? author : undefined,
  };
}

/** The notes of a section in reading order: imported ones as they came, then from top to bottom. */
export function notesOf(board: Board, sectionId: SectionId): Note[] {
  const notes: { note: Note; order: string }[] = [];
  for (const [id, entry] of notesMap(board).entries()) {
    if (!(entry instanceof Y.Map) || entry.get("section") !== sectionId) continue;
    const note = parseNote(id, entry);
    if (note !== undefined) notes.push({ note, order: noteOrder(entry) });
  }
  return notes.sort(byReading).map(({ note }) => note);
}

function byReading(a: { note: Note; order: string }, b: { note: Note; order: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  const [ax, ay] = a.note.at;
  const [bx, by] = b.note.at;
  return ay - by || ax - bx || (a.note.id < b.note.id ? -1 : 1);
}

// "~" comes after every fractional key: notes without an order stand behind those that have one.
function noteOrder(entry: Y.Map<unknown>): string {
  const order = entry.get(orderKey);
  return typeof order === "string" ? order : "~";
}

export function noteOf(board: Board, id: string): Note | undefined {
  return parseNote(id, notesMap(board).get(id));
}

/** The shared text of a note, for writing. */
export function noteText(board: Board, id: string): Y.Text | undefined {
  const entry = notesMap(board).get(id);
  const text: unknown = entry instanceof Y.Map ? entry.get("text") : undefined;
  return text instanceof Y.Text ? text : undefined;
}

export type NewNote = {
  id: string;
  section: SectionId;
  at: NotePlace;
  kind: NoteKind;
  text?: string;
  author?: string;
  order?: string;
};

export function addNote(board: Board, note: NewNote): void {
  const entry = new Y.Map<unknown>();
  entry.set("section", note.section);
  entry.set("at", clampPlace(note.at));
  entry.set("kind", note.kind);
  entry.set("text", new Y.Text(note.text ?? ""));
  if (note.author !== undefined) entry.set("author", note.author);
  if (note.order !== undefined) entry.set(orderKey, note.order);
  notesMap(board).set(note.id, entry);
}

function clampPlace([x, y]: NotePlace): number[] {
  const clamp = (part: number) => Math.min(1, Math.max(0, part));
  return [clamp(x), clamp(y)];
}

/** Moves a note, into another section too. One value for the place, so that two people's moves never mix. */
export function moveNote(board: Board, id: string, at: NotePlace, section?: SectionId): void {
  const entry = notesMap(board).get(id);
  if (!(entry instanceof Y.Map)) return;
  board.transact(() => {
    entry.set("at", clampPlace(at));
    if (section !== undefined && entry.get("section") !== section) entry.set("section", section);
  });
}

export function setNoteKind(board: Board, id: string, kind: NoteKind): void {
  const entry = notesMap(board).get(id);
  if (entry instanceof Y.Map) entry.set("kind", kind);
}

/** Entries of the notes map that are no complete note, as plain data: for the report of what did not fit. */
export function incompleteNotes(board: Board): { id: string; value: unknown }[] {
  return [...notesMap(board).entries()]
    .filter(([id, entry]) => parseNote(id, entry) === undefined)
    .map(([id, entry]) => ({ id, value: entry instanceof Y.AbstractType ? entry.toJSON() : entry }));
}
