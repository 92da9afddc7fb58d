// How a row is called where another field refers to it.
import type { Board } from "#shared/board/roots.ts";
import { type Row, rowString, rowsOf } from "#shared/board/rows.ts";
import type { RowListId } from "#shared/sheet/fields.ts";

const nameKeys: Partial<Record<RowListId, string>> = {
  people: "displayName",
  objectives: "text",
  indicators: "name",
  actions: "title",
  decisions: "subject",
  "governance.bodies": "name",
};

// Rows that people know by their number in the plan.
const numbered: readonly RowListId[] = ["actions", "objectives", "indicators", "decisions"];

export type Referable = { id: string; name: string; number: number | undefined };

/** The rows of a list as one refers to them, in their order. */
export function referablesOf(board: Board, list: RowListId | undefined): Referable[] {
  if (list === undefined) return [];
  return rowsOf(board, list).map((row, index) => ({
    id: row.id,
    name: nameOfRow(row, list),
    number: numbered.includes(list) ? index + 1 : undefined,
  }));
}

function nameOfRow(row: Row, list: RowListId): string {
  return rowString(row, nameKeys[list] ?? "name").trim();
}

/** « 3. Former un référent »: the number first, where there is one. */
export function fullName({ name, number }: Referable, nameless: string): string {
  const words = name === "" ? nameless : name;
  return number === undefined ? words : `${number}. ${words}`;
}
