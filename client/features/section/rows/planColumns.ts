// Which fields of a row stand in the table, and which in the detail below it.
import type { Field, FieldType } from "#shared/sheet/fields.ts";

/** Least width of a column in px, and how much it takes of what is left over. */
type Width = { least: number; grow: number };

const widths: Readonly<Record<FieldType, Width>> = {
  string: { least: 132, grow: 1 },
  text: { least: 190, grow: 2 },
  richtext: { least: 190, grow: 2 },
  enum: { least: 132, grow: 0.4 },
  choice: { least: 112, grow: 0.3 },
  date: { least: 92, grow: 0 },
  money: { least: 112, grow: 0.2 },
  number: { least: 104, grow: 0.2 },
  integer: { least: 104, grow: 0.2 },
  boolean: { least: 108, grow: 0.1 },
  rating: { least: 120, grow: 0.4 },
  ref: { least: 160, grow: 1.5 },
  refs: { least: 96, grow: 0.6 },
  strings: { least: 180, grow: 1.5 },
  integers: { least: 200, grow: 1 },
  measurements: { least: 400, grow: 1 },
};

// The name of the row; from some width on it may take the room of another column.
const roomyFrom = 840;
const nameLeast = 188;
const roomyNameLeast = 236;
const nameGrow = 3;

// Beside the fields: the number of the row, and its menu.
export const numberWidth = 52;
export const menuWidth = 44;

export type Column = { field: Field; width: number };
export type ColumnPlan = { columns: Column[]; details: Field[] };

/** The first field names the row and always stands; then what is expected, then the rest, as long as there is room. */
export function planColumns(fields: readonly Field[], available: number): ColumnPlan {
  const [first, ...others] = fields;
  if (first === undefined) return { columns: [], details: [] };
  const widthOf = (field: Field): Width =>
    field === first && (field.type === "string" || field.type === "text")
      ? { least: available < roomyFrom ? nameLeast : roomyNameLeast, grow: nameGrow }
      : widths[field.type];
  let left = available - numberWidth - menuWidth - widthOf(first).least;
  const shown = new Set<Field>([first]);
  for (const field of [...others].sort((a, b) => weight(b) - weight(a))) {
    const { least } = widthOf(field);
    if (isNoCell(field) || least > left) continue;
    left -= least;
    shown.add(field);
  }
  const columns = fields.filter((field) => shown.has(field));
  const growth = columns.reduce((sum, field) => sum + widthOf(field).grow, 0);
  return {
    columns: columns.map((field) => {
      const { least, grow } = widthOf(field);
      return { field, width: least + (growth === 0 ? 0 : (Math.max(0, left) * grow) / growth) };
    }),
    details: fields.filter((field) => !shown.has(field)),
  };
}

/** Tables, rows of buttons and long lists stand in no cell. */
function isNoCell({ type, required }: Field): boolean {
  return type === "measurements" || type === "integers" || (type === "strings" && !required);
}

function weight({ readOnly, required }: Field): number {
  if (readOnly === true) return 2;
  return required ? 1 : 0;
}
