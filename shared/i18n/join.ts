import { define } from "./define.ts";

/** The page behind a link: which sheet, which role, a first name. */
export const join = define({
  fr: {
    eyebrow: "Vous rejoignez la fiche",
    roleIs: {
      facilitator: "Vous animez : vous pouvez tout écrire et donner les liens aux autres.",
      committee: "Vous êtes du comité : vous pouvez écrire dans toutes les sections ouvertes.",
      participant: "Vous participez : vous pouvez écrire dans toutes les sections ouvertes.",
      viewer: "Vous lisez : vous voyez ce qui s’écrit, sans pouvoir le modifier.",
    },
    name: "Votre prénom",
    nameWhy: "Les autres le voient à côté de ce que vous écrivez. Pas de compte, pas d’adresse.",
    nameMissing: "Écrivez votre prénom.",
    enter: "Entrer dans la fiche",
    entering: "Ouverture…",
    keep: "Garder mon accès ({role})",
    alreadyHere: "Ce navigateur ouvre déjà cette fiche. Entrer par ce lien remplace votre accès.",
    asking: "Ouverture du lien…",
    noLinkTitle: "Il faut un lien pour ouvrir cette fiche",
    noLinkText:
      "Ce navigateur ne l’a pas encore ouverte. Demandez le lien ou le code QR à la personne qui anime.",
    wrongLinkTitle: "Ce lien n’ouvre pas de fiche",
    wrongLinkText:
      "Il a peut-être été retiré, ou recopié à moitié. Demandez-en un nouveau à la personne qui anime.",
    unreachableTitle: "Le serveur ne répond pas",
    unreachableText: "Vérifiez la connexion de cet appareil, puis réessayez.",
    troubleTitle: "La fiche ne s’ouvre pas",
  },
  en: {
    eyebrow: "You are joining the sheet",
    roleIs: {
      facilitator: "You facilitate: you can write everywhere and give the links to others.",
      committee: "You are on the committee: you can write in every open section.",
      participant: "You take part: you can write in every open section.",
      viewer: "You read: you see what is being written, without changing it.",
    },
    name: "Your first name",
    nameWhy: "Others see it beside what you write. No account, no address.",
    nameMissing: "Write your first name.",
    enter: "Enter the sheet",
    entering: "Opening…",
    keep: "Keep my access ({role})",
    alreadyHere: "This browser already opens this sheet. Entering by this link replaces your access.",
    asking: "Opening the link…",
    noLinkTitle: "This sheet opens with a link",
    noLinkText:
      "This browser has not opened it yet. Ask the person who runs the workshop for the link or the QR code.",
    wrongLinkTitle: "This link does not open a sheet",
    wrongLinkText:
      "It may have been withdrawn, or copied in part. Ask the person who runs the workshop for a new one.",
    unreachableTitle: "The server does not answer",
    unreachableText: "Check the connection of this device, then try again.",
    troubleTitle: "The sheet does not open",
  },
  nl: {
    eyebrow: "U komt bij de fiche",
    roleIs: {
      facilitator: "U begeleidt: u kunt overal schrijven en de links aan anderen geven.",
      committee: "U zit in het comité: u kunt in elke open sectie schrijven.",
      participant: "U neemt deel: u kunt in elke open sectie schrijven.",
      viewer: "U leest mee: u ziet wat er geschreven wordt, zonder het te wijzigen.",
    },
    name: "Uw voornaam",
    nameWhy: "De anderen zien die naast wat u schrijft. Geen account, geen adres.",
    nameMissing: "Schrijf uw voornaam.",
    enter: "De fiche openen",
    entering: "Wordt geopend…",
    keep: "Mijn toegang houden ({role})",
    alreadyHere: "Deze browser opent deze fiche al. Binnenkomen via deze link vervangt uw toegang.",
    asking: "De link wordt geopend…",
    noLinkTitle: "Voor deze fiche is een link nodig",
    noLinkText:
      "Deze browser heeft ze nog niet geopend. Vraag de link of de QR-code aan wie de workshop begeleidt.",
    wrongLinkTitle: "Deze link opent geen fiche",
    wrongLinkText:
      "Misschien is hij ingetrokken of maar half gekopieerd. Vraag een nieuwe aan wie de workshop begeleidt.",
    unreachableTitle: "De server antwoordt niet",
    unreachableText: "Controleer de verbinding van dit toestel en probeer opnieuw.",
    troubleTitle: "De fiche gaat niet open",
  },
});
