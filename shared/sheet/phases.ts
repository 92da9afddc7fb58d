// The phases of the sheet, top to bottom. The numbers 2 and 3 are inferred: the printed sheet shows only the 1.
import type { LocalText } from "./locale.ts";

export type PhaseId = "frame" | "prerequisites" | "planning" | "execution" | "evaluation";
export type Phase = { id: PhaseId; number: number | null; heading: LocalText };

export const phases: readonly Phase[] = [
  { id: "frame", number: null, heading: { fr: "Cadre du projet", en: "Project frame", nl: "Projectkader" } },
  {
    id: "prerequisites",
    number: null,
    heading: { fr: "Prérequis", en: "Prerequisites", nl: "Randvoorwaarden" },
  },
  { id: "planning", number: 1, heading: { fr: "1 Planification", en: "1 Planning", nl: "1 Planning" } },
  { id: "execution", number: 2, heading: { fr: "2 Exécution", en: "2 Execution", nl: "2 Uitvoering" } },
  { id: "evaluation", number: 3, heading: { fr: "3 Évaluation", en: "3 Evaluation", nl: "3 Evaluatie" } },
];

// Where the loop arrow goes: what the evaluation corrects is planned again.
export const loop = {
  from: "corrective_actions",
  to: "plan_actions",
  label: {
    fr: "Actions correctrices : retour en planification",
    en: "Corrective actions: back to planning",
    nl: "Corrigerende acties: terug naar planning",
  },
} as const;

// Columns of the sheet: 7 topics of 4 units each.
export const gridColumns = 28;
