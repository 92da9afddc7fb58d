// Who is here, and telling the others where I am.
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Awareness } from "y-protocols/awareness";
import type { SectionId } from "#shared/sheet/sections.ts";
import { useBoard } from "./BoardContext.tsx";
import { type Person, peopleIn } from "./people.ts";
import { perFrame } from "./perFrame.ts";
import type { SheetPoint } from "./presenceState.ts";
import { sameData } from "./sameData.ts";

export type { Person } from "./people.ts";

type PeopleStore = { people: () => readonly Person[]; subscribe: (onChange: () => void) => () => void };

// One reading of everybody's presence per board and frame, for all components that show people.
const stores = new WeakMap<Awareness, PeopleStore>();

function storeOf(awareness: Awareness, myId: string): PeopleStore {
  const existing = stores.get(awareness);
  if (existing !== undefined) return existing;
  let people: readonly Person[] = peopleIn(awareness, myId);
  const listeners = new Set<() => void>();
  const frame = perFrame(() => {
    const next = peopleIn(awareness, myId);
    // Cursors and carets move all the time; people come, go and change place seldom.
    if (sameData(people, next)) return;
    people = next.map((person) => people.find((known) => sameData(known, person)) ?? person);
    for (const listener of [...listeners]) listener();
  });
  awareness.on("change", frame.ask);
  const store: PeopleStore = {
    people: () => people,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
  stores.set(awareness, store);
  return store;
}

/** Everybody here, me included: those who lead first, then by name. */
export function usePeople(): readonly Person[] {
  const { presence, me } = useBoard();
  const store = storeOf(presence.awareness, me.id);
  return useSyncExternalStore(store.subscribe, store.people);
}

/** The others who have this section open. */
export function usePeopleIn(sectionId: SectionId): readonly Person[] {
  const people = usePeople();
  return useMemo(
    () => people.filter((person) => person.section === sectionId && !person.isMe),
    [people, sectionId],
  );
}

export type MyPresence = {
  setSection: (section: SectionId | null) => void;
  /** A key of the field my caret is in, by which others know it again. */
  setField: (field: string | null) => void;
  /** To call at every keystroke. */
  setTyping: () => void;
  setCursor: (point: SheetPoint | null) => void;
  /** For the editor's named carets. */
  awareness: Awareness;
};

export function usePresence(): MyPresence {
  const { presence } = useBoard();
  const setSection = useCallback((section: SectionId | null) => presence.setSection(section), [presence]);
  const setField = useCallback((field: string | null) => presence.setField(field), [presence]);
  const setTyping = useCallback(() => presence.setTyping(), [presence]);
  const setCursor = useCallback((point: SheetPoint | null) => presence.setCursor(point), [presence]);
  const { awareness } = presence;
  return useMemo(
    () => ({ setSection, setField, setTyping, setCursor, awareness }),
    [setSection, setField, setTyping, setCursor, awareness],
  );
}
