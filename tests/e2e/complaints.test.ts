// The other tests trust that a page's complaints are heard: here is the page that has them all.
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchBrowser, openContext } from "#tests/support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function complaintsOf(body: string, expected: number): Promise<string[]> {
  const { context, newPage, complaints } = await openContext(browser, { width: 800, height: 600 });
  await context.route("http://canevas.test/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "default-src 'none'; img-src data:; script-src 'nonce-known'" },
      body: `<!doctype html><title>t</title><link rel="icon" href="data:,">${body}<p>drawn</p>`,
    }),
  );
  const page = await newPage();
  await page.goto("http://canevas.test/");
  await page.getByText("drawn").waitFor();
  await vi.waitFor(() => expect(complaints.length).toBeGreaterThanOrEqual(expected));
  await context.close();
  return complaints;
}

test("an exception, a console error and a refused script are complaints", async () => {
  expect(await complaintsOf('<script nonce="known">throw new Error("broken")</script>', 1)).toEqual([
    expect.stringContaining("broken"),
  ]);
  expect(await complaintsOf('<script nonce="known">console.error("sorry")</script>', 1)).toEqual([
    expect.stringContaining("console: sorry"),
  ]);
  expect(await complaintsOf("<script>document.title = 'no'</script>", 1)).toContainEqual(
    expect.stringContaining("policy: script-src-elem refused inline"),
  );
});

test("a page that only draws has none", async () => {
  expect(await complaintsOf("", 0)).toEqual([]);
});
