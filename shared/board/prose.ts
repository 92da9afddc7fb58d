// Prose: rich text as y-prosemirror writes it, one XML fragment per field of a section.
import * as Y from "yjs";
import type { LocalText } from "#shared/sheet/locale.ts";
import { type SectionId, sectionOf } from "#shared/sheet/sections.ts";
import { type Board, proseRoot } from "./roots.ts";

/** The prose that every section has for what the group keeps of its notes. */
export const retainedField = "retained";

const retainedLabel: LocalText = {
  fr: "Ce que nous retenons",
  en: "What we keep",
  nl: "Wat we onthouden",
};

export type ProseField = { readonly id: string; readonly label: LocalText };

/** The prose fields of a section: its own rich texts, or else « Ce que nous retenons ». The title has none. */
export function proseFieldsOf(sectionId: SectionId): ProseField[] {
  if (sectionId === "project_title") return [];
  const own = sectionOf(sectionId)
    .blocks.flatMap((block) => block.fields)
    .filter((field) => field.type === "richtext")
    .map((field) => ({ id: field.id, label: field.label }));
  return own.length > 0 ? own : [{ id: retainedField, label: retainedLabel }];
}

export function proseOf(board: Board, sectionId: SectionId, fieldId: string): Y.XmlFragment {
  return board.getXmlFragment(proseRoot(sectionId, fieldId));
}

/** The fragment of a rich text of the record ("diagnosis.territorial" is field territorial of section diagnosis). */
export function proseAt(board: Board, path: string): Y.XmlFragment {
  const dot = path.indexOf(".");
  return board.getXmlFragment(`prose/${path.slice(0, dot)}/${path.slice(dot + 1)}`);
}

export type Mark = { type: "bold" } | { type: "italic" } | { type: "link"; href: string };

/** Prose as plain data, for readers that are not the editor. Nodes this version does not know are shown by their text. */
export type ProseNode =
  | { type: "text"; text: string; marks: Mark[] }
  | { type: "hardBreak" }
  | { type: "heading"; level: 2 | 3; children: ProseNode[] }
  | { type: "paragraph" | "bulletList" | "orderedList" | "listItem"; children: ProseNode[] };

export function proseTree(fragment: Y.XmlFragment): ProseNode[] {
  return childrenOf(fragment);
}

function childrenOf(parent: Y.XmlFragment): ProseNode[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return textNodes(child);
    return child instanceof Y.XmlElement ? [elementNode(child)] : [];
  });
}

function elementNode(element: Y.XmlElement): ProseNode {
  switch (element.nodeName) {
    case "hardBreak":
      return { type: "hardBreak" };
    case "heading":
      return {
        type: "heading",
        level: Number(element.getAttribute("level")) === 3 ? 3 : 2,
        children: childrenOf(element),
      };
    case "bulletList":
    case "orderedList":
    case "listItem":
      return { type: element.nodeName, children: childrenOf(element) };
    default:
      return { type: "paragraph", children: childrenOf(element) };
  }
}

function textNodes(text: Y.XmlText): ProseNode[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return delta.flatMap((piece) =>
    typeof piece.insert === "string"
      ? [{ type: "text" as const, text: piece.insert, marks: marksOf(piece.attributes ?? {}) }]
      : [],
  );
}

function marksOf(attributes: Record<string, unknown>): Mark[] {
  const marks: Mark[] = [];
  if (present(attributes.bold)) marks.push({ type: "bold" });
  if (present(attributes.italic)) marks.push({ type: "italic" });
  const link = attributes.link;
  if (typeof link === "object" && link !== null && "href" in link && typeof link.href === "string") {
    if (/^(https?:|mailto:)/i.test(link.href)) marks.push({ type: "link", href: link.href });
  }
  return marks;
}

const present = (value: unknown) => value !== undefined && value !== null && value !== false;

/** The text of a fragment: a line per block, "- " or "1. " before the items of a list. */
export function plainText(fragment: Y.XmlFragment): string {
  return linesOf(proseTree(fragment)).join("\n");
}

function linesOf(nodes: readonly ProseNode[]): string[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case "text":
        return [node.text];
      case "hardBreak":
        return [""];
      case "bulletList":
        return node.children.flatMap((item) => indent(linesOf([item]), "- "));
      case "orderedList":
        return node.children.flatMap((item, index) => indent(linesOf([item]), `${index + 1}. `));
      case "listItem":
        return linesOf(node.children);
      default:
        return inlineText(node.children).split("\n");
    }
  });
}

function indent(lines: readonly string[], mark: string): string[] {
  return lines.map((line, index) => (index === 0 ? mark : " ".repeat(mark.length)) + line);
}

function inlineText(nodes: readonly ProseNode[]): string {
  return nodes
    .map((node) =>
      node.type === "text" ? node.text : node.type === "hardBreak" ? "\n" : linesOf([node]).join("\n"),
    )
    .join("");
}

/** Writes plain text into an empty fragment: a paragraph per line. */
export function writeProse(fragment: Y.XmlFragment, text: string): void {
  const paragraphs = text.split("\n").map((line) => {
    const paragraph = new Y.XmlElement("paragraph");
    if (line !== "") paragraph.insert(0, [new Y.XmlText(line)]);
    return paragraph;
  });
  fragment.insert(fragment.length, paragraphs);
}
