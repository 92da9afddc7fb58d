import { Undo2, X } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { Link } from "wouter";
import { Button } from "#client/ui/Button.tsx";
import styles from "./SavedBoards.module.css";
import type { ListedBoard } from "./useSavedBoards.ts";

const recentMs = 6 * 24 * 3600 * 1000;

type Props = {
  boards: readonly ListedBoard[];
  onRemove: (board: ListedBoard) => void;
  onPutBack: (board: ListedBoard) => void;
};

/** The boards that this browser can open: title, role in words, last opened. */
export function SavedBoards({ boards, onRemove, onPutBack }: Props) {
  return (
    <ul className={styles.list}>
      {boards.map((board) => (
        <li key={board.boardId} className={styles.board}>
          {board.state === "removed" ? (
            <Removed board={board} onPutBack={onPutBack} />
          ) : (
            <Listed board={board} onRemove={onRemove} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Listed({ board, onRemove }: { board: ListedBoard; onRemove: Props["onRemove"] }) {
  const t = useTranslations("home");
  const common = useTranslations("common");
  const title = board.title || common("untitled");
  const opened = useOpened(board.lastOpenedAt);
  const name = t("removeFromList", { title });
  return (
    <>
      <Link href={`/b/${board.boardId}`} className={styles.link ?? ""}>
        <span className={styles.title}>{title}</span>
        <span className={styles.about}>
          {common(`role.${board.role}`)} · {board.state === "gone" ? t("gone") : opened}
        </span>
      </Link>
      <Button kind="quiet" square aria-label={name} title={name} onClick={() => onRemove(board)}>
        <X aria-hidden />
      </Button>
    </>
  );
}

function Removed({ board, onPutBack }: { board: ListedBoard; onPutBack: Props["onPutBack"] }) {
  const t = useTranslations("home");
  const common = useTranslations("common");
  const title = board.title || common("untitled");
  return (
    <>
      <p className={styles.removed} role="status">
        {board.links ? t("removedWithLinks", { title }) : t("removed", { title })}
      </p>
      <Button kind="quiet" onClick={() => onPutBack(board)}>
        <Undo2 aria-hidden />
        {t("putBack")}
      </Button>
    </>
  );
}

/** How long ago for a week, the day after that. */
function useOpened(lastOpenedAt: number): string {
  const t = useTranslations("home");
  const format = useFormatter();
  const now = useNow();
  if (now.getTime() - lastOpenedAt > recentMs) {
    return t("openedOn", { day: format.dateTime(lastOpenedAt, "day") });
  }
  return t("opened", { when: format.relativeTime(lastOpenedAt, now) });
}
