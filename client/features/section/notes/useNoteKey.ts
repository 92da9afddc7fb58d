import { useEffect, useRef } from "react";
import { isWriting } from "#client/features/section/isWriting.ts";

/** N makes a note, wherever the key stands on the keyboard, unless one is writing. */
export function useNoteKey(isOn: boolean, make: () => void): void {
  const latest = useRef(make);
  latest.current = make;
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (event.code !== "KeyN" || hasModifier || event.repeat || event.defaultPrevented) return;
      // In a menu or a list, letters look for an entry.
      const inList =
        event.target instanceof Element && event.target.closest("[role=menu], [role=listbox], [role=dialog]");
      if (isWriting(event.target) || inList) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn]);
}
