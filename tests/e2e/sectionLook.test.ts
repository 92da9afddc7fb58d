// Every section as people see and hear it: nothing serious for axe, nothing cut off, in both themes.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SectionId, sections } from "#shared/sheet/sections.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { enter, exampleRecord, type Made, makeBoard, type Someone, writeInProse } from "./boardPages.ts";
import { goTo, notesArea } from "./sectionPages.ts";

let server: TestServer;
let browser: Browser;
let board: Made;
let amina: Someone;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const notes = ["Former un référent par école", "Qui relève les alertes ?", "Bulletin mensuel aux familles"];
  const sectionNotes = Object.fromEntries(sections.map(({ id }) => [id, notes]));
  board = await makeBoard(server.url, { record: { ...exampleRecord(), sectionNotes } });
  amina = await enter(browser, board, "participant", "Amina");
});
afterAll(async () => {
  expect(amina.complaints).toEqual([]);
  await browser.close();
  await server.stop();
});

/** From one section to another without loading the page again. */
async function walkTo(page: Page, id: SectionId): Promise<void> {
  const heading = page.locator("#section-title");
  await page.evaluate((path) => history.pushState(null, "", path), `/b/${board.id}/s/${id}`);
  await page.locator(`[data-open-section="${id}"]`).waitFor();
  await heading.waitFor();
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .include("[aria-labelledby=section-title]")
    .analyze();
  // A selector that finds nothing would find no fault either.
  if (passes.length === 0) throw new Error("axe looked at nothing");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Controls whose text is wider than they are, and anything wider than the column it stands in. */
function cutOff(): string[] {
  const article = document.querySelector("[aria-labelledby=section-title]");
  const faults: string[] = [];
  for (const element of article?.querySelectorAll<HTMLElement>(
    "button, input, th, h1, h2, h3, p, label, dt, td",
  ) ?? []) {
    const { overflowX } = getComputedStyle(element);
    const isOver = element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 1;
    if (isOver && overflowX === "visible") faults.push(`spills: ${element.outerHTML.slice(0, 140)}`);
    if (element instanceof HTMLInputElement && isOver) faults.push(`cut: ${element.value}`);
  }
  return faults;
}

const themes = ["clair", "projecteur"] as const;

// The second theme has the same structure in other colours: one section of each phase and of each type of field.
const lookedAt: Record<(typeof themes)[number], readonly SectionId[]> = {
  clair: sections.map(({ id }) => id),
  projecteur: [
    "project_team",
    "prereq_leadership",
    "sustainability",
    "plan_actions",
    "exec_finance",
    "eval_indicators",
  ],
};

test.each(themes)(
  "axe finds nothing serious in the sections, theme %s",
  { timeout: 200_000 },
  async (theme) => {
    const { page } = amina;
    await page.evaluate((name) => localStorage.setItem("canevas.theme", name), theme);
    const faults: string[] = [];
    await goTo(page, board, "project_title");
    for (const id of lookedAt[theme]) {
      await walkTo(page, id);
      await notesArea(page).getByText("Former un référent par école").waitFor();
      for (const fault of await seriousFaults(page)) faults.push(`${id}: ${fault}`);
    }
    expect(faults).toEqual([]);
    await page.evaluate(() => localStorage.setItem("canevas.theme", "clair"));
  },
);

test("axe finds nothing serious while one writes, chooses, and after something was deleted", async () => {
  const { page } = amina;
  await goTo(page, board, "plan_actions");
  await writeInProse(page, "Ce que nous retenons");
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: /autres champs/ })
    .first()
    .click();
  await notesArea(page)
    .getByRole("button", { name: /Qui relève/ })
    .click();
  expect(await seriousFaults(page)).toEqual([]);
  await page
    .getByRole("button", { name: /^Statut/ })
    .first()
    .click();
  await page.getByRole("listbox").waitFor();
  const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await page.keyboard.press("Escape");
});

test.each([
  [1920, 1080],
  [1280, 800],
  [768, 1024],
  [390, 844],
])("nothing is cut off in any section, %d × %d", { timeout: 120_000 }, async (width, height) => {
  const { page } = amina;
  await page.setViewportSize({ width, height });
  const faults: string[] = [];
  await goTo(page, board, "project_title");
  for (const { id } of sections) {
    await walkTo(page, id);
    await page.getByText("Former un référent par école").last().waitFor();
    for (const fault of await page.evaluate(cutOff)) faults.push(`${id}: ${fault}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${id}: the page is ${wide} px too wide`);
  }
  expect(faults).toEqual([]);
});
