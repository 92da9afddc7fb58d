import { expect, test } from "vitest";
import * as Y from "yjs";
import {
  addRow,
  addSubRow,
  moveRow,
  rowOf,
  rowString,
  rowsOf,
  rowText,
  rowValue,
  subRowsOf,
  writeRowValue,
} from "#shared/board/rows.ts";
import { takeRow } from "#shared/board/takeOut.ts";

const ids = (board: Y.Doc) => rowsOf(board, "actions").map((row) => row.id);

function aBoardWithActions(...names: string[]): Y.Doc {
  const board = new Y.Doc();
  for (const id of names) addRow(board, "actions", { id, values: { title: id, status: "todo" } });
  return board;
}

function sync(...boards: Y.Doc[]): void {
  for (const from of boards) for (const to of boards) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

test("rows keep the order in which they were added", () => {
  expect(ids(aBoardWithActions("a", "b", "c"))).toEqual(["a", "b", "c"]);
});

test("a row goes after the one it was asked to follow, and moves anywhere", () => {
  const board = aBoardWithActions("a", "b");
  addRow(board, "actions", { id: "c", afterId: "a" });
  expect(ids(board)).toEqual(["a", "c", "b"]);
  moveRow(board, "actions", "b", null);
  expect(ids(board)).toEqual(["b", "a", "c"]);
  moveRow(board, "actions", "b", "c");
  expect(ids(board)).toEqual(["a", "c", "b"]);
});

test("a row of another program without an order stands at the end, and a new row after the others", () => {
  const board = aBoardWithActions("b", "c");
  board.getMap("rows/actions").set("a", new Y.Map([["status", "todo"]]));
  addRow(board, "actions", { id: "d" });
  expect(ids(board)).toEqual(["b", "c", "d", "a"]);
});

test("two people who insert at the same place both keep their row, in one order for both", () => {
  const one = aBoardWithActions("a", "b");
  const two = new Y.Doc();
  sync(one, two);
  addRow(one, "actions", { id: "x", afterId: "a" });
  addRow(two, "actions", { id: "y", afterId: "a" });
  sync(one, two);
  expect(ids(one)).toEqual(ids(two));
  expect(ids(one)).toEqual(["a", "x", "y", "b"]);
  addRow(one, "actions", { id: "z", afterId: "x" });
  expect(ids(one).indexOf("z")).toBeGreaterThan(ids(one).indexOf("x"));
});

test("two people typing in the same field of a row both keep their words", () => {
  const one = aBoardWithActions("a");
  const two = new Y.Doc();
  sync(one, two);
  rowText(rowsOf(one, "actions")[0] ?? fail(), "description")?.insert(0, "un ");
  rowText(rowsOf(two, "actions")[0] ?? fail(), "description")?.insert(0, "deux ");
  sync(one, two);
  const text = rowString(rowsOf(one, "actions")[0] ?? fail(), "description");
  expect(text).toContain("un ");
  expect(text).toContain("deux ");
});

test("only the rows of a filter are given, and a row taken out can be put back as it was", () => {
  const board = aBoardWithActions("a", "b");
  const [first] = rowsOf(board, "actions");
  writeRowValue(first ?? fail(), "status", "done");
  expect(rowsOf(board, "actions", { field: "status", in: ["done"] }).map((row) => row.id)).toEqual(["a"]);
  const putBack = takeRow(board, "actions", "a");
  expect(ids(board)).toEqual(["b"]);
  putBack?.();
  expect(ids(board)).toEqual(["a", "b"]);
  expect(rowString(rowOf(board, "actions", "a") ?? fail(), "title")).toBe("a");
});

test("a cleared value is gone, not empty", () => {
  const board = aBoardWithActions("a");
  const row = rowsOf(board, "actions")[0] ?? fail();
  writeRowValue(row, "plannedStart", "2026-03-17");
  writeRowValue(row, "plannedStart", undefined);
  expect(rowValue(row, "plannedStart")).toBeUndefined();
});

test("an indicator keeps its measurements in order", () => {
  const board = new Y.Doc();
  const row = addRow(board, "indicators", { id: "i1", values: { name: "CO₂" } });
  addSubRow(row, "measurements", "measurement", { id: "m1", values: { date: "2026-01-01", value: 1 } });
  addSubRow(row, "measurements", "measurement", { id: "m2", values: { date: "2026-02-01", value: 2 } });
  expect(subRowsOf(row, "measurements").map((sub) => rowValue(sub, "value"))).toEqual([1, 2]);
});

function fail(): never {
  throw new Error("the row is missing");
}
