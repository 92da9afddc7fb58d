// Fields that are computed, never typed (marked D in the table of entities).
import type { EnumValue } from "#shared/sheet/enums.ts";
import type { ProjectRecord } from "./recordTypes.ts";

const ficheStatuses: Record<EnumValue<"stage">, EnumValue<"ficheStatus"> | null> = {
  idea: "planned",
  workshop: "planned",
  planning: "planned",
  submitted: "planned",
  validated: "planned",
  execution: "ongoing",
  evaluation: "ongoing",
  suspended: "ongoing",
  closed: "completed",
  abandoned: null,
};

/** Status of the published project sheet, from the stage; null for an abandoned project. */
function ficheStatusOf(stage: EnumValue<"stage">): EnumValue<"ficheStatus"> | null {
  return ficheStatuses[stage];
}

/** Σ spent ÷ declared total × 100 with one decimal, in integer cents; null without a total. */
function consumedPctOf(declaredTotalEur: number | null, spentEur: readonly (number | null)[]): number | null {
  if (declaredTotalEur === null || declaredTotalEur <= 0) return null;
  const spentCents = spentEur.reduce<number>((sum, spent) => sum + Math.round((spent ?? 0) * 100), 0);
  return Math.round((spentCents / Math.round(declaredTotalEur * 100)) * 1000) / 10;
}

/** Sets the derived fields of a record read off a board. */
export function deriveFields(record: ProjectRecord): void {
  const status = ficheStatusOf(record.stage);
  if (status !== null) record.ficheStatus = status;
  const { budget } = record;
  if (budget === undefined) return;
  const lines = budget.lines ?? [];
  if (lines.every((line) => line.spentEur === undefined || line.spentEur === null)) return;
  const consumed = consumedPctOf(
    budget.declaredTotalEur ?? null,
    lines.map((line) => line.spentEur ?? null),
  );
  if (consumed !== null) budget.consumedPct = consumed;
}
