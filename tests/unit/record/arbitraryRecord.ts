// Random valid records, made from the table of entities: every field, absent, empty, null or full.
import fc from "fast-check";
import type { EntityId } from "#shared/record/entities.ts";
import { entityOf, type FieldSpec, fieldSpecs } from "#shared/record/fieldSpec.ts";
import { isEnumId, itemType } from "#shared/record/recordSchema.ts";
import type { ProjectRecord } from "#shared/record/recordTypes.ts";
import { enumOptions } from "#shared/sheet/enums.ts";
import { sections } from "#shared/sheet/sections.ts";

const line = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom("", " ", "a\n\nb", "\n", "- x", "é€ 🏫", "__proto__", "<b>", "\t=1+1"),
  )
  .filter((text) => text.isWellFormed());

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter((text) => text !== "__proto__");
const cents = (min: number) => fc.integer({ min, max: 100_000_000 }).map((amount) => amount / 100);
const date = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
  .map((n) => (n === 0 ? 0 : n));

function scalar(type: string): fc.Arbitrary<unknown> {
  if (type === "str" || type === "text" || type === "prose") return line;
  if (type === "id" || type.startsWith("ref:")) return id;
  if (type === "date") return date.map((d) => d.toISOString().slice(0, 10));
  if (type === "datetime") return date.map((d) => d.toISOString());
  if (type === "bool") return fc.boolean();
  if (type === "num") return number;
  if (type === "eur") return cents(0);
  if (type === "seur") return cents(-100_000_000);
  const range = /^(num|int)\((-?\d+)\.\.(\d+)\)$/.exec(type);
  if (range !== null) return fc.integer({ min: Number(range[2]), max: Number(range[3]) });
  if (type.startsWith("one:")) return fc.constantFrom(...type.slice(4).split("|"));
  const enumId = type.slice(5);
  if (isEnumId(enumId)) return fc.constantFrom(...enumOptions(enumId).map((option) => option.value));
  throw new Error(`no generator for ${type}`);
}

function bySection(value: fc.Arbitrary<unknown>) {
  return fc.dictionary(fc.constantFrom(...sections.map((section) => section.id)), value, {
    maxKeys: 4,
    noNullPrototype: true,
  });
}

function field(spec: FieldSpec): fc.Arbitrary<unknown> {
  const { type, need } = spec;
  if (type.startsWith("obj:")) return entity(entityOf(type));
  if (type.startsWith("list:")) return rows(entityOf(type));
  if (type.includes("[]")) return fc.array(scalar(itemType(type)), { maxLength: 3 });
  if (type === "notes") return bySection(fc.array(line, { maxLength: 6 }));
  if (type === "texts") return bySection(line);
  return need === "K" ? scalar(type) : fc.option(scalar(type), { nil: null, freq: 6 });
}

function rows(entityId: EntityId): fc.Arbitrary<unknown[]> {
  const named = fieldSpecs(entityId).some((spec) => spec.name === "id");
  return named
    ? fc.uniqueArray(entity(entityId), { maxLength: 4, selector: (row) => row.id })
    : fc.array(entity(entityId), { maxLength: 4 });
}

function entity(entityId: EntityId): fc.Arbitrary<Record<string, unknown>> {
  const specs = fieldSpecs(entityId).filter((spec) => spec.need !== "D");
  const model = Object.fromEntries(specs.map((spec) => [spec.name, field(spec)]));
  const required = specs.filter((spec) => spec.need === "K" || spec.need === "R").map((spec) => spec.name);
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}

/** Valid by construction; the derived fields are left out. */
export const arbitraryRecord = entity("project") as fc.Arbitrary<ProjectRecord>;
