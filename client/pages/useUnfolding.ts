import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { SectionId } from "#shared/sheet/sections.ts";

/**
 * Lets the section unfold from its place on the sheet, and fold back there. Answers the section to draw, which
 * stays until it has folded. Without a place to come from (an address opened directly, reduced motion), at once.
 */
export function useUnfolding(
  section: SectionId | null,
  layer: RefObject<HTMLElement | null>,
): SectionId | null {
  const [shown, setShown] = useState(section);
  const before = useRef(section);
  if (section !== null && section !== shown) setShown(section);

  useLayoutEffect(() => {
    const last = before.current;
    before.current = section;
    const element = layer.current;
    if (last === section || (last !== null && section !== null) || element === null) return;
    const place = section ?? last;
    const folded = place === null ? undefined : foldedShape(place, element);
    const durationMs = cameraMs(element);
    if (folded === undefined || durationMs === 0) {
      if (section === null) setShown(null);
      return;
    }
    const frames = [
      { clipPath: folded, opacity: 0 },
      { opacity: 1, offset: 0.3 },
      { clipPath: "inset(0px 0px 0px 0px round 0px)", opacity: 1 },
    ];
    const motion = element.animate(frames, {
      direction: section === null ? "reverse" : "normal",
      duration: section === null ? durationMs / 2 : durationMs,
      easing: "cubic-bezier(0.2, 0.7, 0.2, 1)",
    });
    if (section === null) motion.onfinish = () => setShown(null);
    return () => motion.cancel();
  }, [section, layer]);

  return shown;
}

/** The outline of the section's cell on the sheet, within the layer; undefined where it is not drawn. */
function foldedShape(section: SectionId, layer: HTMLElement): string | undefined {
  const cell = document.querySelector(`[data-section="${section}"]`);
  if (cell === null) return undefined;
  const from = cell.getBoundingClientRect();
  const whole = layer.getBoundingClientRect();
  if (from.width === 0) return undefined;
  const inset = [
    from.top - whole.top,
    whole.right - from.right,
    whole.bottom - from.bottom,
    from.left - whole.left,
  ];
  return `inset(${inset.map((side) => `${Math.max(0, side)}px`).join(" ")} round 6px)`;
}

/** The token's duration: 0 where motion is reduced. Builds may write it in seconds. */
function cameraMs(element: Element): number {
  const token = getComputedStyle(element).getPropertyValue("--t-camera").trim();
  const amount = Number.parseFloat(token) || 0;
  return token.endsWith("ms") ? amount : amount * 1000;
}
