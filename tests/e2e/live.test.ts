// A room on one board: what one writes, all see, and the record says it.
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { addNote } from "#shared/board/notes.ts";
import { plainText, proseOf } from "#shared/board/prose.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  cardOf,
  enter,
  essentialField,
  exampleRecord,
  type Made,
  makeBoard,
  openArticle,
  openSection,
  proseField,
  proseLines,
  readRecord,
  type Someone,
  savedWords,
  soon,
  waitForSaved,
  writeInProse,
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

const territorial = "Diagnostic territorial/global";

function closeAll(people: readonly Someone[]): Promise<unknown> {
  return Promise.all(people.map(({ context }) => context.close()));
}

const count = (text: string, letter: string) => text.split(letter).length - 1;

test("four people write in the same paragraph and in different sections, and end equal", async () => {
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const people = await Promise.all([
    enter(browser, board, "facilitator", "Amina"),
    enter(browser, board, "participant", "Benoît"),
    enter(browser, board, "participant", "Chloé"),
    enter(browser, board, "committee", "Émile"),
  ]);
  // Letters that no text of the example holds: what each of them typed can be counted, wherever it stands.
  const letters = ["ѧ", "ѩ", "ѭ", "ѯ"];
  const writers = people.map(({ page }, index) => ({ page, letter: letters[index] ?? "" }));

  await Promise.all(writers.map(({ page }) => openSection(page, "diagnosis")));
  for (const { page } of writers) await writeInProse(page, territorial);
  await Promise.all(
    writers.map(async ({ page, letter }, index) => {
      // Not all at the end: some write in the middle of the others' words.
      for (let step = 0; step < index * 9; step++) await page.keyboard.press("ArrowLeft");
      await page.keyboard.type(`${letter} `.repeat(20), { delay: 15 });
    }),
  );

  await expect
    .poll(async () => {
      const texts = await Promise.all(writers.map(({ page }) => proseLines(page, territorial)));
      const [first = ""] = texts.map((lines) => lines.join("\n"));
      return {
        same: texts.every((lines) => lines.join("\n") === first),
        counts: letters.map((letter) => count(first, letter)),
      };
    }, soon)
    .toEqual({ same: true, counts: [20, 20, 20, 20] });

  const sections = ["objectives", "plan_finance", "exec_legal", "results_communication"] as const;
  await Promise.all(
    writers.map(async ({ page, letter }, index) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      const section = sections[index] ?? "objectives";
      await openSection(page, section);
      await essentialField(page).fill("");
      await essentialField(page).pressSequentially(`L’essentiel de ${letter}`, { delay: 10 });
      await waitForSaved(page, "Enregistré");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    }),
  );
  for (const { page } of writers) {
    for (const [index, section] of sections.entries()) {
      await cardOf(page, section).getByText(`L’essentiel de ${letters[index]}`).waitFor();
    }
  }

  // What is on the screen is what the record says.
  const [first] = people;
  if (first === undefined) throw new Error("nobody came");
  await openSection(first.page, "diagnosis");
  const onScreen = await proseLines(first.page, territorial);
  const record = await readRecord(server.url, board);
  expect(record).toMatchObject({ diagnosis: { territorial: onScreen.join("\n") } });
  const counted = letters.map((letter) => count(JSON.stringify(record), letter));
  expect(counted).toEqual([21, 21, 21, 21]);

  expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  await closeAll(people);
});

test("who is here, where they are and who writes is seen by the others", async () => {
  const board = await makeBoard(server.url, { title: "Qui est là" });
  const amina = await enter(browser, board, "facilitator", "Amina");
  const chloe = await enter(browser, board, "participant", "Chloé");
  const hugo = await enter(browser, board, "viewer", "Hugo");

  const avatars = amina.page.getByRole("list", { name: "Présents" }).getByRole("img");
  await expect
    .poll(
      async () => Promise.all((await avatars.all()).map((avatar) => avatar.getAttribute("aria-label"))),
      soon,
    )
    .toEqual(["Amina (vous)", "Chloé", "Hugo"]);

  await openSection(chloe.page, "objectives");
  await cardOf(amina.page, "objectives").getByText("Chloé", { exact: true }).waitFor();
  await essentialField(chloe.page).pressSequentially("Respirer", { delay: 20 });
  await cardOf(amina.page, "objectives").getByText("Chloé écrit").waitFor();
  // And no more when she stops.
  await cardOf(amina.page, "objectives").getByText("Chloé", { exact: true }).waitFor();

  await amina.page.getByRole("button", { name: "Présents (3)" }).click();
  await amina.page
    .getByRole("button", { name: "Aller à la section 1 Objectifs, où se trouve Chloé" })
    .click();
  await amina.page.waitForURL(/\/s\/objectives$/);
  expect(await essentialField(amina.page).inputValue()).toBe("Respirer");

  // Whoever leaves is gone from the bar.
  await chloe.context.close();
  await expect.poll(() => avatars.count(), soon).toBe(2);
  expect(await savedWords(hugo.page).innerText()).toBe("Lecture seule");
  expect([...amina.complaints, ...hugo.complaints]).toEqual([]);
  await closeAll([amina, hugo]);
});

/** What a browser does to a tab that goes behind another. */
function hide(page: Someone["page"], isHidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}

