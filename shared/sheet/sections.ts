// The 31 sections of the SPMM sheet, in the order of the printed sheet: wording, kind, phase and place.
// Model: Smart City Institute, HEC Liège – ULiège (December 2020). French is the wording of the sheet
// (two slips put right); English and Dutch are our translation. A new section is an entry here.
import type { Block } from "./fields.ts";
import { type Kind, kinds } from "./kinds.ts";
import type { LocalText } from "./locale.ts";
import type { PhaseId } from "./phases.ts";

export type Place =
  | { row: "frame" | "context" | "planning" | "execution" | "evaluation"; column: number; width: number }
  | { header: "execution" | "evaluation" };

type SectionEntry = {
  id: string;
  phase: PhaseId;
  kind: Kind;
  heading: LocalText;
  prompts: readonly ({ id: string } & LocalText)[];
  place: Place;
  /** Base of the relative paths of its kind ("." + name), for kinds used by several sections. */
  path?: string;
  /** The other side of the same rows: planned, actual or evaluated. */
  pairedWith?: string;
  /** From this stage of the project on, an empty section is worth a finding. */
  expectedFromStage: string;
};

const entries = [
  {
    id: "project_title",
    phase: "frame",
    kind: "short_text",
    heading: { fr: "Titre du projet", en: "Project title", nl: "Projecttitel" },
    prompts: [],
    place: { row: "frame", column: 0, width: 8 },
    expectedFromStage: "idea",
  },
  {
    id: "value_proposition",
    phase: "frame",
    kind: "value_proposition",
    heading: { fr: "Proposition de valeur", en: "Value proposition", nl: "Waardepropositie" },
    prompts: [
      { id: "services", fr: "Quel(s) service(s) ?", en: "Which service(s)?", nl: "Welke dienst(en)?" },
      {
        id: "solutions",
        fr: "Quelle(s) solution(s) ?",
        en: "Which solution(s)?",
        nl: "Welke oplossing(en)?",
      },
    ],
    place: { row: "frame", column: 0, width: 8 },
    expectedFromStage: "workshop",
  },
  {
    id: "project_team",
    phase: "frame",
    kind: "people",
    heading: { fr: "Équipe projet", en: "Project team", nl: "Projectteam" },
    prompts: [],
    place: { row: "frame", column: 8, width: 6 },
    expectedFromStage: "workshop",
  },
  {
    id: "monitoring_committee",
    phase: "frame",
    kind: "committee",
    heading: {
      fr: "Comité de suivi / d’évaluation",
      en: "Monitoring/evaluation committee",
      nl: "Opvolgings-/evaluatiecomité",
    },
    prompts: [
      {
        id: "composition",
        fr: "Composition (acteurs internes et/ou externes)",
        en: "Composition (internal and/or external actors)",
        nl: "Samenstelling (interne en/of externe actoren)",
      },
    ],
    place: { row: "frame", column: 14, width: 5 },
    expectedFromStage: "planning",
  },
  {
    id: "prereq_strategic_vision",
    phase: "prerequisites",
    kind: "rated_item",
    heading: { fr: "Vision stratégique", en: "Strategic vision", nl: "Strategische visie" },
    prompts: [],
    place: { row: "frame", column: 19, width: 9 },
    path: "prerequisites.strategicVision",
    expectedFromStage: "workshop",
  },
  {
    id: "prereq_political_will",
    phase: "prerequisites",
    kind: "rated_item",
    heading: { fr: "Volonté politique", en: "Political will", nl: "Politieke wil" },
    prompts: [],
    place: { row: "frame", column: 19, width: 9 },
    path: "prerequisites.politicalWill",
    expectedFromStage: "workshop",
  },
  {
    id: "prereq_leadership",
    phase: "prerequisites",
    kind: "rated_item",
    heading: { fr: "Leadership", en: "Leadership", nl: "Leiderschap" },
    prompts: [],
    place: { row: "frame", column: 19, width: 9 },
    path: "prerequisites.leadership",
    expectedFromStage: "workshop",
  },
  {
    id: "prereq_external_openness",
    phase: "prerequisites",
    kind: "rated_item",
    heading: {
      fr: "Ouverture vers l’extérieur",
      en: "Openness to the outside world",
      nl: "Openheid naar buiten",
    },
    prompts: [],
    place: { row: "frame", column: 19, width: 9 },
    path: "prerequisites.externalOpenness",
    expectedFromStage: "workshop",
  },
  {
    id: "diagnosis",
    phase: "planning",
    kind: "diagnosis",
    heading: { fr: "Diagnostic", en: "Diagnosis", nl: "Diagnose" },
    prompts: [
      { id: "territorial", fr: "Territorial/global", en: "Territorial/overall", nl: "Territoriaal/globaal" },
      { id: "specific", fr: "Spécifique", en: "Specific", nl: "Specifiek" },
    ],
    place: { row: "context", column: 0, width: 10 },
    expectedFromStage: "planning",
  },
  {
    id: "sustainability",
    phase: "planning",
    kind: "sustainability",
    heading: { fr: "Durabilité", en: "Sustainability", nl: "Duurzaamheid" },
    prompts: [
      { id: "social", fr: "Sociale", en: "Social", nl: "Sociaal" },
      { id: "economic", fr: "Économique", en: "Economic", nl: "Economisch" },
      { id: "environmental", fr: "Environnementale", en: "Environmental", nl: "Ecologisch" },
    ],
    place: { row: "context", column: 10, width: 7 },
    expectedFromStage: "planning",
  },
  {
    id: "smart_dimensions",
    phase: "planning",
    kind: "smart_dimensions",
    heading: { fr: "Dimensions smart", en: "Smart dimensions", nl: "Smart-dimensies" },
    prompts: [
      { id: "people", fr: "PEOPLE", en: "People", nl: "Mensen (People)" },
      { id: "environment", fr: "ENVIRONMENT", en: "Environment", nl: "Milieu (Environment)" },
      { id: "mobility", fr: "MOBILITY", en: "Mobility", nl: "Mobiliteit (Mobility)" },
      { id: "living", fr: "LIVING", en: "Living", nl: "Leefkwaliteit (Living)" },
      { id: "governance", fr: "GOVERNANCE", en: "Governance", nl: "Bestuur (Governance)" },
      { id: "economy", fr: "ECONOMY", en: "Economy", nl: "Economie (Economy)" },
    ],
    place: { row: "context", column: 17, width: 11 },
    expectedFromStage: "planning",
  },
  {
    id: "communication_strategy",
    phase: "planning",
    kind: "communication_rows",
    heading: { fr: "Stratégie de communication", en: "Communication strategy", nl: "Communicatiestrategie" },
    prompts: [
      {
        id: "target_channel_message",
        fr: "Cibles ? Canaux ? Messages ?",
        en: "Targets? Channels? Messages?",
        nl: "Doelgroepen? Kanalen? Boodschappen?",
      },
    ],
    place: { row: "planning", column: 24, width: 4 },
    expectedFromStage: "planning",
  },
  {
    id: "objectives",
    phase: "planning",
    kind: "objectives",
    heading: { fr: "Objectifs", en: "Objectives", nl: "Doelstellingen" },
    prompts: [
      {
        id: "objectives",
        fr: "Quels sont les objectifs stratégiques et les objectifs opérationnels du projet ?",
        en: "What are the strategic objectives and the operational objectives of the project?",
        nl: "Wat zijn de strategische en de operationele doelstellingen van het project?",
      },
    ],
    place: { row: "planning", column: 0, width: 4 },
    expectedFromStage: "planning",
  },
  {
    id: "plan_actions",
    phase: "planning",
    kind: "actions_planned",
    heading: { fr: "Plan d’action", en: "Action plan", nl: "Actieplan" },
    prompts: [
      {
        id: "actions",
        fr: "Quelles sont les actions et les initiatives à mettre en œuvre pour atteindre les objectifs ?",
        en: "Which actions and initiatives are to be implemented to achieve the objectives?",
        nl: "Welke acties en initiatieven moeten worden uitgevoerd om de doelstellingen te bereiken?",
      },
      {
        id: "calendar",
        fr: "Quel est le calendrier prévisionnel de leur mise en œuvre ?",
        en: "What is the provisional timetable for their implementation?",
        nl: "Wat is de voorlopige planning voor de uitvoering ervan?",
      },
    ],
    place: { row: "planning", column: 4, width: 4 },
    pairedWith: "exec_actions",
    expectedFromStage: "planning",
  },
  {
    id: "plan_resources",
    phase: "planning",
    kind: "resources_planned",
    heading: { fr: "Ressources", en: "Resources", nl: "Middelen" },
    prompts: [
      {
        id: "resources",
        fr: "Quelles sont les ressources (internes/externes) estimées nécessaires à l’exécution du projet ?",
        en: "What (internal/external) resources are estimated to be necessary for carrying out the project?",
        nl: "Welke (interne/externe) middelen worden naar schatting nodig geacht voor de uitvoering van het project?",
      },
      {
        id: "citizens",
        fr: "De quelle(s) manière(s) les citoyens seront-ils impliqués ?",
        en: "In what way(s) will citizens be involved?",
        nl: "Op welke manier(en) zullen de burgers worden betrokken?",
      },
    ],
    place: { row: "planning", column: 8, width: 4 },
    pairedWith: "exec_resources",
    expectedFromStage: "planning",
  },
  {
    id: "plan_technologies",
    phase: "planning",
    kind: "technologies_planned",
    heading: { fr: "Technologies", en: "Technologies", nl: "Technologieën" },
    prompts: [
      {
        id: "devices",
        fr: "Quels types de dispositifs technologiques seront mis en œuvre ?",
        en: "What types of technological solutions will be deployed?",
        nl: "Welke soorten technologische voorzieningen zullen worden ingezet?",
      },
      {
        id: "existing",
        fr: "Des technologies déjà en place peuvent-elles être utilisées ?",
        en: "Can technologies already in place be used?",
        nl: "Kunnen reeds aanwezige technologieën worden gebruikt?",
      },
    ],
    place: { row: "planning", column: 12, width: 4 },
    pairedWith: "exec_technologies",
    expectedFromStage: "planning",
  },
  {
    id: "plan_finance",
    phase: "planning",
    kind: "budget_planned",
    heading: { fr: "Finances", en: "Finances", nl: "Financiën" },
    prompts: [
      {
        id: "total_split",
        fr: "Quel est le montant total estimé de l’enveloppe financière ? De quelle manière se répartit-elle ?",
        en: "What is the estimated total amount of the budget? How is it broken down?",
        nl: "Wat is het geraamde totaalbedrag van het budget? Hoe wordt het verdeeld?",
      },
      {
        id: "cost_benefit",
        fr: "Le projet engendrera-t-il un coût ou un bénéfice ?",
        en: "Will the project generate a cost or a benefit?",
        nl: "Zal het project een kost of een opbrengst met zich meebrengen?",
      },
    ],
    place: { row: "planning", column: 16, width: 4 },
    pairedWith: "exec_finance",
    expectedFromStage: "planning",
  },
  {
    id: "plan_legal",
    phase: "planning",
    kind: "legal_planned",
    heading: { fr: "Légal", en: "Legal", nl: "Juridisch" },
    prompts: [
      {
        id: "provisions",
        fr: "À quels types de dispositions légales le projet sera-t-il soumis ?",
        en: "To what types of legal provisions will the project be subject?",
        nl: "Aan welke soorten wettelijke bepalingen zal het project onderworpen zijn?",
      },
    ],
    place: { row: "planning", column: 20, width: 4 },
    pairedWith: "exec_legal",
    expectedFromStage: "planning",
  },
  {
    id: "execution_update",
    phase: "execution",
    kind: "dated_update",
    heading: { fr: "Date de la mise à jour :", en: "Date of update:", nl: "Datum van de bijwerking:" },
    prompts: [],
    place: { header: "execution" },
    expectedFromStage: "execution",
  },
  {
    id: "exec_actions",
    phase: "execution",
    kind: "actions_actual",
    heading: { fr: "Plan d’action", en: "Action plan", nl: "Actieplan" },
    prompts: [
      {
        id: "actions",
        fr: "Quelles sont les actions et les initiatives effectivement mises en œuvre pour atteindre les objectifs ?",
        en: "Which actions and initiatives have actually been implemented to achieve the objectives?",
        nl: "Welke acties en initiatieven zijn daadwerkelijk uitgevoerd om de doelstellingen te bereiken?",
      },
      {
        id: "calendar",
        fr: "Quel est le calendrier actualisé de leur mise en œuvre ?",
        en: "What is the updated timetable for their implementation?",
        nl: "Wat is de bijgewerkte planning voor de uitvoering ervan?",
      },
    ],
    place: { row: "execution", column: 4, width: 4 },
    pairedWith: "plan_actions",
    expectedFromStage: "execution",
  },
  {
    id: "exec_resources",
    phase: "execution",
    kind: "resources_actual",
    heading: { fr: "Ressources", en: "Resources", nl: "Middelen" },
    prompts: [
      {
        id: "resources",
        fr: "Quelles sont les ressources (internes/externes) mobilisées pour l’exécution du projet ?",
        en: "What (internal/external) resources are mobilised for carrying out the project?",
        nl: "Welke (interne/externe) middelen worden ingezet voor de uitvoering van het project?",
      },
      {
        id: "citizens",
        fr: "De quelle(s) manière(s) les citoyens sont-ils impliqués ?",
        en: "In what way(s) are citizens involved?",
        nl: "Op welke manier(en) worden de burgers betrokken?",
      },
    ],
    place: { row: "execution", column: 8, width: 4 },
    pairedWith: "plan_resources",
    expectedFromStage: "execution",
  },
  {
    id: "exec_technologies",
    phase: "execution",
    kind: "technologies_actual",
    heading: { fr: "Technologies", en: "Technologies", nl: "Technologieën" },
    prompts: [
      {
        id: "devices",
        fr: "Quels types de dispositifs technologiques sont mis en œuvre ?",
        en: "What types of technological solutions are being deployed?",
        nl: "Welke soorten technologische voorzieningen worden ingezet?",
      },
    ],
    place: { row: "execution", column: 12, width: 4 },
    pairedWith: "plan_technologies",
    expectedFromStage: "execution",
  },
  {
    id: "exec_finance",
    phase: "execution",
    kind: "budget_actual",
    heading: { fr: "Finances", en: "Finances", nl: "Financiën" },
    prompts: [
      {
        id: "consumed",
        fr: "Quelle part du budget est consommée à la mise à jour ?",
        en: "What share of the budget has been spent at the time of the update?",
        nl: "Welk deel van het budget is verbruikt op het moment van de bijwerking?",
      },
      {
        id: "total_split",
        fr: "Quel est le montant total de l’enveloppe financière utilisée ? De quelle manière se répartit-elle ?",
        en: "What is the total amount of the budget used? How is it broken down?",
        nl: "Wat is het totaalbedrag van het gebruikte budget? Hoe wordt het verdeeld?",
      },
      {
        id: "cost_benefit",
        fr: "Le projet engendre-t-il un coût ou un bénéfice ?",
        en: "Does the project generate a cost or a benefit?",
        nl: "Brengt het project een kost of een opbrengst met zich mee?",
      },
    ],
    place: { row: "execution", column: 16, width: 4 },
    pairedWith: "plan_finance",
    expectedFromStage: "execution",
  },
  {
    id: "exec_legal",
    phase: "execution",
    kind: "legal_actual",
    heading: { fr: "Légal", en: "Legal", nl: "Juridisch" },
    prompts: [
      {
        id: "provisions",
        fr: "À quels types de dispositions légales le projet est-il soumis ?",
        en: "To what types of legal provisions is the project subject?",
        nl: "Aan welke soorten wettelijke bepalingen is het project onderworpen?",
      },
    ],
    place: { row: "execution", column: 20, width: 4 },
    pairedWith: "plan_legal",
    expectedFromStage: "execution",
  },
  {
    id: "indicators_defined",
    phase: "execution",
    kind: "indicators",
    heading: { fr: "Indicateurs", en: "Indicators", nl: "Indicatoren" },
    prompts: [
      {
        id: "indicators",
        fr: "Quels sont les indicateurs définis afin de mesurer l’avancement du projet ?",
        en: "What indicators have been defined to measure the progress of the project?",
        nl: "Welke indicatoren zijn vastgelegd om de voortgang van het project te meten?",
      },
    ],
    place: { row: "execution", column: 0, width: 4 },
    pairedWith: "eval_indicators",
    expectedFromStage: "planning",
  },
  {
    id: "satisfaction_defined",
    phase: "execution",
    kind: "satisfaction_planned",
    heading: {
      fr: "Satisfaction client et implication citoyenne",
      en: "Customer satisfaction and citizen involvement",
      nl: "Klanttevredenheid en burgerbetrokkenheid",
    },
    prompts: [
      {
        id: "indicators",
        fr: "Quels sont les indicateurs de mesure définis ?",
        en: "What measurement indicators have been defined?",
        nl: "Welke meetindicatoren zijn vastgelegd?",
      },
      {
        id: "instruments",
        fr: "Des dispositifs de mesure sont-ils prévus (sondage, questionnaire...)?",
        en: "Are measuring instruments planned (survey, questionnaire, etc.)?",
        nl: "Zijn er meetinstrumenten gepland (enquête, vragenlijst ...)?",
      },
    ],
    place: { row: "execution", column: 24, width: 4 },
    pairedWith: "eval_satisfaction",
    expectedFromStage: "planning",
  },
  {
    id: "evaluation_meeting",
    phase: "evaluation",
    kind: "meeting",
    heading: {
      fr: "Réunir le comité d’évaluation",
      en: "Convene the Evaluation committee",
      nl: "Het evaluatiecomité samenroepen",
    },
    prompts: [],
    place: { header: "evaluation" },
    expectedFromStage: "evaluation",
  },
  {
    id: "eval_indicators",
    phase: "evaluation",
    kind: "indicator_results",
    heading: { fr: "Indicateurs", en: "Indicators", nl: "Indicatoren" },
    prompts: [
      {
        id: "used",
        fr: "Quels sont les indicateurs de mesure effectivement utilisés afin d’évaluer le projet ?",
        en: "Which measurement indicators were actually used to evaluate the project?",
        nl: "Welke meetindicatoren zijn daadwerkelijk gebruikt om het project te evalueren?",
      },
      {
        id: "results",
        fr: "Quels sont les résultats atteints ?",
        en: "What results have been achieved?",
        nl: "Welke resultaten zijn bereikt?",
      },
    ],
    place: { row: "evaluation", column: 0, width: 4 },
    pairedWith: "indicators_defined",
    expectedFromStage: "evaluation",
  },
  {
    id: "corrective_actions",
    phase: "evaluation",
    kind: "corrective_actions",
    heading: { fr: "Actions correctrices ?", en: "Corrective actions?", nl: "Corrigerende acties?" },
    prompts: [
      {
        id: "new_actions",
        fr: "De nouvelles actions sont-elles à planifier et à mettre en œuvre ?",
        en: "Are there new actions to be planned and implemented?",
        nl: "Moeten er nieuwe acties worden gepland en uitgevoerd?",
      },
    ],
    place: { row: "evaluation", column: 4, width: 4 },
    expectedFromStage: "evaluation",
  },
  {
    id: "eval_satisfaction",
    phase: "evaluation",
    kind: "satisfaction_actual",
    heading: {
      fr: "Satisfaction client et implication citoyenne",
      en: "Customer satisfaction and citizen involvement",
      nl: "Klanttevredenheid en burgerbetrokkenheid",
    },
    prompts: [
      {
        id: "indicators",
        fr: "Quels sont les indicateurs de mesure utilisés ?",
        en: "What measurement indicators were used?",
        nl: "Welke meetindicatoren zijn gebruikt?",
      },
      {
        id: "instruments",
        fr: "Des dispositifs de mesure ont-ils été utilisés (sondage, questionnaire...)?",
        en: "Were measuring instruments used (survey, questionnaire, etc.)?",
        nl: "Werden er meetinstrumenten gebruikt (enquête, vragenlijst ...)?",
      },
      {
        id: "results",
        fr: "Quels sont les résultats obtenus ?",
        en: "What results were obtained?",
        nl: "Welke resultaten zijn behaald?",
      },
    ],
    place: { row: "evaluation", column: 20, width: 8 },
    pairedWith: "satisfaction_defined",
    expectedFromStage: "evaluation",
  },
  {
    id: "results_communication",
    phase: "evaluation",
    kind: "results_communication",
    heading: {
      fr: "Communication des résultats",
      en: "Communication of results",
      nl: "Communicatie van de resultaten",
    },
    prompts: [
      {
        id: "formats",
        fr: "Sous quel(s) format(s) les résultats seront-ils communiqués ?",
        en: "In what format(s) will the results be communicated?",
        nl: "In welke vorm(en) zullen de resultaten worden gecommuniceerd?",
      },
      {
        id: "recipients",
        fr: "Qui sont les destinataires de cette communication ?",
        en: "Who are the recipients of this communication?",
        nl: "Wie zijn de bestemmelingen van deze communicatie?",
      },
    ],
    place: { row: "evaluation", column: 8, width: 12 },
    expectedFromStage: "evaluation",
  },
] as const satisfies readonly SectionEntry[];

