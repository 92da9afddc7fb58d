// What each kind of section holds: blocks of fields at fixed places of the record, and lists of rows.
// A new kind is an entry here. Planned and actual sections are two sides of the same rows: their
// read-only fields name the row, the others edit this side. Labels: SPMM domain data 1.0.0.
import type { Option } from "./enums.ts";
import type { Block, Field, FieldType } from "./fields.ts";
import type { LocalText } from "./locale.ts";

type Words = readonly [fr: string, en: string, nl: string];

const words = ([fr, en, nl]: Words): LocalText => ({ fr, en, nl });

/** A field, its id the last part of its path unless told otherwise. */
function field(path: string, type: FieldType, label: Words, rest: Partial<Omit<Field, "label">> = {}): Field {
  const id = path.slice(path.lastIndexOf(".") + 1);
  return { id, path, type, label: words(label), required: false, ...rest };
}

const vatModes: readonly Option[] = [
  { value: "incl", fr: "TVA comprise", en: "VAT included", nl: "Btw inbegrepen" },
  { value: "excl", fr: "Hors TVA", en: "VAT excluded", nl: "Exclusief btw" },
];

const frameworks: readonly Option[] = [
  { value: "PST", fr: "PST", en: "PST", nl: "PST" },
  { value: "PCDR", fr: "PCDR", en: "PCDR", nl: "PCDR" },
  { value: "ACV", fr: "ACV", en: "ACV", nl: "ACV" },
  { value: "PCS", fr: "PCS", en: "PCS", nl: "PCS" },
  { value: "PAEDC", fr: "PAEDC", en: "PAEDC", nl: "PAEDC" },
  { value: "other", fr: "Autre", en: "Other", nl: "Andere" },
];

const personFields: readonly Field[] = [
  field(
    "displayName",
    "string",
    ["Nom ou fonction affichée", "Displayed name or function", "Naam of functie"],
    { required: true },
  ),
  field("projectRole", "enum", ["Rôle dans le projet", "Project role", "Rol in het project"], {
    required: true,
    enum: "projectRole",
  }),
  field("directorate", "string", ["Direction / service", "Directorate / service", "Directie / dienst"]),
  field("organisation", "string", ["Organisation", "Organisation", "Organisatie"]),
  field("internalExternal", "enum", ["Interne / externe", "Internal / external", "Intern / extern"], {
    required: true,
    enum: "internalExternal",
  }),
  field("fixed", "boolean", ["Contributeur fixe", "Fixed contributor", "Vaste medewerker"], {
    required: true,
  }),
  field(
    "allocationDaysPerMonth",
    "number",
    ["Disponibilité (jours/mois)", "Availability (days/month)", "Beschikbaarheid (dagen/maand)"],
    { unit: "days/month", min: 0, max: 22 },
  ),
  field("validatedByDirectorates", "boolean", [
    "Validé par les directions",
    "Validated by the directorates",
    "Goedgekeurd door de directies",
  ]),
];

const bodyFields: readonly Field[] = [
  field("memberIds", "refs", ["Membres", "Members", "Leden"], { required: true, refList: "people" }),
  field("externalMembers", "strings", ["Membres externes", "External members", "Externe leden"]),
  field("chairId", "ref", ["Présidence", "Chair", "Voorzitter"], { refList: "people" }),
  field("cadence", "enum", ["Périodicité des réunions", "Meeting frequency", "Vergaderfrequentie"], {
    required: true,
    enum: "frequency",
  }),
  field("mandate", "text", ["Mandat", "Mandate", "Mandaat"]),
];

