import type { Scale } from "#shared/sheet/scales.ts";
import styles from "./Gauge.module.css";

// A half circle of one segment per step of the scale: 0 fills none, the highest fills all.
const radius = 34;
const centre = { x: 42, y: 42 };
const gap = 0.09;
// The ends are cut so that the stroke stands on the line under the figure.
const foot = 0.044;

function segment(index: number, count: number): string {
  const arc = (Math.PI - 2 * foot - gap * (count - 1)) / count;
  const from = Math.PI + foot + index * (arc + gap);
  return `M${point(from)}A${radius} ${radius} 0 0 1 ${point(from + arc)}`;
}

function point(angle: number): string {
  const x = centre.x + radius * Math.cos(angle);
  const y = centre.y + radius * Math.sin(angle);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** A rating on its scale; without one the segments stand empty. */
export function Gauge({ rating, scale }: { rating: number | null; scale: Scale }) {
  const count = scale.max - scale.min;
  const filled = rating === null ? 0 : rating - scale.min;
  return (
    <svg viewBox="0 0 84 46" className={styles.gauge} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <path
          key={index}
          d={segment(index, count)}
          className={index < filled ? styles.filled : styles.rest}
        />
      ))}
      {rating === null ? (
        <path d="M35 34h14M42 27v14" className={styles.plus} />
      ) : (
        <text x="42" y="42" textAnchor="middle" className={styles.figure}>
          {rating}
        </text>
      )}
    </svg>
  );
}
