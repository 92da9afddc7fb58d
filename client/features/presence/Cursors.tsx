import { useEffect, useRef } from "react";
import type { SheetPoint } from "#client/board/presenceState.ts";
import { type Cursor, useCursors } from "#client/board/useCursors.ts";
import { personClass } from "#client/ui/personClass.ts";
import styles from "./Cursors.module.css";

// Places come 20 times a second: each frame goes this part of the way, so that a cursor glides and still arrives
// before the next place.
const partPerFrame = 0.35;
const closeEnough = 0.0002;
const stillMs = 8_000;

/** The others' cursors over the sheet. Lies on the sheet and has its size. */
export function Cursors() {
  const { cursors, placeOf, onMove } = useCursors();
  return (
    <div className={styles.layer} aria-hidden>
      {cursors.map((cursor) => (
        <CursorArrow key={cursor.client} cursor={cursor} placeOf={placeOf} onMove={onMove} />
      ))}
    </div>
  );
}

type ArrowProps = {
  cursor: Cursor;
  placeOf: (client: number) => SheetPoint | null;
  onMove: (listener: () => void) => () => void;
};

function CursorArrow({ cursor: { client, name, color }, placeOf, onMove }: ArrowProps) {
  const arrow = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = arrow.current;
    const start = placeOf(client);
    if (element === null || start === null) return;
    const glides = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    let at = start;
    let goal = start;
    let frame: number | undefined;
    let sleep: ReturnType<typeof setTimeout> | undefined;
    const put = () => {
      element.style.transform = `translate(${at.x * 100}cqw, ${at.y * 100}cqh)`;
    };
    const wake = () => {
      element.dataset.awake = "";
      clearTimeout(sleep);
      sleep = setTimeout(() => delete element.dataset.awake, stillMs);
    };
    const step = () => {
      at = glides ? nearer(at, goal) : goal;
      put();
      frame = at === goal ? undefined : requestAnimationFrame(step);
    };
    const follow = () => {
      const place = placeOf(client);
      if (place === null || (place.x === goal.x && place.y === goal.y)) return;
      goal = place;
      wake();
      frame ??= requestAnimationFrame(step);
    };
    put();
    wake();
    const stop = onMove(follow);
    return () => {
      stop();
      clearTimeout(sleep);
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [client, placeOf, onMove]);
  return (
    <div ref={arrow} className={`${styles.cursor} ${personClass(color)}`}>
      <svg viewBox="0 0 22 24" aria-hidden="true">
        <path
          d="M2 1.5 20 11l-8 2-3.6 8.2z"
          fill="currentColor"
          stroke="var(--on-who)"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
      <b className={styles.name}>{name}</b>
    </div>
  );
}

function nearer(at: SheetPoint, goal: SheetPoint): SheetPoint {
  const dx = goal.x - at.x;
  const dy = goal.y - at.y;
  if (Math.abs(dx) < closeEnough && Math.abs(dy) < closeEnough) return goal;
  return { x: at.x + dx * partPerFrame, y: at.y + dy * partPerFrame };
}
