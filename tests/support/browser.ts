// Real pages for tests. Whatever a page complains about is kept, so that a test can assert that it was nothing.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { inject } from "vitest";
import { chromiumFlags } from "#scripts/lib/chromium.mjs";

export type Window = {
  width: number;
  height: number;
  locale?: string;
  reducedMotion?: boolean;
};

export type OpenContext = {
  context: BrowserContext;
  newPage: () => Promise<Page>;
  /** Exceptions, console errors and refusals of the content security policy, in the order they came. */
  complaints: string[];
};

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject("chromiumPath"), args: chromiumFlags });
}

/** A person's browser: its own storage, its own window. */
export async function openContext(
  browser: Browser,
  { width, height, locale = "fr-BE", reducedMotion = true }: Window,
): Promise<OpenContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
  });
  const complaints: string[] = [];
  // A refused script or style may be silent in the console; the event never is.
  await context.exposeBinding("canevasTestComplaint", (_source, text: string) => complaints.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const tell = (globalThis as { canevasTestComplaint?: (text: string) => void }).canevasTestComplaint;
      tell?.(`policy: ${event.effectiveDirective} refused ${event.blockedURI || "an inline source"}`);
    });
  });
  context.on("weberror", (error) =>
    complaints.push(`exception: ${error.error().stack ?? error.error().message}`),
  );
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  return { context, newPage: () => context.newPage(), complaints };
}
