// The walls of the house: who may import what, and what only one place may do. The table is the rule: if the code
// needs a new arrow, change the table and say why in the commit.
import type { Import, Source, SourceFacts } from "./sourceFacts.ts";
import { readSource } from "./sourceFacts.ts";

/** A file belongs to the first room that it is in. `*` is the name of one feature. */
const mayImport: [room: string, ...allowed: string[]][] = [
  ["shared/", "shared/"],
  ["client/ui/", "client/ui/"],
  ["client/board/", "client/board/", "shared/"],
  [
    "client/features/*/",
    "client/features/*/",
    "client/features/language/",
    "client/board/",
    "client/ui/",
    "client/apiClient.ts",
    "client/savedBoards.ts",
    "shared/",
  ],
  [
    "client/pages/",
    "client/pages/",
    "client/features/",
    "client/board/",
    "client/ui/",
    "client/apiClient.ts",
    "client/savedBoards.ts",
    "shared/",
  ],
  ["client/apiClient.ts", "shared/"],
  ["client/savedBoards.ts", "shared/"],
  ["client/", "client/", "shared/"],
  ["server/storage/", "server/storage/", "shared/"],
  ["server/access/", "server/access/", "server/storage/", "shared/"],
  ["server/metrics/", "server/metrics/", "shared/"],
  ["server/sync/", "server/sync/", "server/access/", "server/metrics/", "server/storage/", "shared/"],
  [
    "server/http/",
    "server/http/",
    "server/sync/",
    "server/access/",
    "server/metrics/",
    "server/storage/",
    "server/environment.ts",
    "shared/",
  ],
  ["server/", "server/", "shared/"],
  ["tests/", "tests/", "client/", "server/", "shared/", "scripts/"],
];

/** The packages that shared code may use: no clock, no random, no I/O, no DOM. */
const purePackages = ["zod", "yjs", "y-protocols", "lib0", "fractional-indexing", "use-intl"];

const onlyServerMainNames = /sqlite|postgres|redis/i;
const impure = ["Date.now", "Math.random", "performance.now", "setTimeout", "setInterval", "fetch", "nanoid"];
const impureRoots = ["process", "crypto", "console", "localStorage", "document", "window"];
const rootReaders = ["getMap", "getText", "getArray", "getXmlFragment", "getXmlElement"];
const sharedTypes = ["Map", "Text", "Array", "XmlFragment", "XmlElement", "XmlText", "XmlHook"];
const rawColour = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i;

const isOurs = (path: string) => /^(?:shared|client|server|tests|scripts)\//.test(path);
const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));
const packageOf = (from: string) =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");

function arrowsOf(path: string): string[] | undefined {
  for (const [room, ...allowed] of mayImport) {
    const pattern = new RegExp(`^${room.replace("*", "([^/]+)")}`);
    const match = pattern.exec(path);
    if (match) return allowed.map((arrow) => arrow.replace("*", match[1] ?? ""));
  }
  return undefined;
}

function importFaults({ path }: SourceFacts, { from, written, typeOnly, names }: Import): string[] {
  const faults: string[] = [];
  const fault = (text: string) => faults.push(`imports ${written}: ${text}`);

  if (isOurs(from)) {
    const arrows = arrowsOf(path);
    if (!arrows?.some((arrow) => from === arrow || (arrow.endsWith("/") && from.startsWith(arrow)))) {
      fault("no arrow of the table leads there");
    }
    if (written.startsWith(".") && folderOf(from) !== folderOf(path)) fault("another folder is written #…");
    if (written.startsWith("#") && folderOf(from) === folderOf(path)) fault("the same folder is written ./…");
  }
  const isConcreteItself = onlyServerMainNames.test(path);
  if (
    onlyServerMainNames.test(from) &&
    path.startsWith("server/") &&
    path !== "server/main.ts" &&
    !path.startsWith("server/operations/") &&
    !isConcreteItself
  ) {
    fault("only server/main.ts, and the operator's commands, names a storage");
  }
  if (path.startsWith("shared/") && !isOurs(from) && !purePackages.includes(packageOf(from))) {
    fault("shared code uses pure packages only");
  }
  if (path.startsWith("client/") && from.startsWith("node:")) fault("the client runs in a browser");
  if (from === "yjs" && !typeOnly && !path.startsWith("tests/")) {
    const mayRun = [
      "shared/board/",
      "shared/record/",
      "client/board/",
      "server/sync/",
      "server/operations/",
    ].some((room) => path.startsWith(room));
    if (!mayRun) fault("only types of Yjs are seen here");
    if (!path.startsWith("shared/board/")) {
      for (const name of names.filter((one) => sharedTypes.includes(one)))
        fault(`${name} is made in shared/board`);
    }
  }
  return faults;
}

/** What only shared/board may do: name the roots and the keys of the board document. */
function keyFaults({ path, calls }: SourceFacts): string[] {
  if (path.startsWith("shared/board/")) return [];
  const faults: string[] = [];
  for (const { name, firstText } of calls) {
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (name.includes(".") && rootReaders.includes(last))
      faults.push(`calls ${last}: shared/board names the keys`);
    if (name.startsWith("Y.") && sharedTypes.includes(last)) faults.push(`makes ${name}: shared/board does`);
    if (/\.map\.(?:get|set|has|delete)$/.test(name) && firstText) {
      faults.push(`reads the key "${firstText}": shared/board names the keys`);
    }
  }
  return faults;
}

function purityFaults({ path, calls, members }: SourceFacts): string[] {
  if (!path.startsWith("shared/")) return [];
  const called = calls
    .filter(({ name, argumentCount }) => impure.includes(name) || (name === "Date" && argumentCount === 0))
    .map(({ name }) => name);
  const read = members.filter((member) => impureRoots.includes(member.split(".")[0] ?? ""));
  return [...called, ...read].map((name) => `uses ${name}: shared code has no clock, no random and no I/O`);
}

function styleFaults({ path, onlyReExports, texts, doubleAssertions }: SourceFacts): string[] {
  const faults: string[] = [];
  if (/(?:^|\/)index\.[cm]?[jt]sx?$/.test(path) || onlyReExports) faults.push("is a barrel file");
  if (/(?:^|\/)(?:utils?|helpers?|misc|manager|service)\.[cm]?[jt]sx?$/i.test(path))
    faults.push("has a name that says nothing");
  if (path.startsWith("tests/")) return faults;
  if (doubleAssertions > 0) faults.push("silences the compiler with `as … as …`");
  if (path.startsWith("client/")) {
    const isColour = (text: string) =>
      /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text) || /^(?:rgb|hsl)a?\(/.test(text);
    for (const text of texts.filter(isColour)) faults.push(`writes the colour ${text}: colours are tokens`);
  }
  return faults;
}

function cssFaults({ path, text }: Source): string[] {
  if (path === "client/ui/tokens.css") return [];
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, "");
  return withoutComments.split("\n").flatMap((line) => {
    const colour = rawColour.exec(line.replace(/url\([^)]*\)/g, ""));
    return colour ? [`writes the colour ${colour[0]}: colours are tokens`] : [];
  });
}

/** Everything that a file does against the rules, each as "path: what". */
export function faultsOf(source: Source): string[] {
  if (source.path.endsWith(".css")) return cssFaults(source).map((fault) => `${source.path}: ${fault}`);
  const facts = readSource(source);
  return [
    ...facts.imports.flatMap((one) => importFaults(facts, one)),
    ...(facts.path.startsWith("tests/") ? [] : keyFaults(facts)),
    ...purityFaults(facts),
    ...styleFaults(facts),
  ].map((fault) => `${source.path}: ${fault}`);
}
