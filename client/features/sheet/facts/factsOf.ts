import type { Board } from "#shared/board/roots.ts";
import { type Row, rowString, rowsOf, rowValue } from "#shared/board/rows.ts";
import { readValue } from "#shared/board/values.ts";
import { scaleOf } from "#shared/sheet/scales.ts";
import { type Section, type SectionId, sectionOf } from "#shared/sheet/sections.ts";
import type { Facts, Item, RatedPart } from "./facts.ts";
import { metersOf, quantityMeters, resultMeters } from "./meters.ts";
import { budgetPlanned, budgetSpent } from "./money.ts";
import { committeeFacts, teamFacts } from "./peopleFacts.ts";
import { countWhere, dayFrom, daysIn, numberFrom, sumOf } from "./reading.ts";
import { planOf, stepsOf } from "./work.ts";

export function factsOf(board: Board, sectionId: SectionId): Facts {
  const section = sectionOf(sectionId);
  switch (section.kind) {
    case "short_text":
    case "value_proposition":
    case "diagnosis":
      return { kind: section.kind };
    case "people":
      return { kind: section.kind, ...teamFacts(board) };
    case "committee":
      return { kind: section.kind, ...committeeFacts(board) };
    case "rated_item": {
      const rating = ratingFields(section)[0];
      return {
        kind: section.kind,
        rating: rating === undefined ? null : numberFrom(readValue(board, rating.path)),
        scale: scaleOf("prereqRating"),
      };
    }
    case "sustainability":
      return { kind: section.kind, axes: ratedParts(board, section), scale: scaleOf("sustainabilityRating") };
    case "smart_dimensions":
      return { kind: section.kind, dimensions: ratedParts(board, section) };
    case "communication_rows": {
      const rows = rowsOf(board, "communicationPlan");
      return { kind: section.kind, steps: stepsOf(rows, "status"), items: itemsOf(rows, "target") };
    }
    case "objectives": {
      const rows = rowsOf(board, "objectives");
      const strategic = countWhere(rows, "level", "strategic");
      return {
        kind: section.kind,
        strategic,
        operational: rows.length - strategic,
        items: itemsOf(rows, "text"),
      };
    }
    case "actions_planned":
      return { kind: section.kind, ...planOf(rowsOf(board, "actions")) };
    case "resources_planned": {
      const rows = rowsOf(board, "resources");
      const ways = rowsOf(board, "citizenInvolvement");
      return {
        kind: section.kind,
        count: rows.length,
        ways: ways.length,
        items: [...itemsOf(rows, "description"), ...itemsOf(ways, "method")],
      };
    }
    case "technologies_planned": {
      const rows = rowsOf(board, "technologies");
      return {
        kind: section.kind,
        count: rows.length,
        existing: countWhere(rows, "techOrigin", "existing"),
        items: itemsOf(rows, "name"),
      };
    }
    case "budget_planned":
      return { kind: section.kind, ...budgetPlanned(board) };
    case "legal_planned": {
      const rows = rowsOf(board, "legal").filter((row) => rowValue(row, "applies") !== "no");
      const domains = rows.map((row) => rowValue(row, "legalDomain")).filter((domain) => isText(domain));
      return {
        kind: section.kind,
        count: rows.length,
        toCheck: countWhere(rows, "applies", "to_check"),
        domains: [...new Set(domains)],
      };
    }
    case "dated_update": {
      const latest = latestOf(rowsOf(board, "executionUpdates"), "date");
      const health = latest === undefined ? null : rowValue(latest, "health");
      return {
        kind: section.kind,
        day: latest === undefined ? null : dayFrom(rowValue(latest, "date")),
        health: isText(health) ? health : null,
      };
    }
    case "actions_actual":
      return { kind: section.kind, steps: stepsOf(rowsOf(board, "actions"), "status") };
    case "technologies_actual":
      return { kind: section.kind, steps: stepsOf(rowsOf(board, "technologies"), "techStatus") };
    case "legal_actual": {
      const rows = rowsOf(board, "legal").filter((row) => rowValue(row, "applies") !== "no");
      return { kind: section.kind, steps: stepsOf(rows, "compliance") };
    }
    case "resources_actual": {
      const rows = rowsOf(board, "resources");
      const meters = quantityMeters(rows);
      return { kind: section.kind, count: rows.length, used: meters.length, meters };
    }
    case "budget_actual":
      return { kind: section.kind, ...budgetSpent(board) };
    case "indicators":
      return { kind: section.kind, meters: metersOf(board) };
    case "indicator_results":
      return { kind: section.kind, meters: resultMeters(board) };
    case "satisfaction_planned": {
      const rows = rowsOf(board, "satisfactionMeasures");
      return {
        kind: section.kind,
        count: rows.length,
        first: daysIn(rows, "plannedDate")[0] ?? null,
        items: itemsOf(rows, "audience"),
      };
    }
    case "satisfaction_actual": {
      const rows = rowsOf(board, "satisfactionMeasures");
      const used = rows.filter((row) => rowValue(row, "used") === true);
      return {
        kind: section.kind,
        count: rows.length,
        done: used.length,
        answers: sumOf(used, "responses") ?? 0,
        items: itemsOf(used, "audience", (row) => ({ count: numberFrom(rowValue(row, "responses")) })),
      };
    }
    case "meeting": {
      const meetings = rowsOf(board, "meetings").filter((row) => rowValue(row, "kind") === "evaluation");
      return {
        kind: section.kind,
        day: daysIn(meetings, "date").at(-1) ?? null,
        convened: dayFrom(readValue(board, "evaluation.convenedOn")),
      };
    }
    case "corrective_actions": {
      const needed = readValue(board, "evaluation.correctiveNeeded");
      const rows = rowsOf(board, "evaluation.correctiveActions");
      const actions = new Map(rowsOf(board, "actions").map((row) => [row.id, rowString(row, "title")]));
      return {
        kind: section.kind,
        needed: typeof needed === "boolean" ? needed : null,
        items: rows.map((row) => ({
          id: row.id,
          text: actions.get(String(rowValue(row, "actionId"))) || rowString(row, "trigger"),
        })),
      };
    }
    case "results_communication": {
      const rows = rowsOf(board, "resultsCommunication");
      const open = rows.filter((row) => dayFrom(rowValue(row, "actualDate")) === null);
      return {
        kind: section.kind,
        count: rows.length,
        done: rows.length - open.length,
        next: daysIn(open, "plannedDate")[0] ?? null,
        items: itemsOf(rows, "format", (row) => ({
          day: dayFrom(rowValue(row, "actualDate")) ?? dayFrom(rowValue(row, "plannedDate")),
        })),
      };
    }
  }
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

function itemsOf(rows: readonly Row[], key: string, more: (row: Row) => Partial<Item> = () => ({})): Item[] {
  return rows
    .map((row) => ({ id: row.id, text: rowString(row, key).trim(), ...more(row) }))
    .filter((item) => item.text !== "");
}

function latestOf(rows: readonly Row[], key: string): Row | undefined {
  const dated = rows.filter((row) => dayFrom(rowValue(row, key)) !== null);
  return dated.reduce<Row | undefined>(
    (latest, row) =>
      latest === undefined || String(rowValue(row, key)) >= String(rowValue(latest, key)) ? row : latest,
    undefined,
  );
}

function ratingFields(section: Section) {
  return section.blocks
    .flatMap((block) => (block.type === "fields" ? block.fields : []))
    .filter((field) => field.type === "rating");
}

// A block of such a section is named like the prompt whose rating it holds.
function ratedParts(board: Board, section: Section): RatedPart[] {
  return section.blocks.flatMap((block) => {
    if (block.type !== "fields") return [];
    return block.fields
      .filter((field) => field.type === "rating")
      .map((field) => ({ prompt: block.id, rating: numberFrom(readValue(board, field.path)) }));
  });
}
