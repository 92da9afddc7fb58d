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

export function phaseName(phase: PhaseId, locale: Locale): string {
  return phases.find(({ id }) => id === phase)?.heading[locale] ?? "";
}
