// How large one pixel of the design is in the room that the sheet is given.
import { type RefObject, useLayoutEffect } from "react";

// The sheet of the design (DESIGN, 2): 1392 by 984, the aspect of an A sheet on its side.
const sheetWidth = 1392;
const sheetHeight = 984;

/** Sets `--u` on the element, so that the whole sheet fits into the room around it. No component draws again. */
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
      // Rounded down: half a pixel too much would make the room scroll.
      if (unit > 0) sheet.style.setProperty("--u", `${Math.floor(unit * 10_000) / 10_000}px`);
    };
    resize();
    const observer = new ResizeObserver(resize);
    observer.observe(room);
    return () => observer.disconnect();
  }, [element]);
}
