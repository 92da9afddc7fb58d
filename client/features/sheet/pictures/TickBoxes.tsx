import styles from "./TickBoxes.module.css";

type Box = { id: string; label: string; ticked: boolean };

// As many as stand in two rows of a narrow card.
const lettersOfTwoRows = 70;

/** The dimensions of the sheet, those that the project touches ticked. */
export function TickBoxes({ boxes, lang }: { boxes: readonly Box[]; lang: string }) {
  const letters = boxes.reduce((sum, { label }) => sum + label.length, 0);
  return (
    <ul
      className={letters > lettersOfTwoRows ? `${styles.boxes} ${styles.long}` : styles.boxes}
      lang={lang}
      aria-hidden="true"
    >
      {boxes.map(({ id, label, ticked }) => (
        <li key={id} className={ticked ? styles.ticked : undefined}>
          <i />
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
