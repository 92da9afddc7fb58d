// Where the sections stand on the sheet, and which is the next one in each direction.
import { gridColumns, type PhaseId } from "#shared/sheet/phases.ts";
import { type Section, type SectionId, sections, sectionsInRow } from "#shared/sheet/sections.ts";

export const bandPhases = ["planning", "execution", "evaluation"] as const;

export type BandPhase = (typeof bandPhases)[number];

export const sectionsOfPhase = (phase: PhaseId): SectionId[] =>
  sections.filter((section) => section.phase === phase).map(({ id }) => id);

export const frameSections: readonly Section[] = sectionsInRow("frame").filter(
  ({ phase }) => phase === "frame",
);

export const prerequisiteSections: readonly Section[] = sectionsInRow("frame").filter(
  ({ phase }) => phase === "prerequisites",
);

/** The section that stands in the header of a band. */
export function headerSectionOf(phase: BandPhase): Section | undefined {
  return sections.find(({ place }) => "header" in place && place.header === phase);
}

/** The rows inside a band, each left to right. */
export function bandRows(phase: BandPhase): { row: string; sections: readonly Section[] }[] {
  const rows = phase === "planning" ? ["context", "planning"] : [phase];
  return rows.map((row) => ({ row, sections: sectionsInRow(row) }));
}

// Seven topics, of four of the sheet's units each.
const unitsOfTopic = 4;

/** The columns of a row: those of the topics, or as wide as the sections of the context ask. */
export function columnsOf(row: string): string {
  if (row !== "context") return `repeat(${gridColumns / unitsOfTopic}, minmax(0, 1fr))`;
  return sectionsInRow(row)
    .map(({ place }) => `minmax(0, ${"row" in place ? place.width : 1}fr)`)
    .join(" ");
}

/** How many of those columns a section takes. */
export function columnSpan({ place }: Section): number {
  if (!("row" in place) || place.row === "context" || place.row === "frame") return 1;
  return place.width / unitsOfTopic;
}

/** Does the same topic go on in the band below? */
export function goesOnBelow(section: Section): boolean {
  if (!("row" in section.place)) return false;
  const { row, column, width } = section.place;
  const next = row === "planning" ? "execution" : row === "execution" ? "evaluation" : null;
  if (next === null) return false;
  return sectionsInRow(next).some(
    ({ id, place }) =>
      id === section.pairedWith || ("row" in place && place.column === column && place.width === width),
  );
}

type Cell = { id: SectionId; from: number };

// The title stands above the proposition, the prerequisites share one place, and the section in the header of a band
// ends its row.
const rows: readonly (readonly Cell[])[] = navigationRows();

function navigationRows(): Cell[][] {
  const [title, ...frame] = frameSections.map(cellOf);
  const gauges = prerequisiteSections.map((section, index) => {
    const width = "row" in section.place ? section.place.width : 0;
    const { id, from } = cellOf(section);
    return { id, from: from + (index * width) / prerequisiteSections.length };
  });
  const bands = bandPhases.flatMap((phase) => {
    const header = headerSectionOf(phase);
    const inside = bandRows(phase).map((row) => row.sections.map(cellOf));
    if (header !== undefined) inside.at(-1)?.push(cellOf(header));
    return inside;
  });
  return [title === undefined ? [] : [title], [...frame, ...gauges], ...bands];
}

function cellOf({ id, place }: Section): Cell {
  return { id, from: "row" in place ? place.column : gridColumns };
}

export type Move = "left" | "right" | "up" | "down" | "rowStart" | "rowEnd" | "first" | "last";

/** What a key means to somebody who stands on a section. */
export function moveOfKey(key: string, wholeSheet: boolean): Move | undefined {
  switch (key) {
    case "ArrowLeft":
      return "left";
    case "ArrowRight":
      return "right";
    case "ArrowUp":
      return "up";
    case "ArrowDown":
      return "down";
    case "Home":
      return wholeSheet ? "first" : "rowStart";
    case "End":
      return wholeSheet ? "last" : "rowEnd";
    default:
      return undefined;
  }
}

/** Where one stands. `column` is where a walk up or down began: the walk keeps to it. */
export type Standing = { id: SectionId; column?: number };

/** The section that the move leads to; the same one at the edge of the sheet. */
export function walkSheet(standing: Standing, move: Move): Standing {
  const at = rows.findIndex((row) => row.some(({ id }) => id === standing.id));
  const row = rows[at] ?? [];
  const index = row.findIndex(({ id }) => id === standing.id);
  const to = (cell: Cell | undefined): Standing => (cell === undefined ? standing : { id: cell.id });
  switch (move) {
    case "left":
      return to(row[index - 1]);
    case "right":
      // From the title to what stands beside it: the rest of the frame.
      return to(row[index + 1] ?? (at === 0 ? rows[1]?.[1] : undefined));
    case "rowStart":
      return to(row[0]);
    case "rowEnd":
      return to(row.at(-1));
    case "first":
      return to(rows[0]?.[0]);
    case "last":
      return to(rows.at(-1)?.at(-1));
    case "up":
    case "down": {
      // Above the frame stands only the title, over the proposition.
      if (move === "up" && at === 1 && index > 0) return standing;
      const column = standing.column ?? row[index]?.from ?? 0;
      const next = rows[move === "up" ? at - 1 : at + 1] ?? [];
      const cell = next.findLast(({ from }) => from <= column) ?? next[0];
      return cell === undefined ? standing : { id: cell.id, column };
    }
  }
}

/** The order of the list on a phone, phase by phase. */
export const listPhases: readonly PhaseId[] = ["frame", "prerequisites", ...bandPhases];

export function sectionsInList(phase: PhaseId): readonly Section[] {
  if (phase === "frame") return frameSections;
  if (phase === "prerequisites") return prerequisiteSections;
  const header = headerSectionOf(phase);
  const inside = bandRows(phase).flatMap((row) => row.sections);
  return header === undefined ? inside : [header, ...inside];
}

const listOrder: readonly SectionId[] = listPhases.flatMap(sectionsInList).map(({ id }) => id);

/** The list has one column: every arrow goes to the section before or after. */
export function walkList({ id }: Standing, move: Move): Standing {
  const at = listOrder.indexOf(id);
  const to = (next: SectionId | undefined): Standing => ({ id: next ?? id });
  switch (move) {
    case "left":
    case "up":
      return to(listOrder[at - 1]);
    case "right":
    case "down":
      return to(listOrder[at + 1]);
    case "rowStart":
    case "first":
      return to(listOrder[0]);
    case "rowEnd":
    case "last":
      return to(listOrder.at(-1));
  }
}
