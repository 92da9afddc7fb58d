import { expect, test } from "vitest";
import { refusalCodes } from "#shared/access/refusal.ts";
import { closeOf, refusalOf } from "#shared/sync/closeCodes.ts";

test.each(refusalCodes)("%s is known again by the code and the reason of the close", (refusal) => {
  const { code, reason } = closeOf(refusal);
  expect(refusalOf(code, reason)).toBe(refusal);
});

test.each([
  [4409, "malformed"],
  [4400, "malformed update"],
  [1006, ""],
])("%i %s is none of ours", (code, reason) => {
  expect(refusalOf(code, reason)).toBeUndefined();
});
