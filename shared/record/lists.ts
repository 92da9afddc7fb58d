// Which entity the rows of each list are, found by walking the table of entities.
import type { RowListId } from "#shared/sheet/fields.ts";
import type { EntityId } from "./entities.ts";
import { entityOf, fieldSpecs, type Storage, storageOf } from "./fieldSpec.ts";

function walk(entity: EntityId, base: string, found: Map<string, EntityId>): Map<string, EntityId> {
  for (const spec of fieldSpecs(entity)) {
    const path = base + spec.name;
    if (spec.type.startsWith("list:")) found.set(path, entityOf(spec.type));
    if (spec.type.startsWith("obj:")) walk(entityOf(spec.type), `${path}.`, found);
  }
  return found;
}

let lists: ReadonlyMap<string, EntityId> | undefined;

/** Path of the list in the record → its entity. */
export function recordLists(): ReadonlyMap<string, EntityId> {
  lists ??= walk("project", "", new Map());
  return lists;
}

export function entityOfList(list: RowListId): EntityId {
  const entity = recordLists().get(list);
  if (entity === undefined) throw new Error(`the record has no list ${list}`);
  return entity;
}

/** The paths at fixed places of the record whose values the board keeps this way. */
export function fieldPaths(storage: Storage, entity: EntityId = "project", base = ""): string[] {
  return fieldSpecs(entity).flatMap((spec) => {
    const path = base + spec.name;
    const kind = storageOf(spec.type);
    if (kind === "object") return fieldPaths(storage, entityOf(spec.type), `${path}.`);
    return kind === storage ? [path] : [];
  });
}
