// Finds a Chromium that really renders, and installs one where there is none.
import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { run, runTool } from "./run.mjs";

// The tests open only our own pages, and most containers cannot give Chromium its sandbox.
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const isRoot = process.getuid?.() === 0;
const downloadLimitMs = 5 * 60_000;

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Started, given a page, and asked what it laid out: a file that exists may lack a library, a font or a right.
 * @param {string} executablePath
 * @returns {Promise<string | undefined>} what went wrong
 */
async function faultOf(executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, args: chromiumFlags, timeout: 60_000 });
    try {
      const page = await browser.newPage();
      await page.setContent("<p style='width: 123px'>Canevas</p>");
      const width = await page.locator("p").evaluate((element) => element.getBoundingClientRect().width);
      return width === 123 ? undefined : `it drew a box of 123 px ${width} px wide`;
    } finally {
      await browser.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @returns {Promise<string | undefined>} */
async function firstThatRenders() {
  for (const path of [...usualPlaces, chromium.executablePath()]) {
    if (!existsSync(path)) continue;
    const fault = await faultOf(path);
    if (fault === undefined) return path;
    console.error(`${path} does not work: ${fault}`);
  }
  return undefined;
}

async function installByPlaywright() {
  // Its system libraries come from apt, which needs root.
  const withLibraries = isRoot && process.platform === "linux" ? ["--with-deps"] : [];
  await runTool("playwright/cli.js", ["install", ...withLibraries, "chromium"], { limitMs: downloadLimitMs });
}

async function installBySystem() {
  /** @type {Record<string, string[][]>} */
  const managers = {
    "/usr/bin/apt-get": [
      ["apt-get", "update"],
      ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
    ],
    "/sbin/apk": [["apk", "add", "--no-cache", "chromium"]],
    "/usr/bin/dnf": [["dnf", "install", "-y", "chromium"]],
  };
  const manager = Object.keys(managers).find((path) => existsSync(path));
  for (const command of managers[manager ?? ""] ?? []) {
    const [name = "", ...args] = isRoot ? command : ["sudo", "-n", ...command];
    await run(name, args, { env: { DEBIAN_FRONTEND: "noninteractive" }, limitMs: downloadLimitMs });
  }
}

/**
 * The path of a Chromium that renders: CANEVAS_CHROMIUM alone when it is set, else one of this machine, else one
 * that Playwright downloads, else one from the system's package manager.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const chosen = process.env.CANEVAS_CHROMIUM;
  if (chosen) {
    const fault = await faultOf(chosen);
    if (fault !== undefined) console.error(`CANEVAS_CHROMIUM=${chosen} does not work: ${fault}`);
    return fault === undefined ? chosen : undefined;
  }
  const present = await firstThatRenders();
  if (present) return present;
  console.error("No Chromium here: asking Playwright for one.");
  await installByPlaywright();
  const downloaded = await firstThatRenders();
  if (downloaded) return downloaded;
  console.error("Playwright could not download one: asking the system's package manager.");
  await installBySystem();
  return firstThatRenders();
}
