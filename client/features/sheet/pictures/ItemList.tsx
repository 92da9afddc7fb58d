import type { Item } from "#client/features/sheet/facts/facts.ts";
import { useSheetWords } from "#client/features/sheet/useSheetWords.ts";
import { Written } from "#client/features/sheet/Written.tsx";
import styles from "./ItemList.module.css";

/** What the rows are called, and one figure of each. What does not fit as a whole is left out. */
export function ItemList({ items, wide = false }: { items: readonly Item[]; wide?: boolean }) {
  const { plain, day } = useSheetWords();
  return (
    <ul className={wide ? `${styles.items} ${styles.wide}` : styles.items}>
      {items.map(({ id, text, amount, count, day: when }) => (
        <li key={id} className={styles.item}>
          <span className={styles.text}>
            <Written text={text} />
          </span>
          {typeof amount === "number" && <b>{plain(Math.round(amount))}</b>}
          {typeof count === "number" && <b>{plain(count)}</b>}
          {typeof when === "string" && <b>{day(when)}</b>}
        </li>
      ))}
    </ul>
  );
}
