import { describe, expect, test } from "vitest";
import { messagesIn } from "#shared/i18n/messages.ts";
import { locales } from "#shared/sheet/locale.ts";
import { readSource } from "./sourceFacts.ts";
import { sourcesIn } from "./sources.ts";
import { frenchFaults, sheetFaults, textsOf, translationsIn } from "./words.ts";

const areaFiles = import.meta.glob<object>("../../shared/i18n/*.ts", { eager: true });
const sheetFiles = import.meta.glob<object>("../../shared/sheet/*.ts", { eager: true });

const areas = translationsIn(areaFiles, "i18n");
const sheetWords = translationsIn(sheetFiles, "sheet");
const everything = [...areas, ...sheetWords];

test("every text exists in three languages, under the same key", () => {
  expect(areas.length).toBeGreaterThan(0);
  expect(sheetWords.length).toBeGreaterThan(31);
  const missing = everything.flatMap(([path, words]) => {
    const keys = locales.map((locale) => textsOf(words[locale], path).map(([key]) => key));
    const empty = locales.flatMap((locale) =>
      textsOf(words[locale], path).filter(([, text]) => text.trim() === ""),
    );
    const differ = keys.some((some) => some.join() !== keys[0]?.join());
    return [...(differ ? [`${path}: the keys differ`] : []), ...empty.map(([key]) => `${key}: empty`)];
  });
  expect(missing).toEqual([]);
});

test("every area reaches the interface", () => {
  const merged = Object.values(messagesIn("fr"));
  expect(
    areas.filter(([, words]) => !merged.some((area) => area === words.fr)).map(([path]) => path),
  ).toEqual([]);
});

test.each([
  ["interface", areas, frenchFaults],
  ["sheet", sheetWords, sheetFaults],
] as const)("the French of the %s is written as French is", (_what, translations, faultsOf) => {
  const faults = translations.flatMap(([path, words]) =>
    textsOf(words.fr, path).flatMap(([key, text]) =>
      faultsOf(text).map((fault) => `${key}: ${fault} in "${text}"`),
    ),
  );
  expect(faults).toEqual([]);
});

test("no component has words of its own: they are all in shared/i18n", () => {
  const own = sourcesIn(["client"], /\.tsx$/).flatMap((source) =>
    readSource(source).words.map((words) => `${source.path}: ${words}`),
  );
  expect(own).toEqual([]);
});

describe("a fault is seen", () => {
  test.each([
    ["Êtes-vous là ?", ["no non-breaking space before ; ? ! : % €"]],
    ["Responsable : {name}", ["no non-breaking space before ; ? ! : % €"]],
    ["{share} %", ["no non-breaking space before ; ? ! : % €"]],
    ["Dites «oui»", ["no non-breaking space inside « »"]],
    ["Bravo\u00a0!", ["an exclamation mark"]],
    ["l'atelier", ["a straight apostrophe"]],
    ["Ouverture...", ["three dots instead of …"]],
    ["{count, plural, one {# note ?} other {# notes}}", ["no non-breaking space before ; ? ! : % €"]],
  ])("%s", (text, faults) => {
    expect(frenchFaults(text)).toEqual(faults);
  });

  test("a breaking space in a text of the sheet", () => {
    expect(sheetFaults("À quels types ?")).toHaveLength(1);
    expect(sheetFaults("À quels types\u00a0? (sondage...)?")).toEqual([]);
  });

  test.each([
    "Êtes-vous là\u00a0?",
    "Responsable\u202f: {name}",
    "{share, number, percent}",
    "%",
    "à 10:30, sur https://exemple.be",
    "{count, plural, =0 {aucune note} one {# note} many {# de notes} other {# notes}}",
    "Vous avez {count, plural, one {une note} other {# notes}}\u00a0; elle est «\u00a0{name}\u00a0»",
  ])("%s is well written", (text) => {
    expect(frenchFaults(text)).toEqual([]);
  });

  test("words between tags and in attributes", () => {
    const text = '<p title="Fermer">Bonjour {name} <b>{t("x")}</b> · <i aria-label={t("y")} /></p>;';
    expect(readSource({ path: "client/pages/A.tsx", text }).words).toEqual(["Fermer", "Bonjour"]);
  });
});
