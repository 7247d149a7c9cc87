import { daTerms } from "#domain/grants/terms-da.ts";
import { ledgerWords } from "#domain/projections/open-words.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import { currentCalendar } from "./demo-calendar.ts";
import { demoMunicipality, demoPersonNamed } from "./municipality.ts";
import { poolNames, twoDigits, yearOf } from "./pool-names.ts";
import type { DemoLayer } from "./tell-demo.ts";

const records = demoMunicipality.recordSitePath;
const open = demoMunicipality.openSitePath;
const { roundStatus } = daTerms;

interface Words {
  readonly "da-DK": string;
  readonly "en-GB": string;
}

/** The layers that a newcomer is led through. */
type GuidedLayer = "aktuel" | "bedoemmelse";

/** Whether a newcomer is led through this layer. */
export function isGuided(layer: DemoLayer): layer is GuidedLayer {
  return layer === "aktuel" || layer === "bedoemmelse";
}

const oneToReview = words(
  "Du er Søren Nyborg Dahl, bedømmer. Én ansøgning mangler dine point: giv dem på kortet i chatten, skriv hvorfor, og tryk ”Gem og gå videre”.",
  "You are Søren Nyborg Dahl, a reviewer. One application lacks your points: give them on the card in the chat, say why, and press “Gem og gå videre”.",
);
const eightToReview = words(
  "Du er Søren Nyborg Dahl, bedømmer. Otte ansøgninger på ét kort i chatten mangler dine point: giv dem, skriv hvorfor, og tryk ”Gem og gå videre” til den næste.",
  "You are Søren Nyborg Dahl, a reviewer. Eight applications on one card in the chat lack your points: give them, say why, and press “Gem og gå videre” for the next.",
);

/**
 * The first two minutes with Fremdrift, for the guide of the workspace's host page: who to be, where, what to do there, and the
 * rows that show that it was done. About a guided layer as it is told at an instant.
 */
export function demoGuide(now: Instant, layer: GuidedLayer): object {
  const isSpring = layer === "bedoemmelse";
  const { rounds } = poolNames(currentCalendar(now, isSpring ? "spring" : "autumn"));
  const round = rounds[isSpring ? 0 : 1];
  return {
    steps: [applying(`N${twoDigits(yearOf(plainDateOf(now)))}-`), reviewing(now, layer), deciding(round), reading()],
    deadline: {
      rows: {
        site: open,
        list: "AabneRunder",
        where: [{ column: "Status", is: [roundStatus.open] }],
      },
      column: "Frist",
      time: "23:50",
      hint: words(
        "Uret stilles frem til ti minutter før, runden lukker.",
        "The clock moves to ten minutes before the round closes.",
      ),
    },
    pair: {
      left: { persona: "ansoeger.sundhed", app: "tab" },
      right: { persona: "leder.sundhed", app: "chat" },
      hint: words(
        "Mette til venstre, Karin til højre: send det ene sted, og se kortet komme det andet.",
        "Mette on the left, Karin on the right: send in one place and see the card arrive in the other.",
      ),
    },
  };
}

function applying(numberStart: string): object {
  return {
    title: words("Søg", "Apply"),
    parts: [
      part("send", "ansoeger.sundhed", "tab", {
        text: words(
          "Du er Mette Skovgaard, teamleder i sygeplejen, og har begyndt en ansøgning. Tryk ”Skriv videre”, svar på det, der mangler, og tryk ”Send ansøgning”.",
          "You are Mette Skovgaard, a team leader in home nursing, with an application begun. Press “Continue”, answer what is missing, and press “Send application”.",
        ),
        button: words("Søg som Mette", "Apply as Mette"),
        rows: { site: records, list: "Ansoegninger", where: [{ column: "Nummer", startsWith: numberStart }] },
      }),
      part("godkend", "leder.sundhed", "chat", {
        text: words(
          "Nu er du Karin Thorup, Mettes chef. I chatten ligger et kort om ansøgningen: læs det, og tryk ”Godkend”. Er den trukket tilbage, så vælg Mette øverst og skriv en ny.",
          "Now you are Karin Thorup, Mette's head. A card about the application is in the chat: read it and press “Godkend”. If it was withdrawn, choose Mette at the top and write a new one.",
        ),
        button: words("Godkend som Karin", "Approve as Karin"),
        rows: { site: open, list: "AabneAnsoegninger", where: [{ column: "Nummer", startsWith: numberStart }] },
      }),
    ],
  };
}

