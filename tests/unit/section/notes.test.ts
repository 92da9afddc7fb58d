import { expect, test } from "vitest";
import { fitText } from "#client/features/section/notes/fitText.ts";
import { freePlace } from "#client/features/section/notes/freePlace.ts";
import type { NotePlace } from "#shared/board/notes.ts";

test("a short note is written large, a long one smaller, never under 13 px", () => {
  expect(fitText("Former un référent", 164, true).size).toBe(18);
  expect(fitText("mot ".repeat(16), 164, true).size).toBeLessThan(18);
  expect(fitText("mot ".repeat(500), 164, true)).toEqual({ size: 13, lines: 4 });
});

test("a word longer than a line is counted as the lines it takes", () => {
  expect(fitText("x".repeat(80), 164, false).size).toBeLessThan(18);
});

test("a note without a foot has room for more", () => {
  const text = "Afficher à trois couleurs dans chaque classe";
  expect(fitText(text, 164, false).size).toBeGreaterThanOrEqual(fitText(text, 164, true).size);
});

const apart = ([ax, ay]: NotePlace, [bx, by]: NotePlace) =>
  Math.abs(ax - bx) >= 0.24 || Math.abs(ay - by) >= 0.19;

test("twenty notes find twenty places that do not cover each other", () => {
  const places: NotePlace[] = [];
  for (let note = 0; note < 20; note++) places.push(freePlace(places));
  for (const [index, place] of places.entries())
    for (const other of places.slice(index + 1)) expect(apart(place, other)).toBe(true);
});

test("the next note stands beside the one before it", () => {
  expect(freePlace([[0.5, 0.4]], [0.5, 0.4])).toEqual([0.75, 0.4]);
});

test("in a full area a note does not hide the last one", () => {
  const full: NotePlace[] = [];
  for (let note = 0; note < 20; note++) full.push(freePlace(full));
  const place = freePlace(full);
  expect(full).not.toContainEqual(place);
  expect(place.every((share) => share >= 0 && share <= 1)).toBe(true);
});
