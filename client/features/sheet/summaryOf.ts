// What the rows of a section come to, in one sentence of the interface's language.
import type { useTranslations } from "use-intl";
import type { Facts, Meter, Step } from "#client/features/sheet/facts/facts.ts";
import type { EnumId } from "#shared/sheet/enums.ts";

export type Speech = {
  t: ReturnType<typeof useTranslations<"sheet">>;
  day: (date: string) => string;
  month: (date: string) => string;
  wholeMoney: (amount: number) => string;
  share: (part: number) => string;
  option: (id: EnumId, value: string) => string;
};

const countOf = (steps: readonly Step[], state: Step["state"]) =>
  steps.filter((step) => step.state === state).length;

/** "" where there are no rows, and for kinds that have none. */
export function summaryOf(facts: Facts, { t, day, month, wholeMoney, share, option }: Speech): string {
  switch (facts.kind) {
    case "short_text":
    case "value_proposition":
    case "diagnosis":
    case "rated_item":
    case "sustainability":
    case "smart_dimensions":
      return "";
    case "people": {
      const [leads, members, partners] = [facts.leads, facts.members, facts.partners].map(
        ({ length }) => length,
      );
      if (leads === 0 && members === 0 && partners === 0) return "";
      return t("teamCounts", { leads: leads ?? 0, members: members ?? 0, partners: partners ?? 0 });
    }
    case "committee": {
      const external = facts.externals.length;
      const count = facts.members.length + external;
      if (count === 0) return "";
      return external === 0 ? t("committeeCounts", { count }) : t("committeeExternal", { count, external });
    }
    case "communication_rows": {
      const count = facts.steps.length;
      return count === 0 ? "" : t("summary.messages", { count, done: countOf(facts.steps, "done") });
    }
    case "objectives": {
      const { strategic, operational } = facts;
      if (strategic > 0 && operational > 0) return t("summary.objectives", { strategic, operational });
      if (strategic > 0) return t("summary.objectivesStrategic", { count: strategic });
      return operational > 0 ? t("summary.objectivesOperational", { count: operational }) : "";
    }
    case "actions_planned": {
      const { count, from, to } = facts;
      if (count === 0) return "";
      if (from === null || to === null) return t("summary.actions", { count });
      return month(from) === month(to)
        ? t("summary.actionsIn", { count, month: month(from) })
        : t("summary.actionsBetween", { count, from: month(from), to: month(to) });
    }
    case "actions_actual": {
      const count = facts.steps.length;
      const done = countOf(facts.steps, "done");
      const blocked = countOf(facts.steps, "blocked");
      if (count === 0) return "";
      return blocked === 0
        ? t("summary.actionsDone", { count, done })
        : t("summary.actionsDoneBlocked", { count, done, blocked });
    }
    case "resources_planned": {
      const { count, ways } = facts;
      if (count > 0 && ways > 0) return t("summary.resourcesAndWays", { count, ways });
      if (count > 0) return t("summary.resources", { count });
      return ways > 0 ? t("summary.ways", { ways }) : "";
    }
    case "resources_actual":
      return facts.count === 0 ? "" : t("summary.mobilised", { count: facts.count, used: facts.used });
    case "technologies_planned": {
      const { count, existing } = facts;
      if (count === 0) return "";
      return existing === 0
        ? t("summary.technologies", { count })
        : t("summary.technologiesExisting", { count, existing });
    }
    case "technologies_actual": {
      const count = facts.steps.length;
      return count === 0 ? "" : t("summary.deployed", { count, done: countOf(facts.steps, "done") });
    }
    case "budget_planned": {
      const { total, subsidised } = facts;
      if (total === null) return "";
      return subsidised === null || subsidised === 0
        ? t("summary.budget", { total: wholeMoney(total) })
        : t("summary.budgetSubsidy", { total: wholeMoney(total), share: share(subsidised) });
    }
    case "budget_actual": {
      const { spent, share: part } = facts;
      if (spent === null) return "";
      return part === null
        ? t("summary.spent", { spent: wholeMoney(spent) })
        : t("summary.spentShare", { spent: wholeMoney(spent), share: share(part) });
    }
    case "legal_planned": {
      const { count, toCheck } = facts;
      if (count === 0) return "";
      return toCheck === 0 ? t("summary.legal", { count }) : t("summary.legalToCheck", { count, toCheck });
    }
    case "legal_actual": {
      const count = facts.steps.filter(({ state }) => state !== "dropped").length;
      return count === 0 ? "" : t("summary.compliant", { count, done: countOf(facts.steps, "done") });
    }
    case "indicators": {
      const count = facts.meters.length;
      if (count === 0) return "";
      return facts.meters.every(({ actual }) => actual === null)
        ? t("summary.indicators", { count })
        : t("summary.indicatorsReached", { count, reached: reachedIn(facts.meters) });
    }
    case "indicator_results": {
      const count = facts.meters.length;
      return count === 0 ? "" : t("summary.targetsReached", { count, reached: reachedIn(facts.meters) });
    }
    case "satisfaction_planned": {
      const { count, first } = facts;
      if (count === 0) return "";
      return first === null
        ? t("summary.measures", { count })
        : t("summary.measuresFrom", { count, date: day(first) });
    }
    case "satisfaction_actual": {
      const { count, done, answers } = facts;
      if (count === 0) return "";
      return answers === 0
        ? t("summary.measuresDone", { count, done })
        : t("summary.measuresAnswers", { count, done, answers });
    }
    case "corrective_actions": {
      const count = facts.items.length;
      if (facts.needed === null && count === 0) return "";
      return facts.needed === false && count === 0
        ? t("summary.correctiveNo")
        : t("summary.correctiveYes", { count });
    }
    case "results_communication": {
      const { count, next, done } = facts;
      if (count === 0) return "";
      if (done === count) return t("summary.communicationsDone", { count });
      return next === null
        ? t("summary.communications", { count })
        : t("summary.communicationsFrom", { count, date: day(next) });
    }
    case "dated_update": {
      if (facts.day === null) return "";
      const health = facts.health === null ? "" : option("health", facts.health);
      return health === "" ? day(facts.day) : t("summary.update", { date: day(facts.day), health });
    }
    case "meeting":
      if (facts.day !== null) return day(facts.day);
      return facts.convened === null ? "" : t("summary.convened", { date: day(facts.convened) });
  }
}

const reachedIn = (meters: readonly Meter[]) => meters.filter(({ reached }) => reached === "yes").length;
