// What a device keeps of a board: for each person apart, exactly what is not saved, and nothing that this program
// could damage.
import { join as joinPath } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { essentialOf } from "#shared/board/essential.ts";
import { metaOf } from "#shared/board/roots.ts";
import { rawMember } from "#tests/integration/people.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { parsePrometheus } from "#tests/support/prometheus.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  cardOf,
  enter,
  essentialField,
  interceptable,
  type Made,
  makeBoard,
  openSection,
  readRecord,
  type Someone,
  savedWords,
  soon,
  typeAtEnd,
  waitForOfflinePage,
  waitForSaved,
} from "./boardPages.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

let people: Someone[] = [];
afterEach(async () => {
  await Promise.all(people.map(({ context }) => context.close()));
  people = [];
});

async function comesIn(board: Made, role: "facilitator" | "participant", name: string): Promise<Someone> {
  const person = await enter(browser, board, role, name);
  people.push(person);
  return person;
}

const count = (text: string, part: string) => text.split(part).length - 1;

test("what was deleted offline is gone for the others once the page is back, also after a reload", async () => {
  const board = await makeBoard(server.url, { title: "Effacer" });
  const amina = await comesIn(board, "facilitator", "Amina");
  const chloe = await comesIn(board, "participant", "Chloé");
  await waitForOfflinePage(chloe.page);
  await openSection(chloe.page, "objectives");
  await essentialField(chloe.page).fill("Trois mots ici.");
  await cardOf(amina.page, "objectives").getByText("Trois mots ici.").waitFor();

  await chloe.context.setOffline(true);
  await essentialField(chloe.page).focus();
  await chloe.page.keyboard.press("End");
  for (let times = 0; times < 5; times += 1) await chloe.page.keyboard.press("Backspace");
  await savedWords(chloe.page).filter({ hasText: "Hors ligne · 5 modifications en attente" }).waitFor();
  await chloe.page.reload();
  await savedWords(chloe.page).filter({ hasText: "Hors ligne · 5 modifications en attente" }).waitFor();
  expect(await essentialField(chloe.page).inputValue()).toBe("Trois mots");

  await chloe.context.setOffline(false);
  await waitForSaved(chloe.page, "Enregistré");
  await cardOf(amina.page, "objectives").getByText("Trois mots", { exact: true }).waitFor();
  expect(JSON.stringify(await readRecord(server.url, board))).not.toContain("Trois mots ici");
});

test("a page that comes back says how far it is, and is sent the rest of the log alone", async () => {
  const board = await makeBoard(server.url, { title: "Le reste" });
  const amina = await comesIn(board, "facilitator", "Amina");
  const chloe = await comesIn(board, "participant", "Chloé");
  await openSection(amina.page, "objectives");
  await essentialField(amina.page).fill("Vu par Chloé.");
  await cardOf(chloe.page, "objectives").getByText("Vu par Chloé.").waitFor();
  await expect.poll(() => seqKept(chloe.page, board), soon).toBeGreaterThan(1);
  const before = await joinsByTail();
  await chloe.page.goto(`${server.url}/`);
  await typeAtEnd(amina.page, " Et après.");
  await waitForSaved(amina.page, "Enregistré");
  await chloe.page.goto(`${server.url}/b/${board.id}`);
  await cardOf(chloe.page, "objectives").getByText("Vu par Chloé. Et après.").waitFor();
  expect(await joinsByTail()).toBe(before + 1);
});

