import { useCallback, useEffect, useState } from "react";
import { type CallProblem, readBoard } from "#client/apiClient.ts";
import type { BoardAccess } from "#client/savedBoards.ts";
import type { Role } from "#shared/access/roles.ts";

export type Invitation =
  | { state: "asking" }
  /** The link opens this board, in this role. */
  | { state: "invited"; title: string; role: Role }
  /** This browser already has what the link would give. */
  | { state: "known"; access: BoardAccess }
  | { state: "refused"; problem: CallProblem };

/** What a link gives, asked of the server. `saved` is the access that this browser has already, if any. */
export function useInvitation(
  boardId: string,
  linkToken: string,
  saved: BoardAccess | undefined,
): Invitation & { retry: () => void } {
  const [invitation, setInvitation] = useState<Invitation>({ state: "asking" });
  const [asked, setAsked] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again.
  useEffect(() => {
    let left = false;
    setInvitation({ state: "asking" });
    whatItGives(boardId, linkToken, saved).then((given) => {
      if (!left) setInvitation(given);
    });
    return () => {
      left = true;
    };
  }, [boardId, linkToken, saved, asked]);

  const retry = useCallback(() => setAsked((times) => times + 1), []);
  return { ...invitation, retry };
}

async function whatItGives(
  boardId: string,
  linkToken: string,
  saved: BoardAccess | undefined,
): Promise<Invitation> {
  const link = await readBoard(boardId, linkToken);
  if (!link.ok) {
    // Nobody to ask, but this browser has been here before: the board opens from what it kept.
    const away = link.problem === "unreachable" || link.problem === "storageAway";
    return away && saved ? { state: "known", access: saved } : { state: "refused", problem: link.problem };
  }
  const { title, role } = link.value;
  if (saved?.role === role) {
    // A person's own token may have been revoked with the link that it came from.
    const own = await readBoard(boardId, saved.token);
    if (own.ok) return { state: "known", access: { ...saved, title } };
  }
  return { state: "invited", title, role };
}
