import { define } from "./define.ts";

/** Is what was written kept? Said beside the title; and what to do when it was refused. */
export const saved = define({
  fr: {
    saved: "Enregistré",
    saving: "Enregistrement…",
    opening: "Connexion…",
    reconnecting: "Reconnexion…",
    offline: "Hors ligne",
    waiting:
      "{count, plural, one {# modification en attente} many {# modifications en attente} other {# modifications en attente}}",
    notKept: "Gardez cette page ouverte : ce navigateur ne garde rien hors ligne.",
    readOnly: "Lecture seule",
    readOnlyWhy: "Vous voyez la fiche en direct, sans pouvoir la modifier.",
    refusedShort: "Non enregistré",
    accessLostShort: "Accès retiré",
    refused: {
      accessLost: {
        title: "Vous n’avez plus accès à cette fiche",
        text: "Le lien a été retiré, ou la fiche supprimée. Demandez un nouveau lien à la personne qui anime.",
      },
      updateRefused: {
        title: "Votre dernière modification n’a pas été acceptée",
        text: "La fiche ne pouvait pas la recevoir. Tout le reste est enregistré ; rouvrez la fiche pour continuer.",
      },
      placeNotAllowed: {
        title: "Cette partie vient d’être fermée à l’écriture",
        text: "L’animation l’a verrouillée ou réservée pendant que vous écriviez. Tout le reste est enregistré.",
      },
      boardRestored: {
        title: "La fiche a été rétablie dans un état antérieur",
        text: "Ce que vous voyez n’est plus la fiche de tous. Rouvrez-la pour continuer avec les autres.",
      },
      clientTooOld: {
        title: "Rechargez la page pour ouvrir cette fiche",
        text: "Cette page est d’une version antérieure de Canevas. Ce que vous avez écrit est toujours là.",
      },
      tooLarge: {
        title: "La fiche est pleine",
        text: "Votre dernière modification dépasse la taille permise. Tout le reste est enregistré.",
      },
      tooFast: {
        title: "Trop de modifications d’un coup",
        text: "Le serveur vous a mis en pause. Ce que vous avez écrit est toujours là : reprenez pour l’envoyer.",
      },
      notTheProtocol: {
        title: "Cette page n’est plus à jour",
        text: "Canevas a été mis à jour. Rechargez la page : ce que vous avez écrit est toujours là.",
      },
    },
    unsent: "Ce que vous aviez écrit et qui n’est pas enregistré",
    copyUnsent: "Copier ce texte",
    reopen: "Rouvrir la fiche",
    resume: "Reprendre",
  },
  en: {
    saved: "Saved",
    saving: "Saving…",
    opening: "Connecting…",
    reconnecting: "Reconnecting…",
    offline: "Offline",
    waiting: "{count, plural, one {# change waiting} other {# changes waiting}}",
    notKept: "Keep this page open: this browser keeps nothing offline.",
    readOnly: "Read only",
    readOnlyWhy: "You see the sheet live, without changing it.",
    refusedShort: "Not saved",
    accessLostShort: "Access withdrawn",
    refused: {
      accessLost: {
        title: "You no longer have access to this sheet",
        text: "The link was withdrawn, or the sheet deleted. Ask the person who runs the workshop for a new link.",
      },
      updateRefused: {
        title: "Your last change was not accepted",
        text: "The sheet could not take it. Everything else is saved; reopen the sheet to go on.",
      },
      placeNotAllowed: {
        title: "This part has just been closed for writing",
        text: "The facilitator locked or reserved it while you were writing. Everything else is saved.",
      },
      boardRestored: {
        title: "The sheet was put back to an earlier state",
        text: "What you see is no longer everybody’s sheet. Reopen it to go on with the others.",
      },
      clientTooOld: {
        title: "Reload the page to open this sheet",
        text: "This page is of an earlier version of Canevas. What you wrote is still here.",
      },
      tooLarge: {
        title: "The sheet is full",
        text: "Your last change goes beyond the size allowed. Everything else is saved.",
      },
      tooFast: {
        title: "Too many changes at once",
        text: "The server paused you. What you wrote is still here: resume to send it.",
      },
      notTheProtocol: {
        title: "This page is out of date",
        text: "Canevas was updated. Reload the page: what you wrote is still here.",
      },
    },
    unsent: "What you had written and that is not saved",
    copyUnsent: "Copy this text",
    reopen: "Reopen the sheet",
    resume: "Resume",
  },
  nl: {
    saved: "Bewaard",
    saving: "Wordt bewaard…",
    opening: "Verbinding maken…",
    reconnecting: "Opnieuw verbinden…",
    offline: "Offline",
    waiting: "{count, plural, one {# wijziging in de wacht} other {# wijzigingen in de wacht}}",
    notKept: "Houd deze pagina open: deze browser bewaart offline niets.",
    readOnly: "Alleen lezen",
    readOnlyWhy: "U ziet de fiche live, zonder ze te kunnen wijzigen.",
    refusedShort: "Niet bewaard",
    accessLostShort: "Toegang ingetrokken",
    refused: {
      accessLost: {
        title: "U hebt geen toegang meer tot deze fiche",
        text: "De link is ingetrokken, of de fiche verwijderd. Vraag een nieuwe link aan wie de workshop begeleidt.",
      },
      updateRefused: {
        title: "Uw laatste wijziging is niet aanvaard",
        text: "De fiche kon ze niet opnemen. Al de rest is bewaard; heropen de fiche om verder te gaan.",
      },
      placeNotAllowed: {
        title: "Dit deel is zonet gesloten voor schrijven",
        text: "De begeleiding vergrendelde of reserveerde het terwijl u schreef. Al de rest is bewaard.",
      },
      boardRestored: {
        title: "De fiche is teruggezet naar een eerdere toestand",
        text: "Wat u ziet, is niet langer ieders fiche. Heropen ze om met de anderen verder te gaan.",
      },
      clientTooOld: {
        title: "Herlaad de pagina om deze fiche te openen",
        text: "Deze pagina is van een eerdere versie van Canevas. Wat u schreef, is er nog.",
      },
      tooLarge: {
        title: "De fiche is vol",
        text: "Uw laatste wijziging is groter dan toegestaan. Al de rest is bewaard.",
      },
      tooFast: {
        title: "Te veel wijzigingen tegelijk",
        text: "De server heeft u gepauzeerd. Wat u schreef, is er nog: hervat om het te versturen.",
      },
      notTheProtocol: {
        title: "Deze pagina is niet meer actueel",
        text: "Canevas is bijgewerkt. Herlaad de pagina: wat u schreef, is er nog.",
      },
    },
    unsent: "Wat u had geschreven en niet bewaard is",
    copyUnsent: "Deze tekst kopiëren",
    reopen: "De fiche heropenen",
    resume: "Hervatten",
  },
});