test("two people who share a browser keep their boards apart", async () => {
  const board = await makeBoard(server.url, { title: "À deux" });
  const amina = await comesIn(board, "facilitator", "Amina");
  const wire = await interceptable(amina.page);
  await openSection(amina.page, "objectives");
  await essentialField(amina.page).fill("De tous.");
  await waitForSaved(amina.page, "Enregistré");
  wire.holdBack();
  await typeAtEnd(amina.page, " D’Amina.");
  await waitForSaved(amina.page, "9 modifications en attente");

  // In the same browser, by another link: another person, with another role.
  const page = await amina.context.newPage();
  await page.goto(board.links.participant.url);
  await page.getByLabel("Votre prénom").fill("Chloé");
  await page.getByRole("button", { name: "Entrer dans la fiche" }).click();
  await waitForSaved(page, "Enregistré");
  await openSection(page, "objectives");
  expect(await essentialField(page).inputValue()).toBe("De tous.");
  await typeAtEnd(page, " De Chloé.");
  await waitForSaved(page, "Enregistré");
  expect(await databasesOf(page, board)).toHaveLength(2);
  expect(JSON.stringify(await readRecord(server.url, board))).not.toContain("Amina");

  await wire.letThrough();
  await waitForSaved(amina.page, "Enregistré");
  await expect.poll(() => essentialField(page).inputValue(), soon).toContain("D’Amina.");
  const record = JSON.stringify(await readRecord(server.url, board));
  expect(["De tous.", "D’Amina.", "De Chloé."].map((part) => count(record, part))).toEqual([1, 1, 1]);
});

test.each([
  ["locked or reserved for others", "Cette partie vient d’être fermée à l’écriture"],
  ["board was restored from a backup", "La fiche a été rétablie dans un état antérieur"],
])("refused because %s: the words are kept, and the board is read again", async (reason, title) => {
  const board = await makeBoard(server.url, { title: "Refus" });
  const chloe = await comesIn(board, "participant", "Chloé");
  const wire = await interceptable(chloe.page);
  await openSection(chloe.page, "objectives");
  await essentialField(chloe.page).fill("Pour tous.");
  await waitForSaved(chloe.page, "Enregistré");
  wire.holdBack();
  await typeAtEnd(chloe.page, " Pour moi.");
  await waitForSaved(chloe.page, "10 modifications en attente");
  await wire.close(4409, reason);

  const dialog = chloe.page.getByRole("alertdialog", { name: title });
  const words = dialog.getByLabel("Ce que vous aviez écrit et qui n’est pas enregistré");
  expect(await words.inputValue()).toBe("Pour moi.");
  await dialog.getByRole("button", { name: "Rouvrir la fiche" }).click();
  await waitForSaved(chloe.page, "Enregistré");
  await expect.poll(() => essentialField(chloe.page).inputValue(), soon).toBe("Pour tous.");
  await typeAtEnd(chloe.page, " Encore.");
  await waitForSaved(chloe.page, "Enregistré");
  expect(JSON.stringify(await readRecord(server.url, board))).toContain("Pour tous. Encore.");
});

test("a section locked while somebody writes in it: their words are kept for them, and the rest goes on", async () => {
  const board = await makeBoard(server.url, { title: "Verrou" });
  const chloe = await comesIn(board, "participant", "Chloé");
  const wire = await interceptable(chloe.page);
  await openSection(chloe.page, "objectives");
  await essentialField(chloe.page).fill("Avant le verrou.");
  await waitForSaved(chloe.page, "Enregistré");
  wire.holdBack();
  await typeAtEnd(chloe.page, " Juste après.");
  await waitForSaved(chloe.page, "13 modifications en attente");
  await command(board, { type: "lockSections", sections: ["objectives"], locked: true });
  await essentialField(chloe.page).waitFor({ state: "detached" });
  await wire.letThrough();

  const dialog = chloe.page.getByRole("alertdialog", {
    name: "Cette partie vient d’être fermée à l’écriture",
  });
  const words = dialog.getByLabel("Ce que vous aviez écrit et qui n’est pas enregistré");
  expect(await words.inputValue()).toBe("Juste après.");
  await dialog.getByRole("button", { name: "Rouvrir la fiche" }).click();
  await waitForSaved(chloe.page, "Enregistré");
  await chloe.page.getByText("Avant le verrou.").first().waitFor();
  expect(await essentialField(chloe.page).count()).toBe(0);

  await chloe.page.keyboard.press("Escape");
  await openSection(chloe.page, "diagnosis");
  await essentialField(chloe.page).fill("Ici, on écrit.");
  await waitForSaved(chloe.page, "Enregistré");
  await expect
    .poll(async () => JSON.stringify(await readRecord(server.url, board)), soon)
    .toContain("Ici, on écrit.");
  expect(JSON.stringify(await readRecord(server.url, board))).not.toContain("Juste après");
});

