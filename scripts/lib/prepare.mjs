import { buildWhatChanged } from "./build.mjs";
import { installWhatIsMissing } from "./install.mjs";

/** Everything that must stand before the server can be started. Ends the process with one sentence if it cannot. */
export async function prepare() {
  if (!(await installWhatIsMissing())) {
    console.error("The packages could not be installed; npm says why above.");
    process.exit(1);
  }
  if (!(await buildWhatChanged())) {
    console.error("The build failed; the reason is above.");
    process.exit(1);
  }
}
