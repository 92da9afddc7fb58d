import { useBoardSession } from "./BoardContext.tsx";
import type { Saved } from "./openBoard.ts";

/** Is what I wrote committed on the server? */
export function useSaved(): Saved {
  return useBoardSession().saved;
}
