// What the amounts of a list add up to, in whole cents.
import { sumOfMoney } from "#client/features/section/fields/parseAmount.ts";
import type { Board } from "#shared/board/roots.ts";
import { rowsOf, rowValue } from "#shared/board/rows.ts";
import { readValue } from "#shared/board/values.ts";
import type { RowsBlock } from "#shared/sheet/fields.ts";

/** The sum of each column of money, by the id of its field. */
export function sumsOf(board: Board, block: RowsBlock): Record<string, number> {
  const rows = rowsOf(board, block.list, block.where);
  const columns = block.fields.filter(({ type }) => type === "money");
  return Object.fromEntries(
    columns.map(({ id, path }) => [
      id,
      sumOfMoney(rows.map((row) => rowValue(row, path)).filter((value) => typeof value === "number")),
    ]),
  );
}

/** The total that the project declares, where there is one. */
export function declaredTotal(board: Board): number | undefined {
  const total = readValue(board, "budget.declaredTotalEur");
  return typeof total === "number" ? total : undefined;
}