test("a board that was restored is read anew: what was typed meanwhile is kept for copying, the old copy goes", async () => {
  const first = await startServer();
  const board = await makeBoard(first.url, { title: "Rétablie" });
  const chloe = await comesIn(board, "participant", "Chloé");
  await openSection(chloe.page, "objectives");
  await essentialField(chloe.page).fill("Avant la panne.");
  await waitForSaved(chloe.page, "Enregistré");
  await waitUntilKept(chloe.page, board);
  await first.stop();
  await waitForSaved(chloe.page, "Reconnexion…");
  await typeAtEnd(chloe.page, " Pendant.");
  const db = new DatabaseSync(joinPath(first.dataDir, "canevas.sqlite"));
  db.exec("update boards set epoch = 2");
  db.close();
  const second = await startServer({ PORT: String(first.port), DATA_DIR: first.dataDir });

  const dialog = chloe.page.getByRole("alertdialog", {
    name: "La fiche a été rétablie dans un état antérieur",
  });
  const words = dialog.getByLabel("Ce que vous aviez écrit et qui n’est pas enregistré");
  expect(await words.inputValue()).toBe("Pendant.");
  await dialog.getByRole("button", { name: "Rouvrir la fiche" }).click();
  await waitForSaved(chloe.page, "Enregistré");
  await expect.poll(() => essentialField(chloe.page).inputValue(), soon).toBe("Avant la panne.");
  await expect.poll(() => databasesOf(chloe.page, board), soon).toEqual([expect.stringMatching(/\/2$/)]);
  await second.stop();
});

test("a page that is too old for the board draws nothing of it, and says to reload", async () => {
  const board = await makeBoard(server.url, { title: "Trop ancienne" });
  const chloe = await comesIn(board, "participant", "Chloé");
  await openSection(chloe.page, "objectives");
  await chloe.page.addInitScript(() => {
    // What an earlier program would have said of itself.
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) {
      const bytes = data instanceof Uint8Array ? data : new Uint8Array();
      if (bytes[0] !== 100) return send.call(this, data);
      const text = new TextDecoder().decode(bytes).replace(/"format":\d+/, '"format":0');
      return send.call(this, new TextEncoder().encode(text));
    };
  });
  // It comes back to the board by itself, as the earlier program.
  await deleteDatabases(chloe.page, board);
  const dialog = chloe.page.getByRole("alertdialog", { name: "Rechargez la page pour ouvrir cette fiche" });
  await dialog.waitFor();
  expect(await chloe.page.locator("[data-section], .ProseMirror").count()).toBe(0);
  // The same page again; the server still refuses it.
  await dialog.getByRole("button", { name: "Recharger la page" }).click();
  await dialog.waitFor();
});

test("what a newer program kept on this device is not opened without the server's word either", async () => {
  const board = await makeBoard(server.url, { title: "Plus récente" });
  const chloe = await comesIn(board, "participant", "Chloé");
  await waitForOfflinePage(chloe.page);
  await waitUntilKept(chloe.page, board);
  const newer = new Y.Doc();
  // Wins over the server's word, which was written at the same moment.
  newer.clientID = 2 ** 32 - 1;
  metaOf(newer).set("format", 2);
  await addToDatabase(chloe.page, board, Y.encodeStateAsUpdate(newer));
  await chloe.context.setOffline(true);
  await chloe.page.reload();
  const dialog = chloe.page.getByRole("alertdialog", { name: "Rechargez la page pour ouvrir cette fiche" });
  await dialog.waitFor();
  expect(await chloe.page.locator("[data-section], .ProseMirror").count()).toBe(0);
});

