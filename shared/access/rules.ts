// What a facilitator has decided about who may write where on one board: kept by the server, told to everyone, and
// asked by the write gate and by the interface alike.
import { z } from "zod/mini";
import { isSectionId, type SectionId } from "#shared/sheet/sections.ts";
import { can, mayWrite, type Role } from "./roles.ts";

/** The roles that a section can be kept for; the facilitator writes everywhere. */
export const reservers = ["committee", "participant"] as const;

export type Reserver = (typeof reservers)[number];

const Section = z.custom<SectionId>(isSectionId, { error: "the id of a section" });

export const BoardRules = z.object({
  /** Only the facilitator writes here. */
  locked: z.array(Section),
  /** Only this role, and the facilitator, writes here. */
  reserved: z.array(z.object({ section: Section, for: z.enum(reservers) })),
  /** Only its author and the facilitator change a note's text or delete it. Moving and grouping stay open to all. */
  notesKeptToAuthor: z.boolean(),
});

export type BoardRules = {
  readonly locked: readonly SectionId[];
  readonly reserved: readonly { readonly section: SectionId; readonly for: Reserver }[];
  readonly notesKeptToAuthor: boolean;
};

/** What a new board begins with: everyone who may write, writes everywhere. */
export const openRules: BoardRules = { locked: [], reserved: [], notesKeptToAuthor: false };

/** May this role write in this section, as the board's rules are now? */
export function mayWriteIn(role: Role, section: SectionId, rules: BoardRules): boolean {
  if (!mayWrite(role)) return false;
  if (can(role, "writeEverywhere")) return true;
  if (rules.locked.includes(section)) return false;
  return rules.reserved.every((one) => one.section !== section || one.for === role);
}
