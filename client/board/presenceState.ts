// What one tab of a person tells the others. Never stored. It comes from other people's programs, so it is parsed.
import { z } from "zod/mini";
import { type Role, roles } from "#shared/access/roles.ts";
import { isSectionId, type SectionId } from "#shared/sheet/sections.ts";
import { type PersonColor, personColors } from "#shared/sync/personColor.ts";

/** A place on the sheet: left and top as shares of its width and height. */
export type SheetPoint = { x: number; y: number };

export type PresenceState = {
  user: { id: string; name: string; color: PersonColor };
  role: Role;
  section: SectionId | null;
  cursor: SheetPoint | null;
  field: string | null;
  typing: boolean;
};

const share = z.number().check(z.gte(0), z.lte(1));

// Everything but who it is may be missing: stock clients say what they like.
const Told = z.object({
  user: z.object({
    id: z.string().check(z.minLength(1), z.maxLength(64)),
    name: z.string().check(z.minLength(1), z.maxLength(60)),
    color: z.catch(z.enum(personColors), "1"),
  }),
  role: z.catch(z.enum(roles), "viewer"),
  section: z.catch(z.nullable(z.string()), null),
  cursor: z.catch(z.nullable(z.object({ x: share, y: share })), null),
  field: z.catch(z.nullable(z.string().check(z.maxLength(200))), null),
  typing: z.catch(z.boolean(), false),
});

const parsed = new WeakMap<object, PresenceState | null>();

/** Null for a tab that does not say who it is. A state object never changes, so it is parsed once. */
export function parsePresence(state: object): PresenceState | null {
  const known = parsed.get(state);
  if (known !== undefined) return known;
  const result = Told.safeParse(state);
  const told: PresenceState | null = result.success
    ? {
        ...result.data,
        section: isSectionId(result.data.section) ? result.data.section : null,
      }
    : null;
  parsed.set(state, told);
  return told;
}
