// The whole sheet, as a poster and as the list of a phone: nothing is missing, nothing is cut, the keyboard walks it.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { locales } from "#shared/sheet/locale.ts";
import { phases } from "#shared/sheet/phases.ts";
import { sections } from "#shared/sheet/sections.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { cardOf, enter, essentialField, exampleRecord, makeBoard, openSection, soon } from "./boardPages.ts";
import { sheetFaults } from "./sheetFaults.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

// A room's screen, two laptops, a tablet upright, just wide enough for a poster; then phones, small and wide.
const posterSizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1280, height: 800 },
  { width: 820, height: 1180 },
  { width: 720, height: 900 },
];
const listSizes = [
  { width: 390, height: 844 },
  { width: 640, height: 844 },
];

const longWords = "Verantwortungsübernahmegespräche mit Gemeinschaftseinrichtungsvertretern. ";

/** Every section with a sentence of long words and thirty notes. */
function crowdedRecord(): object {
  const inEach = <T>(value: T) => Object.fromEntries(sections.map(({ id }) => [id, value]));
  return {
    ...exampleRecord(),
    title: longWords.repeat(2).slice(0, 140),
    essentials: inEach(longWords.repeat(4)),
    sectionNotes: inEach(Array.from({ length: 30 }, (_, index) => `${index} ${longWords}`)),
  };
}

const open = (page: Page) => page.locator("[data-open]");
const nameOf = (heading: string) => heading.replace(/[\s\u00a0\u202f]*:$/, "");

async function setSize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function setTheme(page: Page, theme: "" | "projecteur"): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

