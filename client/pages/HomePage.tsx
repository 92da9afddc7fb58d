import { useTranslations } from "use-intl";
import { useLocation } from "wouter";
import { DrawnSheet } from "#client/features/drawnSheet/DrawnSheet.tsx";
import { NewBoardForm } from "#client/features/home/NewBoardForm.tsx";
import { SavedBoards } from "#client/features/home/SavedBoards.tsx";
import { useSavedBoards } from "#client/features/home/useSavedBoards.ts";
import { ArrivalFrame } from "./ArrivalFrame.tsx";
import { Folder } from "./Folder.tsx";
import styles from "./HomePage.module.css";

/** What Canevas is, the sheets of this browser, and a new one. */
export function HomePage() {
  const t = useTranslations("home");
  const [, navigate] = useLocation();
  const { boards, remove, putBack } = useSavedBoards();
  return (
    <ArrivalFrame>
      <div className={`${styles.page} ${boards.length > 0 ? styles.returning : ""}`}>
        <div className={styles.words}>
          <h1 className={styles.title}>{t("title")}</h1>
          <p className={styles.lead}>{t("lead")}</p>
        </div>
        <div className={styles.sheet}>
          <DrawnSheet state="atWork" />
        </div>
        <div className={styles.folders}>
          {boards.length > 0 && (
            <Folder title={t("yourSheets")} about={t("onThisBrowser")}>
              <SavedBoards boards={boards} onRemove={remove} onPutBack={putBack} />
            </Folder>
          )}
          <Folder title={t("newSheet")}>
            <NewBoardForm onEntered={({ boardId }) => navigate(`/b/${boardId}`)} />
          </Folder>
        </div>
      </div>
    </ArrivalFrame>
  );
}
