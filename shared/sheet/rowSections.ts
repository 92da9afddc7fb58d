// The sections that rows stand in. Planned and actual are two sides of the same rows: to write in one of them is not
// always to be free in the other.
import type { RowListId } from "./fields.ts";
import { type SectionId, sections } from "./sections.ts";

/** The sections that show the rows of this list: in any of them rows are added and put in order. */
export function sectionsShowing(list: RowListId): readonly SectionId[] {
  return sections
    .filter(({ blocks }) => blocks.some((block) => block.type === "rows" && block.list === list))
    .map(({ id }) => id);
}

/** The sections in which this field of the rows is written, and not only read. */
export function sectionsWriting(list: RowListId, path: string): readonly SectionId[] {
  return sections
    .filter(({ blocks }) =>
      blocks.some(
        (block) =>
          block.type === "rows" &&
          block.list === list &&
          block.fields.some((field) => field.path === path && field.readOnly !== true),
      ),
    )
    .map(({ id }) => id);
}

/** The fields of these rows that are written in some section. */
export function fieldsWritten(list: RowListId): readonly string[] {
  const paths = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === "rows" && block.list === list
        ? block.fields.filter(({ readOnly }) => readOnly !== true).map(({ path }) => path)
        : [],
    ),
  );
  return [...new Set(paths)];
}
