import { describe, expect, test } from "vitest";
import { sourcesIn } from "./sources.ts";
import { faultsOf } from "./walls.ts";

/** The faults of a made-up file, without its path. */
const faults = (path: string, text: string) =>
  faultsOf({ path, text }).map((fault) => fault.slice(path.length + 2));

test("no file breaks a wall of the house", () => {
  const sources = sourcesIn(["client", "server", "shared", "tests"], /\.(?:tsx?|css)$/);
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap(faultsOf)).toEqual([]);
});

describe("a broken rule is seen", () => {
  const noArrow = expect.stringContaining("no arrow");
  const refused: [rule: string, path: string, text: string, fault: unknown][] = [
    [
      "the ui imports nothing of ours",
      "client/ui/Button.tsx",
      'import { a } from "#shared/sheet/sections.ts";',
      noArrow,
    ],
    [
      "the board side of the client imports no feature",
      "client/board/a.ts",
      'import "#client/features/home/Home.tsx";',
      noArrow,
    ],
    [
      "a feature imports no other feature",
      "client/features/notes/a.ts",
      'import { b } from "#client/features/prose/b.ts";',
      noArrow,
    ],
    [
      "not even its types",
      "client/features/notes/a.ts",
      'import type { B } from "#client/features/prose/b.ts";',
      noArrow,
    ],
    [
      "not even later",
      "client/features/notes/a.ts",
      'const b = await import("#client/features/prose/b.ts");',
      noArrow,
    ],
    [
      "not even inside a type",
      "client/features/notes/a.ts",
      'type B = import("#client/features/prose/b.ts").B;',
      noArrow,
    ],
    [
      "a feature imports no page",
      "client/features/notes/a.ts",
      'import { b } from "#client/pages/BoardPage.tsx";',
      noArrow,
    ],
    [
      "the client never imports the server",
      "client/apiClient.ts",
      'import type { App } from "#server/http/app.ts";',
      noArrow,
    ],
    [
      "the server never imports the client",
      "server/http/app.ts",
      'import { a } from "#client/apiClient.ts";',
      noArrow,
    ],
    [
      "shared imports only shared",
      "shared/board/rows.ts",
      'import { a } from "#server/sync/room.ts";',
      noArrow,
    ],
    [
      "product code imports no test",
      "server/main.ts",
      'import { a } from "#tests/support/server.ts";',
      noArrow,
    ],
    [
      "another folder is not reached by ../",
      "shared/board/rows.ts",
      'import { a } from "../sheet/sections.ts";',
      expect.stringContaining("#…"),
    ],
    [
      "nor by ./",
      "client/App.tsx",
      'import { a } from "./pages/HomePage.tsx";',
      expect.stringContaining("#…"),
    ],
    [
      "the same folder is not reached by #",
      "shared/board/rows.ts",
      'import { a } from "#shared/board/notes.ts";',
      expect.stringContaining("./…"),
    ],
    [
      "no route names a storage",
      "server/http/boards.ts",
      'import { a } from "#server/storage/sqliteStorage.ts";',
      expect.stringContaining("names a storage"),
    ],
    [
      "no route names a storage's package",
      "server/sync/log.ts",
      'import { a } from "@photostructure/sqlite";',
      expect.stringContaining("names a storage"),
    ],
    [
      "shared has no Node",
      "shared/record/a.ts",
      'import { readFile } from "node:fs";',
      expect.stringContaining("pure packages"),
    ],
    [
      "shared makes no ids",
      "shared/board/a.ts",
      'import { nanoid } from "nanoid";',
      expect.stringContaining("pure packages"),
    ],
    [
      "the client has no Node",
      "client/board/a.ts",
      'import { join } from "node:path";',
      expect.stringContaining("browser"),
    ],
    [
      "a feature runs no Yjs",
      "client/features/notes/a.ts",
      'import * as Y from "yjs";',
      expect.stringContaining("only types of Yjs"),
    ],
    [
      "the server makes no shared type",
      "server/sync/a.ts",
      'import { Map as YMap } from "yjs";',
      expect.stringContaining("made in shared/board"),
    ],
    [
      "the server makes no shared type by namespace",
      "server/sync/a.ts",
      'import * as Y from "yjs"; const a = new Y.Map();',
      expect.stringContaining("Y.Map"),
    ],
    [
      "no root is named elsewhere",
      "client/board/a.ts",
      'export const a = (doc: Doc) => doc.getMap("notes");',
      expect.stringContaining("getMap"),
    ],
    [
      "no key is named elsewhere",
      "client/features/notes/a.ts",
      'export const a = row.map.get("kind");',
      expect.stringContaining('"kind"'),
    ],
    [
      "shared has no clock",
      "shared/board/a.ts",
      "export const a = Date.now();",
      expect.stringContaining("Date.now"),
    ],
    [
      "shared has no clock by construction",
      "shared/board/a.ts",
      "export const a = new Date();",
      expect.stringContaining("no clock"),
    ],
    [
      "shared has no random",
      "shared/board/a.ts",
      "export const a = Math.random();",
      expect.stringContaining("Math.random"),
    ],
    [
      "shared has no environment",
      "shared/board/a.ts",
      "export const a = process.env;",
      expect.stringContaining("process"),
    ],
    ["no index file", "shared/board/index.ts", "export const a = 1;", "is a barrel file"],
    [
      "no barrel under another name",
      "shared/board/all.ts",
      'export * from "./rows.ts"; export { a } from "./notes.ts";',
      "is a barrel file",
    ],
    ["no drawer of a name", "server/utils.ts", "export const a = 1;", "has a name that says nothing"],
    [
      "no double assertion",
      "server/sync/a.ts",
      "export const a = b as unknown as string;",
      expect.stringContaining("as …"),
    ],
    [
      "no colour in a component",
      "client/pages/A.tsx",
      'export const a = <i style={{ color: "#fff" }} />;',
      expect.stringContaining("#fff"),
    ],
    [
      "no colour in a stylesheet",
      "client/pages/A.module.css",
      ".a { color: #a1b2c3; }",
      expect.stringContaining("#a1b2c3"),
    ],
    [
      "no colour by function",
      "client/ui/base.css",
      ".a {\n  box-shadow: 0 0 1px rgb(0 0 0 / 0.2);\n}",
      expect.stringContaining("rgb("),
    ],
  ];
  test.each(refused)("%s", (_rule, path, text, fault) => {
    expect(faults(path, text)).toEqual([fault]);
  });
});

