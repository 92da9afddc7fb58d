// Notes: what one does with them, the other sees.
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openContext } from "#tests/support/browser.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { enter, type Made, makeBoard, type Someone, soon } from "./boardPages.ts";
import { expectRecorded, focusedName, goTo, noteNamed, notesArea, recorded } from "./sectionPages.ts";

let server: TestServer;
let browser: Browser;
let board: Made;
let amina: Someone;
let benoit: Someone;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  board = await makeBoard(server.url, { title: "Notes", locale: "fr" });
  amina = await enter(browser, board, "participant", "Amina");
  benoit = await enter(browser, board, "participant", "Benoît");
});
afterAll(async () => {
  expect([...amina.complaints, ...benoit.complaints]).toEqual([]);
  await browser.close();
  await server.stop();
});

const both = (section: "objectives" | "plan_legal" | "plan_technologies" | "plan_resources") =>
  Promise.all([goTo(amina.page, board, section), goTo(benoit.page, board, section)]);

const sees = (page: Page, text: string | RegExp) =>
  notesArea(page).getByRole("button", { name: text }).waitFor({ timeout: soon.timeout });

const placeOf = async (page: Page, text: string) => {
  const box = await noteNamed(page, text).boundingBox();
  if (box === null) throw new Error(`« ${text} » is not drawn`);
  return { x: Math.round(box.x), y: Math.round(box.y) };
};

test("N makes a note; what is written in it is seen as it is written, with who writes; Tab makes the next one", async () => {
  await both("objectives");
  const { page } = amina;
  await page.keyboard.press("n");
  await page.getByLabel("Texte de la note").waitFor();
  await page.keyboard.type("Former un référent");
  await sees(benoit.page, /^Idée, Former un référent/);
  await notesArea(benoit.page).getByText("Amina écrit…").waitFor();
  await page.keyboard.press("Tab");
  await expect.poll(() => page.getByLabel("Texte de la note").inputValue(), soon).toBe("");
  await page.keyboard.type("Acheter groupé");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => focusedName(page), soon).toBe("Idée, Acheter groupé, Amina");
  await sees(benoit.page, "Idée, Acheter groupé, Amina");
  await expectRecorded(server.url, board, "sectionNotes.objectives", [
    "Former un référent",
    "Acheter groupé",
  ]);
});

test("two people write in the same note", async () => {
  await both("objectives");
  await noteNamed(amina.page, "Former un référent").focus();
  await amina.page.keyboard.press("Enter");
  await amina.page.getByLabel("Texte de la note").waitFor();
  await noteNamed(benoit.page, "Former un référent").focus();
  await benoit.page.keyboard.press("Enter");
  await benoit.page.getByLabel("Texte de la note").waitFor();
  await benoit.page.keyboard.press("Control+Home");
  await Promise.all([
    amina.page.keyboard.type(" par école", { delay: 20 }),
    benoit.page.keyboard.type("Vite : ", { delay: 20 }),
  ]);
  const text = (page: Page) => page.getByLabel("Texte de la note").inputValue();
  await expect
    .poll(() => Promise.all([text(amina.page), text(benoit.page)]), soon)
    .toEqual(["Vite : Former un référent par école", "Vite : Former un référent par école"]);
});

test("a note goes where it is dragged, and by the arrows; the other one sees the place", async () => {
  await both("objectives");
  const before = await placeOf(amina.page, "Acheter groupé");
  const { mouse } = amina.page;
  await mouse.move(before.x + 40, before.y + 30);
  await mouse.down();
  await mouse.move(before.x + 90, before.y + 130, { steps: 4 });
  await mouse.up();
  await expect
    .poll(() => placeOf(benoit.page, "Acheter groupé"), soon)
    .toEqual({ x: before.x + 50, y: before.y + 100 });

  await noteNamed(amina.page, "Acheter groupé").focus();
  await amina.page.keyboard.press("ArrowRight");
  await amina.page.keyboard.press("ArrowRight");
  await amina.page.keyboard.press("ArrowUp");
  await expect
    .poll(() => placeOf(benoit.page, "Acheter groupé"), soon)
    .toEqual({ x: before.x + 66, y: before.y + 92 });
});

test("Esc during a drag puts the note back and leaves the section open", async () => {
  await both("objectives");
  const before = await placeOf(amina.page, "Acheter groupé");
  const { mouse } = amina.page;
  await mouse.move(before.x + 40, before.y + 30);
  await mouse.down();
  await mouse.move(before.x + 140, before.y + 30, { steps: 4 });
  await amina.page.keyboard.press("Escape");
  await mouse.up();
  await expect.poll(() => placeOf(amina.page, "Acheter groupé"), soon).toEqual(before);
  expect(await amina.page.locator("#section-title").count()).toBe(1);
});

test("the kind of a note is chosen by its name", async () => {
  await both("objectives");
  await noteNamed(amina.page, "Acheter groupé").focus();
  await amina.page.keyboard.press("Tab");
  await amina.page.keyboard.press("Tab");
  expect(await focusedName(amina.page)).toBe("Sorte de note : Idée");
  await amina.page.keyboard.press("Enter");
  await amina.page.getByRole("menuitem", { name: "Frein" }).click();
  await sees(benoit.page, /^Frein, Acheter groupé/);
});

