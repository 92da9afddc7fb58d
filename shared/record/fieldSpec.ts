// One field of the table of entities, taken apart.
import { type EntityId, entities } from "./entities.ts";

export type Need = "K" | "R" | "C" | "O" | "D";

export type FieldSpec = { name: string; type: string; need: Need };

const needs: readonly string[] = ["K", "R", "C", "O", "D"];

function isNeed(text: string): text is Need {
  return needs.includes(text);
}

export function isEntityId(text: string): text is EntityId {
  return Object.hasOwn(entities, text);
}

function specsOf(entity: EntityId): FieldSpec[] {
  return Object.entries(entities[entity]).map(([name, text]: [string, string]) => {
    const space = text.lastIndexOf(" ");
    const need = text.slice(space + 1);
    if (!isNeed(need)) throw new Error(`${entity}.${name}: "${text}" names no need`);
    return { name, type: text.slice(0, space), need };
  });
}

const cache = new Map<EntityId, readonly FieldSpec[]>();

export function fieldSpecs(entity: EntityId): readonly FieldSpec[] {
  let specs = cache.get(entity);
  if (specs === undefined) {
    specs = specsOf(entity);
    cache.set(entity, specs);
  }
  return specs;
}

/** The entity that "obj:E" or "list:E" is made of. */
export function entityOf(type: string): EntityId {
  const name = type.slice(type.indexOf(":") + 1);
  if (!isEntityId(name)) throw new Error(`"${type}" names no entity`);
  return name;
}

export type Storage = "text" | "prose" | "value" | "array" | "object" | "rows" | "notes" | "texts";

/** How the board keeps a value of this type: people may type together in texts, arrays merge, values are last-writer-wins. */
export function storageOf(type: string): Storage {
  if (type === "str" || type === "text") return "text";
  if (type === "prose") return "prose";
  if (type === "notes") return "notes";
  if (type === "texts") return "texts";
  if (type.startsWith("obj:")) return "object";
  if (type.startsWith("list:")) return "rows";
  if (type.includes("[]")) return "array";
  return "value";
}
