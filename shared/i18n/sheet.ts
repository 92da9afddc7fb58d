import { define } from "./define.ts";

/** The sheet as poster and as list: states, and what its rows come to in one sentence. */
export const sheet = define({
  fr: {
    name: "Fiche SPMM",
    filledOf: "{filled, number} sur {total, number}",
    filledName:
      "{filled, plural, =0 {aucune section remplie} one {# section remplie} other {# sections remplies}} sur {total, number}",
    state: { empty: "À remplir", started: "En cours", filled: "Rempli" },
    notes: "{count, plural, one {# note} other {# notes}}",
    moreNotes: "+{count, number}",
    andOthers: "{names} et {count, plural, one {# autre} other {# autres}}",
    ratingOf: "{value, number} sur {max, number}",
    ratingName: "{label} : {value}",
    notRated: "non évalué",
    chosen: "Retenues : {names}",
    noneChosen: "Aucune retenue",
    leads: "Chefs",
    members: "Membres",
    partners: "Partenaires",
    teamCounts:
      "{leads, plural, one {# chef} other {# chefs}}, {members, plural, one {# membre} other {# membres}}, {partners, plural, one {# partenaire} other {# partenaires}}",
    committeeCounts: "{count, plural, one {# membre} other {# membres}}",
    committeeExternal:
      "{count, plural, one {# membre} other {# membres}}, dont {external, plural, one {# externe} other {# externes}}",
    targetKey: "Trait : la cible",
    plannedKey: "Trait : le prévu",
    meterName: "{name} : {actual}, cible {target}",
    plannedName: "{name} : {actual}, prévu {target}",
    notMeasured: "pas de mesure",
    noTarget: "non fixée",
    moreRows: "et {count, plural, one {# autre} other {# autres}}",
    summary: {
      objectives:
        "{strategic, plural, one {# objectif stratégique} other {# objectifs stratégiques}}, {operational, plural, one {# opérationnel} other {# opérationnels}}",
      objectivesStrategic: "{count, plural, one {# objectif stratégique} other {# objectifs stratégiques}}",
      objectivesOperational:
        "{count, plural, one {# objectif opérationnel} other {# objectifs opérationnels}}",
      actions: "{count, plural, one {# action} other {# actions}}",
      actionsIn: "{count, plural, one {# action} other {# actions}}, en {month}",
      actionsBetween: "{count, plural, one {# action} other {# actions}}, entre {from} et {to}",
      actionsDone:
        "{count, plural, one {# action} other {# actions}}, {done, plural, =0 {aucune terminée} one {# terminée} other {# terminées}}",
      actionsDoneBlocked:
        "{count, plural, one {# action} other {# actions}}, {done, plural, =0 {aucune terminée} one {# terminée} other {# terminées}}, {blocked, plural, one {# bloquée} other {# bloquées}}",
      resources: "{count, plural, one {# ressource} other {# ressources}}",
      resourcesAndWays:
        "{count, plural, one {# ressource} other {# ressources}} et {ways, plural, one {# démarche citoyenne} other {# démarches citoyennes}}",
      ways: "{ways, plural, one {# démarche citoyenne} other {# démarches citoyennes}}",
      mobilised:
        "{used, plural, =0 {Aucune ressource mobilisée} one {# ressource mobilisée} other {# ressources mobilisées}} sur {count, number}",
      technologies: "{count, plural, one {# technologie} other {# technologies}}",
      technologiesExisting:
        "{count, plural, one {# technologie} other {# technologies}}, dont {existing, number} déjà en place",
      deployed:
        "{done, plural, =0 {Aucune technologie déployée} one {# technologie déployée} other {# technologies déployées}} sur {count, number}",
      budget: "{total}",
      budgetSubsidy: "{total} dont {share} de subsides",
      spent: "{spent} consommés",
      spentShare: "{spent} consommés, soit {share}",
      legal: "{count, plural, one {# obligation} other {# obligations}}",
      legalToCheck: "{count, plural, one {# obligation} other {# obligations}}, {toCheck, number} à vérifier",
      compliant:
        "{done, plural, =0 {Aucune obligation en ordre} one {# obligation en ordre} other {# obligations en ordre}} sur {count, number}",
      messages:
        "{count, plural, one {# message} other {# messages}}, {done, plural, =0 {aucun diffusé} one {# diffusé} other {# diffusés}}",
      indicators: "{count, plural, one {# indicateur} other {# indicateurs}}",
      indicatorsReached:
        "{count, plural, one {# indicateur} other {# indicateurs}}, {reached, plural, =0 {aucune cible atteinte} one {# cible atteinte} other {# cibles atteintes}}",
      targetsReached:
        "{reached, plural, =0 {Aucune cible atteinte} one {# cible atteinte} other {# cibles atteintes}} sur {count, number}",
      measures: "{count, plural, one {# mesure prévue} other {# mesures prévues}}",
      measuresFrom:
        "{count, plural, one {# mesure prévue le {date}} other {# mesures prévues, la première le {date}}}",
      measuresDone:
        "{done, plural, =0 {Aucune mesure menée} one {# mesure menée} other {# mesures menées}} sur {count, number}",
      measuresAnswers:
        "{done, plural, =0 {Aucune mesure menée} one {# mesure menée} other {# mesures menées}} sur {count, number}, {answers, plural, one {# réponse} other {# réponses}}",
      correctiveNo: "Non, aucune action correctrice",
      correctiveYes: "{count, plural, =0 {Oui, à définir} one {Oui, # action} other {Oui, # actions}}",
      communications: "{count, plural, one {# communication prévue} other {# communications prévues}}",
      communicationsFrom:
        "{count, plural, one {# communication, le {date}} other {# communications, la prochaine le {date}}}",
      communicationsDone:
        "{count, plural, one {# communication faite} other {# communications, toutes faites}}",
      update: "{date}, {health}",
      convened: "convoqué le {date}",
    },
  },
  en: {
    name: "SPMM sheet",
    filledOf: "{filled, number} of {total, number}",
    filledName:
      "{filled, plural, =0 {no section filled in} one {# section filled in} other {# sections filled in}} of {total, number}",
    state: { empty: "To fill in", started: "In progress", filled: "Filled in" },
    notes: "{count, plural, one {# note} other {# notes}}",
    moreNotes: "+{count, number}",
    andOthers: "{names} and {count, plural, one {# other} other {# others}}",
    ratingOf: "{value, number} of {max, number}",
    ratingName: "{label}: {value}",
    notRated: "not rated",
    chosen: "Chosen: {names}",
    noneChosen: "None chosen",
    leads: "Leads",
    members: "Members",
    partners: "Partners",
    teamCounts:
      "{leads, plural, one {# lead} other {# leads}}, {members, plural, one {# member} other {# members}}, {partners, plural, one {# partner} other {# partners}}",
    committeeCounts: "{count, plural, one {# member} other {# members}}",
    committeeExternal: "{count, plural, one {# member} other {# members}}, {external, number} external",
    targetKey: "Line: the target",
    plannedKey: "Line: as planned",
    meterName: "{name}: {actual}, target {target}",
    plannedName: "{name}: {actual}, planned {target}",
    notMeasured: "not measured",
    noTarget: "not set",
    moreRows: "and {count, plural, one {# more} other {# more}}",
    summary: {
      objectives:
        "{strategic, plural, one {# strategic objective} other {# strategic objectives}}, {operational, number} operational",
      objectivesStrategic: "{count, plural, one {# strategic objective} other {# strategic objectives}}",
      objectivesOperational:
        "{count, plural, one {# operational objective} other {# operational objectives}}",
      actions: "{count, plural, one {# action} other {# actions}}",
      actionsIn: "{count, plural, one {# action} other {# actions}}, in {month}",
      actionsBetween: "{count, plural, one {# action} other {# actions}}, between {from} and {to}",
      actionsDone:
        "{count, plural, one {# action} other {# actions}}, {done, plural, =0 {none done} other {# done}}",
      actionsDoneBlocked:
        "{count, plural, one {# action} other {# actions}}, {done, plural, =0 {none done} other {# done}}, {blocked, number} blocked",
      resources: "{count, plural, one {# resource} other {# resources}}",
      resourcesAndWays:
        "{count, plural, one {# resource} other {# resources}} and {ways, plural, one {# way of involving citizens} other {# ways of involving citizens}}",
      ways: "{ways, plural, one {# way of involving citizens} other {# ways of involving citizens}}",
      mobilised:
        "{used, plural, =0 {No resource mobilised} one {# resource mobilised} other {# resources mobilised}} of {count, number}",
      technologies: "{count, plural, one {# technology} other {# technologies}}",
      technologiesExisting:
        "{count, plural, one {# technology} other {# technologies}}, {existing, number} already in place",
      deployed:
        "{done, plural, =0 {No technology deployed} one {# technology deployed} other {# technologies deployed}} of {count, number}",
      budget: "{total}",
      budgetSubsidy: "{total}, {share} of it subsidised",
      spent: "{spent} spent",
      spentShare: "{spent} spent, {share} of the budget",
      legal: "{count, plural, one {# obligation} other {# obligations}}",
      legalToCheck:
        "{count, plural, one {# obligation} other {# obligations}}, {toCheck, number} to be checked",
      compliant:
        "{done, plural, =0 {No obligation met} one {# obligation met} other {# obligations met}} of {count, number}",
      messages:
        "{count, plural, one {# message} other {# messages}}, {done, plural, =0 {none sent} other {# sent}}",
      indicators: "{count, plural, one {# indicator} other {# indicators}}",
      indicatorsReached:
        "{count, plural, one {# indicator} other {# indicators}}, {reached, plural, =0 {no target reached} one {# target reached} other {# targets reached}}",
      targetsReached:
        "{reached, plural, =0 {No target reached} one {# target reached} other {# targets reached}} of {count, number}",
      measures: "{count, plural, one {# measure planned} other {# measures planned}}",
      measuresFrom:
        "{count, plural, one {# measure planned on {date}} other {# measures planned, the first on {date}}}",
      measuresDone:
        "{done, plural, =0 {No measure carried out} one {# measure carried out} other {# measures carried out}} of {count, number}",
      measuresAnswers:
        "{done, plural, =0 {No measure carried out} one {# measure carried out} other {# measures carried out}} of {count, number}, {answers, plural, one {# answer} other {# answers}}",
      correctiveNo: "No, no corrective action",
      correctiveYes: "{count, plural, =0 {Yes, to be defined} one {Yes, # action} other {Yes, # actions}}",
      communications: "{count, plural, one {# communication planned} other {# communications planned}}",
      communicationsFrom:
        "{count, plural, one {# communication, on {date}} other {# communications, the next on {date}}}",
      communicationsDone: "{count, plural, one {# communication done} other {# communications, all done}}",
      update: "{date}, {health}",
      convened: "convened on {date}",
    },
  },
  nl: {
    name: "SPMM-fiche",
    filledOf: "{filled, number} van {total, number}",
    filledName:
      "{filled, plural, =0 {geen onderdeel ingevuld} one {# onderdeel ingevuld} other {# onderdelen ingevuld}} van {total, number}",
    state: { empty: "In te vullen", started: "Bezig", filled: "Ingevuld" },
    notes: "{count, plural, one {# notitie} other {# notities}}",
    moreNotes: "+{count, number}",
    andOthers: "{names} en {count, plural, one {# andere} other {# anderen}}",
    ratingOf: "{value, number} van {max, number}",
    ratingName: "{label}: {value}",
    notRated: "niet beoordeeld",
    chosen: "Gekozen: {names}",
    noneChosen: "Geen gekozen",
    leads: "Leiding",
    members: "Leden",
    partners: "Partners",
    teamCounts:
      "{leads, plural, one {# projectleider} other {# projectleiders}}, {members, plural, one {# lid} other {# leden}}, {partners, plural, one {# partner} other {# partners}}",
    committeeCounts: "{count, plural, one {# lid} other {# leden}}",
    committeeExternal: "{count, plural, one {# lid} other {# leden}}, waarvan {external, number} extern",
    targetKey: "Streep: het doel",
    plannedKey: "Streep: gepland",
    meterName: "{name}: {actual}, doel {target}",
    plannedName: "{name}: {actual}, gepland {target}",
    notMeasured: "geen meting",
    noTarget: "niet bepaald",
    moreRows: "en {count, plural, one {# andere} other {# andere}}",
    summary: {
      objectives:
        "{strategic, plural, one {# strategische doelstelling} other {# strategische doelstellingen}}, {operational, plural, one {# operationele} other {# operationele}}",
      objectivesStrategic:
        "{count, plural, one {# strategische doelstelling} other {# strategische doelstellingen}}",
      objectivesOperational:
        "{count, plural, one {# operationele doelstelling} other {# operationele doelstellingen}}",
      actions: "{count, plural, one {# actie} other {# acties}}",
      actionsIn: "{count, plural, one {# actie} other {# acties}}, in {month}",
      actionsBetween: "{count, plural, one {# actie} other {# acties}}, tussen {from} en {to}",
      actionsDone:
        "{count, plural, one {# actie} other {# acties}}, {done, plural, =0 {geen enkele klaar} other {# klaar}}",
      actionsDoneBlocked:
        "{count, plural, one {# actie} other {# acties}}, {done, plural, =0 {geen enkele klaar} other {# klaar}}, {blocked, number} geblokkeerd",
      resources: "{count, plural, one {# middel} other {# middelen}}",
      resourcesAndWays:
        "{count, plural, one {# middel} other {# middelen}} en {ways, plural, one {# vorm van burgerbetrokkenheid} other {# vormen van burgerbetrokkenheid}}",
      ways: "{ways, plural, one {# vorm van burgerbetrokkenheid} other {# vormen van burgerbetrokkenheid}}",
      mobilised:
        "{used, plural, =0 {Geen middel ingezet} one {# middel ingezet} other {# middelen ingezet}} van {count, number}",
      technologies: "{count, plural, one {# technologie} other {# technologieën}}",
      technologiesExisting:
        "{count, plural, one {# technologie} other {# technologieën}}, waarvan {existing, number} al aanwezig",
      deployed:
        "{done, plural, =0 {Geen technologie uitgerold} one {# technologie uitgerold} other {# technologieën uitgerold}} van {count, number}",
      budget: "{total}",
      budgetSubsidy: "{total}, waarvan {share} subsidies",
      spent: "{spent} verbruikt",
      spentShare: "{spent} verbruikt, {share} van het budget",
      legal: "{count, plural, one {# verplichting} other {# verplichtingen}}",
      legalToCheck:
        "{count, plural, one {# verplichting} other {# verplichtingen}}, {toCheck, number} na te gaan",
      compliant:
        "{done, plural, =0 {Geen verplichting in orde} one {# verplichting in orde} other {# verplichtingen in orde}} van {count, number}",
      messages:
        "{count, plural, one {# boodschap} other {# boodschappen}}, {done, plural, =0 {geen enkele verspreid} other {# verspreid}}",
      indicators: "{count, plural, one {# indicator} other {# indicatoren}}",
      indicatorsReached:
        "{count, plural, one {# indicator} other {# indicatoren}}, {reached, plural, =0 {geen doel bereikt} one {# doel bereikt} other {# doelen bereikt}}",
      targetsReached:
        "{reached, plural, =0 {Geen doel bereikt} one {# doel bereikt} other {# doelen bereikt}} van {count, number}",
      measures: "{count, plural, one {# meting gepland} other {# metingen gepland}}",
      measuresFrom:
        "{count, plural, one {# meting gepland op {date}} other {# metingen gepland, de eerste op {date}}}",
      measuresDone:
        "{done, plural, =0 {Geen meting uitgevoerd} one {# meting uitgevoerd} other {# metingen uitgevoerd}} van {count, number}",
      measuresAnswers:
        "{done, plural, =0 {Geen meting uitgevoerd} one {# meting uitgevoerd} other {# metingen uitgevoerd}} van {count, number}, {answers, plural, one {# antwoord} other {# antwoorden}}",
      correctiveNo: "Nee, geen corrigerende actie",
      correctiveYes: "{count, plural, =0 {Ja, nog te bepalen} one {Ja, # actie} other {Ja, # acties}}",
      communications: "{count, plural, one {# communicatie gepland} other {# communicaties gepland}}",
      communicationsFrom:
        "{count, plural, one {# communicatie, op {date}} other {# communicaties, de volgende op {date}}}",
      communicationsDone:
        "{count, plural, one {# communicatie gedaan} other {# communicaties, allemaal gedaan}}",
      update: "{date}, {health}",
      convened: "samengeroepen op {date}",
    },
  },
});
