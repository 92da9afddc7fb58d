// Before tests that open pages: one Chromium for all of them, found once.
import type { TestProject } from "vitest/node";
import { findChromium } from "#scripts/lib/chromium.mjs";

declare module "vitest" {
  interface ProvidedContext {
    chromiumPath: string;
  }
}

export async function setup(project: TestProject): Promise<void> {
  const path = await findChromium();
  if (!path) throw new Error("No Chromium could be found or installed; CANEVAS_CHROMIUM may name one.");
  project.provide("chromiumPath", path);
}
