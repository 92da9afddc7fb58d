import type { KeyboardEvent } from "react";
import type { RowCommands } from "./RowsBlockView.tsx";

/** Alt and the arrows move the row; Enter goes to the row below, and from the last one to a new row. */
export function rowKeys(id: string, commands: RowCommands) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget } = event;
    // A list that a cell opened stands elsewhere in the page, though not for React.
    if (event.defaultPrevented || !(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      commands.move(id, event.key === "ArrowUp" ? -1 : 1);
      return;
    }
    const writes = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !writes) return;
    // In a text of several lines Enter is a line; with Ctrl it goes on.
    const isLongText = target.closest("[data-long]") !== null;
    if (isLongText && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    commands.goDown(id, target.closest<HTMLElement>("[data-cell]")?.dataset.cell);
  };
}
