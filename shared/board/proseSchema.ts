// What a prose may hold: the nodes, marks and attributes that y-prosemirror writes for our editor, nested as the
// editor nests them. Anything else would be deleted by the first editor that opens it, for everybody.
import type { Area, Place, SharedType, Slot } from "./places.ts";

/** The only addresses that a link may have (contract, "Inside the document"). */
export function isAllowedLink(address: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(address);
}

const hrefMax = 2_048;
const attributeMax = 200;
// Lists within lists, deeper than anybody reads; a board nested without end would exhaust every reader's stack.
const depthMax = 24;

const blocks = ["paragraph", "heading", "bulletList", "orderedList"];

const childrenOf: Readonly<Record<string, readonly string[]>> = {
  paragraph: ["hardBreak"],
  heading: ["hardBreak"],
  bulletList: ["listItem"],
  orderedList: ["listItem"],
  listItem: blocks,
  hardBreak: [],
};

const holdsText = (name: string) => name === "paragraph" || name === "heading";

// As Tiptap writes them; some editors write a level as text.
const isLevel = (value: unknown) => value === 2 || value === 3 || value === "2" || value === "3";
const isListStart = (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 10_000;
const isListStyle = (value: unknown) =>
  value === null || (typeof value === "string" && /^[1aAiI]$/.test(value));

const attributesOf: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  heading: { level: isLevel },
  orderedList: { start: isListStart, type: isListStyle },
};

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isEmptyObject = (value: unknown) => isPlainObject(value) && Object.keys(value).length === 0;

const isSmallText = (value: unknown) =>
  value === null || (typeof value === "string" && value.length <= attributeMax);

function isLink(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  const { href, target, rel, class: className, title, ...others } = value;
  if (typeof href !== "string" || href.length > hrefMax || !isAllowedLink(href)) return false;
  const optional = [target, rel, className, title];
  return Object.keys(others).length === 0 && optional.every((one) => one === undefined || isSmallText(one));
}

/** Null ends a mark. */
function takesMark(name: string, value: unknown): boolean {
  switch (name) {
    case "bold":
    case "italic":
      return value === null || isEmptyObject(value);
    case "link":
      return value === null || isLink(value);
    default:
      return false;
  }
}

function elementPlace(area: Area, charactersMax: number, name: string, depth: number): Place {
  const attributes = attributesOf[name] ?? {};
  const children = childrenOf[name] ?? [];
  return {
    isProse: true,
    charactersMax,
    entryAt: (key) => {
      const takesValue = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
      return takesValue === undefined ? undefined : { area, takesValue };
    },
    items: childrenSlot(area, charactersMax, children, holdsText(name), depth),
  };
}

function childrenSlot(
  area: Area,
  charactersMax: number,
  names: readonly string[],
  withText: boolean,
  depth: number,
): Slot {
  return {
    area,
    placeOf: (type: SharedType, name: string | undefined) => {
      if (type === "xmlText" && withText) {
        return { isProse: true, charactersMax, items: { area, takesText: true, takesFormat: takesMark } };
      }
      if (type !== "xmlElement" || name === undefined || !names.includes(name) || depth >= depthMax) {
        return undefined;
      }
      return elementPlace(area, charactersMax, name, depth + 1);
    },
  };
}

/** The fragment of one prose. */
export function prosePlace(area: Area, charactersMax: number): Place {
  return { isProse: true, charactersMax, items: childrenSlot(area, charactersMax, blocks, false, 0) };
}
