// The zod schema of the record, built from the table of entities, and the JSON Schema made from it.
import { z } from "zod";
import { type EnumId, enumOptions, enums } from "#shared/sheet/enums.ts";
import { sections } from "#shared/sheet/sections.ts";
import type { EntityId } from "./entities.ts";
import { entityOf, type FieldSpec, fieldSpecs } from "./fieldSpec.ts";
import type { ProjectRecord } from "./recordTypes.ts";

// A prose field holds 200,000 characters at most (contract, limits); no other text needs more.
const textMax = 200_000;
// A sticky note holds 2,000 characters at most (contract, limits).
const noteMax = 2_000;
// Above any honest list; keeps a hostile file from filling the memory before it is refused.
export const listMax = 5_000;
const moneyMax = 1_000_000_000_000;

// Half of a surrogate pair cannot be written in UTF-8: it would come back as another character.
const wellFormed = (text: string) => text.isWellFormed();
const text = (max: number) => z.string().max(max).refine(wellFormed, "well-formed Unicode");
const wholeCents = (amount: number) => Math.round(amount * 100) / 100 === amount;

/** Ids of rows: nanoid's alphabet and what people number by hand ("p1", "k-1", "2.2"). */
const idSchema = z.string().regex(/^(?!__proto__$)[A-Za-z0-9_.:-]{1,64}$/);

export function isEnumId(id: string): id is EnumId {
  return Object.hasOwn(enums, id);
}

function scalarSchema(type: string): z.ZodType {
  if (type === "str" || type === "text" || type === "prose") return text(textMax);
  if (type === "id" || type.startsWith("ref:")) return idSchema;
  if (type === "date") return z.iso.date();
  if (type === "datetime") return z.iso.datetime();
  if (type === "bool") return z.boolean();
  if (type === "num") return z.number();
  if (type === "eur") return z.number().min(0).max(moneyMax).refine(wholeCents, "2 decimals at most");
  if (type === "seur")
    return z.number().min(-moneyMax).max(moneyMax).refine(wholeCents, "2 decimals at most");
  const range = /^(num|int)\((-?\d+)\.\.(\d+)\)$/.exec(type);
  if (range !== null) {
    const base = range[1] === "int" ? z.int() : z.number();
    return base.min(Number(range[2])).max(Number(range[3]));
  }
  if (type.startsWith("one:")) return z.enum(type.slice(4).split("|"));
  const enumId = type.slice("enum:".length);
  if (type.startsWith("enum:") && isEnumId(enumId)) return z.enum(enumOptions(enumId).map((o) => o.value));
  throw new Error(`the record has no type "${type}"`);
}

const leaves = new Map<string, z.ZodType>();

/** The schema of one value that holds no other: scalars and the items of str[], int[] and ref[]. */
export function leafSchema(type: string): z.ZodType {
  let schema = leaves.get(type);
  if (schema === undefined) {
    schema = scalarSchema(itemType(type));
    leaves.set(type, schema);
  }
  return schema;
}

/** "str[]" → "str", "ref[]:person" → "ref:person"; other types are their own. */
export function itemType(type: string): string {
  return type === "int[]" ? "int(1..17)" : type.replace("[]", "");
}

function bySection(value: z.ZodType) {
  return z.strictObject(Object.fromEntries(sections.map((section) => [section.id, value.optional()])));
}

function fieldSchema(spec: FieldSpec): z.ZodType {
  const { type, need } = spec;
  if (type.startsWith("obj:")) return entitySchema(entityOf(type));
  if (type.startsWith("list:")) return rowsSchema(entityOf(type));
  if (type.includes("[]")) return z.array(leafSchema(type)).max(listMax);
  if (type === "notes") return bySection(z.array(text(noteMax)).max(listMax));
  if (type === "texts") return bySection(text(textMax));
  return need === "K" ? leafSchema(type) : leafSchema(type).nullable();
}

function rowsSchema(entity: EntityId): z.ZodType {
  const rows = z.array(entitySchema(entity)).max(listMax);
  if (!fieldSpecs(entity).some((spec) => spec.name === "id")) return rows;
  return rows.superRefine((list, context) => {
    const seen = new Set<unknown>();
    list.forEach((row, index) => {
      const id = (row as { id?: unknown }).id;
      if (seen.has(id))
        context.addIssue({ code: "custom", message: "an id used once in its list", path: [index, "id"] });
      seen.add(id);
    });
  });
}

function entitySchema(entity: EntityId): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      fieldSpecs(entity).map((spec) => {
        const schema = fieldSchema(spec);
        return [spec.name, spec.need === "K" || spec.need === "R" ? schema : schema.optional()];
      }),
    ),
  );
}

let projectSchema: z.ZodType<ProjectRecord> | undefined;

export function recordSchema(): z.ZodType<ProjectRecord> {
  // Built on first use: some 350 fields that a process which never reads a record need not pay for.
  projectSchema ??= entitySchema("project") as z.ZodType<ProjectRecord>;
  return projectSchema;
}

export type RecordIssue = { path: string; expected: string };

export type ParsedRecord = { ok: true; record: ProjectRecord } | { ok: false; issues: RecordIssue[] };

/** Parses a record from outside. Issues name the place ("people[2].displayName") and what was expected there. */
export function parseRecord(input: unknown): ParsedRecord {
  const parsed = recordSchema().safeParse(input);
  if (parsed.success) return { ok: true, record: parsed.data };
  return { ok: false, issues: parsed.error.issues.flatMap(describeIssue) };
}

/** Where a value did not fit, and what was expected there. */
export function describeIssue(issue: z.core.$ZodIssue): RecordIssue[] {
  const path = pathText(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      expected: "no field of this name",
    }));
  }
  return [{ path, expected: expectation(issue) }];
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int" ? "a whole number" : `a value of type ${issue.expected}`;
    case "invalid_value":
      return `one of ${issue.values.join(", ")}`;
    case "too_small":
      return `at least ${issue.minimum}`;
    case "too_big":
      return `at most ${issue.maximum}`;
    case "invalid_format":
      return issue.format === "date"
        ? "a calendar date YYYY-MM-DD"
        : `the format ${issue.pattern ?? issue.format}`;
    default:
      return issue.message;
  }
}

/** ["people", 2, "displayName"] → "people[2].displayName". */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

/** JSON Schema 2020-12 of the record, as published. */
export function recordJsonSchema(): Record<string, unknown> {
  return {
    title: "SPMM project record",
    description:
      "A municipality's project as its SPMM sheet holds it. A null means: not known yet. Fields that only complete a record may be absent.",
    ...z.toJSONSchema(recordSchema(), { target: "draft-2020-12" }),
  };
}