export type SectionId = (typeof entries)[number]["id"];

export type Section = Omit<SectionEntry, "id" | "pairedWith" | "path"> & {
  id: SectionId;
  order: number;
  pairedWith: SectionId | null;
  blocks: readonly Block[];
};

export const sections: readonly Section[] = entries.map((entry: SectionEntry & { id: SectionId }, index) => ({
  id: entry.id,
  order: index + 1,
  phase: entry.phase,
  kind: entry.kind,
  heading: entry.heading,
  prompts: entry.prompts,
  place: entry.place,
  pairedWith: entries.find((other) => other.id === entry.pairedWith)?.id ?? null,
  expectedFromStage: entry.expectedFromStage,
  blocks: kinds[entry.kind].map((block) =>
    block.type === "fields" ? placeFields(block, entry.path) : block,
  ),
}));

function placeFields(block: Extract<Block, { type: "fields" }>, base: string | undefined): Block {
  if (base === undefined) return block;
  return {
    ...block,
    fields: block.fields.map((field) =>
      field.path.startsWith(".") ? { ...field, path: base + field.path } : field,
    ),
  };
}

const byId = new Map<string, Section>(sections.map((section) => [section.id, section]));

export function isSectionId(value: unknown): value is SectionId {
  return typeof value === "string" && byId.has(value);
}

export function sectionOf(id: SectionId): Section {
  const section = byId.get(id);
  if (section === undefined) throw new Error(`no section ${id} on the sheet`);
  return section;
}

/** Sections standing in one row of the sheet, left to right. */
export function sectionsInRow(row: string): Section[] {
  return sections
    .filter((section) => "row" in section.place && section.place.row === row)
    .sort((a, b) => columnOf(a) - columnOf(b) || a.order - b.order);
}

function columnOf(section: Section): number {
  return "row" in section.place ? section.place.column : 0;
}
