// Whose right it takes to write at a path of the record: that of the sections which show it.
import type { FieldSpec } from "#shared/record/fieldSpec.ts";
import type { RowListId } from "#shared/sheet/fields.ts";
import { type SectionId, sections } from "#shared/sheet/sections.ts";
import type { Area } from "./places.ts";
import { rowsRoot } from "./roots.ts";

const pathsOfServer = new Set(["schemaVersion", "id", "lang", "updatedOn"]);
const pathsOfFacilitator = new Set(["stage", "cycle", "publishedOn"]);

/** The sections that show each path, found once. */
let sectionsOfPath: ReadonlyMap<string, readonly SectionId[]> | undefined;

function sectionsByPath(): ReadonlyMap<string, readonly SectionId[]> {
  if (sectionsOfPath !== undefined) return sectionsOfPath;
  const found = new Map<string, SectionId[]>();
  const add = (path: string, section: SectionId) => found.set(path, [...(found.get(path) ?? []), section]);
  for (const { id, blocks } of sections) {
    for (const block of blocks) {
      if (block.type === "fields") for (const { path } of block.fields) add(path, id);
      else {
        add(rowsRoot(block.list), id);
        for (const field of block.fields) {
          if (field.readOnly !== true) add(`${rowsRoot(block.list)}/${field.path}`, id);
        }
      }
    }
  }
  sectionsOfPath = found;
  return found;
}

export function areaOf(path: string): Area {
  const shown = sectionsByPath().get(path);
  return shown === undefined ? { type: "beyondSections" } : { type: "sections", sections: shown };
}

export function areaOfField(path: string, need: FieldSpec["need"]): Area {
  if (need === "D" || pathsOfServer.has(path) || path.startsWith("provenance.")) return { type: "server" };
  return pathsOfFacilitator.has(path) ? { type: "settings" } : areaOf(path);
}

/** A field shown in no section of its own takes the right of the whole list. */
export function areaOfRowField(list: RowListId, name: string, ofList: Area): Area {
  const shown = sectionsByPath().get(`${rowsRoot(list)}/${name}`);
  return shown === undefined ? ofList : { type: "sections", sections: shown };
}
