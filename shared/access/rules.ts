// What a facilitator has decided about who may write where on one board: kept by the server, told to everyone, and
// asked by the write gate and by the interface alike.
import { z } from "zod/mini";
import { type SectionId, sections } from "#shared/sheet/sections.ts";
import { can, mayWrite, type Role } from "./roles.ts";

/** The roles that a section can be kept for; the facilitator writes everywhere. */
export const reservers = ["committee", "participant"] as const;

export type Reserver = (typeof reservers)[number];

export const SectionName = z.enum(sections.map(({ id }) => id));

export const BoardRules = z.object({
  /** Only the facilitator writes here. */
  locked: z.readonly(z.array(SectionName)),
  /** Only this role, and the facilitator, writes here. */
  reserved: z.readonly(z.array(z.object({ section: SectionName, for: z.enum(reservers) }))),
  /** Only its author and the facilitator change a note's text or delete it. Moving and grouping stay open to all. */
  notesKeptToAuthor: z.boolean(),
});

export type BoardRules = z.infer<typeof BoardRules>;

/** What a new board begins with: everyone who may write, writes everywhere. */
export const openRules: BoardRules = { locked: [], reserved: [], notesKeptToAuthor: false };

/** Who alone writes in a section, beside the facilitator: nobody where it is locked, or one role. */
export type Restriction = "locked" | Reserver;

/** Undefined where everyone writes who may write at all. A lock counts for more than a reservation. */
export function restrictionOf(section: SectionId, rules: BoardRules): Restriction | undefined {
  if (rules.locked.includes(section)) return "locked";
  return rules.reserved.find((one) => one.section === section)?.for;
}

/** May this role write in this section, as the board's rules are now? */
export function mayWriteIn(role: Role, section: SectionId, rules: BoardRules): boolean {
  if (!mayWrite(role)) return false;
  if (can(role, "writeEverywhere")) return true;
  const restriction = restrictionOf(section, rules);
  return restriction === undefined || restriction === role;
}

/**
 * May this role change a note's text or delete it, where it may write at all? `isTheirs`: the person wrote it, or
 * nobody says that they did.
 */
export function mayRewriteNote(role: Role, isTheirs: boolean, rules: BoardRules): boolean {
  return !rules.notesKeptToAuthor || isTheirs || can(role, "writeEverywhere");
}
