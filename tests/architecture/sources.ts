import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Source } from "./sourceFacts.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every file of these folders whose name ends so, with its path from the root. */
export function sourcesIn(folders: string[], ending: RegExp): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({
        path: relative(root, file).replaceAll(sep, "/"),
        text: readFileSync(file, "utf8"),
      })),
  );
}
