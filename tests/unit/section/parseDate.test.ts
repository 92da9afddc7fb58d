import { expect, test } from "vitest";
import { isIsoDate, parseDate } from "#client/features/section/fields/parseDate.ts";

const today = "2026-11-21";

test.each([
  ["17/3/26", "2026-03-17"],
  ["17/03/2026", "2026-03-17"],
  ["17.03.26", "2026-03-17"],
  ["17-3-2026", "2026-03-17"],
  ["17 3 26", "2026-03-17"],
  ["2026-03-17", "2026-03-17"],
  ["2026/3/17", "2026-03-17"],
  ["17 mars 2026", "2026-03-17"],
  ["1er août 2026", "2026-08-01"],
  ["mardi 17 mars 2026", "2026-03-17"],
  ["le 3 févr. 27", "2027-02-03"],
  ["9 juin 2026", "2026-06-09"],
  ["9 juil. 2026", "2026-07-09"],
  ["17 March 2026", "2026-03-17"],
  ["March 17, 2026", "2026-03-17"],
  ["Tuesday 17th March 2026", "2026-03-17"],
  ["17 maart 2026", "2026-03-17"],
  ["maandag 2 november 2026", "2026-11-02"],
  ["5 mei 2027", "2027-05-05"],
  ["17/3", "2026-03-17"],
  ["17 mars", "2026-03-17"],
  ["29/02/2028", "2028-02-29"],
])("« %s » is understood as %s", (text, date) => {
  expect(parseDate(text, today)).toBe(date);
});

test.each([
  "",
  "mi-mars",
  "mars 2026",
  "31/02/2026",
  "29/02/2027",
  "17/13/2026",
  "0/1/2026",
  "17 mars 202",
  "demain",
  "17 mars 2026 à 14 h",
  "2026",
])("« %s » is no date", (text) => {
  expect(parseDate(text, today)).toBeUndefined();
});

test("only a real day written YYYY-MM-DD is a date of the record", () => {
  expect(isIsoDate("2026-03-17")).toBe(true);
  expect(isIsoDate("2026-02-30")).toBe(false);
  expect(isIsoDate("17/03/26")).toBe(false);
  expect(isIsoDate(20260317)).toBe(false);
});
