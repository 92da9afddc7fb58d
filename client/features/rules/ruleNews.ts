// What changed between two states of the rules, as it is told: by section, and for the notes.
import { type BoardRules, type Restriction, restrictionOf } from "#shared/access/rules.ts";
import { type SectionId, sections } from "#shared/sheet/sections.ts";

export type RuleNews =
  | { what: Restriction | "open"; sections: readonly SectionId[] }
  | { what: "kept" | "shared" };

const restrictions = ["locked", "committee", "participant", "open"] as const;

export function ruleNews(before: BoardRules, after: BoardRules): RuleNews[] {
  const changed = sections
    .map(({ id }) => id)
    .filter((id) => restrictionOf(id, before) !== restrictionOf(id, after));
  const news: RuleNews[] = restrictions
    .map((what) => ({
      what,
      sections: changed.filter((id) => (restrictionOf(id, after) ?? "open") === what),
    }))
    .filter((one) => one.sections.length > 0);
  if (before.notesKeptToAuthor === after.notesKeptToAuthor) return news;
  return [...news, { what: after.notesKeptToAuthor ? "kept" : "shared" }];
}
