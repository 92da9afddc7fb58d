// Every root type that a board of format 1 may have, and which shared type it is.
import { fieldPaths } from "#shared/record/lists.ts";
import { rowLists } from "#shared/sheet/fields.ts";
import { sections } from "#shared/sheet/sections.ts";
import { proseFieldsOf, retainedField } from "./prose.ts";
import { arrayRoot, essentialRoot, proseRoot, rowsRoot, textRoot } from "./roots.ts";

export type RootKind = "map" | "text" | "array" | "xmlFragment";

let kinds: ReadonlyMap<string, RootKind> | undefined;

function rootKinds(): ReadonlyMap<string, RootKind> {
  kinds ??= new Map<string, RootKind>([
    ["board", "map"],
    ["values", "map"],
    ["given", "map"],
    ["notes", "map"],
    ...fieldPaths("text").map((path) => [textRoot(path), "text"] as const),
    ...fieldPaths("array").map((path) => [arrayRoot(path), "array"] as const),
    ...rowLists.map((list) => [rowsRoot(list), "map"] as const),
    ...sections.flatMap(({ id }) => [
      [essentialRoot(id), "text"] as const,
      [proseRoot(id, retainedField), "xmlFragment"] as const,
      ...proseFieldsOf(id).map(({ id: field }) => [proseRoot(id, field), "xmlFragment"] as const),
    ]),
  ]);
  return kinds;
}

/** Undefined for a name that no board of ours has. */
export function rootKindOf(name: string): RootKind | undefined {
  return rootKinds().get(name);
}

export function rootNames(): Iterable<string> {
  return rootKinds().keys();
}
