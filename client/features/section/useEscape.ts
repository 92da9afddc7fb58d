import { useEffect } from "react";
import { isWriting } from "./isWriting.ts";

/** Esc goes back up one level: out of the field one writes in, else out of the section. */
export function useEscape(onClose: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A menu, a dialog or a note that was open has taken it.
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      if (event.target instanceof HTMLElement && isWriting(event.target)) event.target.blur();
      else onClose();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onClose]);
}
