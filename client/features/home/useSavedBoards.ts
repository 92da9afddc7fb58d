import { useCallback, useEffect, useRef, useState } from "react";
import { readBoard } from "#client/apiClient.ts";
import {
  type BoardAccess,
  forgetBoard,
  rememberBoard,
  retitleBoard,
  savedBoards,
} from "#client/savedBoards.ts";

/** `removed`: taken off the list, and can still be put back while the page is open. `gone`: its token opens nothing. */
export type ListedBoard = BoardAccess & { state: "listed" | "removed" | "gone" };

/** Titles change on the board itself: they are asked again for the boards at the top of the list. */
const askedAgain = 12;

export function useSavedBoards() {
  const [boards, setBoards] = useState<ListedBoard[]>(() =>
    savedBoards().map((access) => ({ ...access, state: "listed" })),
  );
  const first = useRef(boards.slice(0, askedAgain));

  const change = useCallback((boardId: string, part: Partial<ListedBoard>) => {
    setBoards((all) => all.map((one) => (one.boardId === boardId ? { ...one, ...part } : one)));
  }, []);

  useEffect(() => {
    let left = false;
    for (const { boardId, token } of first.current) {
      readBoard(boardId, token).then((answer) => {
        if (left) return;
        if (!answer.ok) {
          if (answer.problem === "boardNotFound") change(boardId, { state: "gone" });
          return;
        }
        const { title } = answer.value;
        retitleBoard(boardId, title);
        change(boardId, { title });
      });
    }
    return () => {
      left = true;
    };
  }, [change]);

  return {
    boards,
    remove(board: ListedBoard) {
      forgetBoard(board.boardId);
      change(board.boardId, { state: "removed" });
    },
    putBack({ state: _removed, ...access }: ListedBoard) {
      rememberBoard(access);
      change(access.boardId, { state: "listed" });
    },
  };
}
