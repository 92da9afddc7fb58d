import { nanoid } from "nanoid";
import { useCallback, useState } from "react";
import { type CallProblem, sendCommand } from "#client/apiClient.ts";
import type { BoardAccess } from "#client/savedBoards.ts";
import type { Command } from "#shared/session/commands.ts";

type WithoutId<C> = C extends Command ? Omit<C, "id"> : never;

export type Decision = WithoutId<Command>;

export type Decide = (decision: Decision) => void;

/** Sends what a facilitator decides. What comes of it arrives as it does for everybody: with the session. */
export function useDecisions({ boardId, token }: BoardAccess) {
  const [problem, setProblem] = useState<CallProblem | null>(null);
  const [underWay, setUnderWay] = useState(0);
  const decide = useCallback<Decide>(
    (decision) => {
      setUnderWay((count) => count + 1);
      void sendCommand(boardId, token, { ...decision, id: nanoid() }).then((result) => {
        setUnderWay((count) => count - 1);
        setProblem(result.ok ? null : result.problem);
      });
    },
    [boardId, token],
  );
  return { decide, problem, isDeciding: underWay > 0 };
}
