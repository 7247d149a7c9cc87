import { formatKr, type Oere, subtractOere } from "#domain/shared/money.ts";
import type { Criterion } from "./grant-pool.ts";
import type { RankedLine } from "./rank-applications.ts";

/** The reason that would be sent now: what the secretariat has written for this outcome, else the proposed wording. */
export function reasonNow(
  line: RankedLine,
  lines: readonly RankedLine[],
  frameOere: Oere,
  criteria: readonly Criterion[],
): string {
  return savedReason(line) || proposeReason(line, lines, frameOere, criteria);
}

/** What the secretariat has written for the outcome the line has; "" where it was emptied, so that the proposal stands. */
export function savedReason({ application, outcome }: RankedLine): string | undefined {
  return application.reasonDrafts?.[outcome];
}

/**
 * A first wording of the reason that goes to the applicant, which the secretariat may change; "" for an award.
 * It names the application's own scores below 4 by the criterion's name, the frame and what is recommended to others, never
 * another applicant's score; recommended, since another packet's decision may come later than the letter.
 */
export function proposeReason(
  line: RankedLine,
  lines: readonly RankedLine[],
  frameOere: Oere,
  criteria: readonly Criterion[],
): string {
  if (line.cut === "fits") return "";
  // What others are given: the partial award counts for those below it.
  const supported = lines.filter((each) => each !== line && each.grantOere > 0);
  const restOere = supported.reduce((rest, each) => subtractOere(rest, each.grantOere), frameOere);
  const givenOere = subtractOere(frameOere, restOere);
  const projects = supported.length === 1 ? "ét projekt" : `${supported.length} projekter`;
  const frame =
    supported.length === 0
      ? `Rammen er ${formatKr(frameOere)}`
      : `Af rammen på ${formatKr(frameOere)} er ${formatKr(givenOere)} indstillet til ${projects} med højere samlet vurdering`;
  if (line.cut === "partial-offered") {
    return `${frame}. De resterende ${formatKr(restOere)} tilbydes som delvist tilsagn.`;
  }
  const shortfall =
    line.cut === "does-not-fit"
      ? `, og de resterende ${formatKr(restOere)} rækker ikke til projektet`
      : `, og rammen følger den samlede vurdering, hvor andre projekter står foran`;
  return `${assessment(line, criteria)} ${frame}${shortfall}. I er velkomne til at søge igen.`;
}

function assessment(line: RankedLine, criteria: readonly Criterion[]): string {
  const low = criteria.flatMap(({ code, name }) => {
    const mean = line.means[code];
    return mean === undefined || mean >= 4 ? [] : [`${name}: ${meanText(mean)} af 5`];
  });
  if (low.length === 0) return "Projektet falder inden for puljens formål og er vurderet højt.";
  return `Projektet falder inden for puljens formål, men er vurderet lavere på enkelte kriterier (${low.join(", ")}).`;
}

/** A mean as Danes write it: "3", "3,5". */
export function meanText(mean: number): string {
  return mean.toFixed(1).replace(".", ",").replace(",0", "");
}
