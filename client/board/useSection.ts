// Reading the board from a component: each reading draws again when what it reads has changed, once per frame.
import { useCallback, useRef, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { subscribeToBoard, subscribeToTitle } from "#shared/board/changes.ts";
import { digestOf, type SectionDigest } from "#shared/board/digest.ts";
import { boardLocale } from "#shared/board/locale.ts";
import type { Board } from "#shared/board/roots.ts";
import { titleOf } from "#shared/board/values.ts";
import type { Locale } from "#shared/sheet/locale.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { useBoard } from "./BoardContext.tsx";
import { perFrame } from "./perFrame.ts";
import { sameData } from "./sameData.ts";
import { changesOf, type SectionChanges } from "./sectionChanges.ts";

type Reading<T> = { changes: SectionChanges; count: number; read: (board: Board) => T; value: T };

/**
 * Reads something of a section. What `read` answers is kept while it says the same (`isEqual`), so that an inline
 * function is fine. Plain data is compared by content; rows and shared texts draw again at every change of the section.
 */
export function useSection<T>(
  sectionId: SectionId,
  read: (board: Board) => T,
  isEqual: (a: T, b: T) => boolean = sameData,
): T {
  const { board } = useBoard();
  const changes = changesOf(board, sectionId);
  const last = useRef<Reading<T> | null>(null);
  const snapshot = () => {
    const known = last.current;
    const isSameSection = known !== null && known.changes === changes;
    if (isSameSection && known.count === changes.count && known.read === read) return known.value;
    const fresh = read(board);
    const value = isSameSection && isEqual(known.value, fresh) ? known.value : fresh;
    last.current = { changes, count: changes.count, read, value };
    return value;
  };
  return useSyncExternalStore(changes.subscribe, snapshot);
}

export function useDigest(sectionId: SectionId): SectionDigest {
  return useSection(
    sectionId,
    useCallback((board: Board) => digestOf(board, sectionId), [sectionId]),
  );
}

/** What a shared text says. One's own typing is seen at once, or a controlled field would lose its caret. */
export function useText(text: Y.Text): string {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const frame = perFrame(onChange);
      const onEvent = (_event: unknown, transaction: Y.Transaction) => {
        if (transaction.local) frame.now();
        else frame.ask();
      };
      text.observe(onEvent);
      return () => {
        frame.cancel();
        text.unobserve(onEvent);
      };
    },
    [text],
  );
  return useSyncExternalStore(subscribe, () => text.toString());
}

export function useTitle(): string {
  const { board } = useBoard();
  const subscribe = useCallback(
    (onChange: () => void) => framed(onChange, (ask) => subscribeToTitle(board, ask)),
    [board],
  );
  return useSyncExternalStore(subscribe, () => titleOf(board).toString());
}

/** The board's own language: of its headings, whatever language the reader's interface has. */
export function useBoardLocale(): Locale {
  const { board } = useBoard();
  const subscribe = useCallback(
    (onChange: () => void) => framed(onChange, (ask) => subscribeToBoard(board, ask)),
    [board],
  );
  return useSyncExternalStore(subscribe, () => boardLocale(board));
}

function framed(onChange: () => void, subscribe: (ask: () => void) => () => void): () => void {
  const frame = perFrame(onChange);
  const unsubscribe = subscribe(frame.ask);
  return () => {
    frame.cancel();
    unsubscribe();
  };
}
