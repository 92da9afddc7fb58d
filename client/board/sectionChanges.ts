// How often each section has changed, counted once per board for all that read it.
import { subscribeToSection } from "#shared/board/changes.ts";
import type { Board } from "#shared/board/roots.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { perFrame } from "./perFrame.ts";

/** The count is right at once; listeners are called once per frame. */
export type SectionChanges = { count: number; subscribe: (onChange: () => void) => () => void };

const counts = new WeakMap<Board, Map<SectionId, SectionChanges>>();

export function changesOf(board: Board, sectionId: SectionId): SectionChanges {
  const ofBoard = counts.get(board) ?? new Map<SectionId, SectionChanges>();
  counts.set(board, ofBoard);
  const existing = ofBoard.get(sectionId);
  if (existing !== undefined) return existing;
  const listeners = new Set<() => void>();
  const frame = perFrame(() => {
    for (const listener of [...listeners]) listener();
  });
  const made: SectionChanges = {
    count: 0,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
  subscribeToSection(board, sectionId, () => {
    made.count += 1;
    if (listeners.size > 0) frame.ask();
  });
  ofBoard.set(sectionId, made);
  return made;
}
