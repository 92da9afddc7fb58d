import { define } from "./define.ts";

/** Who may write where, as a facilitator decides it and everybody is told. */
export const rules = define({
  fr: {
    chip: {
      locked: "Verrouillé",
      committee: "Réservé au comité",
      participant: "Réservé aux participants",
    },
    chipShort: { committee: "Comité", participant: "Participants" },
    why: {
      locked: "Seule la personne qui anime écrit ici.",
      committee: "Le comité et la personne qui anime écrivent ici.",
      participant: "Les participants et la personne qui anime écrivent ici.",
    },
    lock: "Verrouiller",
    unlock: "Déverrouiller",
    lockName: "Verrouiller la section : personne d’autre n’y écrit plus",
    unlockName: "Déverrouiller la section : chacun y écrit à nouveau",
    menu: "Qui écrit où",
    lockAll: "Verrouiller toutes les sections",
    unlockAll:
      "{count, plural, one {Déverrouiller la section verrouillée} many {Déverrouiller les # sections verrouillées} other {Déverrouiller les # sections verrouillées}}",
    reserveEvaluation: "Réserver l’évaluation au comité",
    keepNotes: "Les notes restent à leur auteur",
    keepNotesAbout: "Les autres les déplacent et les classent, sans changer leur texte.",
    news: {
      locked:
        "{count, plural, one {Section verrouillée : {name}.} many {# sections verrouillées.} other {# sections verrouillées.}}",
      committee:
        "{count, plural, one {Section réservée au comité : {name}.} many {# sections réservées au comité.} other {# sections réservées au comité.}}",
      participant:
        "{count, plural, one {Section réservée aux participants : {name}.} many {# sections réservées aux participants.} other {# sections réservées aux participants.}}",
      open: "{count, plural, one {Section ouverte : {name}.} many {# sections ouvertes.} other {# sections ouvertes.}}",
      kept: "Le texte des notes reste à leur auteur.",
      shared: "Le texte des notes est à nouveau à tous.",
    },
    keptDraft: "Ce que vous écriviez quand la section s’est fermée, gardé pour vous",
    copyDraft: "Copier ce texte",
    closeDraft: "Fermer",
    noteKept: "Seul son auteur change cette note ou la supprime.",
    noteKeptShort: "Reste à son auteur",
  },
  en: {
    chip: {
      locked: "Locked",
      committee: "Committee only",
      participant: "Participants only",
    },
    chipShort: { committee: "Committee", participant: "Participants" },
    why: {
      locked: "Only the person who facilitates writes here.",
      committee: "The committee and the person who facilitates write here.",
      participant: "The participants and the person who facilitates write here.",
    },
    lock: "Lock",
    unlock: "Unlock",
    lockName: "Lock the section: nobody else writes in it any more",
    unlockName: "Unlock the section: everyone writes in it again",
    menu: "Who writes where",
    lockAll: "Lock all sections",
    unlockAll: "{count, plural, one {Unlock the locked section} other {Unlock the # locked sections}}",
    reserveEvaluation: "Reserve the evaluation for the committee",
    keepNotes: "Notes stay with their author",
    keepNotesAbout: "The others move and sort them, without changing their text.",
    news: {
      locked: "{count, plural, one {Section locked: {name}.} other {# sections locked.}}",
      committee:
        "{count, plural, one {Section reserved for the committee: {name}.} other {# sections reserved for the committee.}}",
      participant:
        "{count, plural, one {Section reserved for the participants: {name}.} other {# sections reserved for the participants.}}",
      open: "{count, plural, one {Section open: {name}.} other {# sections open.}}",
      kept: "The text of notes stays with their author.",
      shared: "The text of notes belongs to everyone again.",
    },
    keptDraft: "What you were writing when the section was closed, kept for you",
    copyDraft: "Copy this text",
    closeDraft: "Close",
    noteKept: "Only its author changes or deletes this note.",
    noteKeptShort: "Stays with its author",
  },
  nl: {
    chip: {
      locked: "Vergrendeld",
      committee: "Alleen comité",
      participant: "Alleen deelnemers",
    },
    chipShort: { committee: "Comité", participant: "Deelnemers" },
    why: {
      locked: "Alleen wie begeleidt, schrijft hier.",
      committee: "Het comité en wie begeleidt, schrijven hier.",
      participant: "De deelnemers en wie begeleidt, schrijven hier.",
    },
    lock: "Vergrendelen",
    unlock: "Ontgrendelen",
    lockName: "De sectie vergrendelen: niemand anders schrijft er nog in",
    unlockName: "De sectie ontgrendelen: iedereen schrijft er weer in",
    menu: "Wie schrijft waar",
    lockAll: "Alle secties vergrendelen",
    unlockAll:
      "{count, plural, one {De vergrendelde sectie ontgrendelen} other {De # vergrendelde secties ontgrendelen}}",
    reserveEvaluation: "De evaluatie voorbehouden aan het comité",
    keepNotes: "Notities blijven van hun auteur",
    keepNotesAbout: "De anderen verplaatsen en ordenen ze, zonder de tekst te wijzigen.",
    news: {
      locked: "{count, plural, one {Sectie vergrendeld: {name}.} other {# secties vergrendeld.}}",
      committee:
        "{count, plural, one {Sectie voorbehouden aan het comité: {name}.} other {# secties voorbehouden aan het comité.}}",
      participant:
        "{count, plural, one {Sectie voorbehouden aan de deelnemers: {name}.} other {# secties voorbehouden aan de deelnemers.}}",
      open: "{count, plural, one {Sectie open: {name}.} other {# secties open.}}",
      kept: "De tekst van notities blijft van hun auteur.",
      shared: "De tekst van notities is weer van iedereen.",
    },
    keptDraft: "Wat u schreef toen de sectie werd gesloten, voor u bewaard",
    copyDraft: "Deze tekst kopiëren",
    closeDraft: "Sluiten",
    noteKept: "Alleen de auteur wijzigt of verwijdert deze notitie.",
    noteKeptShort: "Blijft van de auteur",
  },
});
