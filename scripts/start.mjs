// npm start: installs what is missing, builds what changed, serves. Only the server writes on stdout.
import "./lib/requireNode.mjs";
import { buildWhatChanged } from "./lib/build.mjs";
import { installWhatIsMissing } from "./lib/install.mjs";

if (!(await installWhatIsMissing())) {
  console.error("The packages could not be installed; npm says why above.");
  process.exit(1);
}
if (!(await buildWhatChanged())) {
  console.error("The build failed; the reason is above.");
  process.exit(1);
}
// In this same process: Ctrl+C, SIGTERM and the exit code are the server's own.
await import(new URL("../dist/server/main.js", import.meta.url).href);
