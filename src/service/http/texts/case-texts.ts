import { parsePlainDate } from "#domain/shared/dates.ts";
import { formatDate } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
import { byAndWhen, money, type ProblemData, type ProblemText } from "./sentence.ts";

/** Refusals about cases, their way and their decisions. */
export const caseTexts = {
  "not-a-case-number": {
    status: 409,
    da: (data) => [
      "Sagsnummeret kan ikke læses",
      `Det, du skrev, er ikke et sagsnummer: ”${data["typed"] ?? ""}”. ${meant(data, "Mente du", "Skriv det som 21/15479, 85.13.00-P20-1-20 eller 330-2018-3619, eller lad feltet være tomt.")} Resten af det, du har skrevet, står her stadig.`,
    ],
    en: (data) => [
      "The case number cannot be read",
      `What you wrote is no case number: "${data["typed"] ?? ""}". ${meant(data, "Did you mean", "Write it as 21/15479, 85.13.00-P20-1-20 or 330-2018-3619, or leave the field empty.")} The rest of what you wrote is still here.`,
    ],
  },
  "case-number-taken": {
    status: 409,
    da: (data) => [
      "Sagsnummeret er brugt",
      `Der er allerede en sag med nummer ${data["number"] ?? ""}. Ret nummeret. Er det sagen til en pulje, så åbn den under Sager, og opret puljen derfra.`,
    ],
    en: (data) => [
      "The case number is taken",
      `There is a case numbered ${data["number"] ?? ""} already. Correct the number. If it is a pool's case, open it under Cases and make the pool from there.`,
    ],
  },
  "case-already-changed": {
    status: 409,
    da: (data) => ["Allerede gemt", `Det er allerede gemt${byAndWhen(data, "da")}.`],
    en: (data) => ["Already saved", `This was already saved${byAndWhen(data, "en")}.`],
  },
  "case-closed": {
    status: 409,
    da: () => ["Sagen er afsluttet", "Sagen er afsluttet og kan ikke ændres. Det, der står i den, bliver stående."],
    en: () => ["The case is closed", "The case is closed and cannot be changed. What stands in it stays."],
  },
  "case-decided": {
    status: 409,
    da: () => ["Sagen er afgjort", "Sagen er afgjort endeligt, og sagsgangen kan ikke ændres."],
    en: () => ["The case is decided", "The case is finally decided, and its route cannot be changed."],
  },
  "case-under-way": {
    status: 409,
    da: () => ["Sagen er undervejs", "Sagen kan afsluttes, når den er afgjort, eller når sagsgangen er standset."],
    en: () => ["The case is under way", "The case can be closed once it is decided or its route has stopped."],
  },
  "points-decided": {
    status: 409,
    da: () => [
      "Indstillingen er behandlet",
      "Et udvalg har allerede besluttet. Indstillingens punkter og beløbet står, som de blev behandlet; resten kan rettes.",
    ],
    en: () => [
      "The recommendation is treated",
      "A body has decided already. The points and the amount stand as they were treated; the rest can be changed.",
    ],
  },
  "exceeds-allocation": {
    status: 409,
    da: (data) => [
      "Beløbet er for stort",
      `Bevillingen overstiger rådighedsbeløbet med ${money(data, "overOere", "da")} Intet er ændret.`,
    ],
    en: (data) => [
      "The amount is too large",
      `The appropriation exceeds the allocation by ${money(data, "overOere", "en")}. Nothing is changed.`,
    ],
  },
  "amount-not-positive": {
    status: 409,
    da: () => ["Beløbet mangler", "Skriv et beløb, der er større end 0 kr."],
    en: () => ["The amount is missing", "Write an amount above DKK 0."],
  },
  "route-empty": {
    status: 409,
    da: () => ["Sagsgangen mangler", "Skriv sagsgangen, for eksempel ”ØK, høring, ØK, KB”."],
    en: () => ["The route is missing", 'Write the route, for example "ØK, høring, ØK, KB".'],
  },
  "route-too-long": {
    status: 409,
    da: (data) => ["Sagsgangen er for lang", `En sagsgang kan have højst ${data["most"] ?? 30} skridt.`],
    en: (data) => ["The route is too long", `A route may have ${data["most"] ?? 30} steps at most.`],
  },
  "unknown-body": {
    status: 409,
    da: (data) => [
      "Udvalget kendes ikke",
      `Vi kender ikke udvalget ”${data["written"] ?? ""}”. Brug udvalgets navn eller forkortelse, eller skriv ”høring”.`,
    ],
    en: (data) => [
      "The body is not known",
      `We know no body called "${data["written"] ?? ""}". Use its name or abbreviation, or write "høring" for a consultation.`,
    ],
  },
  "finance-committee-first": {
    status: 409,
    da: () => [
      "Økonomiudvalget skal først",
      "Økonomiudvalgets erklæring skal foreligge, før kommunalbestyrelsen beslutter (styrelseslovens § 18). Sæt økonomiudvalget før kommunalbestyrelsen.",
    ],
    en: () => [
      "The finance committee comes first",
      "The finance committee's statement must be there before the council decides (Local Government Act § 18). Put the finance committee before the council.",
    ],
  },
  "finance-committee-missing": {
    status: 409,
    da: () => [
      "Økonomiudvalget mangler",
      "Sagen handler om penge og skal forbi økonomiudvalget. Sæt det ind i sagsgangen.",
    ],
    en: () => [
      "The finance committee is missing",
      "The case is about money and must pass the finance committee. Put it into the route.",
    ],
  },
  "council-missing": {
    status: 409,
    da: () => [
      "Kommunalbestyrelsen mangler",
      "Kun kommunalbestyrelsen kan give bevillingen (styrelseslovens § 40). Sæt den sidst i sagsgangen.",
    ],
    en: () => [
      "The council is missing",
      "Only the council can give the appropriation (Local Government Act § 40). Put it last in the route.",
    ],
  },
  "consultation-at-the-edge": {
    status: 409,
    da: () => [
      "Høringen står forkert",
      "En høring skal ligge mellem to udvalg: ét, der sender den, og ét, der læser svarene.",
    ],
    en: () => [
      "The consultation is misplaced",
      "A consultation lies between two bodies: one that sends it and one that reads the answers.",
    ],
  },
  "competent-body-missing": {
    status: 409,
    da: () => ["Sagsgangen når ikke frem", "Sagsgangen skal nå det organ, der afgør sagen."],
    en: () => ["The route stops short", "The route must reach the body that decides the case."],
  },
  "route-dates-out-of-order": {
    status: 409,
    da: (data) => [
      "Datoerne passer ikke",
      `Den ${day(data, "da")} ligger før et møde, der kommer tidligere i sagsgangen.`,
    ],
    en: (data) => [
      "The dates do not fit",
      `The day ${day(data, "en")} is before a meeting that comes earlier in the route.`,
    ],
  },
  "no-such-step": {
    status: 409,
    da: () => ["Sagsgangen er ændret", "Det skridt findes ikke længere i sagsgangen. Se sagen igen; intet er gemt."],
    en: () => [
      "The route has changed",
      "That step is no longer in the route. Look at the case again; nothing is saved.",
    ],
  },
  "no-points": {
    status: 409,
    da: () => ["Indstillingen mangler", "Skriv indstillingens punkter, før beslutningen føres ind."],
    en: () => [
      "The recommendation is missing",
      "Write the points of the recommendation before the decision is recorded.",
    ],
  },
  "step-decided": {
    status: 409,
    da: (data) => ["Allerede ført ind", `Beslutningen i ${data["body"] ?? "udvalget"} står der allerede.`],
    en: (data) => ["Already recorded", `The decision of ${data["body"] ?? "the body"} is there already.`],
  },
  "earlier-step-open": {
    status: 409,
    da: (data) => [
      "Et tidligere udvalg mangler",
      `${data["body"] || "Høringen"} skal behandle sagen først. Før den beslutning ind før denne.`,
    ],
    en: (data) => [
      "An earlier body is missing",
      `${data["body"] || "The consultation"} must treat the case first. Record that decision before this one.`,
    ],
  },
  "consultation-open": {
    status: 409,
    da: () => [
      "Høringen er ikke slut",
      "Høringen skal være afsluttet, før sagen kan afgøres. Det gælder også, når ingen har svaret.",
    ],
    en: () => [
      "The consultation is not over",
      "The consultation must be ended before the case can be decided, also when nobody has answered.",
    ],
  },
  "route-stopped": {
    status: 409,
    da: () => ["Sagsgangen er standset", "Sagen går ikke videre af sig selv. Læg en ny sagsgang, eller afslut sagen."],
    en: () => ["The route has stopped", "The case goes no further by itself. Set a new route, or close the case."],
  },
  "step-in-future": {
    status: 409,
    da: (data) => [
      "Mødet er ikke holdt",
      `Mødet i ${data["body"] ?? "udvalget"} er først den ${day(data, "da")}. Beslutningen kan føres ind fra den dag.`,
    ],
    en: (data) => [
      "The meeting is to come",
      `The meeting of ${data["body"] ?? "the body"} is on ${day(data, "en")}. The decision can be recorded from that day.`,
    ],
  },
  "decided-before-earlier-step": {
    status: 409,
    da: (data) => [
      "Datoen passer ikke",
      `Mødet i ${data["body"] ?? "udvalget"} kan ikke ligge før den beslutning, der kom før det.`,
    ],
    en: (data) => [
      "The date does not fit",
      `The meeting of ${data["body"] ?? "the body"} cannot be before the decision that came before it.`,
    ],
  },
  "appropriation-amended": {
    status: 409,
    da: () => [
      "Bevillingen er ændret",
      "Kommunalbestyrelsen har givet noget andet, end sagen søgte om. Læg en ny sagsgang med det rigtige beløb; puljen frigives ikke af en ændret beslutning.",
    ],
    en: () => [
      "The appropriation is changed",
      "The council gave something else than the case asked for. Set a new route with the right amount; a changed decision does not release the pool.",
    ],
  },
  "no-consultation-step": {
    status: 409,
    da: () => ["Ingen høring", "Sagsgangen har ingen høring på det sted."],
    en: () => ["No consultation", "The route has no consultation there."],
  },
  "consultation-ended": {
    status: 409,
    da: (data) => ["Høringen er slut", `Høringen sluttede den ${day(data, "da")}.`],
    en: (data) => ["The consultation is over", `The consultation ended on ${day(data, "en")}.`],
  },
  "consultation-ends-later": {
    status: 409,
    da: (data) => [
      "Høringen løber endnu",
      `Den ${day(data, "da")} er ikke kommet endnu. Afslut høringen på dagen eller senere.`,
    ],
    en: (data) => [
      "The consultation is running",
      `The day ${day(data, "en")} has not come yet. End the consultation on the day or later.`,
    ],
  },
  "already-released": {
    status: 409,
    da: () => ["Puljen er frigivet", "Puljen har allerede sin bevilling og behøver ingen bevillingssag."],
    en: () => ["The pool is released", "The pool has its appropriation already and needs no case."],
  },
  "case-has-pool": {
    status: 409,
    da: () => [
      "Sagen har en pulje",
      "Sagen søger allerede om penge til en anden pulje, og det kan ikke laves om. Læg en ny sag til den nye pulje.",
    ],
    en: () => [
      "The case has a pool",
      "The case already asks for another pool's money, and that cannot be changed. Make a new case for the new pool.",
    ],
  },
  "bodies-missing": {
    status: 409,
    da: () => [
      "Udvalgene mangler",
      "Økonomiudvalg og kommunalbestyrelse er ikke oprettet i Fremdrift. Bed administratoren om at oprette dem.",
    ],
    en: () => [
      "The bodies are missing",
      "Finance committee and council are not set up in Fremdrift. Ask the administrator to set them up.",
    ],
  },
} as const satisfies Readonly<Record<string, ProblemText>>;

function meant(data: ProblemData, question: string, otherwise: string): string {
  const { proposal } = data as { readonly proposal?: string };
  return proposal === undefined ? otherwise : `${question} ${proposal}?`;
}

function day(data: ProblemData, language: Language): string {
  const parsed = parsePlainDate(String(data["date"] ?? ""));
  return parsed.ok ? formatDate(parsed.value, language) : "…";
}
