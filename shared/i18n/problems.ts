import { define } from "./define.ts";

/** A sentence for each code that the interface may answer, and for no answer at all. */
export const problems = define({
  fr: {
    boardNotFound:
      "Cette fiche n’existe plus, ou ce lien ne l’ouvre pas. Demandez un nouveau lien à la personne qui anime.",
    linkNotFound: "Ce lien est déjà retiré.",
    routeNotFound: "Cette version de Canevas ne connaît pas cette demande. Rechargez la page.",
    createTokenRequired: "Ce serveur demande un code pour créer une fiche. Il n’a pas reconnu celui-ci.",
    notAllowed: "Votre lien ne permet pas de faire cela.",
    brokenJson: "La demande est arrivée abîmée. Réessayez.",
    invalidBody: "Le serveur n’a pas accepté ce qui est écrit ici. Vérifiez le titre et le prénom.",
    bodyTooLarge: "C’est trop long pour être enregistré.",
    unsupportedMediaType: "Cette version de Canevas ne connaît pas cette demande. Rechargez la page.",
    methodNotAllowed: "Cette version de Canevas ne connaît pas cette demande. Rechargez la page.",
    tooManyRequests: "Trop de demandes à la fois. Attendez quelques secondes, puis réessayez.",
    storageAway: "Le serveur ne peut pas enregistrer pour le moment. Réessayez dans quelques instants.",
    internalError: "Le serveur a rencontré un problème. Réessayez dans quelques instants.",
    unreachable: "Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.",
    notUnderstood: "La réponse du serveur est illisible. Rechargez la page.",
  },
  en: {
    boardNotFound:
      "This sheet no longer exists, or this link does not open it. Ask the person who runs the workshop for a new link.",
    linkNotFound: "This link is already withdrawn.",
    routeNotFound: "This version of Canevas does not know this request. Reload the page.",
    createTokenRequired: "This server asks for a code to create a sheet. It did not recognise this one.",
    notAllowed: "Your link does not allow this.",
    brokenJson: "The request arrived damaged. Try again.",
    invalidBody: "The server did not accept what is written here. Check the title and the first name.",
    bodyTooLarge: "This is too long to be saved.",
    unsupportedMediaType: "This version of Canevas does not know this request. Reload the page.",
    methodNotAllowed: "This version of Canevas does not know this request. Reload the page.",
    tooManyRequests: "Too many requests at once. Wait a few seconds, then try again.",
    storageAway: "The server cannot save for the moment. Try again shortly.",
    internalError: "The server met a problem. Try again shortly.",
    unreachable: "The server does not answer. Check the connection, then try again.",
    notUnderstood: "The server’s answer cannot be read. Reload the page.",
  },
  nl: {
    boardNotFound:
      "Deze fiche bestaat niet meer, of deze link opent ze niet. Vraag een nieuwe link aan wie de workshop begeleidt.",
    linkNotFound: "Deze link is al ingetrokken.",
    routeNotFound: "Deze versie van Canevas kent deze vraag niet. Herlaad de pagina.",
    createTokenRequired: "Deze server vraagt een code om een fiche te maken. Deze code is niet herkend.",
    notAllowed: "Uw link laat dit niet toe.",
    brokenJson: "De vraag is beschadigd aangekomen. Probeer opnieuw.",
    invalidBody: "De server aanvaardt niet wat hier staat. Controleer de titel en de voornaam.",
    bodyTooLarge: "Dit is te lang om te bewaren.",
    unsupportedMediaType: "Deze versie van Canevas kent deze vraag niet. Herlaad de pagina.",
    methodNotAllowed: "Deze versie van Canevas kent deze vraag niet. Herlaad de pagina.",
    tooManyRequests: "Te veel vragen tegelijk. Wacht enkele seconden en probeer opnieuw.",
    storageAway: "De server kan nu niet bewaren. Probeer het zo meteen opnieuw.",
    internalError: "De server heeft een probleem. Probeer het zo meteen opnieuw.",
    unreachable: "De server antwoordt niet. Controleer de verbinding en probeer opnieuw.",
    notUnderstood: "Het antwoord van de server is onleesbaar. Herlaad de pagina.",
  },
});
