import { describe, expect, test } from "vitest";
import {
  bandRows,
  frameSections,
  goesOnBelow,
  headerSectionOf,
  listPhases,
  type Move,
  prerequisiteSections,
  type Standing,
  sectionsInList,
  walkList,
  walkSheet,
} from "#client/features/sheet/sheetGrid.ts";
import { type SectionId, sectionOf, sections } from "#shared/sheet/sections.ts";

const ids = sections.map(({ id }) => id).sort();
const moves: readonly Move[] = ["left", "right", "up", "down"];

function reachedBy(walk: (from: Standing, move: Move) => Standing): SectionId[] {
  const reached = new Set<SectionId>(["project_title"]);
  for (const id of reached) for (const move of moves) reached.add(walk({ id }, move).id);
  return [...reached].sort();
}

test("every section has its place on the poster, once", () => {
  const placed = [
    ...frameSections,
    ...prerequisiteSections,
    ...(["planning", "execution", "evaluation"] as const).flatMap((phase) => [
      ...bandRows(phase).flatMap((row) => row.sections),
      headerSectionOf(phase),
    ]),
  ].flatMap((section) => (section === undefined ? [] : [section.id]));
  expect(placed.sort()).toEqual(ids);
});

test("every section has its place in the list, once", () => {
  expect(
    listPhases
      .flatMap(sectionsInList)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids);
});

test.each([
  ["poster", walkSheet],
  ["list", walkList],
] as const)("the arrows reach every section of the %s", (_what, walk) => {
  expect(reachedBy(walk)).toEqual(ids);
});

describe("a walk up and down", () => {
  const path = (from: SectionId, ...walk: Move[]) => {
    let at: Standing = { id: from };
    return walk.map((move) => {
      at = walkSheet(at, move);
      return at.id;
    });
  };

  test("follows the topic through the phases", () => {
    expect(path("plan_actions", "down", "down")).toEqual(["exec_actions", "corrective_actions"]);
    expect(path("communication_strategy", "down", "down")).toEqual([
      "satisfaction_defined",
      "eval_satisfaction",
    ]);
  });

  test("comes back to its column after a wider section", () => {
    expect(path("exec_finance", "down", "up")).toEqual(["results_communication", "exec_finance"]);
    expect(path("plan_legal", "up", "up", "down", "down")).toEqual([
      "smart_dimensions",
      "prereq_strategic_vision",
      "smart_dimensions",
      "plan_legal",
    ]);
  });

  test("stays at the edges", () => {
    expect(path("project_title", "up", "left")).toEqual(["project_title", "project_title"]);
    expect(path("eval_indicators", "down", "left")).toEqual(["eval_indicators", "eval_indicators"]);
  });
});

test("a notch points to where the same topic goes on", () => {
  const notched = sections.filter(goesOnBelow).map(({ id }) => id);
  const topics = bandRows("planning").at(-1)?.sections ?? [];
  expect(notched.sort()).toEqual(
    [...topics.map(({ id }) => id), "indicators_defined", "exec_actions", "satisfaction_defined"].sort(),
  );
  expect(goesOnBelow(sectionOf("exec_finance"))).toBe(false);
});
