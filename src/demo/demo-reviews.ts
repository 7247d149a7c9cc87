import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import type { ReviewAnswers, ScorePoint, Support } from "#domain/grants/review.ts";
import type { DemoApplication } from "./demo-application.ts";

/** What reviewers of the demo write about a strong criterion. */
const strong: Readonly<Record<string, readonly string[]>> = {
  K1: ["Det her vil borgerne lægge mærke til fra første dag.", "Synligt for mange og let at vise frem."],
  K2: ["En ny arbejdsgang, som andre centre kan overtage.", "Erfaringerne fra skærmmøderne bruges rigtigt godt."],
  K3: ["Gavnen for borgeren er beskrevet og kan måles.", "Rammer kerneopgaven præcist."],
  K4: ["Driften er aftalt og regnet igennem.", "Økonomien er enkel og realistisk."],
  K5: ["Plan, ansvarlig og opbakning er på plads.", "Kan gå i gang i næste uge."],
};

/** What they write about a weak one. */
const weak: Readonly<Record<string, readonly string[]>> = {
  K1: ["Få vil mærke forskel i det første år.", "Udviklingen bliver mest synlig internt."],
  K2: ["Arbejdsgangene er næsten uændrede.", "Det er nyt udstyr mere end en ny måde at arbejde på."],
  K3: ["Gavnen for borgeren er indirekte og svær at måle.", "Koblingen til kerneopgaven er løs."],
  K4: ["Licensen efter projektåret er ikke finansieret.", "Der mangler udgifter til drift."],
  K5: ["Der er ikke udpeget en projektansvarlig.", "Tidsplanen er meget stram."],
};

const reasons: Readonly<Record<Support, readonly string[]>> = {
  support: [
    "Et gennemarbejdet projekt, der passer godt til puljens formål.",
    "Bør støttes. Effekten kan vises inden for et år.",
  ],
  "support-partly": ["Godt formål, men omfanget kan gøres mindre.", "Kan støttes, hvis rammen rækker."],
  "do-not-support": ["Passer kun delvist til puljens formål.", "Bør modnes og søge igen i en senere runde."],
};

/**
 * The answers of one reviewer, such that the mean of all `reviewers` on every criterion is exactly the application's.
 * One reviewer is a point above and one a point below, another pair for each criterion.
 */
export function demoAnswers(
  application: DemoApplication,
  reviewer: number,
  reviewers: number,
  seed: number,
): ReviewAnswers {
  const scores: Record<string, ScorePoint> = {};
  const remarks: Record<string, string> = {};
  proposedCriteria.forEach(({ code }, index) => {
    const score = scoreOf(application.means[index] ?? 3, (reviewer + index + seed) % reviewers);
    scores[code] = score;
    const bank = score === 5 ? strong[code] : score <= 2 ? weak[code] : undefined;
    if (bank) remarks[code] = pick(bank, reviewer + seed);
  });
  const support = supportOf(application);
  return { scores, remarks, support, reason: pick(reasons[support], reviewer) };
}

function scoreOf(mean: number, place: number): ScorePoint {
  const room = mean >= 2 && mean <= 4;
  const score = room && place === 1 ? mean + 1 : room && place === 2 ? mean - 1 : mean;
  if (score === 1 || score === 2 || score === 3 || score === 4 || score === 5) return score;
  return 3;
}

function supportOf({ means }: DemoApplication): Support {
  const points = proposedCriteria.reduce((sum, { weight }, index) => sum + (weight * (means[index] ?? 0)) / 5, 0);
  if (points >= 75) return "support";
  return points >= 62 ? "support-partly" : "do-not-support";
}

function pick(texts: readonly string[], turn: number): string {
  return texts[turn % texts.length] ?? "";
}
