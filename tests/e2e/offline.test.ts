// Nothing that was seen is lost, and nothing that was typed arrives twice: not with the server killed, not without a
// network, not across a reload.
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { newDataDir, startServer, type TestServer } from "#tests/support/server.ts";
import {
  cardOf,
  enter,
  essentialField,
  exampleRecord,
  interceptable,
  type Made,
  makeBoard,
  openSection,
  proseLines,
  readRecord,
  type Someone,
  savedWords,
  soon,
  typeAtEnd,
  waitForOfflinePage,
  waitForSaved,
  writeInProse,
} from "./boardPages.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let server: TestServer;
let people: Someone[] = [];
afterEach(async () => {
  await Promise.all(people.map(({ context }) => context.close()));
  people = [];
  await server.stop();
});

async function comesIn(board: Made, role: "facilitator" | "participant", name: string): Promise<Someone> {
  const person = await enter(browser, board, role, name);
  people.push(person);
  return person;
}

const count = (text: string, letter: string) => text.split(letter).length - 1;
const territorial = "Diagnostic territorial/global";

/** The same address and the same data, after whatever happened to the process before. */
function restart(killed: TestServer): Promise<TestServer> {
  return startServer({ PORT: String(killed.port), DATA_DIR: killed.dataDir });
}

test("the server killed while people type: all that was seen is there, all that was typed arrives once", async () => {
  server = await startServer({ DATA_DIR: newDataDir() });
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const amina = await comesIn(board, "facilitator", "Amina");
  const benoit = await comesIn(board, "participant", "Benoît");
  const chloe = await comesIn(board, "participant", "Chloé");
  const reader = await comesIn(board, "participant", "Diego");

  // Two in the same paragraph, one in another section; letters that stand nowhere else.
  await openSection(amina.page, "diagnosis");
  await openSection(benoit.page, "diagnosis");
  await writeInProse(amina.page, territorial);
  await writeInProse(benoit.page, territorial);
  await openSection(chloe.page, "objectives");
  await essentialField(chloe.page).focus();
  await openSection(reader.page, "diagnosis");

  const typing = Promise.all([
    amina.page.keyboard.type("ѧ".repeat(120), { delay: 40 }),
    benoit.page.keyboard.type("ѩ".repeat(120), { delay: 40 }),
    chloe.page.keyboard.type("ѭ".repeat(120), { delay: 40 }),
  ]);
  await expect
    .poll(async () => count((await proseLines(reader.page, territorial)).join(), "ѧ"), soon)
    .toBeGreaterThan(20);
  await server.kill();
  // Nothing reaches anybody any more: this is what each of them had seen of the others.
  const seenByReader = (await proseLines(reader.page, territorial)).join();
  const seen = { a: count(seenByReader, "ѧ"), b: count(seenByReader, "ѩ") };
  await savedWords(amina.page)
    .filter({ hasText: /Reconnexion….*en attente/ })
    .waitFor();
  await typing;

  server = await restart(server);
  const committed = JSON.stringify(await readRecord(server.url, board));
  expect(count(committed, "ѧ")).toBeGreaterThanOrEqual(seen.a);
  expect(count(committed, "ѩ")).toBeGreaterThanOrEqual(seen.b);

  await Promise.all(people.map(({ page }) => waitForSaved(page, "Enregistré")));
  await expect
    .poll(async () => {
      const shown = await Promise.all(
        [amina, benoit, reader].map(async ({ page }) => (await proseLines(page, territorial)).join("\n")),
      );
      return { same: new Set(shown).size, a: count(shown[0] ?? "", "ѧ"), b: count(shown[0] ?? "", "ѩ") };
    }, soon)
    .toEqual({ same: 1, a: 120, b: 120 });
  const record = await readRecord(server.url, board);
  const text = JSON.stringify(record);
  expect(["ѧ", "ѩ", "ѭ"].map((letter) => count(text, letter))).toEqual([120, 120, 120]);
  expect(record).toMatchObject({
    diagnosis: { territorial: (await proseLines(reader.page, territorial)).join("\n") },
  });
});

test("without a network one writes on, reloads, writes on, and all of it arrives once", async () => {
  server = await startServer();
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const amina = await comesIn(board, "facilitator", "Amina");
  const chloe = await comesIn(board, "participant", "Chloé");
  await waitForOfflinePage(chloe.page);

  await openSection(chloe.page, "objectives");
  await essentialField(chloe.page).fill("En ligne.");
  await cardOf(amina.page, "objectives").getByText("En ligne.").waitFor();

  await chloe.context.setOffline(true);
  await typeAtEnd(chloe.page, " Sans réseau.");
  await savedWords(chloe.page).filter({ hasText: "Hors ligne · 13 modifications en attente" }).waitFor();

  await chloe.page.reload();
  await essentialField(chloe.page).waitFor();
  expect(await essentialField(chloe.page).inputValue()).toBe("En ligne. Sans réseau.");
  await savedWords(chloe.page).filter({ hasText: "Hors ligne · 13 modifications en attente" }).waitFor();
  await typeAtEnd(chloe.page, " Et après.");
  await savedWords(chloe.page).filter({ hasText: "Hors ligne · 23 modifications en attente" }).waitFor();

  // Meanwhile somebody else goes on.
  await openSection(amina.page, "plan_finance");
  await essentialField(amina.page).fill("Pendant ce temps.");
  await amina.page.keyboard.press("Escape");
  await amina.page.keyboard.press("Escape");

  await chloe.context.setOffline(false);
  await waitForSaved(chloe.page, "Enregistré");
  await cardOf(amina.page, "objectives").getByText("En ligne. Sans réseau. Et après.").waitFor();
  await cardOf(chloe.page, "plan_finance").getByText("Pendant ce temps.").waitFor({ state: "attached" });
  expect(count(JSON.stringify(await readRecord(server.url, board)), "Sans réseau.")).toBe(1);
});

