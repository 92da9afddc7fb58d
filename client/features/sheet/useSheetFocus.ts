// One tab stop into the sheet: the arrows walk from section to section, Enter opens the one that has the focus.
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { SectionId } from "#shared/sheet/sections.ts";
import { type Move, moveOfKey, type Standing } from "./sheetGrid.ts";

export type SheetFocus = {
  /** The section that Tab comes to. */
  stop: SectionId;
  handlers: CardHandlers;
};

/** Never a new object: a card draws again only when its own section changes. */
export type CardHandlers = {
  onOpen: (id: SectionId) => void;
  onFocus: (id: SectionId) => void;
  onKeyDown: (id: SectionId, event: KeyboardEvent) => void;
};

type Options = {
  root: RefObject<HTMLElement | null>;
  first: SectionId;
  walk: (standing: Standing, move: Move) => Standing;
  onOpen: (id: SectionId) => void;
};

export function useSheetFocus({ root, first, walk, onOpen }: Options): SheetFocus {
  const [stop, setStop] = useState(first);
  const standing = useRef<Standing | null>(null);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  }, [onOpen]);
  const handlers = useMemo<CardHandlers>(
    () => ({
      onOpen: (id) => open.current(id),
      onFocus: setStop,
      onKeyDown: (id, event) => {
        if (event.altKey || event.metaKey || event.shiftKey) return;
        const move = moveOfKey(event.key, event.ctrlKey);
        if (move === undefined) return;
        event.preventDefault();
        const from = standing.current?.id === id ? standing.current : { id };
        standing.current = walk(from, move);
        focusOn(root.current, standing.current.id);
      },
    }),
    [root, walk],
  );
  return { stop, handlers };
}

export function focusOn(root: HTMLElement | null, id: SectionId): void {
  root?.querySelector<HTMLElement>(`[data-open="${id}"]`)?.focus();
}
