import { type Instant, plusMillis } from "#domain/shared/dates.ts";
import { closeNeed, supportNeed } from "#use-cases/needs/answer-need.ts";
import { registerNeed } from "#use-cases/needs/register-need.ts";
import { saveNeedForm } from "#use-cases/needs/save-need-form.ts";
import { type DemoTeller, told } from "./demo-teller.ts";

type Answers = Parameters<typeof registerNeed>[2]["answers"];

/** Who found what, and who else has the same. */
const found: readonly (readonly [finder: string, supporters: readonly string[], answers: Answers])[] = [
  [
    "ansoeger.sundhed",
    ["ansoeger.plejecenter", "leder.teknik"],
    {
      problem: "Vi ringer rundt for at finde en nøgle. Den ligger tit i en anden bil, og borgeren venter imens.",
      affected: "Borgere med nøgleboks, og alle på vagt",
      frequency: "daily",
    },
  ],
  [
    "ansoeger.skole",
    ["leder.boern"],
    {
      problem:
        "Forældre afleverer de samme oplysninger til skole, SFO og sundhedspleje, og vi skriver dem ind tre gange.",
      affected: "Forældre til børn, der begynder i skole",
      frequency: "weekly",
    },
  ],
  [
    "ansoeger.borgerservice",
    ["ansoeger.digitalisering"],
    {
      problem: "Borgere møder op uden tid, fordi tidsbestillingen ikke kan læses højt på telefonen.",
      affected: "Borgere, der har svært ved at læse",
      frequency: "daily",
    },
  ],
];

/** The workspace's clock runs while the story is told, and does not take a moment that has just passed. */
function aMinuteAfter(instant: Instant): Instant {
  return plusMillis(instant, 60_000);
}

/** A handful of needs: three open with support, one closed with a word to its finder, and one being written. */
export async function tellNeeds(teller: DemoTeller): Promise<void> {
  const { deps, press } = teller;
  for (const [finder, supporters, answers] of found) {
    await teller.at(aMinuteAfter(deps.clock.now()));
    const needKey = await told(
      `Need of ${finder}`,
      registerNeed(deps, teller.as(finder), { commandKey: press("need", finder), answers }),
    );
    for (const user of supporters) {
      const command = { commandKey: press("support", finder, user), needKey, supports: true };
      await told(`Support of ${user}`, supportNeed(deps, teller.as(user), command));
    }
  }
  await teller.at(aMinuteAfter(deps.clock.now()));
  const needKey = await told(
    "The need that was answered",
    registerNeed(deps, teller.as("ansoeger.arbejdsmarked"), {
      commandKey: press("need", "arbejdsmarked"),
      answers: {
        problem: "Vi printer samtykker, får dem underskrevet og scanner dem ind igen.",
        affected: "Ledige til samtale, og jobkonsulenterne",
        frequency: "daily",
      },
    }),
  );
  const reply = "Tak. Samtykker kan gives med MitID fra årsskiftet; teamet får besked om, hvornår I kan begynde.";
  const close = { commandKey: press("close", "arbejdsmarked"), needKey, reply };
  await told("The answer", closeNeed(deps, teller.as("leder.arbejdsmarked"), close));
  const half = { problem: "Sagen åbner langsomt, når vi sidder hos", affected: "Familier på besøg" };
  await told("The need being written", saveNeedForm(deps, teller.as("tr.boern"), half));
}
