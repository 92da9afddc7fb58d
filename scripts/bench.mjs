// npm run bench: the project's own measurements, as a table. No test depends on them.
import "./lib/requireNode.mjs";
import { prepare } from "./lib/prepare.mjs";

await prepare();
// After the preparation: what it imports need not be installed before.
await import("../tests/bench/run.mjs");