test("whoever looks at another tab has left, and is back on return", async () => {
  const board = await makeBoard(server.url, { title: "Onglets" });
  const amina = await enter(browser, board, "facilitator", "Amina");
  const chloe = await enter(browser, board, "participant", "Chloé");
  const avatars = amina.page.getByRole("list", { name: "Présents" }).getByRole("img");
  await expect.poll(() => avatars.count(), soon).toBe(2);
  await hide(chloe.page, true);
  await expect.poll(() => avatars.count(), soon).toBe(1);
  await hide(chloe.page, false);
  await expect.poll(() => avatars.count(), soon).toBe(2);
  await closeAll([amina, chloe]);
});

test("only those who type are said to write, not those who have the same text open", async () => {
  const board = await makeBoard(server.url, { title: "Qui écrit" });
  const amina = await enter(browser, board, "facilitator", "Amina");
  const chloe = await enter(browser, board, "participant", "Chloé");
  const hugo = await enter(browser, board, "viewer", "Hugo");
  for (const { page } of [amina, chloe]) {
    await openSection(page, "diagnosis");
    await writeInProse(page, territorial);
  }
  const card = cardOf(hugo.page, "diagnosis");
  await card.getByText("Amina et Chloé").waitFor();
  await chloe.page.keyboard.type("Six écoles, et bien plus de classes", { delay: 20 });
  await card.getByText("Chloé écrit").waitFor();
  await proseField(amina.page, territorial).getByText("Six écoles, et bien plus de classes").waitFor();
  expect(await card.getByText("Chloé écrit").count()).toBe(1);
  await closeAll([amina, chloe, hugo]);
});

test("a cursor over the sheet is seen at the same place of the sheet, and goes when the pointer leaves", async () => {
  const board = await makeBoard(server.url, { title: "Curseurs" });
  const amina = await enter(browser, board, "facilitator", "Amina");
  const chloe = await enter(browser, board, "participant", "Chloé");
  const spot = await cardOf(chloe.page, "plan_legal").boundingBox();
  if (spot === null) throw new Error("the card is not drawn");
  await chloe.page.mouse.move(spot.x + 10, spot.y + 10);
  await chloe.page.mouse.move(spot.x + 20, spot.y + 12, { steps: 4 });

  const arrow = amina.page.locator("[data-awake]").filter({ hasText: "Chloé" });
  await arrow.waitFor();
  // Same window, same sheet: the tip of the arrow stands where the pointer is.
  await expect
    .poll(async () => {
      const box = await arrow.boundingBox();
      return box !== null && Math.hypot(box.x - spot.x - 20, box.y - spot.y - 12) < 4;
    }, soon)
    .toBe(true);
  await chloe.page.mouse.move(400, 20);
  await arrow.waitFor({ state: "detached" });
  await closeAll([amina, chloe]);
});

test("a reader sees the sheet live, is told so, and can change nothing", async () => {
  const board = await makeBoard(server.url, { title: "Lecture" });
  const hugo = await enter(browser, board, "viewer", "Hugo");
  const chloe = await enter(browser, board, "participant", "Chloé");
  await openSection(hugo.page, "objectives");
  expect(await hugo.page.locator("textarea, input, [contenteditable=true], [role=textbox]").count()).toBe(0);
  await openSection(chloe.page, "objectives");
  await essentialField(chloe.page).fill("Moins de chaleur perdue");
  await openArticle(hugo.page).getByText("Moins de chaleur perdue").waitFor();
  expect(await savedWords(hugo.page).innerText()).toBe("Lecture seule");
  expect(hugo.complaints).toEqual([]);
  await closeAll([hugo, chloe]);
});

/** Another program: y-websocket as it comes, in this process. */
async function aStockClient(board: Made): Promise<{ doc: Y.Doc; close: () => void }> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${server.wsUrl}/sync`, board.id, doc, {
    protocols: ["canevas.v1", `token.${board.links.participant.token}`],
    // The two WebSocket classes differ in what their events are called in the types, not in what they do.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  return { doc, close: () => provider.destroy() };
}

test("a stock y-websocket client and the page edit the same board", async () => {
  const board = await makeBoard(server.url, { record: exampleRecord() });
  const amina = await enter(browser, board, "facilitator", "Amina");
  const { doc, close } = await aStockClient(board);

  await openSection(amina.page, "diagnosis");
  const shown = proseField(amina.page, territorial);
  const fragment = proseOf(doc, "diagnosis", "territorial");
  expect(await proseLines(amina.page, territorial)).toEqual(plainText(fragment).split("\n"));

  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Écrit par un autre programme.")]);
  fragment.insert(fragment.length, [paragraph]);
  await shown.getByText("Écrit par un autre programme.").waitFor();

  await writeInProse(amina.page, territorial);
  await amina.page.keyboard.type(" Vu ici.");
  await expect.poll(() => plainText(fragment), soon).toContain("Écrit par un autre programme. Vu ici.");

  addNote(doc, {
    id: "stock-note-1",
    section: "diagnosis",
    at: [0.2, 0.2],
    kind: "question",
    text: "Et la nuit ?",
  });
  await openArticle(amina.page).getByText("Et la nuit ?").waitFor();
  expect(await readRecord(server.url, board)).toMatchObject({
    diagnosis: { territorial: plainText(fragment) },
  });
  expect(amina.complaints).toEqual([]);
  close();
  await closeAll([amina]);
});
