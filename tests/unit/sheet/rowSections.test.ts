import { expect, test } from "vitest";
import { fieldsWritten, sectionsShowing, sectionsWriting } from "#shared/sheet/rowSections.ts";

test("actions stand in the plan, in the execution and among the corrections; each side writes its own fields", () => {
  expect(sectionsShowing("actions")).toEqual(expect.arrayContaining(["plan_actions", "exec_actions"]));
  expect(sectionsWriting("actions", "title")).toContain("plan_actions");
  expect(sectionsWriting("actions", "title")).not.toContain("exec_actions");
  expect(sectionsWriting("actions", "nowhere")).toEqual([]);
});

test("every field that is written anywhere is written in a section that shows its rows", () => {
  for (const list of ["actions", "resources", "people", "indicators", "budget.lines"] as const) {
    const showing = sectionsShowing(list);
    expect(fieldsWritten(list).length).toBeGreaterThan(2);
    for (const path of fieldsWritten(list)) {
      const writing = sectionsWriting(list, path);
      expect(writing.length).toBeGreaterThan(0);
      expect(writing.filter((section) => !showing.includes(section))).toEqual([]);
    }
  }
});
