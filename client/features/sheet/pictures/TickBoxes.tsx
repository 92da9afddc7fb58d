import styles from "./TickBoxes.module.css";

type Box = { id: string; label: string; ticked: boolean };

/** The dimensions of the sheet, those that the project touches ticked. */
export function TickBoxes({ boxes, lang }: { boxes: readonly Box[]; lang: string }) {
  return (
    <ul className={styles.boxes} lang={lang} aria-hidden="true">
      {boxes.map(({ id, label, ticked }) => (
        <li key={id} className={ticked ? styles.ticked : undefined}>
          <i />
          {label}
        </li>
      ))}
    </ul>
  );
}
