// Work planned and work done.
import { type Row, rowValue } from "#shared/board/rows.ts";
import type { Span, Step } from "./facts.ts";
import { dayFrom, daysIn } from "./reading.ts";

// The words of three enumerations (work status, technology, compliance) for the same five states.
const stateOfWord = new Map<unknown, Step["state"]>([
  ["done", "done"],
  ["deployed", "done"],
  ["compliant", "done"],
  ["in_progress", "started"],
  ["selected", "started"],
  ["blocked", "blocked"],
  ["cancelled", "dropped"],
  ["dropped", "dropped"],
  ["not_applicable", "dropped"],
]);

export function stepsOf(rows: readonly Row[], key: string): Step[] {
  return rows.map((row) => ({ id: row.id, state: stateOfWord.get(rowValue(row, key)) ?? "todo" }));
}

/** When the actions are planned: the first and the last day, and each action between them. */
export function planOf(rows: readonly Row[]) {
  const days = daysIn(rows, "plannedStart", "plannedEnd");
  const from = days[0] ?? null;
  const to = days.at(-1) ?? null;
  return { count: rows.length, from, to, spans: from === null || to === null ? [] : spansOf(rows, from, to) };
}

function spansOf(rows: readonly Row[], first: string, last: string): Span[] {
  const start = Date.parse(first);
  const length = Date.parse(last) - start;
  const share = (day: string) => (length === 0 ? 0 : (Date.parse(day) - start) / length);
  return rows.flatMap((row) => {
    const from = dayFrom(rowValue(row, "plannedStart")) ?? dayFrom(rowValue(row, "plannedEnd"));
    const to = dayFrom(rowValue(row, "plannedEnd")) ?? from;
    return from === null || to === null || to < from
      ? []
      : [{ id: row.id, from: share(from), to: length === 0 ? 1 : share(to) }];
  });
}
