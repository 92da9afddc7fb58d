// What rich text may hold (contract, "Inside the document"), and nothing else.
import type { Extensions } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { isAllowedLink } from "#shared/board/proseSchema.ts";

export const proseExtensions: Extensions = [
  Document,
  Paragraph,
  Text,
  Heading.configure({ levels: [2, 3] }),
  BulletList,
  // A list always begins at 1: where it is read, nothing says otherwise.
  OrderedList.extend({ addAttributes: () => ({}) }),
  ListItem,
  ListKeymap,
  HardBreak,
  Bold,
  Italic,
  Link.configure({
    openOnClick: false,
    defaultProtocol: "https",
    isAllowedUri: (url) => isAllowedLink(url),
    shouldAutoLink: (url) => isAllowedLink(url),
  }),
];
