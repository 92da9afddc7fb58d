import { expect, test } from "vitest";
import { planColumns } from "#client/features/section/rows/planColumns.ts";
import { sections } from "#shared/sheet/sections.ts";

const blocks = sections.flatMap(({ id, blocks: all }) =>
  all.flatMap((block) =>
    block.type === "rows" ? [{ name: `${id}/${block.id}`, fields: block.fields }] : [],
  ),
);

test.each(blocks)(
  "$name: every field stands once, in the table or below it, and the table is as wide as its place",
  ({ fields }) => {
    for (const width of [560, 700, 840, 1000, 1400]) {
      const { columns, details } = planColumns(fields, width);
      const placed = [...columns.map(({ field }) => field), ...details];
      expect(new Set(placed)).toEqual(new Set(fields));
      expect(placed.length).toBe(fields.length);
      expect(columns[0]?.field).toBe(fields[0]);
      const total = columns.reduce((sum, column) => sum + column.width, 52 + 44);
      expect(total).toBeLessThanOrEqual(width + 0.01);
    }
  },
);

test("what names the row and what is expected come before what may be there", () => {
  const actions = blocks.find(({ name }) => name === "plan_actions/actions")?.fields ?? [];
  const ids = planColumns(actions, 790).columns.map(({ field }) => field.id);
  expect(ids).toEqual(["title", "ownerId", "plannedStart", "plannedEnd", "status"]);
});
