// Whoever changes a colour learns here which text can no longer be read. Ratios are those of WCAG 2.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../../client/ui/tokens.css", import.meta.url), "utf8");
const [clairCss = "", projecteurCss = ""] = css.split('[data-theme="projecteur"] {');

type Colours = ReadonlyMap<string, string>;
const coloursIn = (text: string): Colours =>
  new Map(
    [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name = "", value = ""]) => [name, value]),
  );

const clair = coloursIn(clairCss);
const projecteur: Colours = new Map([...clair, ...coloursIn(projecteurCss)]);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

type Pair = [front: string, ground: string, least: number];
const on = (fronts: string[], grounds: string[], least: number): Pair[] =>
  fronts.flatMap((front) => grounds.map((ground): Pair => [front, ground, least]));

const notes = ["paille", "ciel", "brique", "tilleul", "craie"].map((kind) => `note-${kind}`);
const people = ["1", "2", "3", "4", "5", "6", "7"].map((number) => `who-${number}`);

const text = 4.5;
const mark = 3;
const noteText = 7;

const pairs: Pair[] = [
  ...on(
    ["ink", "ink-2", "ink-3"],
    ["desk", "sheet", "cell", "cell-quiet", "plan-tint", "exec-tint", "eval-tint", "cadre-tint"],
    text,
  ),
  ...["cadre", "plan", "exec", "eval"].flatMap((phase) => [
    ...on([`${phase}-on`], [`${phase}-fill`], text),
    ...on([`${phase}-text`], ["cell", "sheet", `${phase}-tint`, "cell-quiet"], text),
    ...on([phase === "exec" ? "exec-mark" : `${phase}-fill`], ["cell"], mark),
  ]),
  ...on(["on-ink"], ["ink"], text),
  ...on(["ink"], notes, noteText),
  ...on(["ink-2"], notes, text),
  ...on(["on-who"], people, text),
  ...on(["finding"], ["finding-tint", "cell", "plan-tint"], text),
  ...on(["done"], ["done-tint", "cell"], text),
  ...on(["info"], ["info-tint", "cell"], text),
  ...on(["line-strong"], ["cell", "sheet", "desk"], mark),
  ...on(["focus"], ["cell", "desk", "plan-tint", "exec-tint", "eval-tint", "note-paille"], mark),
];

test.each([
  ["clair", clair],
  ["projecteur", projecteur],
] as const)("every text, mark and control of the theme %s stands out from its ground", (_theme, colours) => {
  const tooLow = pairs.flatMap(([front, ground, least]) => {
    const [frontColour, groundColour] = [colours.get(front), colours.get(ground)];
    if (!frontColour || !groundColour) return [`there is no --${frontColour ? ground : front}`];
    const found = ratio(frontColour, groundColour);
    return found < least ? [`${front} on ${ground}: ${found.toFixed(2)} < ${least}`] : [];
  });
  expect(tooLow).toEqual([]);
});

test("black on white is 21, and a pale grey on white is seen to fail", () => {
  expect(ratio("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(ratio("#999999", "#ffffff")).toBeLessThan(text);
});
