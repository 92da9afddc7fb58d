import { useTranslations } from "use-intl";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import type { Note } from "#shared/board/notes.ts";
import styles from "./MiniNotes.module.css";
import { Written } from "./Written.tsx";

// DESIGN, zoom Z1: four at most, then how many more.
const shownMax = 4;

/**
 * The first notes of a section, as many rows as there is room for (the style sheet knows), the last one with how
 * many are not seen; without room for one row, how many there are.
 */
export function MiniNotes({ notes, wide = false }: { notes: readonly Note[]; wide?: boolean }) {
  const t = useTranslations("sheet");
  const kinds = useTranslations("notes.kind");
  return (
    <div className={wide ? `${styles.room} ${styles.wide}` : styles.room}>
      <ul className={styles.notes}>
        {notes.slice(0, shownMax).map(({ id, kind, text }, index) => (
          <li key={id} className={`${styles.note} ${styles[kind]}`}>
            <VisuallyHidden>{`${kinds(kind)}. `}</VisuallyHidden>
            <span className={styles.text}>
              <Written text={text} />
            </span>
            {notes.length > index + 1 && (
              <span className={styles.more} aria-hidden="true">
                {t("moreNotes", { count: notes.length - index - 1 })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.count} aria-hidden="true">
        {t("notes", { count: notes.length })}
      </p>
    </div>
  );
}
