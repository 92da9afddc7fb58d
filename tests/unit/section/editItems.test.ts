import { expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, removeItem, replaceItem, setItems } from "#client/features/section/fields/editItems.ts";

function listOf(...items: string[]): Y.Array<unknown> {
  const list = new Y.Doc().getArray<unknown>("list");
  list.insert(0, items);
  return list;
}

test("an item is added once", () => {
  const list = listOf("a");
  addItem(list, "b");
  addItem(list, "a");
  expect(list.toArray()).toEqual(["a", "b"]);
});

test("an item is found again where others have moved it", () => {
  const list = listOf("neuf", "a", "b");
  replaceItem(list, 0, "a", "A");
  expect(list.toArray()).toEqual(["neuf", "A", "b"]);
  removeItem(list, 0, "b");
  expect(list.toArray()).toEqual(["neuf", "A"]);
});

test("what somebody rewrote while another removed it is kept at the end", () => {
  const list = listOf("a", "b");
  removeItem(list, 0, "a");
  replaceItem(list, 0, "a", "a, plus long");
  expect(list.toArray()).toEqual(["b", "a, plus long"]);
});

test("setting the items keeps those that stay as they are, in one update", () => {
  const list = listOf("a", "b", "c");
  let updates = 0;
  list.doc?.on("update", () => {
    updates += 1;
  });
  setItems(list, ["c", "d", "b"]);
  expect(list.toArray()).toEqual(["b", "c", "d"]);
  expect(updates).toBe(1);
});
