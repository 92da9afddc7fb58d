// The small picture of a section's content: one per kind, whatever the section.

import { Axes } from "#client/features/sheet/pictures/Axes.tsx";
import { Gauge } from "#client/features/sheet/pictures/Gauge.tsx";
import { ItemList } from "#client/features/sheet/pictures/ItemList.tsx";
import { Meters } from "#client/features/sheet/pictures/Meters.tsx";
import { People } from "#client/features/sheet/pictures/People.tsx";
import { ShareBar } from "#client/features/sheet/pictures/ShareBar.tsx";
import { StepCells } from "#client/features/sheet/pictures/StepCells.tsx";
import { TickBoxes } from "#client/features/sheet/pictures/TickBoxes.tsx";
import { Timeline } from "#client/features/sheet/pictures/Timeline.tsx";
import type { Section } from "#shared/sheet/sections.ts";
import { type Card, isChosen, promptOf } from "./useCard.ts";
import { useSheetWords } from "./useSheetWords.ts";

type Props = { section: Section; card: Card };

/** A strip stands right under the sentence. Its name says how high it is. */
export function stripOf({ facts, state }: Card): "cells" | "axes" | "boxes" | null {
  switch (facts.kind) {
    case "sustainability":
      return "axes";
    case "smart_dimensions":
      return "boxes";
    case "actions_actual":
    case "technologies_actual":
    case "legal_actual":
    case "communication_rows":
      return facts.steps.length > 0 && state !== "empty" ? "cells" : null;
    case "budget_actual":
      return facts.share !== null && state !== "empty" ? "cells" : null;
    default:
      return null;
  }
}

export function SectionStrip({ section, card: { facts, locale } }: Props) {
  switch (facts.kind) {
    case "rated_item":
      return <Gauge rating={facts.rating} scale={facts.scale} />;
    case "sustainability":
      return (
        <Axes
          axes={facts.axes.map((axis) => ({
            id: axis.prompt,
            label: promptOf(section, axis, locale),
            rating: axis.rating,
          }))}
          scale={facts.scale}
          lang={locale}
        />
      );
    case "smart_dimensions":
      return (
        <TickBoxes
          boxes={facts.dimensions.map((part) => ({
            id: part.prompt,
            label: promptOf(section, part, locale),
            ticked: isChosen(part),
          }))}
          lang={locale}
        />
      );
    case "actions_actual":
    case "technologies_actual":
    case "legal_actual":
    case "communication_rows":
      return <StepCells steps={facts.steps} />;
    case "budget_actual":
      return facts.share === null ? null : <ShareBar share={facts.share} />;
    default:
      return null;
  }
}

/** A filling takes the room that is left. Notes come first: all but the indicators give way to them. */
export function hasFilling({ facts, notes, state }: Card): boolean {
  if (state === "empty") return false;
  switch (facts.kind) {
    case "people":
      return facts.leads.length + facts.members.length + facts.partners.length > 0;
    case "committee":
      return facts.members.length + facts.externals.length > 0;
    case "actions_planned":
      return facts.spans.length > 0 && notes.length === 0;
    case "indicators":
    case "indicator_results":
      return facts.meters.length > 0;
    case "resources_actual":
      return facts.meters.length > 0 && notes.length === 0;
    case "communication_rows":
    case "objectives":
    case "resources_planned":
    case "technologies_planned":
    case "budget_planned":
    case "satisfaction_planned":
    case "satisfaction_actual":
    case "corrective_actions":
    case "results_communication":
      return facts.items.length > 0 && notes.length === 0;
    case "legal_planned":
      return facts.domains.length > 0 && notes.length === 0;
    default:
      return false;
  }
}

export function SectionFilling({ section, card: { facts } }: Props) {
  const { option } = useSheetWords();
  switch (facts.kind) {
    case "people":
    case "committee":
      return <People facts={facts} />;
    case "actions_planned":
      return <Timeline spans={facts.spans} />;
    case "indicators":
      return <Meters meters={facts.meters} against="meterName" />;
    case "indicator_results":
      return <Meters meters={facts.meters} against="meterName" verdict />;
    case "resources_actual":
      return <Meters meters={facts.meters} against="plannedName" />;
    case "communication_rows":
    case "objectives":
    case "resources_planned":
    case "technologies_planned":
    case "budget_planned":
    case "satisfaction_planned":
    case "satisfaction_actual":
    case "corrective_actions":
    case "results_communication":
      return <ItemList items={facts.items} wide={isWide(section)} />;
    case "legal_planned":
      return (
        <ItemList
          items={facts.domains.map((domain) => ({ id: domain, text: option("legalDomain", domain) }))}
        />
      );
    default:
      return null;
  }
}

/** Clearly wider than a topic's column. */
export function isWide({ place }: Section): boolean {
  return "row" in place && place.width >= 6;
}
