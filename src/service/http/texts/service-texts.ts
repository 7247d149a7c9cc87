import type { ProblemText } from "./sentence.ts";

/** Problems of the service itself: sign-in, bodies, limits, and what SharePoint answered. */
export const serviceTexts = {
  unexpected: {
    status: 500,
    da: () => [
      "Noget gik galt",
      "Vi kunne ikke gøre det færdigt. Prøv igen; hjælper det ikke, så giv it-afdelingen fejlnummeret.",
    ],
    en: () => [
      "Something went wrong",
      "We could not finish this. Try again; if that does not help, give IT the error number.",
    ],
  },
  "not-signed-in": {
    status: 401,
    da: () => ["Du er ikke logget ind", "Log ind igen. Det, du har skrevet, er ikke tabt."],
    en: () => ["You are not signed in", "Sign in again. What you have typed is not lost."],
  },
  "more-sign-in-needed": {
    status: 401,
    da: () => [
      "Bekræft, at det er dig",
      "Kommunen kræver en ekstra bekræftelse, før du kan bruge Fremdrift. Log ind igen. Det, du har skrevet, er ikke tabt.",
    ],
    en: () => [
      "Confirm that it is you",
      "The municipality asks for one more confirmation before you can use Fremdrift. Sign in again. What you have typed is not lost.",
    ],
  },
  "sign-in-unavailable": {
    status: 503,
    da: () => [
      "Login svarer ikke",
      "Vi kan ikke få login bekræftet lige nu. Det, du har skrevet, er ikke tabt. Prøv igen om lidt.",
    ],
    en: () => [
      "Sign-in does not answer",
      "We cannot confirm your sign-in right now. What you have typed is not lost. Try again in a moment.",
    ],
  },
  starting: {
    status: 503,
    da: () => [
      "Fremdrift er ved at starte",
      "Fremdrift er ved at læse sine lister i SharePoint. Det, du har skrevet, er ikke tabt. Prøv igen om lidt.",
    ],
    en: () => [
      "Fremdrift is starting",
      "Fremdrift is reading its lists in SharePoint. What you have typed is not lost. Try again in a moment.",
    ],
  },
  "not-set-up": {
    status: 503,
    da: () => [
      "Fremdrift er ikke sat op",
      "Fremdrift er ikke sat op: der mangler en liste i SharePoint. Bed den, der er administrator for Fremdrift, om at sætte listerne op. Fremdrift går i gang af sig selv bagefter.",
    ],
    en: () => [
      "Fremdrift is not set up",
      "Fremdrift is not set up: a list is missing in SharePoint. Ask the administrator of Fremdrift to set up the lists. Fremdrift starts by itself afterwards.",
    ],
  },
  "unknown-person": {
    status: 403,
    da: () => [
      "Du er ikke oprettet i Fremdrift",
      "Din konto findes ikke i kommunens organisation i Fremdrift. Kontakt puljesekretariatet.",
    ],
    en: () => [
      "You are not known to Fremdrift",
      "Your account is not part of the organisation in Fremdrift. Contact the pool secretariat.",
    ],
  },
  "too-many-writes": {
    status: 429,
    da: (data) => [
      "For mange gemninger",
      `Der er gemt meget på kort tid. Vent ${data["retryAfterS"] ?? "lidt"} sekunder, og prøv igen.`,
    ],
    en: (data) => [
      "Too many saves",
      `A lot has been saved in a short time. Wait ${data["retryAfterS"] ?? "a few"} seconds and try again.`,
    ],
  },
  "body-too-large": {
    status: 413,
    da: () => ["Teksten er for stor", "Det, du sender, er for stort til at blive gemt. Forkort teksten, og prøv igen."],
    en: () => ["The text is too large", "What you send is too large to be saved. Shorten the text and try again."],
  },
  "malformed-body": {
    status: 400,
    da: () => [
      "Forespørgslen kan ikke læses",
      "Det sendte passer ikke til det, Fremdrift forventer. Genindlæs siden, og prøv igen.",
    ],
    en: () => [
      "The request cannot be read",
      "What was sent is not what Fremdrift expects. Reload the page and try again.",
    ],
  },
  "not-found": {
    status: 404,
    da: () => ["Findes ikke", "Siden findes ikke, eller du har ikke adgang til den."],
    en: () => ["Not found", "The page does not exist, or you do not have access to it."],
  },
  conflict: {
    status: 409,
    da: () => ["Andre var hurtigere", "Det er ændret af andre imens. Se det nye, og prøv igen."],
    en: () => ["Others were faster", "This was changed by others meanwhile. Look at the new version and try again."],
  },
  forbidden: {
    status: 502,
    da: () => [
      "SharePoint giver ikke adgang",
      "Fremdrift har ikke adgang til sit område i SharePoint. Kontakt it-afdelingen.",
    ],
    en: () => ["SharePoint denies access", "Fremdrift has no access to its site in SharePoint. Contact IT."],
  },
  throttled: {
    status: 503,
    da: () => ["SharePoint er optaget", "SharePoint har travlt. Det, du har skrevet, er ikke tabt. Prøv igen om lidt."],
    en: () => ["SharePoint is busy", "SharePoint is busy. What you have typed is not lost. Try again in a moment."],
  },
  unavailable: {
    status: 503,
    da: () => [
      "SharePoint svarer ikke",
      "SharePoint svarer ikke lige nu. Det, du har skrevet, er ikke tabt. Prøv igen om lidt.",
    ],
    en: () => [
      "SharePoint does not answer",
      "SharePoint does not answer right now. What you have typed is not lost. Try again in a moment.",
    ],
  },
  "malformed-item": {
    status: 502,
    da: () => [
      "Rækken kan ikke læses",
      "En række i SharePoint er ændret, så den ikke kan læses. Kontakt it-afdelingen.",
    ],
    en: () => ["The row cannot be read", "A row in SharePoint was changed so that it cannot be read. Contact IT."],
  },
  "duplicate-key": {
    status: 409,
    da: () => ["Findes allerede", "Det findes allerede. Genindlæs siden."],
    en: () => ["Already there", "This exists already. Reload the page."],
  },
  "too-large": {
    status: 413,
    da: () => ["Der er ikke plads", "Teksten er for lang til at blive gemt i SharePoint. Forkort den, og prøv igen."],
    en: () => ["There is no room", "The text is too long to be stored in SharePoint. Shorten it and try again."],
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
