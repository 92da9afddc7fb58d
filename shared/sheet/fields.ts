// The vocabulary of a section's content: blocks of fields, each field with its type and words.
import type { EnumId, Option } from "./enums.ts";
import type { LocalText } from "./locale.ts";
import type { ScaleId } from "./scales.ts";

/** Lists of the record whose rows a section shows, by their path in the record. */
export const rowLists = [
  "strategyLinks",
  "people",
  "partners",
  "stakeholders",
  "governance.bodies",
  "governance.validationCircuit",
  "feasibility.consequences",
  "objectives",
  "actions",
  "deliverables",
  "resources",
  "citizenInvolvement",
  "technologies",
  "budget.lines",
  "budget.fundingSources",
  "legal",
  "communicationPlan",
  "indicators",
  "satisfactionMeasures",
  "executionUpdates",
  "risks",
  "dependencies",
  "meetings",
  "decisions",
  "quarterlyReviews",
  "evaluation.indicatorResults",
  "evaluation.correctiveActions",
  "resultsCommunication",
  "scores",
  "attachments",
] as const;

export type RowListId = (typeof rowLists)[number];

export type FieldType =
  | "string"
  | "text"
  | "richtext"
  | "enum"
  | "choice"
  | "date"
  | "money"
  | "number"
  | "integer"
  | "boolean"
  | "rating"
  | "ref"
  | "refs"
  | "strings"
  | "integers"
  | "measurements";

export type Field = {
  readonly id: string;
  /** In a block of fields: the path in the record ("." first: below the section's own). In rows: the row's key. */
  readonly path: string;
  readonly type: FieldType;
  readonly label: LocalText;
  /** Needed for a complete record: a section with all of them is filled. Never blocks writing. */
  readonly required: boolean;
  readonly enum?: EnumId;
  readonly choices?: readonly Option[];
  readonly scale?: ScaleId;
  /** "EUR", "EUR/year", "%", "days/month", "people", "responses". */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** For ref and refs: the list whose row ids are meant. */
  readonly refList?: RowListId;
  /** Written on the other side of the same row, shown here to say which row it is. */
  readonly readOnly?: boolean;
};

export type FieldsBlock = {
  readonly type: "fields";
  readonly id: string;
  readonly heading?: LocalText;
  readonly fields: readonly Field[];
};

export type RowsBlock = {
  readonly type: "rows";
  readonly id: string;
  readonly heading?: LocalText;
  readonly list: RowListId;
  /** Only the rows whose field has one of these values. */
  readonly where?: RowFilter;
  /** What a row made here starts with. */
  readonly defaults: Readonly<Record<string, string | number | boolean>>;
  readonly canAdd: boolean;
  /** A complete section has at least one row here. */
  readonly required: boolean;
  readonly fields: readonly Field[];
};

export type RowFilter = { readonly field: string; readonly in: readonly string[] };

export type Block = FieldsBlock | RowsBlock;
