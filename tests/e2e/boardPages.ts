// People on one board, each in a browser of their own, for the tests of the open board.
import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Locator, Page, WebSocketRoute } from "playwright";
import type { Role } from "#shared/access/roles.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { openContext } from "#tests/support/browser.ts";

type Links = Record<Role, { url: string; token: string }>;

export type Made = { id: string; links: Links };

/** For conditions that take as long as a busy machine needs. */
export const soon = { timeout: 20_000 };

/** Someone in front of the board, and all that their browser complains about. */
export type Someone = { page: Page; context: BrowserContext; complaints: string[] };

const exampleFile = new URL("../../client/features/home/exampleRecord.fr.json", import.meta.url);

/** The worked example, as outside programs send it. */
export function exampleRecord(): Record<string, unknown> {
  return JSON.parse(readFileSync(exampleFile, "utf8"));
}

export async function makeBoard(serverUrl: string, body: object): Promise<Made> {
  const answer = await fetch(`${serverUrl}/api/boards`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`the board was not made: ${await answer.text()}`);
  return (await answer.json()) as Made;
}

export async function readRecord(serverUrl: string, board: Made): Promise<Record<string, unknown>> {
  const answer = await fetch(`${serverUrl}/api/boards/${board.id}/record`, {
    headers: { authorization: `Bearer ${board.links.viewer.token}` },
  });
  if (!answer.ok) throw new Error(`the record was not read: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

const desk = { width: 1440, height: 900 };

/** Comes by a link, writes a first name, and waits until the board says that it is in step with the server. */
export async function enter(browser: Browser, board: Made, role: Role, name: string): Promise<Someone> {
  const { context, newPage, complaints } = await openContext(browser, desk);
  const page = await newPage();
  await page.goto(board.links[role].url);
  await page.getByLabel("Votre prénom").fill(name);
  await page.getByRole("button", { name: "Entrer dans la fiche" }).click();
  await waitForSaved(page, role === "viewer" ? "Lecture seule" : "Enregistré");
  return { page, context, complaints };
}

/** The words beside the title that say whether everything is kept. */
export const savedWords = (page: Page): Locator => page.getByRole("banner").getByRole("status");

/** `words` begin what it says: « Non enregistré » is not « Enregistré ». */
export async function waitForSaved(page: Page, words: string): Promise<void> {
  await savedWords(page)
    .filter({ hasText: new RegExp(`^${words}`) })
    .waitFor();
}

export async function openSection(page: Page, section: SectionId): Promise<void> {
  await page.locator(`[data-open="${section}"]`).click();
  await page.locator("#section-title").waitFor();
}

/** L'essentiel of the section that is open. */
export const essentialField = (page: Page): Locator => page.getByRole("textbox", { name: "L’essentiel" });

/** The section that is open, over the sheet that shows some of the same words. */
export const openArticle = (page: Page): Locator =>
  page.getByRole("article").filter({ has: page.locator("#section-title") });

/** What the poster shows of a section. */
export const cardOf = (page: Page, section: SectionId): Locator =>
  page.locator(`[data-section="${section}"]`);

/** A prose field of the open section, as it is read or as it is written. */
export const proseField = (page: Page, label: string): Locator => page.getByRole("textbox", { name: label });

/** Opens the editor of a prose field with its caret at the end. */
export async function writeInProse(page: Page, label: string): Promise<Locator> {
  const field = proseField(page, label);
  await field.focus();
  await page.keyboard.press("Enter");
  const editor = page.locator(".ProseMirror").and(field);
  await editor.waitFor();
  await page.waitForFunction(() => document.activeElement?.classList.contains("ProseMirror"));
  return editor;
}

/** The paragraphs of a prose field as they read, without the carets of the others in between. */
export function proseLines(page: Page, label: string): Promise<string[]> {
  return proseField(page, label).evaluate((field) => {
    const copy = field.cloneNode(true);
    if (!(copy instanceof Element)) return [];
    for (const widget of copy.querySelectorAll(".ProseMirror-widget, .ProseMirror-separator"))
      widget.remove();
    return [...copy.querySelectorAll("p")].map((paragraph) => paragraph.textContent ?? "");
  });
}

/** The service worker has put the page aside: from then on it opens without the network. */
export async function waitForOfflinePage(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await essentialField(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.type(text, { delay: 10 });
}

type Wire = {
  holdBack: () => void;
  letThrough: () => Promise<void>;
  close: (code: number, reason: string) => Promise<void>;
};

/** Puts us between this page and the server, and reconnects the page through us. */
export async function interceptable(page: Page): Promise<Wire> {
  const routes: WebSocketRoute[] = [];
  let isHeld = false;
  await page.routeWebSocket(/\/sync\//, (route) => {
    const toServer = route.connectToServer();
    routes.push(route);
    route.onMessage((message) => {
      if (!isHeld) toServer.send(message);
    });
    toServer.onMessage((message) => route.send(message));
  });
  await page.reload();
  await waitForSaved(page, "Enregistré");
  return {
    holdBack: () => {
      isHeld = true;
    },
    // What was held back is lost on the way, as when a network goes: the page comes back on a new socket.
    letThrough: async () => {
      isHeld = false;
      await routes.at(-1)?.close({ code: 1012, reason: "restarting" });
    },
    close: async (code, reason) => {
      isHeld = false;
      await routes.at(-1)?.close({ code, reason });
    },
  };
}
