// npm start: installs what is missing, builds what changed, serves. Only the server writes on stdout.
import "./lib/requireNode.mjs";
import { prepare } from "./lib/prepare.mjs";

await prepare();
// In this same process: Ctrl+C, SIGTERM and the exit code are the server's own.
await import(new URL("../dist/server/main.js", import.meta.url).href);
