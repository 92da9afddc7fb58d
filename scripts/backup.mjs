// npm run backup -- FILE: copies the database while the server runs, and verifies the copy.
import "./lib/requireNode.mjs";
import { runCommand } from "./lib/command.mjs";

await runCommand("backup");
