/** How a control is called: by a label that is drawn, or by words only (a cell under its column's head). */
export type Naming = { id: string; label: string; labelId?: string };

/** The name of an input or a group. */
export function nameProps({ id, label, labelId }: Naming) {
  return labelId === undefined ? { id, "aria-label": label } : { id, "aria-labelledby": labelId };
}

/** The name of a button that shows a value: its label, then the value. */
export function nameWithValue({ id, label, labelId }: Naming, value: string) {
  return labelId === undefined
    ? { id, "aria-label": `${label}\u00a0: ${value}` }
    : { id, "aria-labelledby": `${labelId} ${id}` };
}
