import { define } from "./define.ts";

/** The bar above the sheet, and the page around it. */
export const board = define({
  fr: {
    home: "Canevas, revenir à l’accueil",
    phases: "Phases de la fiche",
    allPhases: "Tout",
    filled: "{filled, number} sur {total, number}",
    filledWhat: "sections remplies",
    filledName: "{filled, number} sections remplies sur {total, number}",
    menu: "Langue et thème",
    menuWithRules: "Qui écrit où, langue et thème",
    opening: "Ouverture de la fiche…",
    unreachable: "Le serveur ne répond pas encore. La fiche s’affiche dès qu’il revient.",
    sheet: "La fiche",
  },
  en: {
    home: "Canevas, back to the home page",
    phases: "Phases of the sheet",
    allPhases: "All",
    filled: "{filled, number} of {total, number}",
    filledWhat: "sections filled",
    filledName: "{filled, number} sections filled of {total, number}",
    menu: "Language and theme",
    menuWithRules: "Who writes where, language and theme",
    opening: "Opening the sheet…",
    unreachable: "The server does not answer yet. The sheet appears as soon as it is back.",
    sheet: "The sheet",
  },
  nl: {
    home: "Canevas, terug naar de startpagina",
    phases: "Fasen van de fiche",
    allPhases: "Alles",
    filled: "{filled, number} van {total, number}",
    filledWhat: "secties ingevuld",
    filledName: "{filled, number} secties ingevuld van {total, number}",
    menu: "Taal en thema",
    menuWithRules: "Wie schrijft waar, taal en thema",
    opening: "De fiche wordt geopend…",
    unreachable: "De server antwoordt nog niet. De fiche verschijnt zodra hij terug is.",
    sheet: "De fiche",
  },
});
