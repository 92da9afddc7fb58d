// npm run restore -- FILE [DATA_DIR]: puts a copy in the place of the database; the server must not run.
import "./lib/requireNode.mjs";
import { runCommand } from "./lib/command.mjs";

await runCommand("restore");
