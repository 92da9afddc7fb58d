import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { applyTextChange, textChange } from "#shared/board/textChange.ts";

test("the change turns what was into what is, whatever both are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
      const change = textChange(before, after);
      expect(before.slice(0, change.at) + change.insert + before.slice(change.at + change.remove)).toBe(
        after,
      );
    }),
  );
});

test("a shared text never holds half a character, also when emoji replace each other", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("😀", "😁", "🏫", "a") }), { maxLength: 8 }),
      (states) => {
        const text = new Y.Doc().getText("t");
        for (const state of states) {
          applyTextChange(text, state);
          expect(text.toString()).toBe(state);
          const copy = new Y.Doc();
          Y.applyUpdate(copy, Y.encodeStateAsUpdate(text.doc ?? copy));
          expect(copy.getText("t").toString()).toBe(state);
        }
      },
    ),
  );
});

test("what another person typed meanwhile stays", () => {
  const one = new Y.Doc();
  const two = new Y.Doc();
  one.getText("t").insert(0, "aérer les classes");
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  applyTextChange(one.getText("t"), "aérer toutes les classes");
  applyTextChange(two.getText("t"), "aérer les classes le matin");
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  expect(one.getText("t").toString()).toBe("aérer toutes les classes le matin");
});
