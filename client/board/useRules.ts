import { useCallback, useSyncExternalStore } from "react";
import { type BoardRules, mayWriteIn } from "#shared/access/rules.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { useBoard, useBoardSession } from "./BoardContext.tsx";

/** What a facilitator has decided about who may write where, as the server last said. */
export function useRules(): BoardRules {
  const { session } = useBoardSession();
  const subscribe = useCallback((onChange: () => void) => session.subscribe(onChange), [session]);
  return useSyncExternalStore(subscribe, () => session.rules);
}

/** May I write in this section now? */
export function useMayWrite(sectionId: SectionId): boolean {
  const { role } = useBoard();
  return mayWriteIn(role, sectionId, useRules());
}