function reviewing(now: Instant, layer: GuidedLayer): object {
  return {
    title: words("Bedøm", "Review"),
    parts: [
      part("bedoem", "oekonomi", "chat", {
        text: layer === "aktuel" ? oneToReview : eightToReview,
        button: words("Bedøm som Søren", "Review as Søren"),
        rows: { site: records, list: "Bedoemmelser", where: [{ column: "Afgivet", from: now }] },
      }),
    ],
  };
}

function deciding(round: { readonly code: string; readonly name: string }): object {
  const inRound = { column: "Kode", is: [round.code] };
  const decided = [roundStatus.decided, roundStatus.completed];
  return {
    title: words("Afgør", "Decide"),
    parts: [
      part("indstil", "puljesekretariat", "tab", {
        text: words(
          "Du er Rasmus Ellegaard, som passer puljen. Tryk ”Se prioriteringen”: ansøgningerne står efter point, og rammen er en streg. Tryk ”Indstil”.",
          "You are Rasmus Ellegaard, who runs the pool. Press “See the ranking”: the applications stand by points, and the frame is a line. Press “Recommend”.",
        ),
        button: words("Indstil som Rasmus", "Recommend as Rasmus"),
        rows: {
          site: open,
          list: "AabneRunder",
          where: [inRound, { column: "Status", is: [roundStatus.recommended, ...decided] }],
        },
      }),
      part("afgoer", "formand.dsg", "chat", {
        text: words(
          "Du er Birgitte Holmslund, formand. Indstillingen ligger som et kort i chatten: tryk ”Afgør”, og så ”Afgør: tilsagn på …”.",
          "You are Birgitte Holmslund, the chair. The recommendation is a card in the chat: press “Afgør”, then “Afgør: tilsagn på …”.",
        ),
        button: words("Afgør som Birgitte", "Decide as Birgitte"),
        rows: {
          site: open,
          list: "AabentRegnskab",
          where: [
            { column: "Runde", is: [round.name] },
            { column: "Art", is: [ledgerWords.award] },
          ],
        },
      }),
      part("naestformand", "naestformand.dsg", "chat", {
        text: words(
          "Du er Torben Lindegaard, næstformand. Én ansøgning kommer fra formandens eget center, og den afgør du på samme måde.",
          "You are Torben Lindegaard, the deputy. One application comes from the chair's own centre, and you decide it in the same way.",
        ),
        button: words("Afgør som Torben", "Decide as Torben"),
        rows: { site: open, list: "AabneRunder", where: [inRound, { column: "Status", is: decided }] },
      }),
    ],
  };
}

function reading(): object {
  return {
    title: words("Se listen", "See the list"),
    parts: [
      {
        id: "liste",
        text: words(
          "Du er Karin Thorup, sundheds- og omsorgschef, nu i SharePoint. Åbn Fremdrift og listen ”Ansøgninger i overblik”: her kan ledere følge hver ansøgning.",
          "You are Karin Thorup, head of health and care, now in SharePoint. Open Fremdrift and the list “Ansøgninger i overblik”: managers follow every application here.",
        ),
        button: words("Se listen som Karin", "See the list as Karin"),
        go: { persona: demoPersonNamed("leder.sundhed").user, app: "sharepoint" },
        done: { read: { site: open, list: "AabneAnsoegninger" } },
      },
    ],
  };
}

function part(
  id: string,
  persona: string,
  app: "tab" | "chat",
  rest: { readonly text: Words; readonly button: Words; readonly rows: object },
): object {
  const { text, button, rows } = rest;
  return { id, text, button, go: { persona: demoPersonNamed(persona).user, app }, done: { rows } };
}

function words(danish: string, english: string): Words {
  return { "da-DK": danish, "en-GB": english };
}
