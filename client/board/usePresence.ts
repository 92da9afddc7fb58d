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

type People = readonly Person[];
type PeopleStore = {
  everyone: () => People;
  othersIn: (section: SectionId) => People;
  subscribe: (onChange: () => void) => () => void;
};

// One reading of everybody's presence per board and frame, for all components that show people.
const stores = new WeakMap<Awareness, PeopleStore>();

const nobody: People = [];

function storeOf(awareness: Awareness, myId: string): PeopleStore {
  const existing = stores.get(awareness);
  if (existing !== undefined) return existing;
  let everyone: People = peopleIn(awareness, myId);
  let others = othersBySection(everyone, new Map());
  const listeners = new Set<() => void>();
  const frame = perFrame(() => {
    const next = peopleIn(awareness, myId);
    // Cursors and carets move all the time; people come, go and change place seldom. Whoever did not change stays the
    // same object, so that only the rows of those who did are drawn again.
    if (sameData(everyone, next)) return;
    everyone = next.map((person) => everyone.find((known) => sameData(known, person)) ?? person);
    others = othersBySection(everyone, others);
    for (const listener of [...listeners]) listener();
  });
  awareness.on("change", frame.ask);
  const store: PeopleStore = {
    everyone: () => everyone,
    othersIn: (section) => others.get(section) ?? nobody,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
  stores.set(awareness, store);
  return store;
}

/** A section where nothing changed keeps its list. */
function othersBySection(
  everyone: People,
  before: ReadonlyMap<SectionId, People>,
): ReadonlyMap<SectionId, People> {
  const others = new Map<SectionId, Person[]>();
  for (const person of everyone) {
    if (person.section === null || person.isMe) continue;
    const inSection = others.get(person.section) ?? [];
    inSection.push(person);
    others.set(person.section, inSection);
  }
  return new Map(
    [...others].map(([section, people]) => {
      const known = before.get(section);
      return [section, known !== undefined && sameData(known, people) ? known : people];
    }),
  );
}

/** Everybody here, me included: those who lead first, then by name. */
export function usePeople(): People {
  const { presence, me } = useBoard();
  const store = storeOf(presence.awareness, me.id);
  return useSyncExternalStore(store.subscribe, store.everyone);
}

/** The others who have this section open. */
export function usePeopleIn(sectionId: SectionId): People {
  const { presence, me } = useBoard();
  const store = storeOf(presence.awareness, me.id);
  return useSyncExternalStore(store.subscribe, () => store.othersIn(sectionId));
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