test("a board that was open once opens from this device while the server is away", async () => {
  server = await startServer({ DATA_DIR: newDataDir() });
  const board = await makeBoard(server.url, { title: "Gardée ici" });
  const chloe = await comesIn(board, "participant", "Chloé");
  await waitForOfflinePage(chloe.page);
  await openSection(chloe.page, "objectives");
  await essentialField(chloe.page).fill("Déjà là.");
  await waitForSaved(chloe.page, "Enregistré");
  await server.kill();

  await chloe.page.reload();
  await cardOf(chloe.page, "objectives").getByText("Déjà là.").waitFor({ state: "attached" });
  await waitForSaved(chloe.page, "Reconnexion…");
  server = await restart(server);
  await waitForSaved(chloe.page, "Enregistré");
});

test("a refused change is said, its words are kept for copying, and the sheet opens again without it", async () => {
  server = await startServer();
  const board = await makeBoard(server.url, { title: "Refus" });
  const chloe = await comesIn(board, "participant", "Chloé");
  const wire = await interceptable(chloe.page);
  await openSection(chloe.page, "objectives");
  await essentialField(chloe.page).fill("Accepté.");
  await waitForSaved(chloe.page, "Enregistré");

  wire.holdBack();
  await typeAtEnd(chloe.page, " Jamais arrivé.");
  await waitForSaved(chloe.page, "15 modifications en attente");
  await wire.close(4409, "malformed update");

  const dialog = chloe.page.getByRole("alertdialog", {
    name: "Votre dernière modification n’a pas été acceptée",
  });
  await dialog.waitFor();
  expect(await dialog.getByLabel("Ce que vous aviez écrit et qui n’est pas enregistré").inputValue()).toBe(
    "Jamais arrivé.",
  );
  await dialog.getByRole("button", { name: "Rouvrir la fiche" }).click();
  await waitForSaved(chloe.page, "Enregistré");
  await expect.poll(() => essentialField(chloe.page).inputValue(), soon).toBe("Accepté.");
  expect(count(JSON.stringify(await readRecord(server.url, board)), "Jamais arrivé")).toBe(0);
});

test("a link taken back: the page says so, and the board leaves this device", async () => {
  server = await startServer();
  const board = await makeBoard(server.url, { title: "Retiré" });
  const chloe = await comesIn(board, "participant", "Chloé");
  await revoke(board, "participant");

  await chloe.page.getByRole("alertdialog", { name: "Vous n’avez plus accès à cette fiche" }).waitFor();
  await chloe.page.getByRole("button", { name: "Revenir à l’accueil" }).click();
  await chloe.page.waitForURL(`${server.url}/`);
  const kept = await chloe.page.evaluate(async () => ({
    boards: localStorage.getItem("canevas.boards"),
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ""),
  }));
  expect(kept.boards).toBe("{}");
  expect(kept.databases.filter((name) => name.includes(board.id))).toEqual([]);
});

test("where the browser keeps nothing, the page says so as soon as it matters", async () => {
  server = await startServer({ DATA_DIR: newDataDir() });
  const board = await makeBoard(server.url, { title: "Fenêtre privée" });
  const context = await browser.newContext({ locale: "fr-BE" });
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  const page = await context.newPage();
  await page.goto(board.links.participant.url);
  await page.getByLabel("Votre prénom").fill("Chloé");
  await page.getByRole("button", { name: "Entrer dans la fiche" }).click();
  await waitForSaved(page, "Enregistré");
  expect(await page.getByText("Gardez cette page ouverte").count()).toBe(0);
  await server.kill();
  await page.getByText("Gardez cette page ouverte").waitFor();
  server = await restart(server);
  await waitForSaved(page, "Enregistré");
  await context.close();
});

async function revoke(board: Made, role: string): Promise<void> {
  const headers = { authorization: `Bearer ${board.links.facilitator.token}` };
  const links = await fetch(`${server.url}/api/boards/${board.id}/links`, { headers });
  const link = ((await links.json()) as { id: string; role: string }[]).find((one) => one.role === role);
  const answer = await fetch(`${server.url}/api/boards/${board.id}/links/${link?.id}`, {
    method: "DELETE",
    headers,
  });
  expect(answer.status).toBe(204);
}