describe("what the rules allow passes", () => {
  const allowed: [what: string, path: string, text: string][] = [
    [
      "a feature and its arrows",
      "client/features/notes/NoteList.tsx",
      'import { a } from "./Note.tsx"; import { b } from "#client/board/useNotes.ts"; import { c } from "#client/ui/Button.tsx"; import { d } from "#shared/sheet/sections.ts"; import { e } from "#client/features/language/formats.ts"; import s from "./Note.module.css";',
    ],
    [
      "types of Yjs in a feature",
      "client/features/fields/a.ts",
      'import type * as Y from "yjs"; export type Field = { text: Y.Text };',
    ],
    [
      "the board document in its place",
      "shared/board/a.ts",
      'import * as Y from "yjs"; export const a = (doc: Y.Doc) => doc.getMap("notes").set("b", new Y.Map());',
    ],
    [
      "Yjs's documents and updates on the server",
      "server/sync/a.ts",
      'import * as Y from "yjs"; const doc = new Y.Doc(); Y.applyUpdate(doc, update);',
    ],
    ["the storage in main", "server/main.ts", 'import { a } from "#server/storage/sqliteStorage.ts";'],
    [
      "asking what kind of shared type a value is",
      "shared/record/a.ts",
      'import * as Y from "yjs"; export const a = (value: unknown) => value instanceof Y.Text;',
    ],
    [
      "a date made of an argument",
      "shared/record/a.ts",
      "export const a = (now: number) => new Date(now).toISOString();",
    ],
    ["a list's own map", "client/features/notes/a.ts", "export const a = notes.map((note) => note.id);"],
    [
      "a rule only spoken of",
      "shared/record/a.ts",
      "// Date.now() is not here.\nexport const a = \"import x from 'node:fs'\";",
    ],
    ["tokens", "client/ui/tokens.css", ":root { --ink: #14213d; }"],
    [
      "colours by token",
      "client/pages/A.module.css",
      "/* #fff */ .a { color: var(--ink); background: url(#mark); }",
    ],
  ];
  test.each(allowed)("%s", (_what, path, text) => {
    expect(faults(path, text)).toEqual([]);
  });
});
