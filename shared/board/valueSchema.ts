// Plain values of the record, as they stand in a board.
import { leafSchema } from "#shared/record/recordSchema.ts";
import type { Area, Place, Slot } from "./places.ts";

/** What a record can say explicitly empty. */
export function isGiven(value: unknown): boolean {
  if (value === "" || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

export function listOf(area: Area, type: string): Place {
  return { items: { area, takesValue: (value) => leafSchema(type).safeParse(value).success } };
}

export function valueSlot(area: Area, type: string): Slot {
  // Null: asked, and not known.
  return { area, takesValue: (value) => value === null || leafSchema(type).safeParse(value).success };
}
