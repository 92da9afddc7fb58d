// Words of the schema of a board document: what a shared type may hold, and whose right it takes to write there.
import type { SectionId } from "#shared/sheet/sections.ts";

/** The shared types that a board is made of, by their number on the wire of Yjs. */
export const sharedTypes = {
  0: "array",
  1: "map",
  2: "text",
  3: "xmlElement",
  4: "xmlFragment",
  6: "xmlText",
} as const;

export type SharedType = (typeof sharedTypes)[keyof typeof sharedTypes];

/** Whose right it takes to write somewhere. */
export type Area =
  /** Any of these sections shows it. */
  | { type: "sections"; sections: readonly SectionId[] }
  /** A sticky note: the section that it is in now. */
  | { type: "note" }
  /** Of the record, but on no section of the sheet. */
  | { type: "beyondSections" }
  /** What the facilitator alone decides: the stage of the project. */
  | { type: "settings" }
  /** Written once, by the server. */
  | { type: "server" };

/** What one entry of a map, or each item of a list, may be. */
export type Slot = {
  area: Area;
  /** Plain data: scalars, `[x, y]`. */
  takesValue?(value: unknown): boolean;
  takesText?: true;
  takesFormat?(name: string, value: unknown): boolean;
  /** What it says of the note that it belongs to. */
  meaning?: "section" | "author" | "text";
  /** The place that a shared type made here would be; undefined where no such type belongs. `name`: of an element. */
  placeOf?(type: SharedType, name: string | undefined): Place | undefined;
};

/** A shared type of a board, by what it takes. */
export type Place = {
  /** What is it, where more than its content decides about rights? */
  role?: "notes" | "note" | "noteText";
  /** Its entries (a map) or attributes (an element). */
  entryAt?(key: string): Slot | undefined;
  /** Its items (a list, a text) or children (an element, a fragment). */
  items?: Slot;
  /** The most characters that it, or for a part of a prose the whole prose, may have. */
  charactersMax?: number;
  isProse?: true;
};

// A prose field holds 200,000 characters at most (contract, limits); no other text needs more.
export const textMax = 200_000;
const orderMax = 200;

export const isText = (value: unknown, max: number): value is string =>
  typeof value === "string" && value.length <= max;

/** A fractional key. */
export const isOrder = (value: unknown): boolean => isText(value, orderMax);

export const plainText = (area: Area, charactersMax: number, role?: Place["role"]): Place => ({
  ...(role !== undefined && { role }),
  charactersMax,
  items: { area, takesText: true },
});
