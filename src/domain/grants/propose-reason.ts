import { formatKr, type Oere } from "#domain/shared/money.ts";
import type { Criterion } from "./grant-pool.ts";
import type { RankedLine } from "./rank-applications.ts";

/** The reason that would be sent now: what the secretariat has written for this outcome, else the proposed wording. */
export function reasonNow(line: RankedLine, frameOere: Oere, criteria: readonly Criterion[]): string {
  return savedReason(line) || proposeReason(line, frameOere, criteria);
}

/** What the secretariat has written for the outcome the line has; "" where it was emptied, so that the proposal stands. */
export function savedReason({ application, outcome }: RankedLine): string | undefined {
  return application.reasonDrafts?.[outcome];
}

/**
 * A first wording of the reason that goes to the applicant, which the secretariat may change; "" for an award.
 * It names the criteria with an own score below 4 and the frame, never another applicant's score, nor what others get or
 * how many: the chair reads it, and it may be sent, before the deputy has decided her part (R-33, decision 0026). The
 * points stand in the letter's table, and that one may apply again at the end of card and letter.
 */
export function proposeReason(line: RankedLine, frameOere: Oere, criteria: readonly Criterion[]): string {
  if (line.cut === "fits") return "";
  const frame = `Rammen på ${formatKr(frameOere)} fordeles efter den samlede vurdering`;
  if (line.cut === "partial-offered") {
    return `${frame}. De resterende ${formatKr(line.grantOere)} tilbydes som delvist tilsagn.`;
  }
  const shortfall =
    line.cut === "does-not-fit" ? ", og der er ikke nok tilbage til projektet" : ", og andre projekter står foran";
  return `${assessment(line, criteria)} ${frame}${shortfall}.`;
}

function assessment(line: RankedLine, criteria: readonly Criterion[]): string {
  const low = criteria.flatMap(({ code, name }) => {
    const mean = line.means[code];
    return mean === undefined || mean >= 4 ? [] : [`”${name}”`];
  });
  if (low.length === 0) return "Projektet falder inden for puljens formål og er vurderet højt.";
  const names = [low.slice(0, -1).join(", "), low.at(-1)].filter((part) => part !== "").join(" og ");
  return `Projektet falder inden for puljens formål, men er vurderet lavere på ${low.length === 1 ? "kriteriet" : "kriterierne"} ${names}.`;
}
