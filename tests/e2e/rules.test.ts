// Who may write where: a facilitator decides, and what the others see is true within a second.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sections } from "#shared/sheet/sections.ts";
import { launchBrowser, openContext } from "#tests/support/browser.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  cardOf,
  enter,
  essentialField,
  exampleRecord,
  type Made,
  makeBoard,
  openArticle,
  type Someone,
  soon,
  waitForSaved,
  writeInProse,
} from "./boardPages.ts";
import { expectRecorded, goTo, noteNamed, notesArea } from "./sectionPages.ts";
import { sheetFaults } from "./sheetFaults.ts";

let server: TestServer;
let browser: Browser;
let board: Made;
let amina: Someone;
let benoit: Someone;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  board = await makeBoard(server.url, { record: exampleRecord() });
  amina = await enter(browser, board, "facilitator", "Amina");
  benoit = await enter(browser, board, "participant", "Benoît");
});

afterAll(async () => {
  expect([...amina.complaints, ...benoit.complaints]).toEqual([]);
  await browser.close();
  await server.stop();
});

const lockButton = (page: Page) => page.getByRole("button", { name: /^Verrouiller la section/ });
const unlockButton = (page: Page) => page.getByRole("button", { name: /^Déverrouiller la section/ });

/** What takes text or moves things in the open section, for whom it is closed. */
const controls = (page: Page) =>
  openArticle(page).locator(
    "textarea:not([readonly]), input, [contenteditable=true], [role=textbox], [data-note] > button",
  );

async function fromMenu(page: Page, entry: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "Qui écrit où, langue et thème" }).click();
  await page.getByRole("menu").waitFor();
  await page
    .getByRole("menuitem", { name: entry })
    .or(page.getByRole("menuitemcheckbox", { name: entry }))
    .click();
  if ((await page.getByRole("menu").count()) > 0) await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  if (passes.length === 0) throw new Error("axe looked at nothing");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test("a section is locked while somebody writes: their editor is read-only within a second, what they wrote is kept", async () => {
  await Promise.all([goTo(amina.page, board, "plan_legal"), goTo(benoit.page, board, "plan_legal")]);
  const { page } = benoit;
  await writeInProse(page, "Ce que nous retenons");
  await page.keyboard.type("Le RGPD d’abord.");
  await waitForSaved(page, "Enregistré");
  await page.keyboard.type(" ");
  await lockButton(amina.page).click();
  await unlockButton(amina.page).waitFor();
  const lockedAt = Date.now();
  await page.locator(".ProseMirror").waitFor({ state: "detached" });
  expect(Date.now() - lockedAt).toBeLessThan(1_000);

  await openArticle(page).getByText("Verrouillé", { exact: true }).waitFor();
  await openArticle(page).getByText("Seule la personne qui anime écrit ici.").waitFor();
  await openArticle(page).getByText("Le RGPD d’abord.").waitFor();
  await expect.poll(() => controls(page).count(), soon).toBe(0);
  // The keyboard goes on from the name of the section, and reaches nothing that would be refused.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("section-title");
  await page.keyboard.press("n");
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByText("Section verrouillée : Légal, 1 Planification.").waitFor({ state: "attached" });
  expect(await seriousFaults(page)).toEqual([]);
  await expectRecorded(server.url, board, "retained.plan_legal", "Le RGPD d’abord. ");
});

test("the facilitator still writes in it, and everyone again once it is opened", async () => {
  await goTo(amina.page, board, "plan_legal");
  await essentialField(amina.page).fill("Cinq obligations, toutes tenues.");
  await openArticle(benoit.page).getByText("Cinq obligations, toutes tenues.").waitFor();
  expect(await essentialField(benoit.page).count()).toBe(0);

  await unlockButton(amina.page).focus();
  await amina.page.keyboard.press("Enter");
  await essentialField(benoit.page).waitFor();
  expect(await openArticle(benoit.page).getByText("Verrouillé", { exact: true }).count()).toBe(0);
  await essentialField(benoit.page).fill("Cinq obligations.");
  await expectRecorded(server.url, board, "essentials.plan_legal", "Cinq obligations.");
});

