// Takes an update of Yjs apart (its encoding V1: yjs 13.6, src/utils/encoding.js, src/structs/Item.js) without
// touching any document. Only what a board can hold is read; all else is a fault.
import { type SharedType, sharedTypes } from "#shared/board/places.ts";
import { Fault, Reader } from "./reader.ts";

/** One element of a client's history: the clock counts its elements. */
export type Id = { client: number; clock: number };

export type Content =
  | { type: "deleted" }
  | { type: "text" }
  | { type: "values"; values: unknown[] }
  | { type: "format"; name: string; value: unknown }
  | { type: "shared"; shared: SharedType; name: string | undefined }
  /** What no board holds: sub-documents, bytes, embeds, JSON of old versions. */
  | { type: "foreign" };

export type Item = {
  kind: "item";
  client: number;
  clock: number;
  /** In elements: characters (UTF-16 units) of a text, values of a list, else 1. */
  length: number;
  origin: Id | undefined;
  rightOrigin: Id | undefined;
  /** Written only where there is no origin: the root's name, or the id of the shared type. */
  parent: string | Id | undefined;
  key: string | undefined;
  content: Content;
};

/** Collected content (`gc`), or a stretch that the update leaves out (`skip`). */
type Stretch = { kind: "gc" | "skip"; client: number; clock: number; length: number };

export type Struct = Item | Stretch;

export type Deletion = { client: number; clock: number; length: number };

export type ParsedUpdate = {
  /** One block per client, clocks ascending without gaps inside a block. */
  blocks: { client: number; clock: number; structs: Struct[]; endClock: number }[];
  deletions: Deletion[];
};

// Far above any honest clock, far below where numbers stop being exact.
const clockMax = 2 ** 40;

const gcRef = 0;
const skipRef = 10;
const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasKey = 0x20;
const refBits = 0x1f;

/** The faults that `parseUpdate` finds, as the reason of a refusal. */
export type ParseFault = "malformed" | "foreignContent";

export function parseUpdate(bytes: Uint8Array): ParsedUpdate | ParseFault {
  const reader = new Reader(bytes);
  try {
    const blocks = readBlocks(reader);
    const deletions = readDeletions(reader);
    if (!reader.isAtEnd) return "malformed";
    const isForeign = blocks.some(({ structs }) =>
      structs.some((struct) => struct.kind === "item" && struct.content.type === "foreign"),
    );
    return isForeign ? "foreignContent" : { blocks, deletions };
  } catch (error) {
    if (error instanceof Fault) return "malformed";
    throw error;
  }
}

function readBlocks(reader: Reader): ParsedUpdate["blocks"] {
  const blocks: ParsedUpdate["blocks"] = [];
  const clients = new Set<number>();
  for (let left = reader.count(3); left > 0; left -= 1) {
    const structs: Struct[] = [];
    const count = reader.count(2);
    const client = reader.varUint();
    const clock = reader.varUint();
    // Yjs silently keeps the last of two blocks of a client: two readers would read two meanings.
    if (clients.has(client)) throw new Fault("two blocks of one client");
    clients.add(client);
    let endClock = clock;
    for (let n = 0; n < count; n += 1) {
      const struct = readStruct(reader, client, endClock);
      // Yjs would go round for ever on a struct of no length.
      if (struct.length <= 0) throw new Fault("a struct of no length");
      endClock += struct.length;
      if (endClock > clockMax) throw new Fault("a clock that is too large");
      structs.push(struct);
    }
    blocks.push({ client, clock, structs, endClock });
  }
  return blocks;
}

function readStruct(reader: Reader, client: number, clock: number): Struct {
  const info = reader.byte();
  const ref = info & refBits;
  // Yjs looks at the five bits alone, whatever the others say; only these two are ever written.
  if (ref === gcRef || ref === skipRef) {
    if (info !== ref) throw new Fault("a struct with bits that it cannot have");
    return { kind: ref === gcRef ? "gc" : "skip", client, clock, length: reader.varUint() };
  }
  const origin = (info & hasOrigin) === 0 ? undefined : readId(reader);
  const rightOrigin = (info & hasRightOrigin) === 0 ? undefined : readId(reader);
  const isFirst = origin === undefined && rightOrigin === undefined;
  const parent = isFirst ? readParent(reader) : undefined;
  const key = isFirst && (info & hasKey) !== 0 ? reader.text() : undefined;
  const item: Item = {
    kind: "item",
    client,
    clock,
    length: 1,
    origin,
    rightOrigin,
    parent,
    key,
    content: { type: "deleted" },
  };
  readContent(reader, ref, item);
  return item;
}

const readId = (reader: Reader): Id => ({ client: reader.varUint(), clock: reader.varUint() });

function readParent(reader: Reader): string | Id {
  return reader.varUint() === 1 ? reader.text() : readId(reader);
}

function readContent(reader: Reader, ref: number, item: Item): void {
  switch (ref) {
    case 1:
      item.length = reader.varUint();
      return;
    case 4:
      item.length = reader.textLength();
      item.content = { type: "text" };
      return;
    case 6:
      item.content = { type: "format", name: reader.text(), value: reader.json() };
      return;
    case 7:
      item.content = readShared(reader);
      return;
    case 8: {
      const values = Array.from({ length: reader.count(1) }, () => reader.any());
      item.length = values.length;
      item.content = { type: "values", values };
      return;
    }
    case 2:
      // JSON of old versions: read over, so that the rest of the update is still understood.
      item.length = reader.count(1);
      for (let left = item.length; left > 0; left -= 1) reader.text();
      item.content = { type: "foreign" };
      return;
    case 3:
    case 5:
      reader.text();
      item.content = { type: "foreign" };
      return;
    case 9:
      reader.text();
      reader.any();
      item.content = { type: "foreign" };
      return;
    default:
      throw new Fault("content of no known kind");
  }
}

function readShared(reader: Reader): Content {
  const number = reader.varUint();
  if (number === 3 || number === 5) {
    const name = reader.text();
    return number === 5 ? { type: "foreign" } : { type: "shared", shared: "xmlElement", name };
  }
  if (!isSharedType(number)) return { type: "foreign" };
  return { type: "shared", shared: sharedTypes[number], name: undefined };
}

function isSharedType(number: number): number is keyof typeof sharedTypes {
  return Object.hasOwn(sharedTypes, number);
}

function readDeletions(reader: Reader): Deletion[] {
  const deletions: Deletion[] = [];
  for (let left = reader.count(2); left > 0; left -= 1) {
    const client = reader.varUint();
    for (let ranges = reader.count(2); ranges > 0; ranges -= 1) {
      const clock = reader.varUint();
      const length = reader.varUint();
      if (length <= 0 || clock + length > clockMax) throw new Fault("a deletion of nothing, or without end");
      deletions.push({ client, clock, length });
    }
  }
  return deletions;
}
