// From an empty browser to an open board, alone and by a link, and the ways back when a link is wrong.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openContext } from "#tests/support/browser.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const desk = { width: 1920, height: 1080 };
const phone = { width: 390, height: 844 };

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Made = { id: string; links: Record<string, { url: string; token: string }> };

async function made(title: string): Promise<Made> {
  const answer = await fetch(`${server.url}/api/boards`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ title }),
  });
  return (await answer.json()) as Made;
}

const linkOf = (board: Made, role: string) => `${server.url}/b/${board.id}#${board.links[role]?.token}`;

/** The access that this browser keeps for its only board. */
const kept = (page: Page) =>
  page.evaluate(
    () => Object.values(JSON.parse(localStorage.getItem("canevas.boards") ?? "{}"))[0],
  ) as Promise<{
    role: string;
    title: string;
    name: string;
    token: string;
    links?: object;
  }>;

async function enter(page: Page, name: string): Promise<void> {
  await page.getByLabel("Votre prénom").fill(name);
  await page.getByRole("button", { name: "Entrer dans la fiche" }).click();
  await page.waitForFunction(() => location.hash === "");
}

test("a board made from the first page is entered as its facilitator, with its four links", async () => {
  const { newPage, complaints } = await openContext(browser, desk);
  const page = await newPage();
  await page.goto(server.url);
  await page.getByRole("button", { name: "Créer la fiche" }).click();
  await expect.poll(() => page.getByText("Écrivez votre prénom.").count()).toBe(1);

  await page.getByLabel("Titre du projet").fill("Carte des cheminements");
  await page.getByLabel("Votre prénom").fill("Amina");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/b/*");
  expect(await kept(page)).toMatchObject({
    role: "facilitator",
    title: "Carte des cheminements",
    name: "Amina",
    links: { facilitator: {}, committee: {}, participant: {}, viewer: {} },
  });

  await page.goto(server.url);
  await page.getByRole("link", { name: /Carte des cheminements/ }).click();
  await page.waitForURL("**/b/*");
  expect(complaints).toEqual([]);
});

test("the worked example opens from the first page", async () => {
  const { newPage, complaints } = await openContext(browser, phone);
  const page = await newPage();
  await page.goto(server.url);
  await page.getByLabel("Votre prénom").fill("Amina");
  await page.getByRole("button", { name: "Ouvrir l’exemple" }).click();
  await page.waitForURL("**/b/*");
  expect((await kept(page)).title).toBe("Capteurs CO₂ et confort dans les écoles communales");
  expect(complaints).toEqual([]);
});

test("a link asks for a first name once, says the role, and leaves the address bar", async () => {
  const board = await made("Sentiers");
  const { newPage, complaints } = await openContext(browser, phone);
  const page = await newPage();
  await page.goto(linkOf(board, "participant"));
  await page.getByRole("heading", { name: "Sentiers" }).waitFor();
  await page.getByText("Vous participez").waitFor();
  await enter(page, "Hugo");
  const first = await kept(page);
  expect(first).toMatchObject({ role: "participant", name: "Hugo" });

  // The same link again: nothing to ask, nobody new.
  await page.goto("about:blank");
  await page.goto(linkOf(board, "participant"));
  await page.waitForFunction(() => location.hash === "");
  expect((await kept(page)).token).toBe(first.token);

  // A link of another role is entered anew, with the name already there.
  await page.goto("about:blank");
  await page.goto(linkOf(board, "viewer"));
  await page.getByText("Vous lisez").waitFor();
  expect(await page.getByLabel("Votre prénom").inputValue()).toBe("Hugo");
  await page.getByRole("button", { name: "Entrer dans la fiche" }).click();
  await page.waitForFunction(() => location.hash === "");
  expect((await kept(page)).role).toBe("viewer");
  expect(complaints).toEqual([]);
});

test("who opens a lesser link of their own board can keep their access", async () => {
  const board = await made("Sentiers");
  const { newPage } = await openContext(browser, desk);
  const page = await newPage();
  await page.goto(linkOf(board, "facilitator"));
  await enter(page, "Amina");
  await page.goto("about:blank");
  await page.goto(linkOf(board, "participant"));
  await page.getByRole("button", { name: /^Garder mon accès/ }).click();
  await page.waitForFunction(() => location.hash === "");
  expect((await kept(page)).role).toBe("facilitator");
});

test("a wrong link, a missing one and a server that is away are said in words", async () => {
  const board = await made("Sentiers");
  const { newPage, context } = await openContext(browser, phone);
  const page = await newPage();
  await page.goto(`${server.url}/b/${board.id}#${"x".repeat(32)}`);
  await page.getByRole("heading", { name: "Ce lien n’ouvre pas de fiche" }).waitFor();
  await page.getByRole("link", { name: "Revenir à l’accueil" }).click();
  await page.getByRole("heading", { level: 1, name: /La fiche du projet/ }).waitFor();

  await page.goto(`${server.url}/b/${board.id}`);
  await page.getByRole("heading", { name: "Il faut un lien pour ouvrir cette fiche" }).waitFor();

  await context.route("**/api/**", (route) => route.abort());
  await page.goto("about:blank");
  await page.goto(linkOf(board, "participant"));
  await page.getByRole("heading", { name: "Le serveur ne répond pas" }).waitFor();
  await context.unroute("**/api/**");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await page.getByRole("heading", { name: "Sentiers" }).waitFor();
});

test("a server that wants a code to create asks for it", async () => {
  const guarded = await startServer({ CREATE_TOKEN: "marronnier" });
  const { newPage } = await openContext(browser, desk);
  const page = await newPage();
  await page.goto(guarded.url);
  await page.getByLabel("Votre prénom").fill("Amina");
  await page.getByRole("button", { name: "Créer la fiche" }).click();
  await page.getByLabel("Code de création").fill("tilleul");
  await page.getByRole("button", { name: "Créer la fiche" }).click();
  await page.getByText("Il n’a pas reconnu celui-ci").waitFor();
  await page.getByLabel("Code de création").fill("marronnier");
  await page.getByRole("button", { name: "Créer la fiche" }).click();
  await page.waitForURL("**/b/*");
  await guarded.stop();
});

test("a replaced link lets nobody in any more, the new one does, and the facilitator stays", async () => {
  const { newPage } = await openContext(browser, desk);
  const page = await newPage();
  await page.goto(server.url);
  await page.getByLabel("Votre prénom").fill("Amina");
  await page.getByRole("button", { name: "Créer la fiche" }).click();
  await page.getByRole("button", { name: "Partager" }).click();
  await page.getByRole("img", { name: "Code QR du lien de participation" }).waitFor();
  const address = page.getByRole("textbox", { name: "Pour les personnes de l’atelier" });
  const old = await address.inputValue();

  await page.getByRole("button", { name: /^Remplacer le lien\s: Pour les personnes/ }).click();
  await page.getByRole("button", { name: "Remplacer ce lien" }).click();
  await expect.poll(() => address.inputValue()).not.toBe(old);
  const fresh = await address.inputValue();

  const guest = await openContext(browser, phone);
  const guestPage = await guest.newPage();
  await guestPage.goto(old);
  await guestPage.getByRole("heading", { name: "Ce lien n’ouvre pas de fiche" }).waitFor();
  await guestPage.goto("about:blank");
  await guestPage.goto(fresh);
  await enter(guestPage, "Hugo");

  const before = await kept(page);
  await page.getByRole("button", { name: /^Remplacer le lien\s: Pour animer/ }).click();
  await Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: "Remplacer ce lien" }).click(),
  ]);
  const after = await kept(page);
  expect(after.token).not.toBe(before.token);
  expect(after.role).toBe("facilitator");
  await page.getByRole("button", { name: "Partager" }).waitFor();
});

test("the language and the theme are remembered, and nothing is cut or out of reach", async () => {
  const board = await made("Sentiers");
  for (const [window, language, theme] of [
    [desk, "fr", "clair"],
    [desk, "nl", "projecteur"],
    [phone, "en", "clair"],
    [phone, "fr", "projecteur"],
  ] as const) {
    const { newPage, context, complaints } = await openContext(browser, window);
    const page = await newPage();
    await page.goto(server.url);
    await page
      .getByRole("radio", { name: { fr: "Français", en: "English", nl: "Nederlands" }[language] })
      .first()
      .check({ force: true });
    if (theme === "projecteur") await page.getByRole("button", { name: /theme|thème|thema/i }).click();
    for (const address of [server.url, linkOf(board, "committee"), `${server.url}/b/${board.id}`]) {
      await page.goto("about:blank");
      await page.goto(address);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForFunction((code) => document.documentElement.lang === code, language);
      expect(await page.evaluate(() => document.documentElement.dataset.theme ?? "clair")).toBe(theme);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  }
});
