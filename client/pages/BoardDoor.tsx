import { lazy, Suspense, useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { type BoardAccess, rememberBoard, savedBoard } from "#client/savedBoards.ts";
import { ArrivalFrame } from "./ArrivalFrame.tsx";
import { JoinPage, LinkNeededPage } from "./JoinPage.tsx";
import { stripLinkToken, useLinkToken } from "./useLinkToken.ts";

// Yjs, the sheet and the editor come with the board, not with the first page.
const BoardPage = lazy(async () => ({ default: (await import("./BoardPage.tsx")).BoardPage }));

/** Lets in those who have a key: a link in the address first, else what this browser keeps. */
export function BoardDoor({ boardId }: { boardId: string }) {
  const t = useTranslations("common");
  const linkToken = useLinkToken();
  const [access, setAccess] = useState(() => savedBoard(boardId));

  const enter = useCallback((given: BoardAccess) => {
    const opened = { ...given, lastOpenedAt: Date.now() };
    rememberBoard(opened);
    setAccess(opened);
    stripLinkToken();
  }, []);

  if (linkToken !== "") {
    return (
      <JoinPage key={linkToken} boardId={boardId} linkToken={linkToken} saved={access} onEntered={enter} />
    );
  }
  if (!access) return <LinkNeededPage />;
  return (
    <Suspense fallback={<ArrivalFrame page={access.title || t("untitled")}>{null}</ArrivalFrame>}>
      <BoardPage access={access} />
    </Suspense>
  );
}
