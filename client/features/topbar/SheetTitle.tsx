import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import { useText, useTitle } from "#client/board/useSection.ts";
import { textAt } from "#shared/board/values.ts";
import styles from "./SheetTitle.module.css";

type Props = {
  saved: ReactNode;
  /** An open section has the page's heading for itself. */
  isHeading: boolean;
};

/** Which sheet this is, where it is from, and whether it is saved. */
export function SheetTitle({ saved, isHeading }: Props) {
  const Title = isHeading ? "h1" : "p";
  const common = useTranslations("common");
  const { board } = useBoard();
  const title = useTitle().trim() || common("untitled");
  const place = useText(textAt(board, "municipality.name")).trim();
  return (
    <div className={styles.sheetTitle}>
      <Title className={styles.title} title={title}>
        {title}
      </Title>
      <div className={styles.about}>
        {saved}
        {place !== "" && <span className={styles.place}>{place}</span>}
      </div>
    </div>
  );
}
