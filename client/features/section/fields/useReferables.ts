import { useSection } from "#client/board/useSection.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import type { Field } from "#shared/sheet/fields.ts";
import { type Referable, referablesOf } from "./refNames.ts";

/** What this field may refer to. */
export function useReferables(field: Field): readonly Referable[] {
  const { sectionId } = useSectionContent();
  return useSection(sectionId, (board) => referablesOf(board, field.refList));
}
