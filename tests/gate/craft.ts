// Updates of Yjs written by hand, byte by byte (encoding V1): what no client of Yjs would write.
import * as encoding from "lib0/encoding";

type At = readonly [client: number, clock: number];

type Content =
  | { ref: 1; length: number }
  | { ref: 2; json: string[] }
  | { ref: 3; bytes: Uint8Array }
  | { ref: 4; text: string }
  | { ref: 5; json: string }
  | { ref: 6; name: string; json: string }
  | { ref: 7; type: number; name?: string }
  | { ref: 8; values: unknown[] }
  | { ref: 9; guid: string }
  | { ref: number; raw: Uint8Array };

export type Crafted = {
  origin?: At;
  right?: At;
  /** A root's name, or the id of a shared type. */
  parent?: string | At;
  key?: string;
  content: Content;
};

export type Block = {
  client: number;
  clock: number;
  structs: (Crafted | { gc: number } | { skip: number })[];
};
export type Range = { client: number; clock: number; length: number };

export const text = (content: string): Content => ({ ref: 4, text: content });
export const values = (...list: unknown[]): Content => ({ ref: 8, values: list });
export const shared = (type: number, name?: string): Content =>
  name === undefined ? { ref: 7, type } : { ref: 7, type, name };
export const format = (name: string, value: unknown): Content => ({
  ref: 6,
  name,
  json: JSON.stringify(value),
});
export const deleted = (length: number): Content => ({ ref: 1, length });

export const yArray = 0;
export const yMap = 1;
export const yText = 2;
export const xmlElement = 3;
export const xmlHook = 5;
export const xmlText = 6;

export function craft(blocks: readonly Block[], deletions: readonly Range[] = []): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, blocks.length);
  for (const { client, clock, structs } of blocks) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  encoding.writeVarUint(encoder, deletions.length);
  for (const { client, clock, length } of deletions) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, length);
  }
  return encoding.toUint8Array(encoder);
}

/** One struct of one client, and nothing else. */
export const one = (client: number, clock: number, struct: Crafted) =>
  craft([{ client, clock, structs: [struct] }]);

function writeStruct(encoder: encoding.Encoder, struct: Block["structs"][number]): void {
  if ("gc" in struct || "skip" in struct) {
    encoding.writeUint8(encoder, "gc" in struct ? 0 : 10);
    encoding.writeVarUint(encoder, "gc" in struct ? struct.gc : struct.skip);
    return;
  }
  const { origin, right, parent, key, content } = struct;
  const bits = (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  encoding.writeUint8(encoder, content.ref | bits);
  if (origin) writeAt(encoder, origin);
  if (right) writeAt(encoder, right);
  if (!origin && !right) {
    encoding.writeVarUint(encoder, typeof parent === "string" ? 1 : 0);
    if (typeof parent === "string") encoding.writeVarString(encoder, parent);
    else writeAt(encoder, parent ?? [0, 0]);
    if (key !== undefined) encoding.writeVarString(encoder, key);
  }
  writeContent(encoder, content);
}

function writeAt(encoder: encoding.Encoder, [client, clock]: At): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

function writeContent(encoder: encoding.Encoder, content: Content): void {
  if ("raw" in content) encoding.writeUint8Array(encoder, content.raw);
  else if ("length" in content) encoding.writeVarUint(encoder, content.length);
  else if ("bytes" in content) encoding.writeVarUint8Array(encoder, content.bytes);
  else if ("text" in content) encoding.writeVarString(encoder, content.text);
  else if ("guid" in content) {
    encoding.writeVarString(encoder, content.guid);
    encoding.writeAny(encoder, {});
  } else if ("values" in content) {
    encoding.writeVarUint(encoder, content.values.length);
    for (const value of content.values) encoding.writeAny(encoder, value as null);
  } else if ("type" in content) {
    encoding.writeVarUint(encoder, content.type);
    if (content.name !== undefined) encoding.writeVarString(encoder, content.name);
  } else if (typeof content.json === "string") {
    if ("name" in content) encoding.writeVarString(encoder, content.name);
    encoding.writeVarString(encoder, content.json);
  } else {
    encoding.writeVarUint(encoder, content.json.length);
    for (const json of content.json) encoding.writeVarString(encoder, json);
  }
}
