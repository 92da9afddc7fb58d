import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import { useText, useTitle } from "#client/board/useSection.ts";
import { textAt } from "#shared/board/values.ts";
import styles from "./SheetTitle.module.css";

/** Which sheet this is, where it is from, and whether it is saved. */
export function SheetTitle({ saved }: { saved: ReactNode }) {
  const common = useTranslations("common");
  const { board } = useBoard();
  const title = useTitle().trim() || common("untitled");
  const place = useText(textAt(board, "municipality.name")).trim();
  return (
    <div className={styles.sheetTitle}>
      <h1 className={styles.title} title={title}>
        {title}
      </h1>
      <div className={styles.about}>
        {saved}
        {place !== "" && <span className={styles.place}>{place}</span>}
      </div>
    </div>
  );
}
