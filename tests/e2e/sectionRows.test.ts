// Rows: added, written, moved, deleted and put back; and what other programs may have left in them.
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addRow, rowsOf, writeRowValue } from "#shared/board/rows.ts";
import { writeValue } from "#shared/board/values.ts";
import { writeIntoLog } from "#tests/campaign/boardLog.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  enter,
  exampleRecord,
  type Made,
  makeBoard,
  openArticle,
  readRecord,
  type Someone,
  soon,
} from "./boardPages.ts";
import { expectRecorded, focusedName, goTo, recorded } from "./sectionPages.ts";

let server: TestServer;
let browser: Browser;
let board: Made;
let amina: Someone;
let page: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  board = await makeBoard(server.url, { record: exampleRecord() });
  amina = await enter(browser, board, "participant", "Amina");
  page = amina.page;
  // Wide enough for the columns that the tests name.
  await page.setViewportSize({ width: 1920, height: 1080 });
});
afterAll(async () => {
  expect(amina.complaints).toEqual([]);
  await browser.close();
  await server.stop();
});

const titles = async (): Promise<unknown> => {
  const actions = await recorded(server.url, board, "actions");
  return Array.isArray(actions) ? actions.map((action: { title: string }) => action.title) : undefined;
};
const menuOf = (row: string) => page.getByRole("button", { name: `${row} : déplacer, supprimer` });

test("a row is written from cell to cell with Tab, and Enter in the last one makes the next", async () => {
  await goTo(page, board, "plan_actions");
  const before = await titles();
  await page.getByRole("button", { name: "Ajouter une action" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focusedName(page), soon).toBe("Intitulé, ligne 11");
  await page.keyboard.type("Onzième");
  await page.keyboard.press("Tab");
  expect(await focusedName(page)).toBe("Responsable, Onzième : Désigner");
  await page.keyboard.press("Tab");
  expect(await focusedName(page)).toBe("Début prévu, Onzième");
  await page.keyboard.type("6/10/25");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await focusedName(page)).toBe("Intitulé, Onzième");
  await page.keyboard.press("Enter");
  await expect.poll(() => focusedName(page), soon).toBe("Intitulé, ligne 12");
  await page.keyboard.type("Douzième");
  await expect.poll(titles, soon).toEqual([...(before as string[]), "Onzième", "Douzième"]);
  expect(await recorded(server.url, board, "actions.10")).toMatchObject({
    plannedStart: "2025-10-06",
    status: "todo",
    origin: "planned",
  });
});

test("Alt and an arrow move the row, and one stays in its cell", async () => {
  await goTo(page, board, "plan_actions");
  await page.getByLabel("Intitulé, Douzième").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect
    .poll(async () => ((await titles()) as string[]).slice(-2), soon)
    .toEqual(["Douzième", "Onzième"]);
  await expect.poll(() => focusedName(page), soon).toBe("Intitulé, Douzième");
  await menuOf("Douzième").click();
  await page.getByRole("menuitem", { name: /^Descendre/ }).click();
  await expect
    .poll(async () => ((await titles()) as string[]).slice(-2), soon)
    .toEqual(["Onzième", "Douzième"]);
});

test("a deleted row comes back with all it held, at its place", async () => {
  await goTo(page, board, "indicators_defined");
  const before = await readRecord(server.url, board);
  const [first] = before.indicators as { name: string }[];
  if (first === undefined) throw new Error("the example has indicators");
  await menuOf(first.name).click();
  await page.getByRole("menuitem", { name: "Supprimer" }).click();
  await page.getByText("Ligne supprimée").first().waitFor();
  await expect.poll(() => recorded(server.url, board, "indicators.0.name"), soon).not.toBe(first.name);
  const [, second] = before.indicators as { name: string }[];
  await expect.poll(() => focusedName(page), soon).toBe(`Nom, ${second?.name}`);
  await page.getByRole("button", { name: "Annuler" }).click();
  await expect.poll(() => recorded(server.url, board, "indicators"), soon).toEqual(before.indicators);
});

