import type { RowListId } from "#shared/sheet/fields.ts";

// What a row of each list is, as the messages name it.
const words = {
  people: "person",
  partners: "partner",
  stakeholders: "stakeholder",
  "governance.bodies": "body",
  strategyLinks: "strategyLink",
  communicationPlan: "communication",
  objectives: "objective",
  actions: "action",
  deliverables: "deliverable",
  resources: "resource",
  citizenInvolvement: "involvement",
  technologies: "technology",
  "budget.lines": "budgetLine",
  "budget.fundingSources": "fundingSource",
  legal: "obligation",
  executionUpdates: "update",
  indicators: "indicator",
  satisfactionMeasures: "satisfactionMeasure",
  meetings: "meeting",
  decisions: "decision",
  "evaluation.indicatorResults": "indicatorResult",
  "evaluation.correctiveActions": "correctiveAction",
  resultsCommunication: "resultsCommunication",
} as const satisfies Partial<Record<RowListId, string>>;

const isNamed = (list: RowListId): list is keyof typeof words => Object.hasOwn(words, list);

export function rowWord(list: RowListId) {
  return isNamed(list) ? words[list] : "row";
}