test("what is typed and not yet taken over when the lock lands stays to be copied", async () => {
  await Promise.all([goTo(amina.page, board, "diagnosis"), goTo(benoit.page, board, "diagnosis")]);
  const { page } = benoit;
  const line = openArticle(page).getByPlaceholder("Ajouter").first();
  await line.focus();
  await page.keyboard.type("Une ligne en cours");
  await lockButton(amina.page).click();
  const kept = page.getByLabel("Ce que vous écriviez quand la section s’est fermée, gardé pour vous");
  await expect.poll(() => kept.inputValue(), soon).toBe("Une ligne en cours");
  await openArticle(page).getByRole("button", { name: "Copier ce texte" }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await openArticle(page).getByRole("button", { name: "Fermer" }).click();
  expect(await kept.count()).toBe(0);
  await unlockButton(amina.page).click();
  await lockButton(amina.page).waitFor();
});

test("the evaluation is reserved for the committee: its cards say so, and only the committee writes there", async () => {
  const chloe = await enter(browser, board, "committee", "Chloé");
  await amina.page.keyboard.press("Escape");
  await fromMenu(amina.page, "Réserver l’évaluation au comité");
  await benoit.page.goto(board.links.participant.url.replace(/#.*/, ""));
  for (const id of ["eval_indicators", "eval_satisfaction"] as const) {
    await cardOf(benoit.page, id)
      .getByText("Comité", { exact: true })
      .or(cardOf(benoit.page, id).getByText("Réservé au comité", { exact: true }))
      .filter({ visible: true })
      .waitFor();
  }
  expect(await cardOf(benoit.page, "plan_legal").getByText("Réservé au comité").count()).toBe(0);
  await benoit.page.getByRole("button", { name: /^Indicateurs, 3 Évaluation.*Réservé au comité/ }).waitFor();
  expect(await seriousFaults(benoit.page)).toEqual([]);

  await Promise.all([
    goTo(benoit.page, board, "eval_satisfaction"),
    goTo(chloe.page, board, "eval_satisfaction"),
  ]);
  await openArticle(benoit.page).getByText("Le comité et la personne qui anime écrivent ici.").waitFor();
  expect(await controls(benoit.page).count()).toBe(0);
  await essentialField(chloe.page).fill("Trois mesures menées.");
  await openArticle(benoit.page).getByText("Trois mesures menées.").waitFor();

  await fromMenu(amina.page, "Réserver l’évaluation au comité");
  await essentialField(benoit.page).waitFor();
  expect(chloe.complaints).toEqual([]);
  await chloe.context.close();
});

test("all sections are locked and opened from the menu", async () => {
  await benoit.page.goto(board.links.participant.url.replace(/#.*/, ""));
  await waitForSaved(benoit.page, "Enregistré");
  const locked = benoit.page.locator("[data-section]").getByText("Verrouillé", { exact: true });
  await fromMenu(amina.page, "Verrouiller toutes les sections");
  await expect.poll(() => locked.count(), soon).toBeGreaterThan(20);
  await benoit.page.getByText(`${sections.length} sections verrouillées.`).waitFor({ state: "attached" });
  expect(await seriousFaults(benoit.page)).toEqual([]);
  await fromMenu(amina.page, `Déverrouiller les ${sections.length} sections verrouillées`);
  await expect.poll(() => locked.count(), soon).toBe(0);
});

// A room's screen, two laptops, a tablet upright, a phone.
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1280, height: 800 },
  { width: 820, height: 1180 },
  { width: 720, height: 900 },
  { width: 390, height: 844 },
];
const every = sections.map(({ id }) => id);

test.each([
  ["locked", { type: "lockSections", sections: every, locked: true }],
  ["reserved for the committee", { type: "reserveSections", sections: every, for: "committee" }],
  ["reserved for participants", { type: "reserveSections", sections: every, for: "participant" }],
])("the padlock has its place on every card at any size: %s", async (_what, command) => {
  const other = await makeBoard(server.url, { record: exampleRecord() });
  await fetch(`${server.url}/api/boards/${other.id}/commands`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${other.links.facilitator.token}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ id: "command-1", ...command }),
  });
  const { page, context } = await enter(browser, other, "participant", "Fatou");
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const padlocks = await page.locator("[data-section] svg.lucide-lock").count();
    const faults = await page.evaluate(sheetFaults);
    expect([size.width, padlocks, faults]).toEqual([size.width, every.length, []]);
  }
  await context.close();
});

