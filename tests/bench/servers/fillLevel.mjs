// Puts boards into y-leveldb, as the server of y-websocket would find them after a restart.
// Arguments: the address of the module with its packages, the LevelDB folder, a folder of files, each the state of
// the board it is named after.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [packages = "", level = "", states = ""] = process.argv.slice(2);
const { LeveldbPersistence } = await import(packages);
const persistence = new LeveldbPersistence(level);
for (const name of readdirSync(states)) {
  await persistence.storeUpdate(name, new Uint8Array(readFileSync(join(states, name))));
}
await persistence.destroy();
