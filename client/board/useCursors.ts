import { useCallback, useSyncExternalStore } from "react";
import type { Awareness } from "y-protocols/awareness";
import type { PersonColor } from "#shared/sync/personColor.ts";
import { useBoard } from "./BoardContext.tsx";
import { perFrame } from "./perFrame.ts";
import { parsePresence, type SheetPoint } from "./presenceState.ts";
import { sameData } from "./sameData.ts";

/** A tab of somebody else whose pointer is over the sheet. */
export type Cursor = { client: number; name: string; color: PersonColor };

type CursorStore = { cursors: () => readonly Cursor[]; subscribe: (onChange: () => void) => () => void };

const stores = new WeakMap<Awareness, CursorStore>();

function storeOf(awareness: Awareness, myId: string): CursorStore {
  const existing = stores.get(awareness);
  if (existing !== undefined) return existing;
  let cursors: readonly Cursor[] = cursorsIn(awareness, myId);
  const listeners = new Set<() => void>();
  const frame = perFrame(() => {
    const next = cursorsIn(awareness, myId);
    if (sameData(cursors, next)) return;
    cursors = next;
    for (const listener of [...listeners]) listener();
  });
  awareness.on("change", frame.ask);
  const store: CursorStore = {
    cursors: () => cursors,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
  stores.set(awareness, store);
  return store;
}

function cursorsIn(awareness: Awareness, myId: string): Cursor[] {
  return [...awareness.getStates()].flatMap(([client, state]) => {
    const told = parsePresence(state);
    if (told === null || told.cursor === null || told.user.id === myId) return [];
    return [{ client, name: told.user.name, color: told.user.color }];
  });
}

/** Whose cursors there are, and where each of them is now: places change too often to draw again for each. */
export function useCursors(): {
  cursors: readonly Cursor[];
  placeOf: (client: number) => SheetPoint | null;
  onMove: (listener: () => void) => () => void;
} {
  const { presence, me } = useBoard();
  const { awareness } = presence;
  const store = storeOf(awareness, me.id);
  const cursors = useSyncExternalStore(store.subscribe, store.cursors);
  const placeOf = useCallback(
    (client: number) => {
      const state = awareness.getStates().get(client);
      return state === undefined ? null : (parsePresence(state)?.cursor ?? null);
    },
    [awareness],
  );
  const onMove = useCallback(
    (listener: () => void) => {
      awareness.on("change", listener);
      return () => awareness.off("change", listener);
    },
    [awareness],
  );
  return { cursors, placeOf, onMove };
}
