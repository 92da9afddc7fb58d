// Values against their targets.
import type { Board } from "#shared/board/roots.ts";
import { type Row, rowString, rowsOf, rowValue, subRowsOf } from "#shared/board/rows.ts";
import type { Meter } from "./facts.ts";
import { dayFrom, numberFrom } from "./reading.ts";

/** The indicators with their latest measurement. */
export function metersOf(board: Board): Meter[] {
  return rowsOf(board, "indicators").map((row) => meterOf(row, latestMeasurement(row)));
}

/** The indicators as the evaluation found them; what it says of a target stands above our own arithmetic. */
export function resultMeters(board: Board): Meter[] {
  const indicators = new Map(rowsOf(board, "indicators").map((row) => [row.id, row]));
  return rowsOf(board, "evaluation.indicatorResults").flatMap((result) => {
    const indicator = indicators.get(String(rowValue(result, "indicatorId")));
    if (indicator === undefined || rowValue(result, "usedInEvaluation") === false) return [];
    const meter = meterOf(indicator, numberFrom(rowValue(result, "actualValue")));
    return [{ ...meter, id: result.id, reached: achievement(rowValue(result, "achieved")) }];
  });
}

/** Quantities used against quantities planned: rows of which nothing was used yet are left out. */
export function quantityMeters(rows: readonly Row[]): Meter[] {
  return rows.flatMap((row) => {
    const actual = numberFrom(rowValue(row, "actualQuantity"));
    if (actual === null) return [];
    return [
      {
        id: row.id,
        name: rowString(row, "description").trim(),
        unit: rowString(row, "unit").trim(),
        baseline: null,
        target: numberFrom(rowValue(row, "plannedQuantity")),
        actual,
        reached: null,
      },
    ];
  });
}

function meterOf(indicator: Row, actual: number | null): Meter {
  const target = numberFrom(rowValue(indicator, "targetValue"));
  return {
    id: indicator.id,
    name: rowString(indicator, "name").trim(),
    unit: rowString(indicator, "unit").trim(),
    baseline: numberFrom(rowValue(indicator, "baseline")),
    target,
    actual,
    reached: isReached(rowValue(indicator, "direction"), target, actual),
  };
}

function latestMeasurement(indicator: Row): number | null {
  const measured = subRowsOf(indicator, "measurements").flatMap((row) => {
    const day = dayFrom(rowValue(row, "date"));
    const value = numberFrom(rowValue(row, "value"));
    return day === null || value === null ? [] : [{ day, value }];
  });
  return measured.sort((a, b) => (a.day < b.day ? -1 : 1)).at(-1)?.value ?? null;
}

function isReached(direction: unknown, target: number | null, actual: number | null): Meter["reached"] {
  if (target === null || actual === null) return null;
  if (direction === "increase") return actual >= target ? "yes" : "no";
  if (direction === "decrease") return actual <= target ? "yes" : "no";
  // To be kept as it is: how far it may stray is for people to say.
  return actual === target ? "yes" : null;
}

function achievement(value: unknown): Meter["reached"] {
  return value === "yes" || value === "partly" || value === "no" ? value : null;
}
