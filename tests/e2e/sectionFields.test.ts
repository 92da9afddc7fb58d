// Every type of field, filled by keyboard; the record of the board says it.
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { enter, type Made, makeBoard, openArticle, type Someone, soon, writeInProse } from "./boardPages.ts";
import { choose, expectRecorded, goTo, typeInto } from "./sectionPages.ts";

let server: TestServer;
let browser: Browser;
let board: Made;
let amina: Someone;
let page: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  board = await makeBoard(server.url, { title: "Fiche vide", locale: "fr" });
  amina = await enter(browser, board, "participant", "Amina");
  page = amina.page;
});
afterAll(async () => {
  expect(amina.complaints).toEqual([]);
  await browser.close();
  await server.stop();
});

const says = (path: string, value: unknown) => expectRecorded(server.url, board, path, value);

test("a line and a long text", async () => {
  await goTo(page, board, "project_title");
  const title = page.getByLabel("Intitulé");
  await title.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Capteurs de CO₂\nà l’école");
  await says("title", "Capteurs de CO₂ à l’école");
  await goTo(page, board, "value_proposition");
  await typeInto(page.getByLabel("Synthèse"), "Deux lignes :\nla seconde.");
  await says("summary", "Deux lignes :\nla seconde.");
});

test("a text is cleared by emptying it", async () => {
  await goTo(page, board, "value_proposition");
  await typeInto(page.getByLabel("Formulation synthétique"), "À effacer");
  await says("valueProposition.statement", "À effacer");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await says("valueProposition.statement", undefined);
});

test("a list of lines: add, edit, remove", async () => {
  await goTo(page, board, "value_proposition");
  const add = page.getByLabel("Services : ajouter");
  await typeInto(add, "Mesurer");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Afficher");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Alerter");
  await page.keyboard.press("Tab");
  await says("valueProposition.services", ["Mesurer", "Afficher", "Alerter"]);
  await page.getByLabel("Services, ligne 2").focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" en classe");
  await page.keyboard.press("Enter");
  await says("valueProposition.services", ["Mesurer", "Afficher en classe", "Alerter"]);
  await page.getByRole("button", { name: "Retirer « Mesurer »" }).focus();
  await page.keyboard.press("Enter");
  await says("valueProposition.services", ["Afficher en classe", "Alerter"]);
});

test("a rating by the arrows, and cleared", async () => {
  await goTo(page, board, "prereq_leadership");
  await page.getByRole("radio", { name: "Absent" }).focus();
  await page.keyboard.press("Space");
  await says("prerequisites.leadership.rating", 0);
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
  await says("prerequisites.leadership.rating", 3);
  await page.getByRole("button", { name: "Effacer l’évaluation" }).focus();
  await page.keyboard.press("Enter");
  await says("prerequisites.leadership.rating", undefined);
});

test("several numbers of a row", async () => {
  await goTo(page, board, "sustainability");
  const social = page.getByRole("region", { name: "Sociale" });
  for (const goal of ["3. Bonne santé et bien-être", "4. Éducation de qualité", "17. Partenariats"]) {
    await social.getByRole("button", { name: goal }).focus();
    await page.keyboard.press("Space");
  }
  await says("sustainability.social.sdgs", [3, 4, 17]);
  await page.keyboard.press("Space");
  await says("sustainability.social.sdgs", [3, 4]);
});

test("money as people write it, and what is none is explained", async () => {
  await goTo(page, board, "plan_finance");
  const total = page.getByLabel("Enveloppe totale estimée");
  await typeInto(total, "68 400,5");
  await page.keyboard.press("Tab");
  await says("budget.declaredTotalEur", 68400.5);
  await expect.poll(() => total.inputValue(), soon).toMatch(/^68\s400,50\s€$/);

  await total.focus();
  await page.keyboard.type("beaucoup");
  await page.keyboard.press("Tab");
  await expect.poll(() => total.inputValue(), soon).toBe("beaucoup");
  await expect.poll(() => total.getAttribute("aria-invalid"), soon).toBe("true");
  await page.getByText("Ce montant n’est pas compris").waitFor();
  await says("budget.declaredTotalEur", 68400.5);

  await total.focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => total.inputValue(), soon).toBe("68400,5");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Tab");
  await says("budget.declaredTotalEur", undefined);
});