test("a note that goes to another section leaves this one, and comes back with « Annuler »", async () => {
  await both("objectives");
  await noteNamed(amina.page, "Acheter groupé").click();
  await amina.page.getByRole("button", { name: "Déplacer vers…" }).click();
  await amina.page
    .getByRole("menuitem", { name: /^Légal/ })
    .first()
    .click();
  await expectRecorded(server.url, board, "sectionNotes.plan_legal", ["Acheter groupé"]);
  await expect.poll(() => noteNamed(benoit.page, "Acheter groupé").count(), soon).toBe(0);
  await amina.page.getByText("Note déplacée vers « Légal »").first().waitFor();
  await expect.poll(() => focusedName(amina.page), soon).toMatch(/référent par école/);
  await amina.page.getByRole("button", { name: "Annuler" }).click();
  await sees(benoit.page, /Acheter groupé/);
  await expectRecorded(server.url, board, "sectionNotes.plan_legal", undefined);
});

test("a deleted note comes back as it was: words, kind, place", async () => {
  await both("objectives");
  const place = await placeOf(benoit.page, "Acheter groupé");
  await noteNamed(amina.page, "Acheter groupé").focus();
  await amina.page.keyboard.press("Delete");
  await expect.poll(() => noteNamed(benoit.page, "Acheter groupé").count(), soon).toBe(0);
  await amina.page.keyboard.press("Control+z");
  await sees(benoit.page, "Frein, Acheter groupé, Amina");
  expect(await placeOf(benoit.page, "Acheter groupé")).toEqual(place);
});

test("the words of a note that somebody deletes while one writes in it are offered back", async () => {
  await both("plan_legal");
  await amina.page.keyboard.press("n");
  await amina.page.getByLabel("Texte de la note").waitFor();
  await amina.page.keyboard.type("Pas encore fini");
  await sees(benoit.page, /Pas encore fini/);
  await noteNamed(benoit.page, "Pas encore fini").focus();
  await benoit.page.keyboard.press("Delete");
  await amina.page.getByText("Quelqu’un a retiré cette note").first().waitFor();
  await amina.page.getByRole("button", { name: "Annuler" }).click();
  await sees(benoit.page, "Idée, Pas encore fini, Amina");
  await noteNamed(amina.page, "Pas encore fini").focus();
  await amina.page.keyboard.press("Delete");
  await expect.poll(() => noteNamed(benoit.page, "Pas encore fini").count(), soon).toBe(0);
});

test("a double-click on an empty place puts a note there, with the caret in it", async () => {
  await both("plan_technologies");
  const area = await notesArea(amina.page).getByRole("list").boundingBox();
  if (area === null) throw new Error("the area is not drawn");
  await amina.page.mouse.dblclick(area.x + 300, area.y + 250);
  await amina.page.keyboard.type("Ici");
  await amina.page.keyboard.press("Escape");
  await expect
    .poll(async () => {
      const box = await noteNamed(amina.page, "Ici").boundingBox();
      return box && [Math.round(box.x + box.width / 2 - area.x), Math.round(box.y + 58 - area.y)];
    }, soon)
    .toEqual([300, 250]);
});

test("a note left without a word is not kept", async () => {
  await both("plan_technologies");
  const before = await notesArea(amina.page).getByRole("listitem").count();
  await amina.page.getByRole("button", { name: "Ajouter une note" }).click();
  await amina.page.getByLabel("Texte de la note").waitFor();
  await amina.page.keyboard.press("Escape");
  await expect.poll(() => notesArea(benoit.page).getByRole("listitem").count(), soon).toBe(before);
  expect(await amina.page.locator("#section-title").count()).toBe(1);
});

test("N writes an n where one writes", async () => {
  await both("plan_resources");
  await amina.page.getByLabel("L’essentiel").focus();
  await amina.page.keyboard.type("non");
  expect(await amina.page.getByLabel("L’essentiel").inputValue()).toBe("non");
  expect(await notesArea(amina.page).getByRole("listitem").count()).toBe(0);
});

test("a note holds 2,000 characters and says so near the end", async () => {
  await both("plan_resources");
  await amina.page.keyboard.press("n");
  const text = amina.page.getByLabel("Texte de la note");
  await text.waitFor();
  await text.fill("x".repeat(1_990));
  await notesArea(amina.page).getByText("1 990 sur 2 000").waitFor();
  await amina.page.keyboard.type("y".repeat(30));
  expect((await text.inputValue()).length).toBe(2_000);
  await amina.page.keyboard.press("Escape");
  await expect
    .poll(async () => String(await recorded(server.url, board, "sectionNotes.plan_resources.0")).length, soon)
    .toBe(2_000);
});

test("on a phone a note is composed, then stands in the list; nothing is wider than the screen", async () => {
  const { context, newPage, complaints } = await openContext(browser, { width: 390, height: 844 });
  const page = await newPage();
  await page.goto(board.links.participant.url);
  await page.getByLabel("Votre prénom").fill("Chloé");
  await page.getByRole("button", { name: "Entrer dans la fiche" }).click();
  await page.waitForFunction(() => location.hash === "");
  await goTo(page, board, "plan_legal");
  await page.getByLabel("Votre note").fill("Vue du téléphone");
  await page.getByRole("radio", { name: "Question" }).check({ force: true });
  await page.getByRole("button", { name: "Ajouter la note" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Vue du téléphone" })
    .filter({ hasText: "Question" })
    .waitFor();
  await expectRecorded(server.url, board, "sectionNotes.plan_legal", ["Vue du téléphone"]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(complaints).toEqual([]);
  await context.close();
});
