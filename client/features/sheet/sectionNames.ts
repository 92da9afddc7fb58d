// What the sheet calls its sections and phases.
import type { Locale } from "#shared/sheet/locale.ts";
import { type PhaseId, phases } from "#shared/sheet/phases.ts";
import type { Section } from "#shared/sheet/sections.ts";

/** « Date de la mise à jour : » is printed before its date; as a name it needs no colon. */
export function nameOf(section: Section, locale: Locale): string {
  return section.heading[locale].replace(/[\s\u00a0\u202f]*:$/, "");
}

/** The heading as it stands before what it announces. */
export function announcing(section: Section, locale: Locale): string {
  return `${nameOf(section, locale)}${locale === "fr" ? "\u00a0:" : ":"}`;
}

/** What the sheet asks of a section; of a team, whom it wants to know. */
export function promptsOf(section: Section, locale: Locale): string[] {
  if (section.prompts.length > 0) return section.prompts.map((prompt) => prompt[locale]);
  const groups = section.blocks.flatMap(({ heading }) => (heading === undefined ? [] : [heading[locale]]));
  return groups.slice(0, printedGroups);
}

// The printed sheet names the leads, the members and the partners of a team; other roles are of the record only.
const printedGroups = 3;

// Where the long compounds of the Dutch headings may be parted: not every browser knows it.
const compounds: readonly [whole: string, parted: string][] = [
  ["Communicatiestrategie", "Communicatie\u00adstrategie"],
  ["evaluatiecomité", "evaluatie\u00adcomité"],
  ["Opvolgings-/", "Opvolgings-/\u200b"],
  ["Klanttevredenheid", "Klant\u00adtevredenheid"],
  ["burgerbetrokkenheid", "burger\u00adbetrokkenheid"],
  ["Doelstellingen", "Doel\u00adstellingen"],
  ["Technologieën", "Techno\u00adlogieën"],
];

/** A heading as it is drawn in a narrow column. */
export function headingOf(section: Section, locale: Locale): string {
  return compounds.reduce((text, [whole, parted]) => text.replace(whole, parted), section.heading[locale]);
}

export function phaseName(phase: PhaseId, locale: Locale): string {
  return phases.find(({ id }) => id === phase)?.heading[locale] ?? "";
}