test("a word of a list, chosen by its first letters, and cleared", async () => {
  await goTo(page, board, "plan_finance");
  await choose(page.getByLabel("Montants TVAC / HTVA"), "TVA");
  await choose(page.getByLabel("Coût ou bénéfice attendu"), "Béné");
  await says("budget.plannedNetEffect", "benefit");
  await choose(page.getByLabel("Coût ou bénéfice attendu"), "Effacer");
  await says("budget.plannedNetEffect", undefined);
});

test.each([
  ["17/3/26", "2026-03-17"],
  ["1er avril 2026", "2026-04-01"],
  ["2026-05-02", "2026-05-02"],
])("the date « %s »", async (typed, date) => {
  await goTo(page, board, "exec_finance");
  const asOf = page.getByLabel("Situation au");
  await asOf.focus();
  await page.keyboard.type(typed);
  await page.keyboard.press("Enter");
  await says("budget.asOf", date);
});

test("a date that is none stays on the screen, and the record keeps the last one", async () => {
  await goTo(page, board, "exec_finance");
  const asOf = page.getByLabel("Situation au");
  await asOf.focus();
  await page.keyboard.type("mi-mars");
  await page.keyboard.press("Tab");
  await page.getByText("Cette date n’est pas comprise").waitFor();
  await expect.poll(() => asOf.inputValue(), soon).toBe("mi-mars");
  await says("budget.asOf", "2026-05-02");
});

