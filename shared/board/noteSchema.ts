// What a sticky note may hold (contract, "Inside the document"; docs/BOARD.md).
import { isSectionId } from "#shared/sheet/sections.ts";
import { noteKinds, noteTextMax } from "./notes.ts";
import { type Area, isOrder, type Place, plainText, type Slot } from "./places.ts";
import { orderKey } from "./roots.ts";

const noteId = /^[A-Za-z0-9_-]{8,32}$/;
const participantId = /^[A-Za-z0-9_-]{1,64}$/;

const isShare = (value: unknown) => typeof value === "number" && value >= 0 && value <= 1;

const inNote: Area = { type: "note" };

const noteSlots: Readonly<Record<string, Slot>> = {
  section: { area: inNote, takesValue: isSectionId, meaning: "section" },
  at: {
    area: inNote,
    takesValue: (value) => Array.isArray(value) && value.length === 2 && value.every(isShare),
  },
  kind: { area: inNote, takesValue: (value) => noteKinds.some((kind) => kind === value) },
  text: {
    area: inNote,
    meaning: "text",
    placeOf: (type) => (type === "text" ? plainText(inNote, noteTextMax, "noteText") : undefined),
  },
  author: {
    area: inNote,
    meaning: "author",
    takesValue: (value) => typeof value === "string" && participantId.test(value),
  },
  [orderKey]: { area: inNote, takesValue: isOrder },
};

const note: Place = {
  role: "note",
  entryAt: (key) => (Object.hasOwn(noteSlots, key) ? noteSlots[key] : undefined),
};

/** The root of the notes. */
export const notesPlace: Place = {
  role: "notes",
  entryAt: (key) =>
    noteId.test(key) ? { area: inNote, placeOf: (type) => (type === "map" ? note : undefined) } : undefined,
};
