// What the sheet shows of a section besides its sentence: plain data read off the board, one shape per kind.
import type { Kind } from "#shared/sheet/kinds.ts";
import type { Scale } from "#shared/sheet/scales.ts";

/** A line of a list. */
export type Item = {
  id: string;
  text: string;
  amount?: number | null;
  day?: string | null;
  count?: number | null;
};

/** How far one row has come. */
export type Step = { id: string; state: "done" | "started" | "blocked" | "todo" | "dropped" };

/** A stretch of time, as shares 0..1 of the whole plan. */
export type Span = { id: string; from: number; to: number };

/** A value against where it should be. `reached` is null while nobody can say. */
export type Meter = {
  id: string;
  name: string;
  unit: string;
  baseline: number | null;
  target: number | null;
  actual: number | null;
  reached: "yes" | "partly" | "no" | null;
};

/** One rated part of a section, named by the prompt of the sheet with this id. */
export type RatedPart = { prompt: string; rating: number | null };

type Of<K extends Kind, T = unknown> = { kind: K } & T;

export type Facts =
  | Of<"short_text" | "value_proposition" | "diagnosis">
  | Of<"people", { leads: string[]; members: string[]; partners: string[] }>
  | Of<"committee", { members: string[]; externals: string[] }>
  | Of<"rated_item", { rating: number | null; scale: Scale }>
  | Of<"sustainability", { axes: RatedPart[]; scale: Scale }>
  | Of<"smart_dimensions", { dimensions: RatedPart[] }>
  | Of<"communication_rows", { steps: Step[]; items: Item[] }>
  | Of<"objectives", { strategic: number; operational: number; items: Item[] }>
  | Of<"actions_planned", { count: number; from: string | null; to: string | null; spans: Span[] }>
  | Of<"resources_planned", { count: number; ways: number; items: Item[] }>
  | Of<"technologies_planned", { count: number; existing: number; items: Item[] }>
  | Of<"budget_planned", { total: number | null; subsidised: number | null; items: Item[] }>
  | Of<"legal_planned", { count: number; toCheck: number; domains: string[] }>
  | Of<"dated_update", { day: string | null; health: string | null }>
  | Of<"actions_actual" | "technologies_actual" | "legal_actual", { steps: Step[] }>
  | Of<"resources_actual", { count: number; used: number; meters: Meter[] }>
  | Of<"budget_actual", { spent: number | null; share: number | null }>
  | Of<"indicators" | "indicator_results", { meters: Meter[] }>
  | Of<"satisfaction_planned", { count: number; first: string | null; items: Item[] }>
  | Of<"satisfaction_actual", { count: number; done: number; answers: number; items: Item[] }>
  | Of<"meeting", { day: string | null; convened: string | null }>
  | Of<"corrective_actions", { needed: boolean | null; items: Item[] }>
  | Of<"results_communication", { count: number; done: number; next: string | null; items: Item[] }>;
