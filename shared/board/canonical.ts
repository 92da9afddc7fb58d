// The content of a board document as one text that two equal boards share, whatever the history behind it: for
// hashes that prove a snapshot, and for tests.
import * as Y from "yjs";
import { rootKindOf } from "./rootKinds.ts";
import type { Board } from "./roots.ts";

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** JSON with its keys in order. Roots that hold nothing are left out: reading one makes it. */
export function canonicalContent(board: Board): string {
  const roots = [...board.share.keys()]
    .sort()
    .map((name): Plain => [name, rootContent(board, name)])
    .filter((root) => Array.isArray(root) && !isEmpty(root[1]));
  return JSON.stringify(roots);
}

/** One shared text or prose as people see it. */
export function canonicalTextOf(text: Y.Text): string {
  return JSON.stringify(contentOf(text));
}

function isEmpty(content: Plain | undefined): boolean {
  if (content === undefined || content === null || content === "") return true;
  return typeof content === "object" && Object.keys(content).length === 0;
}

function rootContent(board: Board, name: string): Plain {
  switch (rootKindOf(name)) {
    case "map":
      return contentOf(board.getMap(name));
    case "text":
      return contentOf(board.getText(name));
    case "array":
      return contentOf(board.getArray(name));
    case "xmlFragment":
      return contentOf(board.getXmlFragment(name));
    case undefined:
      return strangersIn(board.share.get(name));
  }
}

function contentOf(value: unknown): Plain {
  // Before their base classes: an XmlText is a Text, an XmlElement a fragment.
  if (value instanceof Y.Text) return deltaOf(value);
  if (value instanceof Y.XmlElement) {
    return [value.nodeName, sorted(value.getAttributes()), value.toArray().map(contentOf)];
  }
  if (value instanceof Y.XmlFragment) return value.toArray().map(contentOf);
  if (value instanceof Y.Map) return sorted(Object.fromEntries(value.entries()));
  if (value instanceof Y.Array) return value.toArray().map(contentOf);
  if (Array.isArray(value)) return value.map(contentOf);
  if (value instanceof Uint8Array) return [...value];
  if (typeof value === "object" && value !== null) return sorted(value);
  return typeof value === "string" || typeof value === "boolean" || typeof value === "number"
    ? value
    : value === null || value === undefined
      ? null
      : String(value);
}

function sorted(object: object): Plain {
  const entries = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, contentOf(value)]));
}

/** A text without formatting is its string; else its pieces, each with the formats that stand. */
function deltaOf(text: Y.Text): Plain {
  const pieces: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  if (pieces.every(({ insert, attributes }) => typeof insert === "string" && attributes === undefined)) {
    return pieces.map(({ insert }) => String(insert)).join("");
  }
  const merged: { attributes: string; plain: Plain; inserted: Plain[] }[] = [];
  for (const { insert, attributes } of pieces) {
    const plain = sorted(attributes ?? {});
    const last = merged.at(-1);
    // Formats that begin and end at one place leave a seam in the delta, not in what people see.
    if (last !== undefined && last.attributes === JSON.stringify(plain))
      last.inserted.push(contentOf(insert));
    else merged.push({ attributes: JSON.stringify(plain), plain, inserted: [contentOf(insert)] });
  }
  return merged.map(({ plain, inserted }) => [
    inserted.every((piece) => typeof piece === "string") ? inserted.join("") : inserted,
    plain,
  ]);
}

/** What stands in a root that no board of ours has: nobody knows its type, so its items as they come. */
function strangersIn(type: ReturnType<Board["share"]["get"]>): Plain {
  const found: Plain[] = [];
  for (let item = type?._start ?? null; item !== null; item = item.right) {
    if (!item.deleted) found.push(...item.content.getContent().map(contentOf));
  }
  for (const [key, item] of [...(type?._map ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!item.deleted) found.push([key, ...item.content.getContent().map(contentOf)]);
  }
  return found;
}
