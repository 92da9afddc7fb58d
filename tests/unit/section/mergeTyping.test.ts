import { expect, test } from "vitest";
import { mergeTyping, placeIn } from "#client/features/section/fields/mergeTyping.ts";

test("without others, what was typed stands", () => {
  expect(mergeTyping("abc", "abxc", "abc")).toBe("abxc");
});

test("typing after what somebody inserted before it lands where it was meant", () => {
  expect(mergeTyping("le plan", "le plané", "Voici le plan")).toBe("Voici le plané");
});

test("typing before what somebody removed keeps both changes", () => {
  expect(mergeTyping("un deux trois", "zéro un deux trois", "un deux")).toBe("zéro un deux");
});

test("a stretch that both replaced keeps the words of both", () => {
  expect(mergeTyping("a b c", "a X c", "a Y c")).toBe("a YX c");
});

test("a place inside what was replaced moves behind the replacement", () => {
  expect(placeIn(3, { at: 2, remove: 4, insert: "ab" })).toBe(4);
  expect(placeIn(2, { at: 2, remove: 4, insert: "ab" })).toBe(2);
  expect(placeIn(9, { at: 2, remove: 4, insert: "ab" })).toBe(7);
});
