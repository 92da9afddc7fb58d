import { expect, test } from "vitest";
import { home } from "#shared/i18n/home.ts";
import { locales } from "#shared/sheet/locale.ts";
import { phases } from "#shared/sheet/phases.ts";
import { type SectionId, sectionOf } from "#shared/sheet/sections.ts";

// The first page does not load the sheet, so the picture of it has words of its own.
const drawn = {
  projectTitle: "project_title",
  team: "project_team",
  committee: "monitoring_committee",
  diagnosis: "diagnosis",
  sustainability: "sustainability",
  smart: "smart_dimensions",
  objectives: "objectives",
  actions: "plan_actions",
  resources: "plan_resources",
  technologies: "plan_technologies",
  finance: "plan_finance",
  legal: "plan_legal",
  communication: "communication_strategy",
  indicators: "indicators_defined",
  satisfaction: "satisfaction_defined",
  corrective: "corrective_actions",
  results: "results_communication",
} as const satisfies Record<string, SectionId>;

const softHyphen = /\u00ad/g;
/** Which space stands before « ? » is not what this compares. */
const anySpace = /\s/g;
const plain = (text: string) => text.replace(softHyphen, "").replace(anySpace, " ");

test.each(locales)("the drawn sheet has the headings of the sheet, in %s", (locale) => {
  for (const [word, section] of Object.entries(drawn) as [keyof typeof drawn, SectionId][]) {
    expect(plain(home[locale].sheet[word])).toBe(plain(sectionOf(section).heading[locale]));
  }
  const prerequisites = phases.find(({ id }) => id === "prerequisites");
  expect(home[locale].sheet.prerequisites).toBe(prerequisites?.heading[locale]);
});