test("a note kept to its author is moved and recoloured by others, not rewritten nor deleted", async () => {
  await Promise.all([goTo(amina.page, board, "plan_resources"), goTo(benoit.page, board, "plan_resources")]);
  const dora = await enter(browser, board, "participant", "Dora");
  await goTo(dora.page, board, "plan_resources");
  await benoit.page.keyboard.press("n");
  await benoit.page.getByLabel("Texte de la note").waitFor();
  await benoit.page.keyboard.type("Un demi-poste");
  await benoit.page.keyboard.press("Escape");
  await noteNamed(dora.page, "Un demi-poste").waitFor();
  await fromMenu(amina.page, /^Les notes restent à leur auteur/);

  const note = noteNamed(dora.page, "Un demi-poste");
  const { page } = dora;
  await note.focus();
  await notesArea(page).getByText("Reste à son auteur").waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await page
    .getByText("Seul son auteur change cette note ou la supprime.")
    .first()
    .waitFor({ state: "attached" });
  expect(await page.getByLabel("Texte de la note").count()).toBe(0);
  expect(await notesArea(page).getByRole("button", { name: "Supprimer" }).count()).toBe(0);
  const before = await note.boundingBox();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => (await note.boundingBox())?.x, soon).toBeGreaterThan(before?.x ?? Infinity);
  await page.getByRole("button", { name: "Sorte de note : Idée" }).click();
  await page.getByRole("menuitem", { name: "Frein" }).click();
  await noteNamed(benoit.page, "Frein, Un demi-poste, Benoît").waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  await noteNamed(benoit.page, "Un demi-poste").focus();
  await benoit.page.keyboard.press("Enter");
  await benoit.page.getByLabel("Texte de la note").waitFor();
  await benoit.page.keyboard.type(" de plus");
  await benoit.page.keyboard.press("Escape");
  await noteNamed(dora.page, "Un demi-poste de plus").waitFor();
  await waitForSaved(page, "Enregistré");
  await fromMenu(amina.page, /^Les notes restent à leur auteur/);
  await expect.poll(() => notesArea(page).getByText("Reste à son auteur").count(), soon).toBe(0);
  expect(dora.complaints).toEqual([]);
  await dora.context.close();
});

test("a note is not moved to where one may not write; a row of a locked plan is not removed from its execution", async () => {
  await goTo(amina.page, board, "plan_actions");
  await lockButton(amina.page).click();
  await unlockButton(amina.page).waitFor();
  const { page } = benoit;
  await goTo(page, board, "plan_resources");
  await noteNamed(page, "Un demi-poste").focus();
  await page.getByRole("button", { name: "Déplacer vers…" }).click();
  const closed = page.getByRole("menuitem", { name: /^Plan d’action.*Verrouillé/ });
  expect(await closed.getAttribute("aria-disabled")).toBe("true");
  await page.keyboard.press("Escape");

  await goTo(page, board, "exec_actions");
  expect(
    await openArticle(page)
      .getByRole("button", { name: /^Ajouter une action/ })
      .count(),
  ).toBe(0);
  await openArticle(page)
    .getByRole("button", { name: /déplacer, supprimer$/ })
    .first()
    .click();
  const remove = page.getByRole("menuitem", { name: /^Supprimer/ });
  expect(await remove.getAttribute("aria-disabled")).toBe("true");
  await page.keyboard.press("Escape");
  await goTo(amina.page, board, "plan_actions");
  await unlockButton(amina.page).click();
  await lockButton(amina.page).waitFor();
});

test("on a phone the list says it too, and an unfinished note is kept", async () => {
  const { context, newPage, complaints } = await openContext(browser, { width: 390, height: 844 });
  const page = await newPage();
  await page.goto(board.links.participant.url);
  await page.getByLabel("Votre prénom").fill("Émile");
  await page.getByRole("button", { name: "Entrer dans la fiche" }).click();
  await waitForSaved(page, "Enregistré");
  await Promise.all([goTo(page, board, "plan_finance"), goTo(amina.page, board, "plan_finance")]);
  await page.getByLabel("Votre note").fill("Demander à la Région");
  await lockButton(amina.page).click();
  const kept = page.getByLabel("Ce que vous écriviez quand la section s’est fermée, gardé pour vous");
  await expect.poll(() => kept.inputValue(), soon).toBe("Demander à la Région");
  expect(await page.getByLabel("Votre note").count()).toBe(0);
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await isWide()).toBe(false);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Revenir à la fiche" }).click();
  await cardOf(page, "plan_finance").getByText("Verrouillé", { exact: true }).waitFor();
  await unlockButton(amina.page).click();
  await cardOf(page, "plan_finance").getByText("Verrouillé", { exact: true }).waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
  await context.close();
});
