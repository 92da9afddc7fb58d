// What a row of a list may hold: the fields of its entity, each in the shape that the board keeps it in.
import type { EntityId } from "#shared/record/entities.ts";
import { entityOf, type FieldSpec, fieldSpecs, storageOf } from "#shared/record/fieldSpec.ts";
import { entityOfList } from "#shared/record/lists.ts";
import type { RowListId } from "#shared/sheet/fields.ts";
import { areaOf, areaOfRowField } from "./areas.ts";
import { type Area, isOrder, isText, type Place, plainText, type Slot, textMax } from "./places.ts";
import { givenKey, orderKey, rowsRoot } from "./roots.ts";
import { isGiven, listOf, valueSlot } from "./valueSchema.ts";

// As idSchema of the record: nanoid's alphabet and what people number by hand.
const rowId = /^(?!__proto__$)[A-Za-z0-9_.:-]{1,64}$/;

function rowSlot(spec: FieldSpec, area: Area): Slot | undefined {
  switch (storageOf(spec.type)) {
    case "text":
      return {
        area,
        // Some programs write a plain string; who edits it here makes a text of it.
        takesValue: (value) => isText(value, textMax) || value === null,
        placeOf: (type) => (type === "text" ? plainText(area, textMax) : undefined),
      };
    case "array":
      return { area, placeOf: (type) => (type === "array" ? listOf(area, spec.type) : undefined) };
    case "rows": {
      const inner = entityOf(spec.type);
      const rows: Place = {
        entryAt: (key) => (rowId.test(key) ? rowEntry(inner, area, () => area) : undefined),
      };
      return { area, placeOf: (type) => (type === "map" ? rows : undefined) };
    }
    case "value":
      return valueSlot(area, spec.type);
    default:
      return undefined;
  }
}

function rowPlace(entity: EntityId, area: Area, areaOfOne: (name: string) => Area): Place {
  const slots = new Map<string, Slot>([
    [orderKey, { area, takesValue: isOrder }],
    [
      givenKey,
      {
        area,
        takesValue: (value) =>
          typeof value === "object" && value !== null && Object.values(value).every(isGiven),
      },
    ],
  ]);
  for (const spec of fieldSpecs(entity)) {
    const slot = spec.name === "id" ? undefined : rowSlot(spec, areaOfOne(spec.name));
    if (slot !== undefined) slots.set(spec.name, slot);
  }
  return { entryAt: (key) => slots.get(key) };
}

function rowEntry(entity: EntityId, area: Area, areaOfOne: (name: string) => Area): Slot {
  let row: Place | undefined;
  return {
    area,
    placeOf: (type) => {
      if (type !== "map") return undefined;
      row ??= rowPlace(entity, area, areaOfOne);
      return row;
    },
  };
}

/** The root of a list. */
export function rowsPlace(list: RowListId): Place {
  const area = areaOf(rowsRoot(list));
  const entry = rowEntry(entityOfList(list), area, (name) => areaOfRowField(list, name, area));
  return { entryAt: (key) => (rowId.test(key) ? entry : undefined) };
}