const table = {
  short_text: [
    {
      type: "fields",
      id: "title",
      fields: [field("title", "string", ["Intitulé", "Title", "Titel"], { required: true })],
    },
  ],
  value_proposition: [
    {
      type: "fields",
      id: "proposition",
      fields: [
        field("valueProposition.statement", "text", [
          "Formulation synthétique",
          "One-sentence statement",
          "Samenvattende formulering",
        ]),
        field("valueProposition.services", "strings", ["Services", "Services", "Diensten"], {
          required: true,
        }),
        field("valueProposition.solutions", "strings", ["Solutions", "Solutions", "Oplossingen"], {
          required: true,
        }),
        field("valueProposition.beneficiaries", "strings", [
          "Bénéficiaires",
          "Beneficiaries",
          "Begunstigden",
        ]),
        field("summary", "text", ["Synthèse", "Summary", "Samenvatting"]),
      ],
    },
  ],
  people: [
    {
      type: "rows",
      id: "leads",
      heading: words(["Chef(s) de projet", "Project lead(s)", "Projectleider(s)"]),
      list: "people",
      where: { field: "projectRole", in: ["project_lead"] },
      defaults: { projectRole: "project_lead", internalExternal: "internal", fixed: true },
      canAdd: true,
      required: true,
      fields: personFields,
    },
    {
      type: "rows",
      id: "members",
      heading: words(["Membre(s) de l’équipe", "Team member(s)", "Teamlid / teamleden"]),
      list: "people",
      where: { field: "projectRole", in: ["coordinator", "contributor", "guest"] },
      defaults: { projectRole: "contributor", internalExternal: "internal", fixed: true },
      canAdd: true,
      required: true,
      fields: personFields,
    },
    {
      type: "rows",
      id: "partners",
      heading: words(["Partenaire(s) du projet", "Project partner(s)", "Projectpartner(s)"]),
      list: "partners",
      defaults: { partnerType: "other" },
      canAdd: true,
      required: false,
      fields: [
        field("name", "string", ["Nom", "Name", "Naam"], { required: true }),
        field("partnerType", "enum", ["Type d’acteur", "Type of actor", "Type actor"], {
          required: true,
          enum: "partnerType",
        }),
        field("contribution", "text", ["Apport au projet", "Contribution", "Bijdrage"]),
        field("agreement", "string", ["Convention / accord", "Agreement", "Overeenkomst"]),
      ],
    },
    {
      type: "rows",
      id: "otherRoles",
      heading: words(["Autres rôles", "Other roles", "Andere rollen"]),
      list: "people",
      where: {
        field: "projectRole",
        in: [
          "sponsor",
          "portfolio_manager",
          "pmo",
          "programme_director",
          "department_head",
          "elected_official",
          "consultant",
        ],
      },
      defaults: { projectRole: "sponsor", internalExternal: "internal", fixed: false },
      canAdd: true,
      required: false,
      fields: personFields,
    },
    {
      type: "fields",
      id: "digitalUses",
      heading: words(["Usages numériques", "Digital uses", "Digitaal gebruik"]),
      fields: [
        field("digitalUses.considered", "boolean", [
          "Usages numériques examinés",
          "Digital uses considered",
          "Digitaal gebruik bekeken",
        ]),
        field(
          "digitalUses.serviceMemberId",
          "ref",
          ["Référent du service numérique", "Digital service contact", "Contactpersoon digitale dienst"],
          { refList: "people" },
        ),
        field("digitalUses.note", "text", ["Remarque", "Remark", "Opmerking"]),
      ],
    },
  ],
  committee: [
    {
      type: "rows",
      id: "committee",
      list: "governance.bodies",
      where: { field: "kind", in: ["monitoring_evaluation_committee"] },
      defaults: { kind: "monitoring_evaluation_committee", cadence: "quarterly" },
      canAdd: true,
      required: true,
      fields: [field("name", "string", ["Nom", "Name", "Naam"], { required: true }), ...bodyFields],
    },
    {
      type: "rows",
      id: "otherBodies",
      heading: words(["Autres instances", "Other bodies", "Andere organen"]),
      list: "governance.bodies",
      where: {
        field: "kind",
        in: [
          "governance_committee",
          "steering_committee",
          "codir",
          "project_team",
          "directorates",
          "college",
          "council",
        ],
      },
      defaults: { kind: "steering_committee" },
      canAdd: true,
      required: false,
      fields: [
        field("name", "string", ["Nom", "Name", "Naam"], { required: true }),
        field("kind", "enum", ["Instance", "Body", "Orgaan"], { required: true, enum: "bodyKind" }),
        ...bodyFields,
      ],
    },
    {
      type: "rows",
      id: "stakeholders",
      heading: words(["Parties prenantes", "Stakeholders", "Belanghebbenden"]),
      list: "stakeholders",
      defaults: { partnerType: "citizens", local: true, carriesProject: false, attitude: "unknown" },
      canAdd: true,
      required: false,
      fields: [
        field("name", "string", ["Nom", "Name", "Naam"], { required: true }),
        field("partnerType", "enum", ["Type d’acteur", "Type of actor", "Type actor"], {
          required: true,
          enum: "partnerType",
        }),
        field("local", "boolean", ["Acteur local", "Local actor", "Lokale actor"], { required: true }),
        field("carriesProject", "boolean", ["Porte le projet", "Carries the project", "Draagt het project"], {
          required: true,
        }),
        field("attitude", "enum", ["Attitude", "Attitude", "Houding"], { required: true, enum: "attitude" }),
        field("influence", "integer", ["Influence", "Influence", "Invloed"], { min: 1, max: 5 }),
        field("interest", "integer", ["Intérêt", "Interest", "Belang"], { min: 1, max: 5 }),
      ],
    },
  ],
  rated_item: [
    {
      type: "fields",
      id: "rating",
      fields: [
        field(".rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          required: true,
          scale: "prereqRating",
        }),
        field(".justification", "text", ["Justification", "Justification", "Motivering"], { required: true }),
        field(".evidence", "string", ["Preuve / document", "Evidence / document", "Bewijsstuk / document"]),
      ],
    },
  ],
  diagnosis: [
    {
      type: "fields",
      id: "diagnosis",
      fields: [
        field(
          "diagnosis.territorial",
          "richtext",
          ["Diagnostic territorial/global", "Territorial/overall diagnosis", "Territoriale/globale diagnose"],
          { required: true },
        ),
        field(
          "diagnosis.specific",
          "richtext",
          ["Diagnostic spécifique", "Specific diagnosis", "Specifieke diagnose"],
          { required: true },
        ),
        field("diagnosis.sources", "strings", [
          "Sources (PST, enquête, entretiens…)",
          "Sources (strategic plan, survey, interviews…)",
          "Bronnen (strategisch plan, enquête, interviews…)",
        ]),
        field("rationale", "text", ["Fondements du projet", "Rationale", "Beweegredenen"]),
      ],
    },
    {
      type: "rows",
      id: "strategyLinks",
      heading: words(["Liens avec la stratégie", "Links to the strategy", "Verband met de strategie"]),
      list: "strategyLinks",
      defaults: { framework: "PST", primary: false },
      canAdd: true,
      required: false,
      fields: [
        field("framework", "choice", ["Cadre", "Framework", "Kader"], {
          required: true,
          choices: frameworks,
        }),
        field("ref", "string", ["Référence", "Reference", "Referentie"], { required: true }),
        field("label", "string", ["Intitulé", "Label", "Omschrijving"]),
        field("primary", "boolean", ["Lien principal", "Primary link", "Hoofdverband"], { required: true }),
      ],
    },
  ],
  sustainability: [
    {
      type: "fields",
      id: "social",
      heading: words(["Sociale", "Social", "Sociaal"]),
      fields: [
        field("sustainability.social.rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          id: "socialRating",
          required: true,
          scale: "sustainabilityRating",
        }),
        field(
          "sustainability.social.justification",
          "text",
          ["Justification", "Justification", "Motivering"],
          { id: "socialJustification", required: true },
        ),
        field(
          "sustainability.social.sdgs",
          "integers",
          [
            "Objectifs de développement durable",
            "Sustainable Development Goals",
            "Duurzame-ontwikkelingsdoelen",
          ],
          { id: "socialSdgs", min: 1, max: 17 },
        ),
      ],
    },
    {
      type: "fields",
      id: "economic",
      heading: words(["Économique", "Economic", "Economisch"]),
      fields: [
        field("sustainability.economic.rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          id: "economicRating",
          required: true,
          scale: "sustainabilityRating",
        }),
        field(
          "sustainability.economic.justification",
          "text",
          ["Justification", "Justification", "Motivering"],
          { id: "economicJustification", required: true },
        ),
        field(
          "sustainability.economic.sdgs",
          "integers",
          [
            "Objectifs de développement durable",
            "Sustainable Development Goals",
            "Duurzame-ontwikkelingsdoelen",
          ],
          { id: "economicSdgs", min: 1, max: 17 },
        ),
      ],
    },
    {
      type: "fields",
      id: "environmental",
      heading: words(["Environnementale", "Environmental", "Ecologisch"]),
      fields: [
        field("sustainability.environmental.rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          id: "environmentalRating",
          required: true,
          scale: "sustainabilityRating",
        }),
        field(
          "sustainability.environmental.justification",
          "text",
          ["Justification", "Justification", "Motivering"],
          { id: "environmentalJustification", required: true },
        ),
        field(
          "sustainability.environmental.sdgs",
          "integers",
          [
            "Objectifs de développement durable",
            "Sustainable Development Goals",
            "Duurzame-ontwikkelingsdoelen",
          ],
          { id: "environmentalSdgs", min: 1, max: 17 },
        ),
      ],
    },
  ],
  smart_dimensions: [
    {
      type: "fields",
      id: "people",
      heading: words(["PEOPLE", "People", "Mensen (People)"]),
      fields: [
        field("smartDimensions.people.rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          id: "peopleRating",
          required: true,
          scale: "smartRating",
        }),
        field(
          "smartDimensions.people.justification",
          "text",
          ["Justification", "Justification", "Motivering"],
          { id: "peopleJustification" },
        ),
      ],
    },
    {
      type: "fields",
      id: "environment",
      heading: words(["ENVIRONMENT", "Environment", "Milieu (Environment)"]),
      fields: [
        field("smartDimensions.environment.rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          id: "environmentRating",
          required: true,
          scale: "smartRating",
        }),
        field(
          "smartDimensions.environment.justification",
          "text",
          ["Justification", "Justification", "Motivering"],
          { id: "environmentJustification" },
        ),
      ],
    },
    {
      type: "fields",
      id: "mobility",
      heading: words(["MOBILITY", "Mobility", "Mobiliteit (Mobility)"]),
      fields: [
        field("smartDimensions.mobility.rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          id: "mobilityRating",
          required: true,
          scale: "smartRating",
        }),
        field(
          "smartDimensions.mobility.justification",
          "text",
          ["Justification", "Justification", "Motivering"],
          { id: "mobilityJustification" },
        ),
      ],
    },
    {
      type: "fields",
      id: "living",
      heading: words(["LIVING", "Living", "Leefkwaliteit (Living)"]),
      fields: [
        field("smartDimensions.living.rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          id: "livingRating",
          required: true,
          scale: "smartRating",
        }),
        field(
          "smartDimensions.living.justification",
          "text",
          ["Justification", "Justification", "Motivering"],
          { id: "livingJustification" },
        ),
      ],
    },
    {
      type: "fields",
      id: "governance",
      heading: words(["GOVERNANCE", "Governance", "Bestuur (Governance)"]),
      fields: [
        field("smartDimensions.governance.rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          id: "governanceRating",
          required: true,
          scale: "smartRating",
        }),
        field(
          "smartDimensions.governance.justification",
          "text",
          ["Justification", "Justification", "Motivering"],
          { id: "governanceJustification" },
        ),
      ],
    },
    {
      type: "fields",
      id: "economy",
      heading: words(["ECONOMY", "Economy", "Economie (Economy)"]),
      fields: [
        field("smartDimensions.economy.rating", "rating", ["Évaluation", "Rating", "Beoordeling"], {
          id: "economyRating",
          required: true,
          scale: "smartRating",
        }),
        field(
          "smartDimensions.economy.justification",
          "text",
          ["Justification", "Justification", "Motivering"],
          { id: "economyJustification" },
        ),
      ],
    },
  ],
  communication_rows: [
    {
      type: "rows",
      id: "communication",
      list: "communicationPlan",
      defaults: { status: "todo" },
      canAdd: true,
      required: true,
      fields: [
        field("target", "string", ["Cible", "Target audience", "Doelgroep"], { required: true }),
        field("channel", "string", ["Canal", "Channel", "Kanaal"], { required: true }),
        field("message", "text", ["Message", "Message", "Boodschap"], { required: true }),
        field("plannedDate", "date", ["Date prévue", "Planned date", "Geplande datum"], { required: true }),
        field("actualDate", "date", ["Date réelle", "Actual date", "Werkelijke datum"]),
        field("ownerId", "ref", ["Responsable", "Owner", "Verantwoordelijke"], {
          required: true,
          refList: "people",
        }),
        field("status", "enum", ["Statut", "Status", "Status"], { required: true, enum: "workStatus" }),
      ],
    },
  ],
  objectives: [
    {
      type: "rows",
      id: "objectives",
      list: "objectives",
      defaults: { level: "operational" },
      canAdd: true,
      required: true,
      fields: [
        field("text", "string", ["Énoncé", "Statement", "Formulering"], { required: true }),
        field("level", "enum", ["Niveau", "Level", "Niveau"], { required: true, enum: "objectiveLevel" }),
        field(
          "parentId",
          "ref",
          [
            "Objectif stratégique parent",
            "Parent strategic objective",
            "Bovenliggende strategische doelstelling",
          ],
          { refList: "objectives" },
        ),
        field("targetDate", "date", ["Échéance visée", "Target date", "Streefdatum"]),
        field("indicatorIds", "refs", ["Indicateurs liés", "Linked indicators", "Gekoppelde indicatoren"], {
          refList: "indicators",
        }),
      ],
    },
  ],
  actions_planned: [
    {
      type: "rows",
      id: "actions",
      list: "actions",
      defaults: { status: "todo", origin: "planned" },
      canAdd: true,
      required: true,
      fields: [
        field("title", "string", ["Intitulé", "Title", "Titel"], { required: true }),
        field("ownerId", "ref", ["Responsable", "Owner", "Verantwoordelijke"], {
          required: true,
          refList: "people",
        }),
        field("plannedStart", "date", ["Début prévu", "Planned start", "Geplande start"], { required: true }),
        field("plannedEnd", "date", ["Fin prévue", "Planned end", "Gepland einde"], { required: true }),
        field("status", "enum", ["Statut", "Status", "Status"], { required: true, enum: "workStatus" }),
        field("dependsOn", "refs", ["Dépend de (actions)", "Depends on (actions)", "Hangt af van (acties)"], {
          refList: "actions",
        }),
        field(
          "objectiveIds",
          "refs",
          ["Objectifs servis", "Objectives served", "Bijbehorende doelstellingen"],
          { required: true, refList: "objectives" },
        ),
        field("description", "text", ["Description", "Description", "Beschrijving"]),
      ],
    },
    {
      type: "rows",
      id: "deliverables",
      heading: words(["Livrables et jalons", "Deliverables and milestones", "Opleveringen en mijlpalen"]),
      list: "deliverables",
      defaults: { type: "deliverable", status: "todo" },
      canAdd: true,
      required: false,
      fields: [
        field("title", "string", ["Intitulé", "Title", "Titel"], { required: true }),
        field("type", "enum", ["Type", "Type", "Type"], { required: true, enum: "deliverableType" }),
        field("plannedDate", "date", ["Date prévue", "Planned date", "Geplande datum"], { required: true }),
        field("ownerId", "ref", ["Responsable", "Owner", "Verantwoordelijke"], {
          required: true,
          refList: "people",
        }),
        field("status", "enum", ["Statut", "Status", "Status"], { required: true, enum: "workStatus" }),
        field("actionIds", "refs", ["Actions liées", "Linked actions", "Gekoppelde acties"], {
          refList: "actions",
        }),
        field("first", "boolean", ["Premier livrable", "First deliverable", "Eerste oplevering"]),
      ],
    },
  ],
  resources_planned: [
    {
      type: "rows",
      id: "resources",
      list: "resources",
      defaults: { resourceType: "human", internalExternal: "internal" },
      canAdd: true,
      required: true,
      fields: [
        field("description", "string", ["Description", "Description", "Beschrijving"], { required: true }),
        field("resourceType", "enum", ["Type de ressource", "Resource type", "Type middel"], {
          required: true,
          enum: "resourceType",
        }),
        field("internalExternal", "enum", ["Interne / externe", "Internal / external", "Intern / extern"], {
          required: true,
          enum: "internalExternal",
        }),
        field("plannedQuantity", "number", ["Quantité prévue", "Planned quantity", "Geplande hoeveelheid"], {
          min: 0,
        }),
        field("unit", "string", ["Unité", "Unit", "Eenheid"]),
        field("providedBy", "string", ["Fourni par", "Provided by", "Geleverd door"]),
      ],
    },
    {
      type: "rows",
      id: "involvement",
      heading: words(["Implication citoyenne", "Citizen involvement", "Burgerparticipatie"]),
      list: "citizenInvolvement",
      defaults: { level: "inform" },
      canAdd: true,
      required: false,
      fields: [
        field("method", "string", ["Méthode", "Method", "Methode"], { required: true }),
        field("level", "enum", ["Degré d’implication", "Level of involvement", "Mate van betrokkenheid"], {
          required: true,
          enum: "involvementLevel",
        }),
        field("audience", "string", ["Public", "Audience", "Publiek"], { required: true }),
        field("plannedDate", "date", ["Date prévue", "Planned date", "Geplande datum"]),
        field(
          "participantsPlanned",
          "integer",
          ["Participants attendus", "Expected participants", "Verwachte deelnemers"],
          { unit: "people", min: 0 },
        ),
      ],
    },
  ],
  technologies_planned: [
    {
      type: "rows",
      id: "technologies",
      list: "technologies",
      defaults: { techOrigin: "new", personalData: false, techStatus: "considered" },
      canAdd: true,
      required: true,
      fields: [
        field("name", "string", ["Nom", "Name", "Naam"], { required: true }),
        field("techOrigin", "enum", ["Existante / nouvelle", "Existing / new", "Bestaand / nieuw"], {
          required: true,
          enum: "techOrigin",
        }),
        field("purpose", "text", ["Usage prévu", "Intended use", "Beoogd gebruik"], { required: true }),
        field("interoperability", "text", [
          "Échanges avec les systèmes existants",
          "Links with existing systems",
          "Koppeling met bestaande systemen",
        ]),
        field(
          "personalData",
          "boolean",
          ["Données à caractère personnel", "Personal data", "Persoonsgegevens"],
          { required: true },
        ),
        field("techStatus", "enum", ["État", "Status", "Status"], { required: true, enum: "techStatus" }),
      ],
    },
  ],
  budget_planned: [
    {
      type: "fields",
      id: "total",
      fields: [
        field(
          "budget.declaredTotalEur",
          "money",
          ["Enveloppe totale estimée (EUR)", "Estimated total budget (EUR)", "Geraamd totaalbudget (EUR)"],
          { required: true, unit: "EUR", min: 0 },
        ),
        field(
          "budget.vatMode",
          "choice",
          ["Montants TVAC / HTVA", "Amounts incl. / excl. VAT", "Bedragen incl. / excl. btw"],
          { required: true, choices: vatModes },
        ),
        field(
          "budget.plannedNetEffect",
          "enum",
          ["Coût ou bénéfice attendu", "Expected cost or benefit", "Verwachte kost of opbrengst"],
          { required: true, enum: "netEffect" },
        ),
        field(
          "budget.plannedNetAnnualEur",
          "money",
          [
            "Effet annuel net attendu (EUR/an)",
            "Expected net yearly effect (EUR/yr)",
            "Verwacht netto jaareffect (EUR/jaar)",
          ],
          { unit: "EUR/year" },
        ),
      ],
    },
    {
      type: "rows",
      id: "lines",
      heading: words(["Lignes budgétaires", "Budget lines", "Budgetlijnen"]),
      list: "budget.lines",
      defaults: { category: "investment" },
      canAdd: true,
      required: true,
      fields: [
        field("label", "string", ["Libellé", "Label", "Omschrijving"], { required: true }),
        field("category", "enum", ["Catégorie", "Category", "Categorie"], {
          required: true,
          enum: "budgetCategory",
        }),
        field("year", "integer", ["Exercice", "Financial year", "Begrotingsjaar"], {
          required: true,
          min: 2000,
          max: 2100,
        }),
        field("plannedEur", "money", ["Prévu (EUR)", "Planned (EUR)", "Gepland (EUR)"], {
          required: true,
          unit: "EUR",
          min: 0,
        }),
      ],
    },
    {
      type: "rows",
      id: "funding",
      heading: words(["Plan de financement", "Funding plan", "Financieringsplan"]),
      list: "budget.fundingSources",
      defaults: { fundingType: "own_funds", status: "planned" },
      canAdd: true,
      required: false,
      fields: [
        field("name", "string", ["Nom", "Name", "Naam"], { required: true }),
        field("fundingType", "enum", ["Type de financement", "Funding type", "Type financiering"], {
          required: true,
          enum: "fundingType",
        }),
        field("amountEur", "money", ["Montant (EUR)", "Amount (EUR)", "Bedrag (EUR)"], {
          required: true,
          unit: "EUR",
          min: 0,
        }),
        field("status", "enum", ["Statut", "Status", "Status"], { required: true, enum: "fundingStatus" }),
        field("reference", "string", ["Référence", "Reference", "Referentie"]),
      ],
    },
  ],
  legal_planned: [
    {
      type: "rows",
      id: "legal",
      list: "legal",
      defaults: { legalDomain: "other", applies: "to_check", compliance: "todo" },
      canAdd: true,
      required: true,
      fields: [
        field("obligation", "text", ["Obligation", "Obligation", "Verplichting"], { required: true }),
        field("legalDomain", "enum", ["Domaine", "Domain", "Domein"], {
          required: true,
          enum: "legalDomain",
        }),
        field("reference", "string", ["Référence", "Reference", "Referentie"]),
        field("applies", "enum", ["S’applique", "Applies", "Van toepassing"], {
          required: true,
          enum: "applies",
        }),
        field("ownerId", "ref", ["Responsable", "Owner", "Verantwoordelijke"], {
          required: true,
          refList: "people",
        }),
        field("dueDate", "date", ["Échéance", "Due date", "Vervaldatum"]),
        field("compliance", "enum", ["Conformité", "Compliance", "Conformiteit"], {
          required: true,
          enum: "compliance",
        }),
      ],
    },
  ],
  dated_update: [
    {
      type: "rows",
      id: "updates",
      list: "executionUpdates",
      defaults: { health: "green" },
      canAdd: true,
      required: true,
      fields: [
        field("date", "date", ["Date", "Date", "Datum"], { required: true }),
        field("summary", "text", ["Résumé", "Summary", "Samenvatting"], { required: true }),
        field("progressPct", "integer", ["Avancement (%)", "Progress (%)", "Voortgang (%)"], {
          required: true,
          unit: "%",
          min: 0,
          max: 100,
        }),
        field("health", "enum", ["Météo du projet", "Project health", "Projectstatus"], {
          required: true,
          enum: "health",
        }),
        field("authorId", "ref", ["Auteur", "Author", "Auteur"], { required: true, refList: "people" }),
        field("alerts", "strings", ["Alertes", "Alerts", "Waarschuwingen"]),
        field("nextSteps", "text", ["Prochaines étapes", "Next steps", "Volgende stappen"]),
      ],
    },
  ],
  actions_actual: [
    {
      type: "rows",
      id: "actions",
      list: "actions",
      defaults: { status: "todo", origin: "added" },
      canAdd: true,
      required: true,
      fields: [
        field("title", "string", ["Intitulé", "Title", "Titel"], { readOnly: true }),
        field("plannedEnd", "date", ["Fin prévue", "Planned end", "Gepland einde"], { readOnly: true }),
        field("status", "enum", ["Statut", "Status", "Status"], { required: true, enum: "workStatus" }),
        field("actualStart", "date", ["Début réel", "Actual start", "Werkelijke start"]),
        field("revisedEnd", "date", ["Fin actualisée", "Revised end", "Herzien einde"]),
        field("actualEnd", "date", ["Fin réelle", "Actual end", "Werkelijk einde"]),
        field("progressPct", "integer", ["Avancement (%)", "Progress (%)", "Voortgang (%)"], {
          unit: "%",
          min: 0,
          max: 100,
        }),
        field("varianceReason", "text", [
          "Raison de l’écart",
          "Reason for variance",
          "Reden van de afwijking",
        ]),
        field("origin", "enum", ["Origine", "Origin", "Oorsprong"], { required: true, enum: "actionOrigin" }),
      ],
    },
    {
      type: "rows",
      id: "deliverables",
      heading: words(["Livrables et jalons", "Deliverables and milestones", "Opleveringen en mijlpalen"]),
      list: "deliverables",
      defaults: { type: "deliverable", status: "todo" },
      canAdd: true,
      required: false,
      fields: [
        field("title", "string", ["Intitulé", "Title", "Titel"], { readOnly: true }),
        field("plannedDate", "date", ["Date prévue", "Planned date", "Geplande datum"], { readOnly: true }),
        field("revisedDate", "date", ["Date révisée", "Revised date", "Herziene datum"]),
        field("actualDate", "date", ["Date réelle", "Actual date", "Werkelijke datum"]),
        field("status", "enum", ["Statut", "Status", "Status"], { required: true, enum: "workStatus" }),
      ],
    },
  ],
  resources_actual: [
    {
      type: "rows",
      id: "resources",
      list: "resources",
      defaults: { resourceType: "human", internalExternal: "internal" },
      canAdd: true,
      required: true,
      fields: [
        field("description", "string", ["Description", "Description", "Beschrijving"], { readOnly: true }),
        field("plannedQuantity", "number", ["Quantité prévue", "Planned quantity", "Geplande hoeveelheid"], {
          readOnly: true,
        }),
        field("unit", "string", ["Unité", "Unit", "Eenheid"], { readOnly: true }),
        field(
          "actualQuantity",
          "number",
          ["Quantité mobilisée", "Quantity mobilised", "Ingezette hoeveelheid"],
          { min: 0 },
        ),
        field("varianceReason", "text", [
          "Raison de l’écart",
          "Reason for variance",
          "Reden van de afwijking",
        ]),
      ],
    },
    {
      type: "rows",
      id: "involvement",
      heading: words(["Implication citoyenne", "Citizen involvement", "Burgerparticipatie"]),
      list: "citizenInvolvement",
      defaults: { level: "inform" },
      canAdd: true,
      required: false,
      fields: [
        field("method", "string", ["Méthode", "Method", "Methode"], { readOnly: true }),
        field(
          "participantsPlanned",
          "integer",
          ["Participants attendus", "Expected participants", "Verwachte deelnemers"],
          { unit: "people", readOnly: true },
        ),
        field("actualDate", "date", ["Date réelle", "Actual date", "Werkelijke datum"]),
        field(
          "participantsActual",
          "integer",
          ["Participants réels", "Actual participants", "Werkelijke deelnemers"],
          { unit: "people", min: 0 },
        ),
        field("outcome", "text", ["Résultat", "Outcome", "Resultaat"]),
      ],
    },
  ],
  technologies_actual: [
    {
      type: "rows",
      id: "technologies",
      list: "technologies",
      defaults: { techOrigin: "new", personalData: false, techStatus: "considered" },
      canAdd: true,
      required: true,
      fields: [
        field("name", "string", ["Nom", "Name", "Naam"], { readOnly: true }),
        field("techStatus", "enum", ["État", "Status", "Status"], { required: true, enum: "techStatus" }),
        field("comment", "text", ["Commentaire", "Comment", "Commentaar"]),
      ],
    },
  ],
  budget_actual: [
    {
      type: "fields",
      id: "total",
      fields: [
        field("budget.asOf", "date", ["Situation au", "Situation as of", "Toestand op"], { required: true }),
        field(
          "budget.actualNetEffect",
          "enum",
          ["Coût ou bénéfice constaté", "Observed cost or benefit", "Vastgestelde kost of opbrengst"],
          { required: true, enum: "netEffect" },
        ),
        field(
          "budget.actualNetAnnualEur",
          "money",
          [
            "Effet annuel net constaté (EUR/an)",
            "Observed net yearly effect (EUR/yr)",
            "Vastgesteld netto jaareffect (EUR/jaar)",
          ],
          { unit: "EUR/year" },
        ),
      ],
    },
    {
      type: "rows",
      id: "lines",
      heading: words(["Lignes budgétaires", "Budget lines", "Budgetlijnen"]),
      list: "budget.lines",
      defaults: { category: "investment" },
      canAdd: true,
      required: true,
      fields: [
        field("label", "string", ["Libellé", "Label", "Omschrijving"], { readOnly: true }),
        field("plannedEur", "money", ["Prévu (EUR)", "Planned (EUR)", "Gepland (EUR)"], {
          unit: "EUR",
          readOnly: true,
        }),
        field("committedEur", "money", ["Engagé (EUR)", "Committed (EUR)", "Vastgelegd (EUR)"], {
          required: true,
          unit: "EUR",
          min: 0,
        }),
        field("spentEur", "money", ["Dépensé (EUR)", "Spent (EUR)", "Besteed (EUR)"], {
          required: true,
          unit: "EUR",
          min: 0,
        }),
        field("varianceReason", "text", [
          "Raison de l’écart",
          "Reason for variance",
          "Reden van de afwijking",
        ]),
      ],
    },
  ],
  legal_actual: [
    {
      type: "rows",
      id: "legal",
      list: "legal",
      defaults: { legalDomain: "other", applies: "to_check", compliance: "todo" },
      canAdd: true,
      required: true,
      fields: [
        field("obligation", "text", ["Obligation", "Obligation", "Verplichting"], { readOnly: true }),
        field("applies", "enum", ["S’applique", "Applies", "Van toepassing"], {
          required: true,
          enum: "applies",
        }),
        field("compliance", "enum", ["Conformité", "Compliance", "Conformiteit"], {
          required: true,
          enum: "compliance",
        }),
        field("evidence", "string", ["Preuve / document", "Evidence / document", "Bewijsstuk / document"]),
      ],
    },
  ],
  indicators: [
    {
      type: "rows",
      id: "indicators",
      list: "indicators",
      defaults: { type: "outcome", direction: "increase" },
      canAdd: true,
      required: true,
      fields: [
        field("name", "string", ["Nom", "Name", "Naam"], { required: true }),
        field("type", "enum", ["Type", "Type", "Type"], { required: true, enum: "indicatorType" }),
        field("direction", "enum", ["Sens", "Direction", "Richting"], { required: true, enum: "direction" }),
        field("unit", "string", ["Unité", "Unit", "Eenheid"], { required: true }),
        field("baseline", "number", ["Valeur de départ", "Baseline", "Nulmeting"], { required: true }),
        field("targetValue", "number", ["Valeur cible", "Target value", "Streefwaarde"], { required: true }),
        field("targetDate", "date", ["Échéance visée", "Target date", "Streefdatum"], { required: true }),
        field("frequency", "enum", ["Fréquence de mesure", "Measurement frequency", "Meetfrequentie"], {
          required: true,
          enum: "frequency",
        }),
        field("source", "string", ["Source de la mesure", "Data source", "Gegevensbron"], { required: true }),
        field("ownerId", "ref", ["Responsable", "Owner", "Verantwoordelijke"], {
          required: true,
          refList: "people",
        }),
        field(
          "objectiveIds",
          "refs",
          ["Objectifs servis", "Objectives served", "Bijbehorende doelstellingen"],
          { required: true, refList: "objectives" },
        ),
        field("baselineDate", "date", ["Date de la valeur de départ", "Baseline date", "Datum nulmeting"]),
        field("isoTheme", "string", ["Thème ISO 37120", "ISO 37120 theme", "ISO 37120-thema"]),
        field("measurements", "measurements", [
          "Mesures (date, valeur)",
          "Measurements (date, value)",
          "Metingen (datum, waarde)",
        ]),
      ],
    },
  ],
  satisfaction_planned: [
    {
      type: "rows",
      id: "satisfaction",
      list: "satisfactionMeasures",
      defaults: { instrument: "survey" },
      canAdd: true,
      required: true,
      fields: [
        field("audience", "string", ["Public", "Audience", "Publiek"], { required: true }),
        field("instrument", "enum", ["Dispositif de mesure", "Measuring instrument", "Meetinstrument"], {
          required: true,
          enum: "instrument",
        }),
        field("indicatorIds", "refs", ["Indicateurs liés", "Linked indicators", "Gekoppelde indicatoren"], {
          required: true,
          refList: "indicators",
        }),
        field("plannedDate", "date", ["Date prévue", "Planned date", "Geplande datum"]),
        field(
          "sampleTarget",
          "integer",
          ["Réponses attendues", "Expected responses", "Verwachte antwoorden"],
          { unit: "responses", min: 0 },
        ),
      ],
    },
  ],
  satisfaction_actual: [
    {
      type: "rows",
      id: "satisfaction",
      list: "satisfactionMeasures",
      defaults: { instrument: "survey" },
      canAdd: true,
      required: true,
      fields: [
        field("audience", "string", ["Public", "Audience", "Publiek"], { readOnly: true }),
        field("instrument", "enum", ["Dispositif de mesure", "Measuring instrument", "Meetinstrument"], {
          enum: "instrument",
          readOnly: true,
        }),
        field("used", "boolean", ["Utilisé", "Used", "Gebruikt"], { required: true }),
        field("actualDate", "date", ["Date réelle", "Actual date", "Werkelijke datum"]),
        field("responses", "integer", ["Réponses obtenues", "Responses obtained", "Ontvangen antwoorden"], {
          unit: "responses",
          min: 0,
        }),
        field("results", "text", ["Résultats", "Results", "Resultaten"], { required: true }),
      ],
    },
  ],
  meeting: [
    {
      type: "fields",
      id: "meeting",
      fields: [
        field("evaluation.convenedOn", "date", ["Convoqué le", "Convened on", "Samengeroepen op"], {
          required: true,
        }),
        field("evaluation.conclusion", "enum", ["Conclusion", "Conclusion", "Conclusie"], {
          required: true,
          enum: "evaluationConclusion",
        }),
      ],
    },
    {
      type: "rows",
      id: "meetings",
      heading: words(["Réunions d’évaluation", "Evaluation meetings", "Evaluatievergaderingen"]),
      list: "meetings",
      where: { field: "kind", in: ["evaluation"] },
      defaults: { kind: "evaluation" },
      canAdd: true,
      required: true,
      fields: [
        field("date", "date", ["Date", "Date", "Datum"], { required: true }),
        field("attendeeIds", "refs", ["Présents", "Attendees", "Aanwezigen"], {
          required: true,
          refList: "people",
        }),
        field("excused", "strings", ["Excusés", "Excused", "Verontschuldigd"]),
        field("agenda", "text", ["Ordre du jour", "Agenda", "Agenda"]),
        field("minutes", "text", ["Compte rendu", "Minutes", "Verslag"]),
        field("decisionIds", "refs", ["Décisions", "Decisions", "Beslissingen"], {
          required: true,
          refList: "decisions",
        }),
      ],
    },
    {
      type: "rows",
      id: "decisions",
      heading: words(["Relevé de décisions", "Decisions", "Beslissingen"]),
      list: "decisions",
      defaults: { outcome: "approved" },
      canAdd: true,
      required: false,
      fields: [
        field("subject", "string", ["Objet", "Subject", "Onderwerp"], { required: true }),
        field("date", "date", ["Date", "Date", "Datum"], { required: true }),
        field("bodyId", "ref", ["Instance", "Body", "Orgaan"], {
          required: true,
          refList: "governance.bodies",
        }),
        field("outcome", "enum", ["Décision", "Outcome", "Beslissing"], {
          required: true,
          enum: "meetingOutcome",
        }),
        field("conditions", "text", ["Conditions", "Conditions", "Voorwaarden"]),
        field("rationale", "text", ["Motivation", "Rationale", "Motivering"]),
        field("ownerId", "ref", ["Responsable", "Owner", "Verantwoordelijke"], { refList: "people" }),
        field("dueDate", "date", ["Échéance", "Due date", "Deadline"]),
        field("reference", "string", [
          "Référence de délibération",
          "Deliberation number",
          "Referentie van de beraadslaging",
        ]),
      ],
    },
  ],
  indicator_results: [
    {
      type: "rows",
      id: "results",
      list: "evaluation.indicatorResults",
      defaults: { usedInEvaluation: true, achieved: "not_measured" },
      canAdd: true,
      required: true,
      fields: [
        field("indicatorId", "ref", ["Indicateur", "Indicator", "Indicator"], {
          required: true,
          refList: "indicators",
        }),
        field(
          "usedInEvaluation",
          "boolean",
          ["Utilisé pour l’évaluation", "Used in the evaluation", "Gebruikt voor de evaluatie"],
          { required: true },
        ),
        field("actualValue", "number", ["Valeur atteinte", "Actual value", "Bereikte waarde"], {
          required: true,
        }),
        field("achieved", "enum", ["Atteinte de la cible", "Target achievement", "Doelbereik"], {
          required: true,
          enum: "achievement",
        }),
        field("comment", "text", ["Commentaire", "Comment", "Commentaar"]),
      ],
    },
    {
      type: "fields",
      id: "published",
      fields: [
        field("results", "text", ["Résultats à publier", "Results to publish", "Te publiceren resultaten"]),
      ],
    },
  ],
  corrective_actions: [
    {
      type: "fields",
      id: "needed",
      fields: [
        field("evaluation.correctiveNeeded", "boolean", ["Nécessaires ?", "Needed?", "Nodig?"], {
          id: "needed",
          required: true,
        }),
      ],
    },
    {
      type: "rows",
      id: "corrections",
      list: "evaluation.correctiveActions",
      defaults: {},
      canAdd: true,
      required: false,
      fields: [
        field("trigger", "text", ["Constat déclencheur", "Triggering finding", "Aanleiding"], {
          required: true,
        }),
        field(
          "triggerIndicatorId",
          "ref",
          ["Indicateur concerné", "Indicator concerned", "Betrokken indicator"],
          { refList: "indicators" },
        ),
        field("actionId", "ref", ["Action planifiée", "Planned action", "Geplande actie"], {
          required: true,
          refList: "actions",
        }),
      ],
    },
  ],
  results_communication: [
    {
      type: "rows",
      id: "results",
      list: "resultsCommunication",
      defaults: {},
      canAdd: true,
      required: true,
      fields: [
        field("format", "string", ["Format", "Format", "Vorm"], { required: true }),
        field("recipients", "strings", ["Destinataires", "Recipients", "Bestemmelingen"], { required: true }),
        field("plannedDate", "date", ["Date prévue", "Planned date", "Geplande datum"], { required: true }),
        field("actualDate", "date", ["Date réelle", "Actual date", "Werkelijke datum"]),
        field("ownerId", "ref", ["Responsable", "Owner", "Verantwoordelijke"], {
          required: true,
          refList: "people",
        }),
      ],
    },
  ],
} satisfies Record<string, readonly Block[]>;

export type Kind = keyof typeof table;

export const kinds: { readonly [K in Kind]: readonly Block[] } = table;
