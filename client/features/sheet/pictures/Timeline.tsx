import type { Span } from "#client/features/sheet/facts/facts.ts";
import styles from "./Timeline.module.css";

/** When each action is planned, between the first day and the last. */
export function Timeline({ spans }: { spans: readonly Span[] }) {
  return (
    <div className={styles.timeline} aria-hidden="true">
      {spans.map(({ id, from, to }) => (
        <span key={id}>
          <i style={{ left: `${from * 100}%`, right: `${(1 - to) * 100}%` }} />
        </span>
      ))}
    </div>
  );
}
