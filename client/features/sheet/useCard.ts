// Everything that the card of a section says, wherever it is drawn.
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { useRules } from "#client/board/useRules.ts";
import { useBoardLocale, useDigest, useSection } from "#client/board/useSection.ts";
import type { Facts, RatedPart } from "#client/features/sheet/facts/facts.ts";
import { factsOf } from "#client/features/sheet/facts/factsOf.ts";
import { type Restriction, restrictionOf } from "#shared/access/rules.ts";
import type { SectionState } from "#shared/board/digest.ts";
import type { Note } from "#shared/board/notes.ts";
import type { Board } from "#shared/board/roots.ts";
import type { Kind } from "#shared/sheet/kinds.ts";
import type { Locale } from "#shared/sheet/locale.ts";
import type { Section } from "#shared/sheet/sections.ts";
import { nameOf, phaseName } from "./sectionNames.ts";
import { type SheetWords, useSheetWords } from "./useSheetWords.ts";

export type Card = {
  state: SectionState;
  /** Who alone writes here, beside the facilitator. */
  restriction: Restriction | undefined;
  /** The language of the board: of headings, prompts and of what people wrote. */
  locale: Locale;
  facts: Facts;
  notes: readonly Note[];
  /** L'essentiel, or the first sentence written, or what the rows come to. */
  sentence: string;
  /** Is the sentence somebody's own, and not made from the rows? */
  isWritten: boolean;
  /** Beside a written sentence, what the rows come to. */
  summary: string;
  /** The whole card in words: heading, phase, state, sentence, notes. */
  name: string;
};

// Their picture says it: only l'essentiel, which somebody wrote for this place, stands beside it.
const shownByPicture: ReadonlySet<Kind> = new Set<Kind>([
  "people",
  "committee",
  "rated_item",
  "sustainability",
  "smart_dimensions",
  "indicators",
  "indicator_results",
]);

export function useCard(section: Section): Card {
  const { id, kind } = section;
  const locale = useBoardLocale();
  const { state, essential, sentence, notes } = useDigest(id);
  const facts = useSection(
    id,
    useCallback((board: Board) => factsOf(board, id), [id]),
  );
  const restriction = restrictionOf(id, useRules());
  const rule = useTranslations("rules.chip");
  const words = useSheetWords();
  const written = shownByPicture.has(kind) ? essential : sentence;
  // Rows of the other side (planned actions, say) do not speak for a side where nothing is said yet.
  const summary = state === "empty" ? "" : words.summary(facts);
  const shown = written !== "" || shownByPicture.has(kind) ? written : summary;
  const spoken = [
    `${nameOf(section, locale)}, ${phaseName(section.phase, locale)}, ${words.t(`state.${state}`)}`,
    restriction === undefined ? "" : rule(restriction),
    pictureInWords(facts, section, locale, words),
    spokenSentence(kind, { essential, sentence, summary }),
    notes.length === 0 ? "" : words.t("notes", { count: notes.length }),
  ];
  return {
    state,
    restriction,
    locale,
    facts,
    notes,
    sentence: shown,
    isWritten: written !== "",
    summary: written === "" ? "" : summary,
    name: spoken.filter((part) => part !== "").join(". "),
  };
}

// A sentence written about one part does not speak for a whole that its picture shows.
function spokenSentence(
  kind: Kind,
  { essential, sentence, summary }: { essential: string; sentence: string; summary: string },
): string {
  if (essential !== "") return essential;
  if (kind === "rated_item" || !shownByPicture.has(kind)) return sentence === "" ? summary : sentence;
  return summary;
}

function pictureInWords(facts: Facts, section: Section, locale: Locale, words: SheetWords): string {
  switch (facts.kind) {
    case "rated_item":
      return words.rating(facts.rating, facts.scale);
    case "sustainability": {
      const rated = facts.axes.filter(({ rating }) => rating !== null);
      return rated
        .map((axis) =>
          words.t("ratingName", {
            label: promptOf(section, axis, locale),
            value: words.rating(axis.rating, facts.scale),
          }),
        )
        .join(". ");
    }
    case "smart_dimensions": {
      const chosen = facts.dimensions.filter(isChosen);
      if (facts.dimensions.every(({ rating }) => rating === null)) return "";
      return chosen.length === 0
        ? words.t("noneChosen")
        : words.t("chosen", { names: chosen.map((part) => promptOf(section, part, locale)).join(", ") });
    }
    default:
      return "";
  }
}

export const isChosen = ({ rating }: RatedPart) => rating !== null && rating > 0;

/** The prompt of the sheet that names a rated part. */
export function promptOf(section: Section, part: RatedPart, locale: Locale): string {
  return section.prompts.find(({ id }) => id === part.prompt)?.[locale] ?? part.prompt;
}
