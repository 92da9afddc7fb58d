import { useSyncExternalStore } from "react";
import { digestOf, type SectionState } from "#shared/board/digest.ts";
import type { Board } from "#shared/board/roots.ts";
import { type SectionId, sections } from "#shared/sheet/sections.ts";
import { useBoard } from "./BoardContext.tsx";
import { changesOf } from "./sectionChanges.ts";

type States = ReadonlyMap<SectionId, SectionState>;
type StatesStore = { states: () => States; subscribe: (onChange: () => void) => () => void };

const stores = new WeakMap<Board, StatesStore>();

// Only the section that changed is read again: a keystroke must not cost thirty-one readings.
function storeOf(board: Board): StatesStore {
  const existing = stores.get(board);
  if (existing !== undefined) return existing;
  const listeners = new Set<() => void>();
  let states: States = new Map(sections.map(({ id }) => [id, digestOf(board, id).state]));
  for (const { id } of sections) {
    changesOf(board, id).subscribe(() => {
      const state = digestOf(board, id).state;
      if (states.get(id) === state) return;
      states = new Map(states).set(id, state);
      for (const listener of [...listeners]) listener();
    });
  }
  const store: StatesStore = {
    states: () => states,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
  stores.set(board, store);
  return store;
}

/** Which sections are empty, started and filled. */
export function useSectionStates(): ReadonlyMap<SectionId, SectionState> {
  const store = storeOf(useBoard().board);
  return useSyncExternalStore(store.subscribe, store.states);
}