test("what this device kept before replicas were kept per person is taken over, with what was not sent", async () => {
  const board = await makeBoard(server.url, { title: "D’avant" });
  const chloe = await comesIn(board, "participant", "Chloé");
  const { doc, leave } = await rawMember(server, board.id, board.links.viewer.token);
  leave();
  const confirmed = Y.encodeStateVector(doc);
  essentialOf(doc, "objectives").insert(0, "Écrit avant la mise à jour.");
  await deleteDatabases(chloe.page, board);
  await makeEarlierDatabase(chloe.page, board, Y.encodeStateAsUpdate(doc), confirmed);

  await chloe.page.reload();
  await waitForSaved(chloe.page, "Enregistré");
  expect(JSON.stringify(await readRecord(server.url, board))).toContain("Écrit avant la mise à jour.");
  expect(await databasesOf(chloe.page, board)).toHaveLength(1);
});

async function joinsByTail(): Promise<number> {
  const figures = parsePrometheus(await (await fetch(`${server.url}/metrics`)).text());
  return figures.get('canevas_joins_total{answer="tail"}') ?? 0;
}

async function seqKept(page: Page, board: Made): Promise<number> {
  const [name = ""] = await databasesOf(page, board);
  if (name === "") return 0;
  return page.evaluate(async (database) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => resolve(request.result);
    });
    const seq = await new Promise<unknown>((resolve) => {
      const request = db.transaction("state").objectStore("state").get("seq");
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return Number(seq ?? 0);
  }, name);
}

async function command({ id, links }: Made, body: object): Promise<void> {
  const answer = await fetch(`${server.url}/api/boards/${id}/commands`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${links.facilitator.token}` },
    body: JSON.stringify({ id: crypto.randomUUID(), ...body }),
  });
  expect(answer.status).toBe(200);
}

async function databasesOf(page: Page, { id }: Made): Promise<string[]> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ""));
  return names.filter((name) => name.includes(id));
}

/** From a page of the same server on which no board is open: an open board would keep it open. */
async function deleteDatabases(page: Page, board: Made): Promise<void> {
  const back = page.url();
  await page.goto(`${server.url}/`);
  await page.evaluate(async (id) => {
    for (const { name } of await indexedDB.databases()) {
      if (name?.includes(id) !== true) continue;
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    }
  }, board.id);
  await page.goto(back, { waitUntil: "commit" });
}

async function waitUntilKept(page: Page, board: Made): Promise<void> {
  await expect.poll(() => databasesOf(page, board), soon).toHaveLength(1);
}

async function addToDatabase(page: Page, board: Made, update: Uint8Array): Promise<void> {
  const [name = ""] = await databasesOf(page, board);
  await page.evaluate(
    async ([database, bytes]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(database);
        request.onsuccess = () => resolve(request.result);
      });
      await new Promise((resolve) => {
        const transaction = db.transaction("updates", "readwrite");
        transaction.objectStore("updates").add(new Uint8Array(bytes));
        transaction.oncomplete = resolve;
      });
      db.close();
    },
    [name, [...update]] as const,
  );
}

/** As y-indexeddb laid it out. */
async function makeEarlierDatabase(
  page: Page,
  { id }: Made,
  update: Uint8Array,
  confirmed: Uint8Array,
): Promise<void> {
  const back = page.url();
  await page.goto(`${server.url}/`);
  await page.evaluate(
    async ([name, state, stateVector]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => {
          request.result.createObjectStore("updates", { autoIncrement: true });
          request.result.createObjectStore("custom");
        };
        request.onsuccess = () => resolve(request.result);
      });
      await new Promise((resolve) => {
        const transaction = db.transaction(["updates", "custom"], "readwrite");
        transaction.objectStore("updates").add(new Uint8Array(state));
        transaction.objectStore("custom").put(new Uint8Array(stateVector).buffer, "confirmed");
        transaction.oncomplete = resolve;
      });
      db.close();
    },
    [`canevas/${id}`, [...update], [...confirmed]] as const,
  );
  await page.goto(back);
}