test.each(locales)("all 31 sections stand on the sheet with their headings, in %s", async (locale) => {
  const board = await makeBoard(server.url, { locale, record: { ...exampleRecord(), lang: locale } });
  const { page, context, complaints } = await enter(browser, board, "participant", "Amina");
  await setSize(page, { width: 1920, height: 1080 });
  const names = await open(page).evaluateAll((buttons) =>
    buttons.map((button) => [button.getAttribute("data-open"), button.getAttribute("aria-label")]),
  );
  expect(names).toHaveLength(31);
  const said = new Map(names.map(([id, name]) => [id, name ?? ""]));
  for (const { id, heading, phase } of sections) {
    const band = phases.find((candidate) => candidate.id === phase)?.heading[locale] ?? "";
    expect(said.get(id)).toContain(`${nameOf(heading[locale])}, ${band}, `);
  }
  for (const { heading } of phases) {
    expect(await page.getByRole("heading", { level: 2, name: heading[locale] }).count()).toBe(1);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test("what the rows come to is said in the reader's language, with its numbers and dates", async () => {
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const { page, context } = await enter(browser, board, "participant", "Amina");
  const said = (id: string) => page.locator(`[data-open="${id}"]`).getAttribute("aria-label");
  expect(await said("exec_actions")).toContain("10 actions, 8 terminées");
  expect(await said("exec_finance")).toMatch(
    /29[\s\u202f]064[\s\u00a0]€ consommés, soit 76[\s\u00a0\u202f]%/,
  );
  expect(await said("execution_update")).toContain("12 novembre 2026");
  expect(await said("prereq_leadership")).toContain("3 sur 4, Formalisé");
  await page.evaluate(() => localStorage.setItem("canevas.language", "nl"));
  await page.reload();
  await open(page).first().waitFor();
  expect(await said("exec_actions")).toContain("10 acties, 8 klaar");
  expect(await said("exec_finance")).toContain("29.064");
  expect(await said("plan_finance")).toContain("Finances");
  await context.close();
});

const boards = [
  ["the worked example", () => ({ record: exampleRecord() })],
  ["an empty board", () => ({ title: "Projet", locale: "nl" })],
  ["long words and thirty notes everywhere", () => ({ record: crowdedRecord(), locale: "nl" })],
] as const;

test.each(boards)("no text is small, cut or over another at any size: %s", async (_what, body) => {
  const board = await makeBoard(server.url, body());
  const { page, context } = await enter(browser, board, "participant", "Amina");
  for (const size of [...posterSizes, ...listSizes]) {
    await setSize(page, size);
    const at = `${size.width} × ${size.height}: `;
    expect((await page.evaluate(sheetFaults)).map((fault) => at + fault)).toEqual([]);
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(at + String(isTooWide)).toBe(`${at}false`);
  }
  await context.close();
});

test("the poster keeps its shape and stays whole in the window", async () => {
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const { page, context } = await enter(browser, board, "participant", "Amina");
  for (const size of posterSizes) {
    await setSize(page, size);
    const box = await page.getByRole("region", { name: "Fiche SPMM" }).boundingBox();
    if (box === null) throw new Error("the sheet is not drawn");
    if (size.height <= size.width) expect(box.width / box.height).toBeCloseTo(1392 / 984, 1);
    // Upright, the rows grow into the height instead of leaving half of it empty.
    else expect(box.height).toBeGreaterThan(size.height * 0.75);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(size.width);
    expect(box.y + box.height).toBeLessThanOrEqual(size.height);
  }
  await context.close();
});

test("the keyboard walks the sheet, opens a section and comes back to it", async () => {
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const { page, context } = await enter(browser, board, "participant", "Amina");
  const here = () => page.evaluate(() => document.activeElement?.getAttribute("data-open"));
  const walk = async (keys: readonly string[]) => {
    const places: unknown[] = [];
    for (const key of keys) {
      await page.keyboard.press(key);
      places.push(await here());
    }
    return places;
  };

  // One stop for Tab, whatever the number of sections.
  expect(await page.locator('[data-open][tabindex="0"]').count()).toBe(1);
  await page.locator('[data-open="plan_actions"]').focus();
  expect(await page.locator('[data-open][tabindex="0"]').getAttribute("data-open")).toBe("plan_actions");

  // Down and up follow the topic through the phases; a wide section in between does not lose the column.
  expect(await walk(["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"])).toEqual([
    "exec_actions",
    "corrective_actions",
    "exec_actions",
    "plan_actions",
  ]);
  expect(
    await walk(["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp", "End", "Home"]),
  ).toEqual([
    "plan_resources",
    "plan_technologies",
    "exec_technologies",
    "results_communication",
    "exec_technologies",
    "execution_update",
    "indicators_defined",
  ]);
  expect(await walk(["Control+Home", "ArrowUp", "ArrowDown", "ArrowRight", "Control+End"])).toEqual([
    "project_title",
    "project_title",
    "value_proposition",
    "project_team",
    "evaluation_meeting",
  ]);

  await page.locator('[data-open="exec_legal"]').focus();
  await page.keyboard.press("Enter");
  await page.locator("#section-title").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(here, soon).toBe("exec_legal");
  await context.close();
});

test("writing in one section draws no other section again", async () => {
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const writer = await enter(browser, board, "participant", "Amina");
  const reader = await enter(browser, board, "viewer", "Benoît");
  await openSection(writer.page, "plan_finance");
  await reader.page.evaluate(() => {
    const touched = new Set<string>();
    Object.assign(window, { touchedCards: touched });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const id = element?.closest("[data-section]")?.getAttribute("data-section");
        if (id) touched.add(id);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await essentialField(writer.page).click();
  await writer.page.keyboard.type("Trente-huit mille euros en tout.", { delay: 10 });
  await expect
    .poll(() => cardOf(reader.page, "plan_finance").textContent(), soon)
    .toContain("Trente-huit mille euros en tout.");
  // Its own card for its words and for who writes in it; no other.
  const touched = await reader.page.evaluate(() =>
    "touchedCards" in window && window.touchedCards instanceof Set ? [...window.touchedCards] : null,
  );
  expect(touched).toEqual(["plan_finance"]);
  await Promise.all([writer.context.close(), reader.context.close()]);
});

test("a phase brought forward leaves the others to be read", async () => {
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const { page, context } = await enter(browser, board, "participant", "Amina");
  await setSize(page, { width: 1920, height: 1080 });
  await page
    .getByRole("radio", { name: "Exécution" })
    .or(page.getByRole("button", { name: "Exécution" }))
    .first()
    .click();
  expect(await page.locator("[data-dimmed]").count()).toBe(2);
  expect(await page.locator("[data-dimmed] [data-open]").count()).toBe(10 + 5);
  for (const theme of ["", "projecteur"] as const) {
    await setTheme(page, theme);
    expect(await seriousFaults(page)).toEqual([]);
  }
  await context.close();
});

test("on a phone the sheet is a list that nobody has to pan", async () => {
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const { page, context } = await enter(browser, board, "participant", "Amina");
  for (const size of listSizes) {
    await setSize(page, size);
    expect(await open(page).count()).toBe(31);
    const boxes = await open(page).evaluateAll((buttons) =>
      buttons.map((button) => button.getBoundingClientRect().toJSON()),
    );
    for (const box of boxes) {
      expect(box.height).toBeGreaterThanOrEqual(44);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(size.width);
    }
    const columns = new Set(boxes.map((box) => Math.round(box.left)));
    expect(columns.size).toBe(size.width >= 600 ? 2 : 1);
  }
  await cardOf(page, "plan_legal").click();
  await page.locator("#section-title").waitFor();
  await page.keyboard.press("Escape");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-open")), soon)
    .toBe("plan_legal");
  await context.close();
});

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
    );
}

test.each(boards)("axe finds nothing serious, on a large screen and on a phone: %s", async (_what, body) => {
  const board = await makeBoard(server.url, body());
  const { page, context } = await enter(browser, board, "participant", "Amina");
  for (const size of [posterSizes[0], listSizes[0]]) {
    if (size !== undefined) await setSize(page, size);
    for (const theme of ["", "projecteur"] as const) {
      await setTheme(page, theme);
      expect(await seriousFaults(page)).toEqual([]);
    }
  }
  await context.close();
});
