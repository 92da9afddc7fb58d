import { PersonMark } from "./PersonMark.tsx";
import styles from "./RefsField.module.css";
import type { Referable } from "./refNames.ts";

/** Several rows in the room of a cell: the circles of people, the numbers of rows that have one. */
export function RefSummary({ referred, isPeople }: { referred: readonly Referable[]; isPeople: boolean }) {
  if (!isPeople) return referred.map(({ number, name }) => number ?? name).join(", ");
  return (
    <span className={styles.circles} title={referred.map(({ name }) => name).join(", ")}>
      {referred.map((one) => (
        <PersonMark key={one.id} id={one.id} name={one.name} />
      ))}
    </span>
  );
}
