// Who is here: one entry per person, however many tabs they have open.
import type { Awareness } from "y-protocols/awareness";
import type { Role } from "#shared/access/roles.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import type { PersonColor } from "#shared/sync/personColor.ts";
import { type PresenceState, parsePresence } from "./presenceState.ts";

export type Person = {
  id: string;
  name: string;
  color: PersonColor;
  role: Role;
  /** The section they have open. */
  section: SectionId | null;
  /** The field their caret is in. */
  field: string | null;
  typing: boolean;
  isMe: boolean;
};

/** Those who lead first, then by name. */
export function peopleIn(awareness: Awareness, myId: string): Person[] {
  const tabs = new Map<string, PresenceState>();
  for (const state of awareness.getStates().values()) {
    const tab = parsePresence(state);
    if (tab === null) continue;
    const other = tabs.get(tab.user.id);
    if (other === undefined || activity(tab) > activity(other)) tabs.set(tab.user.id, tab);
  }
  return [...tabs.values()]
    .map(({ user, role, section, field, typing }) => ({
      ...user,
      role,
      section,
      field,
      typing,
      isMe: user.id === myId,
    }))
    .sort((a, b) => leads(b) - leads(a) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

// Of a person's tabs, the one in which they do most speaks for them.
function activity(tab: PresenceState): number {
  return (tab.typing ? 4 : 0) + (tab.field !== null ? 2 : 0) + (tab.section !== null ? 1 : 0);
}

const leads = (person: Person) => (person.role === "facilitator" ? 1 : 0);
