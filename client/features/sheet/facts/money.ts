// The two sides of the budget.
import type { Board } from "#shared/board/roots.ts";
import { rowString, rowsOf, rowValue } from "#shared/board/rows.ts";
import { readValue } from "#shared/board/values.ts";
import type { EnumValue } from "#shared/sheet/enums.ts";
import type { Item } from "./facts.ts";
import { numberFrom, sumOf } from "./reading.ts";

const subsidies: readonly EnumValue<"fundingType">[] = ["region", "department_province", "state", "eu"];

export function budgetPlanned(board: Board) {
  const lines = rowsOf(board, "budget.lines");
  const total = totalOf(board);
  const granted = rowsOf(board, "budget.fundingSources").filter(
    (row) =>
      subsidies.some((type) => type === rowValue(row, "fundingType")) &&
      rowValue(row, "status") !== "refused",
  );
  const amount = sumOf(granted, "amountEur");
  const items: Item[] = lines.flatMap((row) => {
    const planned = numberFrom(rowValue(row, "plannedEur"));
    const text = rowString(row, "label").trim();
    return text === "" ? [] : [{ id: row.id, text, amount: planned }];
  });
  return {
    total,
    subsidised: amount === null || total === null || total <= 0 ? null : amount / total,
    // The largest first: that is what there is to see in little room.
    items: items.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0)),
  };
}

export function budgetSpent(board: Board) {
  const spent = sumOf(rowsOf(board, "budget.lines"), "spentEur");
  const total = totalOf(board);
  return { spent, share: spent === null || total === null || total <= 0 ? null : spent / total };
}

/** What was declared, else what the lines come to. */
function totalOf(board: Board): number | null {
  return (
    numberFrom(readValue(board, "budget.declaredTotalEur")) ??
    sumOf(rowsOf(board, "budget.lines"), "plannedEur")
  );
}
