import type { Difference } from "#sharepoint/provisioning/difference.ts";
import { differenceText } from "#sharepoint/provisioning/difference-texts.ts";
import { createProvisioning } from "#sharepoint/provisioning/provision.ts";
import { administratorSites } from "./provisioning.ts";
import { readSettings } from "./settings.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);
const flags = process.argv.slice(2);
const language = flags.includes("--en") ? "en" : "da";
const tell = (da: string, en: string) => say(language === "da" ? da : en);
const sites = createProvisioning(administratorSites(readSettings(process.env), say, language));

if (flags.includes("--plan") || flags.includes("--verify")) await look(flags.includes("--verify"));
else if (flags.includes("--apply")) await apply();
else {
  say("npm run provision -- --plan | --apply | --verify [--en]");
  process.exitCode = 2;
}

/** Tells every difference; changes nothing. `--verify` ends with 1 when there is one, for whoever calls it. */
async function look(isVerify: boolean): Promise<void> {
  const seen = await sites.plan();
  if (!seen.ok) return fail(seen.refusal.kind);
  const { differences, steps } = seen.value;
  for (const difference of differences) tellDifference(difference);
  if (differences.length === 0) tell("Alt er på plads. Intet at gøre.", "Everything is in place. Nothing to do.");
  else
    tell(
      `${differences.length} forskelle; --apply vil gøre ${steps.length} ting. Intet er ændret.`,
      `${differences.length} differences; --apply would do ${steps.length} things. Nothing was changed.`,
    );
  if (isVerify && differences.length > 0) process.exitCode = 1;
}

async function apply(): Promise<void> {
  const done = await sites.apply();
  if (!done.ok) return fail(done.refusal.kind);
  for (const problem of done.value.problems) tellDifference(problem);
  const [changes, left] = [done.value.done, done.value.problems.length];
  tell(`${changes} ændringer, ${left} problemer.`, `${changes} changes, ${left} problems.`);
  if (left > 0) process.exitCode = 1;
}

function tellDifference(difference: Difference): void {
  const { cause, repair } = differenceText(difference);
  const site = { records: "Sagsrum", open: "Fremdrift" }[difference.site];
  say(`${site} / ${difference.title} (${difference.list}): ${cause[language]}. ${repair[language]}`);
}

function fail(kind: string): void {
  tell(
    `Webstederne kunne ikke nås: ${kind}. Kører Microsoft 365 på maskinen (npm start)?`,
    `The sites could not be reached: ${kind}. Is the workspace running (npm start)?`,
  );
  process.exitCode = 1;
}
