import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { Role } from "#shared/access/roles.ts";
import type { Board } from "#shared/board/roots.ts";
import type { Access } from "./access.ts";
import { BoardSession } from "./openBoard.ts";
import type { Me, Presence } from "./presence.ts";

/** The open board as features see it. */
export type OpenBoard = {
  board: Board;
  boardId: string;
  role: Role;
  me: Me;
  presence: Presence;
};

type Opened = { open: OpenBoard; session: BoardSession; reopen: () => Promise<void> };

const BoardContext = createContext<Opened | null>(null);

/** Opens the board for everything inside, and closes it when it goes. */
export function BoardProvider({ access, children }: { access: Access; children: ReactNode }) {
  const [session, setSession] = useState<BoardSession | null>(null);
  const [visit, setVisit] = useState(0);
  const { boardId, token, role, participantId, name } = access;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new visit opens the same board anew.
  useEffect(() => {
    const opened = new BoardSession({ boardId, token, role, participantId, name });
    setSession(opened);
    return () => {
      opened.close();
      setSession(null);
    };
  }, [boardId, token, role, participantId, name, visit]);
  const reopen = useCallback(async () => {
    await session?.erase();
    setVisit((last) => last + 1);
  }, [session]);
  if (session === null) return null;
  return (
    <SessionProvider key={visit} session={session} reopen={reopen}>
      {children}
    </SessionProvider>
  );
}

type SessionProps = { session: BoardSession; reopen: () => Promise<void>; children: ReactNode };

function SessionProvider({ session, reopen, children }: SessionProps) {
  const { board, access, presence } = session;
  const me = useSyncExternalStore(
    useCallback((onChange) => presence.subscribeToMe(onChange), [presence]),
    () => presence.me,
  );
  const opened = useMemo<Opened>(
    () => ({
      open: {
        board,
        boardId: access.boardId,
        role: access.role,
        me,
        presence,
      },
      session,
      reopen,
    }),
    [board, access, me, presence, session, reopen],
  );
  return <BoardContext value={opened}>{children}</BoardContext>;
}

function useOpened(): Opened {
  const opened = useContext(BoardContext);
  if (opened === null) throw new Error("The board hooks need a BoardProvider above them");
  return opened;
}

export function useBoard(): OpenBoard {
  return useOpened().open;
}

/** For the page that holds the board: whether there is something to show, what was refused, and what to do then. */
export function useBoardSession() {
  const { session, reopen } = useOpened();
  const subscribe = useCallback((onChange: () => void) => session.subscribe(onChange), [session]);
  const isReady = useSyncExternalStore(subscribe, () => session.isReady);
  const isKept = useSyncExternalStore(subscribe, () => session.isKept);
  const saved = useSyncExternalStore(subscribe, () => session.saved);
  const unsent = useSyncExternalStore(subscribe, () => session.unsent);
  return { isReady, isKept, saved, unsent, session, reopen };
}
