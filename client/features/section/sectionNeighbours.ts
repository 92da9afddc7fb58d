// Where a section stands: among the sections of its phase, and on its thread through the phases.
import { loop, type Phase, type PhaseId, phases } from "#shared/sheet/phases.ts";
import { type Section, type SectionId, sectionOf, sections } from "#shared/sheet/sections.ts";

const rowOrder = ["frame", "context", "planning", "execution", "evaluation"];

// A dated header stands above the row of its phase.
function place(section: Section): [row: number, column: number] {
  return "header" in section.place
    ? [rowOrder.indexOf(section.place.header), -1]
    : [rowOrder.indexOf(section.place.row), section.place.column];
}

/** The sections of a phase as they are read on the sheet. */
function sectionsOfPhase(phase: PhaseId): Section[] {
  return sections
    .filter((section) => section.phase === phase)
    .sort((a, b) => {
      const [aRow, aColumn] = place(a);
      const [bRow, bColumn] = place(b);
      return aRow - bRow || aColumn - bColumn || a.order - b.order;
    });
}

export type Neighbours = {
  phase: Phase;
  position: number;
  count: number;
  previous: Section | undefined;
  next: Section | undefined;
};

export function neighboursOf(section: Section): Neighbours {
  const phase = phases.find(({ id }) => id === section.phase);
  if (phase === undefined) throw new Error(`no phase ${section.phase} on the sheet`);
  const inPhase = sectionsOfPhase(section.phase);
  const at = inPhase.findIndex(({ id }) => id === section.id);
  return { phase, position: at + 1, count: inPhase.length, previous: inPhase[at - 1], next: inPhase[at + 1] };
}

const phaseOrder = phases.map(({ id }) => id);

/** The same topic in the other phases, in the order of the phases; empty for a topic that stands alone. */
export function threadOf(section: Section): Section[] {
  const ids = new Set<SectionId>([section.id]);
  if (section.id === loop.from) ids.add(loop.to);
  for (const id of [...ids]) {
    const paired = sectionOf(id).pairedWith;
    if (paired !== null) ids.add(paired);
  }
  if (ids.has(loop.to)) ids.add(loop.from);
  if (ids.size === 1) return [];
  return [...ids].map(sectionOf).sort((a, b) => phaseOrder.indexOf(a.phase) - phaseOrder.indexOf(b.phase));
}

/** « Date de la mise à jour : » stands before its date on the sheet; as a name it needs no colon. */
export function nameOf(heading: string): string {
  return heading.replace(/[\s\u00a0\u202f]*:$/, "");
}
