// The domain data that the product is held against, kept here so that a clone alone can run every test.
import { readFileSync } from "node:fs";
import { parseRecord } from "#shared/record/recordSchema.ts";
import type { ProjectRecord } from "#shared/record/recordTypes.ts";

function read(path: string) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

function parsed(path: string): ProjectRecord {
  const record = parseRecord(read(path));
  if (!record.ok) throw new Error(JSON.stringify(record.issues));
  return record.record;
}

/** A whole project in evaluation: the worked example that the product itself carries. */
export const exampleProject = () => parsed("../../client/features/home/exampleRecord.fr.json");

/** A project in execution with many gaps. */
export const exampleIncomplete = () => parsed("../fixtures/example-incomplete.fr.json");

export type DomainField = { field: string; type: string; req: string };

export function recordFields(): { entities: Record<string, DomainField[]> } {
  return read("../fixtures/project-record.fields.json");
}

export type DomainSection = { id: string; heading: { fr: string; frDisplay?: string }; prompts: unknown[] };

export function spmmSections(): { sections: DomainSection[] } {
  return read("../fixtures/spmm-sections.json");
}
