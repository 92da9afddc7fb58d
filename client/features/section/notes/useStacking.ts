import { useRef } from "react";
import type { Note, NotePlace } from "#shared/board/notes.ts";

/** Which note lies on which: the one that came or moved last is on top, as on a table. */
export function useStacking(notes: readonly Note[]): (id: string) => number {
  const state = useRef({ places: new Map<string, NotePlace>(), order: new Map<string, number>(), top: 0 });
  const { places, order } = state.current;
  for (const { id, at } of notes) {
    const known = places.get(id);
    if (known !== undefined && known[0] === at[0] && known[1] === at[1]) continue;
    places.set(id, at);
    state.current.top += 1;
    order.set(id, state.current.top);
  }
  return (id) => order.get(id) ?? 0;
}
