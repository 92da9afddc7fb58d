// Rich text: an editor for who writes, and for the others the same words.
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainText, proseOf } from "#shared/board/prose.ts";
import { stockClient } from "#tests/integration/people.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  enter,
  exampleRecord,
  type Made,
  makeBoard,
  proseField,
  proseLines,
  type Someone,
  soon,
  writeInProse,
} from "./boardPages.ts";
import { expectRecorded, goTo } from "./sectionPages.ts";

let server: TestServer;
let browser: Browser;
let board: Made;
let amina: Someone;
let benoit: Someone;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  board = await makeBoard(server.url, { record: exampleRecord() });
  amina = await enter(browser, board, "participant", "Amina");
  benoit = await enter(browser, board, "participant", "Benoît");
});
afterAll(async () => {
  expect([...amina.complaints, ...benoit.complaints]).toEqual([]);
  await browser.close();
  await server.stop();
});

/** A browser that keeps no copy of the program, so that the network can be held or cut. */
async function withoutWorker(someone: Someone): Promise<Someone> {
  const storageState = await someone.context.storageState();
  await someone.context.close();
  const context = await browser.newContext({
    storageState,
    serviceWorkers: "block",
    reducedMotion: "reduce",
    locale: "fr-BE",
  });
  const page = await context.newPage();
  await page.goto(`${server.url}/b/${board.id}`);
  return { page, context, complaints: [] };
}

const retained = "Ce que nous retenons";
const territorial = "Diagnostic territorial/global";

test("opening the editor, empty or not, changes nothing in the document", async () => {
  const witness = stockClient(server, board.id, board.links.viewer.token);
  await expect
    .poll(() => plainText(proseOf(witness.doc, "diagnosis", "territorial")), soon)
    .toContain("Valbruyère");
  let updates = 0;
  witness.doc.on("update", () => {
    updates += 1;
  });
  for (const [section, label] of [
    ["plan_legal", retained],
    ["diagnosis", territorial],
  ] as const) {
    await goTo(amina.page, board, section);
    await writeInProse(amina.page, label);
    await amina.page.keyboard.press("ArrowLeft");
    await amina.page.keyboard.press("Escape");
    await amina.page.locator(".ProseMirror").waitFor({ state: "detached" });
  }
  // Something that must arrive after whatever opening could have sent.
  await goTo(amina.page, board, "plan_legal");
  await amina.page.getByLabel("L’essentiel").fill("fin");
  await expect.poll(() => updates, soon).toBe(1);
  witness.leave();
});

test("a click in the words puts the caret where one clicked", async () => {
  await goTo(amina.page, board, "diagnosis");
  const place = await amina.page.evaluate((label) => {
    const field = [...document.querySelectorAll('[role="textbox"]')].find((one) =>
      document.getElementById(one.getAttribute("aria-labelledby") ?? "")?.textContent?.startsWith(label),
    );
    const text = field?.querySelector("p")?.firstChild;
    if (!text) return null;
    const range = document.createRange();
    range.setStart(text, 10);
    range.setEnd(text, 11);
    const { left, top, height } = range.getBoundingClientRect();
    return { x: left + 1, y: top + height / 2 };
  }, territorial);
  if (place === null) throw new Error("the text is not drawn");
  await amina.page.mouse.click(place.x, place.y);
  await amina.page.locator(".ProseMirror-focused").waitFor();
  await amina.page.keyboard.type("¶");
  await expect
    .poll(async () => (await proseLines(amina.page, territorial))[0], soon)
    .toMatch(/^Valbruyère¶ compte/);
  await amina.page.keyboard.press("Control+z");
  await expect
    .poll(async () => (await proseLines(amina.page, territorial))[0], soon)
    .toMatch(/^Valbruyère compte/);
  await amina.page.keyboard.press("Escape");
});

test("two people begin an empty text at the same moment, see each other's caret, and undo only their own words", async () => {
  await Promise.all([goTo(amina.page, board, "plan_resources"), goTo(benoit.page, board, "plan_resources")]);
  await writeInProse(amina.page, retained);
  await writeInProse(benoit.page, retained);
  await Promise.all([
    amina.page.keyboard.type("Un stage au printemps. ", { delay: 15 }),
    benoit.page.keyboard.type("Deux demi-postes. ", { delay: 15 }),
  ]);
  const text = async (page: Page) => (await proseLines(page, retained)).join("\n").trim();
  await expect
    .poll(
      async () => (await text(amina.page)) === (await text(benoit.page)) && (await text(amina.page)).length,
      soon,
    )
    .toBeGreaterThanOrEqual("Un stage au printemps. Deux demi-postes.".length);
  await amina.page
    .locator(".ProseMirror-widget", { hasText: "Benoît" })
    .first()
    .waitFor({ state: "attached" });
  await benoit.page
    .locator(".ProseMirror-widget", { hasText: "Amina" })
    .first()
    .waitFor({ state: "attached" });

  const undo = benoit.page.getByRole("button", { name: "Annuler", exact: true });
  while (await undo.isEnabled()) await undo.click();
  await expect.poll(() => text(amina.page), soon).toBe("Un stage au printemps.");
  await amina.page.keyboard.press("Escape");
  await benoit.page.keyboard.press("Escape");
  await expectRecorded(server.url, board, "retained.plan_resources", expect.stringContaining("Un stage"));
});

test("who reads sees the words as they are written", async () => {
  await Promise.all([
    goTo(amina.page, board, "plan_technologies"),
    goTo(benoit.page, board, "plan_technologies"),
  ]);
  await writeInProse(amina.page, retained);
  await amina.page.keyboard.type("Capteurs LoRaWAN");
  await proseField(benoit.page, retained).getByText("Capteurs LoRaWAN").waitFor();
  expect(await benoit.page.locator(".ProseMirror").count()).toBe(0);
  await amina.page.keyboard.press("Escape");
});

test("what is typed before the editor is there is not lost", async () => {
  const late = await withoutWorker(await enter(browser, board, "participant", "Fatou"));
  await goTo(late.page, board, "communication_strategy");
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await late.page.route(/ProseEditor.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await proseField(late.page, retained).focus();
  await late.page.keyboard.type("Vite");
  letGo();
  await late.page.locator(".ProseMirror-focused").waitFor();
  await late.page.keyboard.type(" dit");
  await expect.poll(async () => (await proseLines(late.page, retained)).join(""), soon).toBe("Vite dit");
  await late.context.close();
});

test("an editor that cannot be fetched leaves the words to read, and says so", async () => {
  const cut = await withoutWorker(await enter(browser, board, "participant", "Hugo"));
  await goTo(cut.page, board, "diagnosis");
  await cut.page.route(/ProseEditor.*\.js$/, (route) => route.abort());
  await proseField(cut.page, territorial).focus();
  await cut.page.keyboard.press("Enter");
  await cut.page.getByText("L’éditeur n’est pas arrivé").waitFor();
  expect((await proseLines(cut.page, territorial))[0]).toMatch(/^Valbruyère compte/);
  await cut.context.close();
});

test("Esc leaves the editor, then the section", async () => {
  await goTo(amina.page, board, "plan_technologies");
  await writeInProse(amina.page, retained);
  await amina.page.keyboard.press("Escape");
  await amina.page.locator(".ProseMirror").waitFor({ state: "detached" });
  expect(await amina.page.locator("#section-title").count()).toBe(1);
  await expect
    .poll(() => amina.page.evaluate(() => document.activeElement?.getAttribute("role")), soon)
    .toBe("textbox");
  await amina.page.keyboard.press("Escape");
  await amina.page.locator("#section-title").waitFor({ state: "detached" });
});
