// Ways around an open section, for the tests of sections.
import type { Locator, Page } from "playwright";
import { expect } from "vitest";
import type { SectionId } from "#shared/sheet/sections.ts";
import { type Made, readRecord, soon } from "./boardPages.ts";

/** Opens a section by its address, as somebody would who was sent it. */
export async function goTo(page: Page, board: Made, section: SectionId): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/b/${board.id}/s/${section}`);
  await page.locator("#section-title").waitFor();
}

/** The value at a path of the record ("people.0.displayName"), as outside programs read it. */
export async function recorded(serverUrl: string, board: Made, path: string): Promise<unknown> {
  let at: unknown = await readRecord(serverUrl, board);
  for (const step of path.split(".")) {
    at =
      typeof at === "object" && at !== null
        ? Object.entries(at).find(([key]) => key === step)?.[1]
        : undefined;
  }
  return at;
}

/** Waits until the record says so. */
export async function expectRecorded(
  serverUrl: string,
  board: Made,
  path: string,
  value: unknown,
): Promise<void> {
  await expect.poll(() => recorded(serverUrl, board, path), { ...soon, message: path }).toEqual(value);
}

/** Types into a control, as somebody who came to it with the keyboard. */
export async function typeInto(control: Locator, text: string): Promise<void> {
  await control.focus();
  await control.page().keyboard.type(text);
}

/** Opens the list of a button and chooses what one types the beginning of. */
export async function choose(button: Locator, words: string): Promise<void> {
  const page = button.page();
  await button.focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("listbox");
  await list.waitFor();
  const search = page.getByRole("searchbox", { name: "Chercher" });
  if (await search.count()) {
    await page.keyboard.type(words);
    await page.getByRole("option").filter({ hasText: words }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
  } else {
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("role")), soon)
      .toBe("option");
    await page.keyboard.type(words);
  }
  await page.keyboard.press("Enter");
}

/** The name of what has the focus, with plain spaces. */
export function focusedName(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const labels = focused?.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const label = labels.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    const name = focused?.getAttribute("aria-label") ?? (label === "" ? focused?.textContent : label);
    return name?.replaceAll("\u00a0", " ");
  });
}

export const notesArea = (page: Page): Locator => page.getByRole("region", { name: /^Notes/ });
export const noteNamed = (page: Page, text: string): Locator =>
  notesArea(page).getByRole("button", { name: text });
