// npm run doctor [-- DATA_DIR-or-FILE]: verifies every board of a database, without changing it.
import "./lib/requireNode.mjs";
import { runCommand } from "./lib/command.mjs";

await runCommand("doctor");
