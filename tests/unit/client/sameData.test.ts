import { expect, test } from "vitest";
import * as Y from "yjs";
import { sameData } from "#client/board/sameData.ts";
import { textAt } from "#shared/board/values.ts";

test("plain data is compared by what it holds", () => {
  expect(sameData({ a: [1, { b: "x" }] }, { a: [1, { b: "x" }] })).toBe(true);
  expect(sameData({ a: [1, { b: "x" }] }, { a: [1, { b: "y" }] })).toBe(false);
  expect(sameData([1, 2], [1, 2, 3])).toBe(false);
  expect(sameData({ a: undefined }, { b: undefined })).toBe(false);
  expect(sameData(null, {})).toBe(false);
  expect(sameData(Number.NaN, Number.NaN)).toBe(true);
});

test("what is alive in the document may have changed inside, so it is never the same", () => {
  const text = textAt(new Y.Doc(), "title");
  expect(sameData(text, text)).toBe(false);
  expect(sameData([{ id: "row", map: text }], [{ id: "row", map: text }])).toBe(false);
});