test("a row added on the actual side can be named there; a planned one is named on the other side only", async () => {
  await goTo(page, board, "exec_technologies");
  expect(await page.getByRole("textbox", { name: "Nom, Réseau LoRaWAN communal" }).count()).toBe(0);
  await page.getByRole("button", { name: "Ajouter une technologie" }).click();
  await expect.poll(() => focusedName(page), soon).toBe("Nom, ligne 4");
  await page.keyboard.type("Bornes");
  await expectRecorded(server.url, board, "technologies.3.name", "Bornes");
  await page.getByLabel("L’essentiel").focus();
  await expect.poll(() => page.getByRole("textbox", { name: "Nom, Bornes" }).count(), soon).toBe(0);
});

test("amounts are added up, and the difference with the declared total is said in words", async () => {
  await goTo(page, board, "plan_finance");
  const article = openArticle(page);
  await article.getByText("le montant annoncé est entièrement réparti").waitFor();
  const amount = page.getByLabel("Prévu (EUR), Imprévus");
  await amount.focus();
  await page.keyboard.type("1 719,90");
  await page.keyboard.press("Tab");
  await article.getByText(/il reste 0,10\s€ à répartir sur les 38\s000\s€ annoncés/).waitFor();
});

test("values of the wrong type, of before the gate, are shown as text and can be replaced", async () => {
  let old = await startServer();
  const board = await makeBoard(old.url, { record: exampleRecord() });
  await old.stop();
  writeIntoLog(old.dataDir, board.id, (doc) => {
    const [action] = rowsOf(doc, "actions");
    if (action === undefined) throw new Error("the example has actions");
    for (const [key, value] of [
      ["title", 42],
      ["ownerId", true],
      ["plannedStart", "bientôt"],
      ["plannedEnd", 20260317],
      ["dependsOn", "p1"],
    ] as const)
      writeRowValue(action, key, value);
    writeValue(doc, "budget.declaredTotalEur", "beaucoup");
    const odd = addRow(doc, "actions", { id: "strangeRow01", values: { title: "Étrange" } });
    writeRowValue(odd, "status", "jamais_vu");
  });
  old = await startServer({ DATA_DIR: old.dataDir, PORT: String(old.port) });
  const { page, context, complaints } = await enter(browser, board, "participant", "Amina");

  await goTo(page, board, "plan_actions");
  const article = openArticle(page);
  for (const text of ["42", "true", "bientôt", "20260317", "jamais_vu"])
    await article.getByText(text, { exact: true }).first().waitFor();
  const start = article.getByRole("group", { name: /^Début prévu/ });
  await start.getByRole("button", { name: "Remplacer" }).click();
  const date = article.getByRole("textbox", { name: /^Début prévu, ligne 1/ });
  await date.waitFor();
  await date.focus();
  await page.keyboard.type("17/3/26");
  await page.keyboard.press("Tab");
  await expectRecorded(old.url, board, "actions.0.plannedStart", "2026-03-17");
  await article
    .getByRole("group", { name: /^Intitulé/ })
    .getByRole("button", { name: "Remplacer" })
    .click();
  const title = article.getByRole("textbox", { name: "Intitulé, ligne 1" });
  await title.waitFor();
  await title.focus();
  await page.keyboard.type("Remise en ordre");
  await expectRecorded(old.url, board, "actions.0.title", "Remise en ordre");

  await goTo(page, board, "plan_finance");
  await openArticle(page).getByText("beaucoup", { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
  await old.stop();
});

test("a viewer reads everything and finds nothing to write in", async () => {
  const reader = await enter(browser, board, "viewer", "Hugo");
  for (const section of ["plan_actions", "diagnosis", "sustainability", "evaluation_meeting"] as const) {
    await goTo(reader.page, board, section);
    const article = openArticle(reader.page);
    expect(await article.getByRole("textbox").count()).toBe(0);
    expect(await article.getByRole("radio").count()).toBe(0);
    expect(await article.getByRole("button", { name: /Ajouter|Supprimer|Annuler/ }).count()).toBe(0);
  }
  await goTo(reader.page, board, "diagnosis");
  await openArticle(reader.page).getByText("Valbruyère compte").waitFor();
  expect(reader.complaints).toEqual([]);
  await reader.context.close();
});
