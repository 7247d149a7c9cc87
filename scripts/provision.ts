import { provisioning } from "./provisioning.ts";
import { readSettings } from "./settings.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);
const mode = process.argv[2];
const sites = provisioning(readSettings(process.env), say);

if (mode === "--plan" || mode === "--verify") {
  const seen = await sites.plan();
  if (!seen.ok) fail(seen.refusal.kind);
  else {
    const { steps, problems } = seen.value;
    for (const step of steps) say(`${step.site}: ${step.kind}${"list" in step ? ` ${step.list}` : ""}`);
    for (const problem of problems) say(`${problem.site}: ${problem.list} ${problem.column ?? ""}: ${problem.kind}`);
    say(steps.length + problems.length === 0 ? "Nothing to do." : `${steps.length} steps, ${problems.length} problems`);
    if (mode === "--verify" && steps.length + problems.length > 0) process.exitCode = 1;
  }
} else if (mode === "--apply") {
  const done = await sites.apply();
  if (done.ok) say(`${done.value.done} changes, ${done.value.problems.length} problems`);
  else fail(done.refusal.kind);
} else {
  say("npm run provision -- --plan | --apply | --verify");
  process.exitCode = 2;
}

function fail(kind: string): void {
  say(`The sites could not be reached: ${kind}. Is the workspace running (npm start)?`);
  process.exitCode = 1;
}
