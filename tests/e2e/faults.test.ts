// While nothing can be stored, or nobody answers, the page says so, keeps what is written on this device, and never
// says that it is saved; when it is over, all of it is.
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { sized, tellFigures } from "#tests/support/campaign.ts";
import { newDataDir, startServer, type TestServer } from "#tests/support/server.ts";
import {
  cardOf,
  enter,
  essentialField,
  type Made,
  makeBoard,
  openSection,
  readRecord,
  type Someone,
  savedWords,
  soon,
  waitForSaved,
} from "./boardPages.ts";

const rounds = sized({ short: 1, whole: 5 });
const figures = { rounds: 0, "said saved when it was not": 0, lost: 0 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  tellFigures("faults in front of people", figures);
});

/** Whatever the words beside the title say from now on, also across a reload. */
async function listen({ context, page }: Someone): Promise<string[]> {
  const said: string[] = [];
  await context.exposeBinding("canevasTestSaved", (_source, text: string) => said.push(text));
  const observe = () => {
    let last = "";
    new MutationObserver(() => {
      const text = document.querySelector("header [role=status]")?.textContent ?? "";
      if (text === last) return;
      last = text;
      (globalThis as { canevasTestSaved?: (text: string) => void }).canevasTestSaved?.(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  };
  await context.addInitScript(observe);
  await page.evaluate(observe);
  return said;
}

const waitForWaiting = (page: Page) => savedWords(page).filter({ hasText: "en attente" }).waitFor();

async function expectToldAndKept(
  server: TestServer,
  board: Made,
  { begin, end }: { begin(): void; end(): void },
  during: (writer: Someone) => Promise<void>,
): Promise<void> {
  const writer = await enter(browser, board, "participant", "Chloé");
  const reader = await enter(browser, board, "viewer", "Amina");
  await openSection(writer.page, "objectives");
  await essentialField(writer.page).fill("Avant.");
  await waitForSaved(writer.page, "Enregistré");

  begin();
  await essentialField(writer.page).focus();
  await writer.page.keyboard.press("End");
  await writer.page.keyboard.type(" Pendant.", { delay: 10 });
  await waitForWaiting(writer.page);
  const said = await listen(writer);
  await during(writer);
  expect(await essentialField(writer.page).inputValue()).toBe("Avant. Pendant.");
  expect(said.filter((text) => text.includes("Enregistré"))).toEqual([]);
  expect(await cardOf(reader.page, "objectives").textContent()).not.toContain("Pendant");

  end();
  await waitForSaved(writer.page, "Enregistré");
  await cardOf(reader.page, "objectives").getByText("Avant. Pendant.").waitFor(soon);
  expect(JSON.stringify(await readRecord(server.url, board)).split("Pendant.")).toHaveLength(2);
  await writer.context.close();
  await reader.context.close();
  figures.rounds += 1;
}

const hasPrlimit = process.platform === "linux" && canLimit();

function canLimit(): boolean {
  try {
    execFileSync("prlimit", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test.skipIf(!hasPrlimit)("the disk takes nothing more", { timeout: 120_000 * rounds }, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer({ DATA_DIR: newDataDir() });
    const board = await makeBoard(server.url, { title: "Disque plein" });
    const limit = (bytes: number | "unlimited") =>
      execFileSync("prlimit", ["--pid", String(server.pid), `--fsize=${bytes}:`]);
    const full = {
      begin: () => limit(statSync(join(server.dataDir, "canevas.sqlite-wal")).size),
      end: () => limit("unlimited"),
    };
    await expectToldAndKept(server, board, full, async ({ page }) => {
      // Through some of its retries, and a reload.
      await pause(2_000);
      await page.reload();
      await essentialField(page).waitFor();
      await waitForWaiting(page);
      await pause(1_000);
    });
    await server.stop();
  }
});

test("the server stands still for 5 s", { timeout: 120_000 * rounds }, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer();
    const board = await makeBoard(server.url, { title: "Arrêt" });
    const held = {
      begin: () => process.kill(server.pid, "SIGSTOP"),
      end: () => process.kill(server.pid, "SIGCONT"),
    };
    await expectToldAndKept(server, board, held, () => pause(5_000));
    await server.stop();
  }
});
