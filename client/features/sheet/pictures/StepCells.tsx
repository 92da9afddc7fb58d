import type { Step } from "#client/features/sheet/facts/facts.ts";
import styles from "./StepCells.module.css";

/** One cell per row: full when done, half when begun, empty when to do, barred when blocked. */
export function StepCells({ steps }: { steps: readonly Step[] }) {
  return (
    <div className={styles.cells} aria-hidden="true">
      {steps.map(({ id, state }) => (
        <i key={id} className={styles[state]} />
      ))}
    </div>
  );
}
