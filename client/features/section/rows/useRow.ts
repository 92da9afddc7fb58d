import { useBoard } from "#client/board/BoardContext.tsx";
import { useSection } from "#client/board/useSection.ts";
import { type FieldPlace, isText, placeInRow } from "#client/features/section/fields/fieldPlace.ts";
import { isEmpty } from "#client/features/section/fields/fitsField.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { rowOf } from "#shared/board/rows.ts";
import type { Field, RowsBlock } from "#shared/sheet/fields.ts";

export type RowField = { field: Field; place: FieldPlace; value: unknown };

/** A row's fields with their values; draws again when one of them changes. Undefined once the row is gone. */
export function useRow(block: RowsBlock, id: string): RowField[] | undefined {
  const { board } = useBoard();
  const { sectionId } = useSectionContent();
  const values = useSection(sectionId, (current) => {
    const row = rowOf(current, block.list, id);
    return row && block.fields.map((field) => placeInRow(block.list, row, field).read());
  });
  const row = rowOf(board, block.list, id);
  if (row === undefined || values === undefined) return undefined;
  return block.fields.map((field, index) => ({
    field,
    place: placeInRow(block.list, row, field),
    value: values[index],
  }));
}

/** How the row is called, for those who hear one of its fields. */
export function nameOfRow([first]: readonly RowField[], nameless: string): string {
  const name =
    first !== undefined && isText(first.field) && typeof first.value === "string" ? first.value : "";
  return name.trim() === "" ? nameless : name.trim();
}

/** How many expected fields of these are empty. */
export function missingIn(fields: readonly RowField[]): number {
  return fields.filter(({ field, value }) => field.required && field.readOnly !== true && isEmpty(value))
    .length;
}
