// How large one pixel of the design is in the room that the sheet is given.
import { type RefObject, useLayoutEffect } from "react";

// The sheet of the design (DESIGN, 2): 1392 by 984, the aspect of an A sheet on its side.
const sheetWidth = 1392;
const sheetHeight = 984;
// In an upright room (a tablet held so) the shape would leave half the height empty: the rows grow into it, up to
// here, and the cards show more.
const tallestStretch = 1.7;

/**
 * Sets `--u`, and `--v` for the heights of the rows, on the element, so that the whole sheet fits into the room
 * around it. No component draws again.
 */
export function useFit(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const sheet = element.current;
    const room = sheet?.parentElement;
    if (!sheet || !room) return;
    const resize = () => {
      const style = getComputedStyle(room);
      const width =
        room.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      const height =
        room.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
      const unit = Math.min(width / sheetWidth, height / sheetHeight);
      if (unit <= 0) return;
      const isUpright = height > width;
      sheet.style.setProperty("--u", pixels(unit));
      sheet.style.setProperty(
        "--v",
        pixels(isUpright ? Math.min(height / sheetHeight, unit * tallestStretch) : unit),
      );
    };
    resize();
    const observer = new ResizeObserver(resize);
    observer.observe(room);
    return () => observer.disconnect();
  }, [element]);
}

// Rounded down: half a pixel too much would make the room scroll.
function pixels(length: number): string {
  return `${Math.floor(length * 10_000) / 10_000}px`;
}
