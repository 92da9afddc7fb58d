// What may stand where in a board document (format 1, docs/BOARD.md), as the write gate asks it.
import type { EntityId } from "#shared/record/entities.ts";
import { entityOf, fieldSpecs, storageOf } from "#shared/record/fieldSpec.ts";
import { rowLists } from "#shared/sheet/fields.ts";
import { sections } from "#shared/sheet/sections.ts";
import { areaOfField } from "./areas.ts";
import { notesPlace } from "./noteSchema.ts";
import { type Area, type Place, plainText, type Slot, textMax } from "./places.ts";
import { proseFieldsOf, retainedField } from "./prose.ts";
import { prosePlace } from "./proseSchema.ts";
import { arrayRoot, essentialRoot, proseRoot, rowsRoot, textRoot } from "./roots.ts";
import { rowsPlace } from "./rowSchema.ts";
import { isGiven, listOf, valueSlot } from "./valueSchema.ts";

const server: Slot = { area: { type: "server" } };

function makeRoots(): Map<string, Place> {
  const values = new Map<string, Slot>();
  const given = new Map<string, Slot>();
  const roots = new Map<string, Place>([
    ["board", { entryAt: () => server }],
    ["notes", notesPlace],
    ["values", { entryAt: (path) => values.get(path) }],
    ["given", { entryAt: (path) => given.get(path) }],
  ]);
  addFields(roots, values, given, "project", "");
  for (const list of rowLists) roots.set(rowsRoot(list), rowsPlace(list));
  for (const { id } of sections) {
    const area: Area = { type: "sections", sections: [id] };
    roots.set(essentialRoot(id), plainText(area, textMax));
    roots.set(proseRoot(id, retainedField), prosePlace(area, textMax));
    for (const field of proseFieldsOf(id)) roots.set(proseRoot(id, field.id), prosePlace(area, textMax));
  }
  return roots;
}

function addFields(
  roots: Map<string, Place>,
  values: Map<string, Slot>,
  given: Map<string, Slot>,
  entity: EntityId,
  base: string,
): void {
  for (const spec of fieldSpecs(entity)) {
    const path = base + spec.name;
    const area = areaOfField(path, spec.need);
    given.set(path, { area, takesValue: isGiven });
    switch (storageOf(spec.type)) {
      case "object":
        addFields(roots, values, given, entityOf(spec.type), `${path}.`);
        break;
      case "value":
        values.set(path, valueSlot(area, spec.type));
        break;
      case "text":
        roots.set(textRoot(path), plainText(area, textMax));
        break;
      case "array":
        roots.set(arrayRoot(path), listOf(area, spec.type));
        break;
      default:
        break;
    }
  }
}

let roots: ReadonlyMap<string, Place> | undefined;

/** Made at the first question, or here, where nobody waits for it. */
export function prepareSchema(): ReadonlyMap<string, Place> {
  roots ??= makeRoots();
  return roots;
}

/** Undefined for a root that no board has. */
export function rootPlace(name: string): Place | undefined {
  return prepareSchema().get(name);
}
