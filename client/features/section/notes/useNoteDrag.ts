import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { NotePlace } from "#shared/board/notes.ts";

// Less than this is the tremor of a hand, not a move.
const threshold = 4;

type Grip = { pointer: number; x: number; y: number };

/** Moves a note with the pointer. The board hears of it once, when it is dropped; Esc puts it back. */
export function useNoteDrag(item: RefObject<HTMLLIElement | null>, onDrop: (at: NotePlace) => void) {
  const grip = useRef<Grip | null>(null);
  const moved = useRef(false);
  const wasSelected = useRef(false);
  const [offset, setOffset] = useState<{ x: number; y: number } | null>(null);
  const isDragging = offset !== null;

  useEffect(() => {
    if (!isDragging) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      grip.current = null;
      setOffset(null);
    };
    // Before the section hears it and closes.
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [isDragging]);

  const drop = () => {
    const area = item.current?.parentElement;
    if (item.current && area && offset !== null) {
      const left = Math.max(0, item.current.offsetLeft + offset.x);
      const top = Math.max(0, item.current.offsetTop + offset.y);
      onDrop([Math.min(1, left / area.clientWidth), Math.min(1, top / area.clientHeight)]);
    }
    grip.current = null;
    setOffset(null);
  };
  return {
    isDragging,
    transform: offset === null ? undefined : `translate(${offset.x}px, ${offset.y}px) rotate(-2.5deg)`,
    /** Was the click that follows the end of a move? */
    hasMoved: () => moved.current,
    /** Was the note chosen already when the pointer came down on it? */
    wasSelected: () => wasSelected.current,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        moved.current = false;
        wasSelected.current = document.activeElement === event.currentTarget;
        grip.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const held = grip.current;
        if (held === null || held.pointer !== event.pointerId) return;
        const x = event.clientX - held.x;
        const y = event.clientY - held.y;
        if (!isDragging && Math.hypot(x, y) < threshold) return;
        if (!isDragging) {
          moved.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        setOffset({ x, y });
      },
      onPointerUp: drop,
      onPointerCancel: () => {
        grip.current = null;
        setOffset(null);
      },
    },
  };
}
