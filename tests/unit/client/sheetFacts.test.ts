import { describe, expect, test } from "vitest";
import { factsOf } from "#client/features/sheet/facts/factsOf.ts";
import { createBoard } from "#shared/board/document.ts";
import type { Board } from "#shared/board/roots.ts";
import { addRow, addSubRow } from "#shared/board/rows.ts";
import { writeValue } from "#shared/board/values.ts";
import { sections } from "#shared/sheet/sections.ts";
import { exampleProject } from "#tests/support/domain.ts";

function idMaker(): () => string {
  let made = 0;
  return () => `row-${String(++made).padStart(6, "0")}`;
}

const emptyBoard = () => createBoard({ boardId: "board-empty", locale: "fr", newId: idMaker() });

function exampleBoard(): Board {
  return createBoard({ boardId: "board-example", locale: "fr", record: exampleProject(), newId: idMaker() });
}

test("every section of an empty board has facts of its kind", () => {
  const board = emptyBoard();
  for (const { id, kind } of sections) expect(factsOf(board, id).kind).toBe(kind);
});

describe("the worked example", () => {
  const board = exampleBoard();

  test("names the people by their part, and the committee with those from outside", () => {
    const team = factsOf(board, "project_team");
    const committee = factsOf(board, "monitoring_committee");
    if (team.kind !== "people" || committee.kind !== "committee") throw new Error("another kind");
    expect(team.leads).toEqual(["Cheffe de projet – service Smart City"]);
    expect([team.members.length, team.partners.length]).toEqual([7, 4]);
    expect(committee.members).toContain("Conseillère en prévention");
    expect(committee.externals).toHaveLength(2);
  });

  test("counts what is done, and how much of the money is spent", () => {
    const actions = factsOf(board, "exec_actions");
    expect(
      actions.kind === "actions_actual" && actions.steps.filter(({ state }) => state === "done"),
    ).toHaveLength(8);
    expect(factsOf(board, "plan_finance")).toMatchObject({ total: 38_000, subsidised: 0.7 });
    const spent = factsOf(board, "exec_finance");
    expect(spent.kind === "budget_actual" ? spent.share : null).toBeCloseTo(0.765, 3);
  });

  test("shows the latest update and the latest meeting, whatever their order", () => {
    expect(factsOf(board, "execution_update")).toMatchObject({ day: "2026-11-12", health: "green" });
    expect(factsOf(board, "evaluation_meeting")).toMatchObject({ day: "2026-11-05", convened: "2026-10-20" });
  });

  test("the evaluation says itself which targets are reached", () => {
    const results = factsOf(board, "eval_indicators");
    expect(results.kind === "indicator_results" && results.meters.map(({ reached }) => reached)).toEqual([
      "yes",
      "yes",
      "partly",
      "partly",
      "yes",
      "yes",
      "no",
    ]);
  });
});

test.each([
  ["increase", 80, 80, "yes"],
  ["increase", 80, 79, "no"],
  ["decrease", 20, 17.5, "yes"],
  ["decrease", 20, 21, "no"],
  ["maintain", 20, 20, "yes"],
  ["maintain", 20, 21, null],
] as const)("a target to %s of %d at %d: %s", (direction, targetValue, value, reached) => {
  const board = emptyBoard();
  const row = addRow(board, "indicators", {
    id: "indicator-1",
    values: { name: "A", direction, targetValue },
  });
  addSubRow(row, "measurements", "measurement", {
    id: "measure-0001",
    values: { date: "2026-06-30", value },
  });
  addSubRow(row, "measurements", "measurement", {
    id: "measure-0002",
    values: { date: "2025-06-30", value: 1 },
  });
  expect(factsOf(board, "indicators_defined")).toMatchObject({ meters: [{ actual: value, reached }] });
});

test("what is not of its type is not there", () => {
  const board = emptyBoard();
  writeValue(board, "prerequisites.leadership.rating", "three");
  writeValue(board, "budget.declaredTotalEur", Number.NaN);
  addRow(board, "actions", { id: "action-0001", values: { plannedStart: "soon", plannedEnd: 3, status: 7 } });
  expect(factsOf(board, "prereq_leadership")).toMatchObject({ rating: null });
  expect(factsOf(board, "plan_finance")).toMatchObject({ total: null });
  expect(factsOf(board, "plan_actions")).toMatchObject({ count: 1, from: null, to: null, spans: [] });
  expect(factsOf(board, "exec_actions")).toMatchObject({ steps: [{ state: "todo" }] });
});
