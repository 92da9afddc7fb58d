import { expect, test } from "vitest";
import { nameOf, neighboursOf, threadOf } from "#client/features/section/sectionNeighbours.ts";
import { sectionOf } from "#shared/sheet/sections.ts";

test("the action plan stands between the objectives and the resources", () => {
  const { previous, next, count, position } = neighboursOf(sectionOf("plan_actions"));
  expect([previous?.id, next?.id]).toEqual(["objectives", "plan_resources"]);
  expect([position, count]).toEqual([5, 10]);
});

test("a dated header comes before the topics of its phase", () => {
  expect(neighboursOf(sectionOf("execution_update"))).toMatchObject({ position: 1, previous: undefined });
});

test("the action plan is planned, executed, then corrected, wherever one stands on the thread", () => {
  const thread = ["plan_actions", "exec_actions", "corrective_actions"];
  expect(threadOf(sectionOf("plan_actions")).map(({ id }) => id)).toEqual(thread);
  expect(threadOf(sectionOf("exec_actions")).map(({ id }) => id)).toEqual(thread);
  expect(threadOf(sectionOf("corrective_actions")).map(({ id }) => id)).toEqual(thread);
});

test("a topic of one phase only has no thread", () => {
  expect(threadOf(sectionOf("diagnosis"))).toEqual([]);
});

test("a name ends without the colon of the printed sheet", () => {
  expect(nameOf("Date de la mise à jour :")).toBe("Date de la mise à jour");
  expect(nameOf("Actions correctrices ?")).toBe("Actions correctrices ?");
});
