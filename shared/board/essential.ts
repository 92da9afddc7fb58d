// L'essentiel: the one sentence by which a section is known on the poster.
import type * as Y from "yjs";
import type { SectionId } from "#shared/sheet/sections.ts";
import { type Board, essentialRoot } from "./roots.ts";

export function essentialOf(board: Board, sectionId: SectionId): Y.Text {
  return board.getText(essentialRoot(sectionId));
}
