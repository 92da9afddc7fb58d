// What one client says of itself, as the others are told it: who it is comes from the server.
import { can, type Role } from "#shared/access/roles.ts";
import { isSectionId, type SectionId } from "#shared/sheet/sections.ts";
import type { Face } from "./people.ts";

export type PresenceState = {
  said: Record<string, unknown>;
  /** JSON, as it is sent. */
  full: string;
  withoutCursor: string;
  /** Where the pointer is, as JSON; undefined when it is nowhere. */
  cursor: string | undefined;
  /** The section they have open; null for the sheet. */
  section: SectionId | null;
  /** Everyone sees where they point. */
  leads: boolean;
};

const stateMaxBytes = 2048;

/** What a client said, or undefined when no state looks like that. */
export function parseState(text: string): Record<string, unknown> | undefined {
  if (Buffer.byteLength(text) > stateMaxBytes) return undefined;
  try {
    const said: unknown = JSON.parse(text);
    return isRecord(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

export function stateOf(
  said: Record<string, unknown>,
  faceOf: (saidName: unknown) => Face,
  role: Role,
): PresenceState {
  const state = { ...said, user: faceOf(isRecord(said.user) ? said.user.name : undefined), role };
  const { cursor, section } = said;
  const isPointing = cursor !== undefined && cursor !== null;
  const full = JSON.stringify(state);
  return {
    said,
    full,
    withoutCursor: isPointing ? JSON.stringify({ ...state, cursor: undefined }) : full,
    cursor: isPointing ? JSON.stringify(cursor) : undefined,
    section: isSectionId(section) ? section : null,
    leads: can(role, "manageRules"),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
