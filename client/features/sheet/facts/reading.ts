// Reading one value off a row or a place of the board. The document is not trusted: what does not fit is not there.
import { type Row, rowString, rowValue } from "#shared/board/rows.ts";

export function numberFrom(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** A day of the record, "2026-11-12". */
export function dayFrom(value: unknown): string | null {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

/** What the rows say of themselves under this key, without those that say nothing. */
export function namesIn(rows: readonly Row[], key: string): string[] {
  return rows.map((row) => rowString(row, key).trim()).filter((name) => name !== "");
}

export function countWhere(rows: readonly Row[], key: string, value: unknown): number {
  return rows.filter((row) => rowValue(row, key) === value).length;
}

export function sumOf(rows: readonly Row[], key: string): number | null {
  const numbers = rows.map((row) => numberFrom(rowValue(row, key))).filter((number) => number !== null);
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
}

/** The days under this key, earliest first. Days of the record sort as text. */
export function daysIn(rows: readonly Row[], ...keys: string[]): string[] {
  return rows
    .flatMap((row) => keys.map((key) => dayFrom(rowValue(row, key))))
    .filter((day) => day !== null)
    .sort();
}