test("rich text with a heading, a list, bold words and a link", async () => {
  await goTo(page, board, "diagnosis");
  await writeInProse(page, "Diagnostic territorial/global");
  await page.keyboard.type("## Constats");
  await page.keyboard.press("Enter");
  await page.keyboard.type("L’air est ");
  await page.keyboard.press("Control+B");
  await page.keyboard.type("lourd");
  await page.keyboard.press("Control+B");
  await page.keyboard.type(".");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- un");
  await page.keyboard.press("Enter");
  await page.keyboard.type("deux");
  await page.keyboard.press("Escape");
  await says("diagnosis.territorial", "Constats\nL’air est lourd.\n- un\n- deux");
  const read = openArticle(page).getByRole("textbox", { name: "Diagnostic territorial/global" });
  await expect.poll(() => read.getByRole("heading", { name: "Constats" }).count(), soon).toBe(1);
  expect(await read.locator("strong").allTextContents()).toEqual(["lourd"]);
  expect(await read.getByRole("listitem").allTextContents()).toEqual(["un", "deux"]);

  await writeInProse(page, "Diagnostic spécifique");
  await page.getByRole("button", { name: "Lien", exact: true }).click();
  await page.getByLabel("Adresse du lien").waitFor();
  await page.keyboard.type("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await page.getByText("Écrivez une adresse comme").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("www.commune.be");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  const link = openArticle(page).getByRole("link", { name: "https://www.commune.be" });
  await expect.poll(() => link.getAttribute("href"), soon).toBe("https://www.commune.be");
});

test("a person: a line, yes or no, a number within its limits, all in their cells", async () => {
  await goTo(page, board, "project_team");
  const leads = page.getByRole("region", { name: "Chef(s) de projet" });
  await leads.getByRole("button", { name: "Ajouter une personne" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), soon).toBe("TEXTAREA");
  await page.keyboard.type("Amina");
  await says("people.0.displayName", "Amina");
  await says("people.0.projectRole", "project_lead");
  await choose(leads.getByRole("button", { name: /^Contributeur fixe/ }), "Non");
  await says("people.0.fixed", false);
  const days = leads.getByLabel("Disponibilité (jours/mois), Amina");
  await typeInto(days, "40");
  await page.keyboard.press("Tab");
  await leads.getByText("Non compris").waitFor();
  await days.focus();
  await leads.getByText("De 0 à 22").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("2,5");
  await page.keyboard.press("Tab");
  await says("people.0.allocationDaysPerMonth", 2.5);
  await leads.getByRole("button", { name: /autres? champs?/ }).focus();
  await page.keyboard.press("Enter");
  await leads.getByRole("radio", { name: "Oui" }).focus();
  await page.keyboard.press("Space");
  await says("people.0.validatedByDirectorates", true);
});

test("one reference, found by typing, and removed; somebody new is added where they are needed", async () => {
  await goTo(page, board, "project_team");
  const contact = page.getByLabel("Référent du service numérique");
  await choose(contact, "Amina");
  const people = await expectPeople(1);
  await says("digitalUses.serviceMemberId", people[0]);
  await choose(contact, "Retirer");
  await says("digitalUses.serviceMemberId", undefined);

  await contact.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("searchbox", { name: "Chercher" }).waitFor();
  await page.keyboard.type("Benoît");
  await page.getByRole("option", { name: "Ajouter « Benoît » à l’équipe" }).click();
  const [, benoit] = await expectPeople(2);
  await says("digitalUses.serviceMemberId", benoit);
});

async function expectPeople(count: number): Promise<string[]> {
  let ids: string[] = [];
  await expect
    .poll(async () => {
      const answer = await fetch(`${server.url}/api/boards/${board.id}/record`, {
        headers: { authorization: `Bearer ${board.links.viewer.token}` },
      });
      const record = (await answer.json()) as { people?: { id: string }[] };
      ids = (record.people ?? []).map(({ id }) => id);
      return ids.length;
    }, soon)
    .toBe(count);
  return ids;
}

test("Esc closes a list and leaves the section open", async () => {
  await goTo(page, board, "plan_finance");
  const netEffect = page.getByLabel("Coût ou bénéfice attendu");
  await netEffect.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("listbox").waitFor({ state: "detached" });
  expect(await page.locator("#section-title").count()).toBe(1);
  await expect.poll(() => netEffect.evaluate((one) => one === document.activeElement), soon).toBe(true);

  await goTo(page, board, "project_team");
  await page.getByLabel("Référent du service numérique").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("searchbox", { name: "Chercher" }).waitFor();
  await page.keyboard.type("Am");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("listbox").waitFor({ state: "detached" });
  expect(await page.locator("#section-title").count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.locator("#section-title").waitFor({ state: "detached" });
});

test("several references", async () => {
  await goTo(page, board, "monitoring_committee");
  const committee = page.getByRole("article").filter({ has: page.locator("#section-title") });
  await committee.getByRole("button", { name: "Ajouter une instance" }).first().focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), soon).toBe("TEXTAREA");
  await page.keyboard.type("Comité");
  await says("governance.bodies.0.name", "Comité");
  await page.getByRole("button", { name: "Membres, Comité : Désigner" }).focus();
  await page.keyboard.press("Enter");
  for (const name of ["Amina", "Benoît"]) await page.getByRole("option", { name, exact: true }).click();
  await page.keyboard.press("Escape");
  await says("governance.bodies.0.memberIds", await expectPeople(2));
});

test("the measurements of an indicator: a date, a value, a remark", async () => {
  await goTo(page, board, "indicators_defined");
  await page.getByRole("button", { name: "Ajouter un indicateur" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), soon).toBe("TEXTAREA");
  await page.keyboard.type("Part des classes");
  await page.getByRole("button", { name: /^1\. Part des classes : autres champs/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Ajouter une mesure" }).focus();
  await page.keyboard.press("Enter");
  const value = page.getByLabel("Valeur, ligne 1");
  await value.waitFor();
  await typeInto(value, "46,5");
  await page.keyboard.press("Tab");
  await page.keyboard.type("avant travaux");
  const date = page.getByLabel("Date, ligne 1");
  await date.focus();
  await page.keyboard.type("3/2/26");
  await page.keyboard.press("Tab");
  await says("indicators.0.measurements", [{ date: "2026-02-03", value: 46.5, note: "avant travaux" }]);
});

test("l’essentiel says when it is too long for the sheet, and keeps what is written", async () => {
  await goTo(page, board, "plan_actions");
  const long = "a".repeat(161);
  await typeInto(page.getByLabel("L’essentiel"), long);
  await page.getByText("161 caractères").waitFor();
  await says("essentials.plan_actions", long);
});
