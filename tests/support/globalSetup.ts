// Before tests that start the server: what they start is what the sources say.
import { buildWhatChanged } from "#scripts/lib/build.mjs";

export async function setup(): Promise<void> {
  if (!(await buildWhatChanged())) throw new Error("The build failed; the reason is above.");
}
