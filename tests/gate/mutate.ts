// Honest updates, changed: by a byte, or by what one struct says of itself.
import * as Y from "yjs";
import { type Block, type Crafted, craft, type Range, xmlElement } from "./craft.ts";
import { pick, type Random } from "./edits.ts";

type Told = { client: number; clock: number };

const roots = [
  "notes",
  "values",
  "text/summary",
  "rows/actions",
  "prose/diagnosis/territorial",
  "board",
  "evil",
];
const keys = [
  "section",
  "at",
  "kind",
  "text",
  "author",
  "level",
  "status",
  "title",
  "stage",
  "note-of-somebody",
];

const asAt = (id: Told | Y.ID | null) => (id === null ? undefined : ([id.client, id.clock] as const));

/** As hand-made structs, or undefined where it holds what cannot be written by hand. */
function takenApart(update: Uint8Array): { blocks: Block[]; deletions: Range[] } | undefined {
  const { structs, ds } = Y.decodeUpdate(update);
  const blocks: Block[] = [];
  for (const struct of structs) {
    let block = blocks.at(-1);
    if (block?.client !== struct.id.client) {
      block = { client: struct.id.client, clock: struct.id.clock, structs: [] };
      blocks.push(block);
    }
    if (struct instanceof Y.GC) block.structs.push({ gc: struct.length });
    else if (!(struct instanceof Y.Item)) return undefined;
    else {
      const content = contentOf(struct);
      if (content === undefined) return undefined;
      const origin = asAt(struct.origin);
      const right = asAt(struct.rightOrigin);
      const parent: unknown = struct.parent;
      block.structs.push({
        ...(origin && { origin }),
        ...(right && { right }),
        ...(typeof parent === "string" && { parent }),
        ...(parent instanceof Y.ID && { parent: [parent.client, parent.clock] as const }),
        ...(struct.parentSub !== null && { key: struct.parentSub }),
        content,
      });
    }
  }
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  );
  return { blocks, deletions };
}

function contentOf({ content }: Y.Item): Crafted["content"] | undefined {
  if (content instanceof Y.ContentString) return { ref: 4, text: content.str };
  if (content instanceof Y.ContentAny) return { ref: 8, values: content.arr };
  if (content instanceof Y.ContentDeleted) return { ref: 1, length: content.len };
  if (content instanceof Y.ContentFormat) {
    return { ref: 6, name: content.key, json: JSON.stringify(content.value) };
  }
  if (!(content instanceof Y.ContentType)) return undefined;
  const { type } = content;
  if (type instanceof Y.XmlElement) return { ref: 7, type: xmlElement, name: type.nodeName };
  const number = [Y.XmlText, Y.XmlFragment, Y.Text, Y.Map, Y.Array].findIndex((one) => type instanceof one);
  return number === -1 ? undefined : { ref: 7, type: [6, 4, 2, 1, 0][number] ?? 0 };
}

/** Any element that somebody has written, or a little beside it. */
function anyId(random: Random, board: Y.Doc): readonly [number, number] {
  const client = pick(random, [...board.store.clients.keys()]) ?? 0;
  const state = Y.getState(board.store, client);
  return [client, Math.floor(random() * (state + (random() < 0.05 ? 3 : 0)))];
}

function flipped(random: Random, update: Uint8Array): Uint8Array {
  const bytes = update.slice();
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const at = Math.floor(random() * bytes.length);
    bytes[at] =
      random() < 0.5 ? Math.floor(random() * 256) : (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return random() < 0.1 ? bytes.slice(0, Math.floor(random() * bytes.length)) : bytes;
}

function changeStruct(random: Random, struct: Crafted, board: Y.Doc): void {
  const chance = random();
  if (chance < 0.3) struct.origin = anyId(random, board);
  else if (chance < 0.55) struct.right = anyId(random, board);
  else if (chance < 0.6) delete struct.origin;
  else if (chance < 0.65) delete struct.right;
  else if (chance < 0.75)
    struct.parent = random() < 0.5 ? anyId(random, board) : (pick(random, roots) ?? "notes");
  else if (chance < 0.85) struct.key = pick(random, keys) ?? "text";
  else {
    struct.content = pick<Crafted["content"]>(random, [
      { ref: 4, text: "forgé" },
      { ref: 8, values: [pick(random, ["diagnosis", "idea", 3, null, [0, 0], "x"])] },
      { ref: 1, length: 1 + Math.floor(random() * 5) },
      { ref: 6, name: pick(random, ["bold", "link", "blink"]) ?? "bold", json: "{}" },
      { ref: 7, type: Math.floor(random() * 7), name: "paragraph" },
    ]) ?? { ref: 1, length: 1 };
  }
}

/** One update that was honest, as somebody else would send it who means no good. */
export function mutated(random: Random, update: Uint8Array, board: Y.Doc): Uint8Array {
  if (random() < 0.3) return flipped(random, update);
  const parts = takenApart(update);
  if (parts === undefined) return flipped(random, update);
  for (let times = 1 + Math.floor(random() * 2); times > 0; times -= 1) {
    const block = pick(random, parts.blocks);
    const chance = random();
    if (block === undefined || chance < 0.15) {
      const [client, clock] = anyId(random, board);
      parts.deletions.push({ client, clock, length: 1 + Math.floor(random() * 4) });
    } else if (chance < 0.2) block.clock += pick(random, [-3, -1, 1, 2]) ?? 1;
    else if (chance < 0.25) block.client = anyId(random, board)[0];
    else if (chance < 0.3) block.structs.reverse();
    else {
      const struct = pick(random, block.structs);
      if (struct !== undefined && "content" in struct) changeStruct(random, struct, board);
    }
  }
  for (const block of parts.blocks) block.clock = Math.max(0, block.clock);
  return craft(parts.blocks, parts.deletions);
}
