import styles from "./Meters.module.css";

/** The part of a whole that is used; past the whole, the bar goes on and a line shows where it ended. */
export function ShareBar({ share }: { share: number }) {
  const length = Math.max(1, share);
  return (
    <div className={`${styles.meter} ${styles.thick}`} aria-hidden="true">
      <i className={share > 1 ? styles.over : undefined} style={{ width: `${(share / length) * 100}%` }} />
      {share > 1 && <u style={{ left: `${(1 / length) * 100}%` }} />}
    </div>
  );
}
