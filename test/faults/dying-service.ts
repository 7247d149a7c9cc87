import { writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import * as z from "zod/mini";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { ok } from "#domain/shared/result.ts";
import { openSharePoint } from "#sharepoint/open-sharepoint.ts";
import { createDraft } from "#use-cases/grants/create-draft.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { submitDraft } from "#use-cases/grants/submit-draft.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "../contract/test-workspace.ts";
import { recordingMessenger, textCards } from "../scenarios/recording-messenger.ts";
import { createWorld, danish, good } from "../scenarios/world.ts";
import { formOf } from "./pool-acts.ts";

/** What the program is told on its command line, as one JSON text. */
const ordersSchema = z.object({
  dataFile: z.string(),
  work: z.enum(["apply", "provision"]),
  /** Which run this is; the forms of each are its own. */
  run: z.number(),
  /** Moments it lives once it has begun to work; missing = it ends by itself. */
  lives: z.optional(z.number()),
  /** Milliseconds it lives from then on, to be ended in the middle of whatever it does. */
  livesMs: z.optional(z.number()),
  roundKey: z.string(),
  /** Danish date and time. */
  now: z.string(),
});
export type Orders = z.infer<typeof ordersSchema>;

const saidSchema = z.union([
  z.object({ said: z.literal("saved"), draftKey: z.string(), title: z.string() }),
  z.object({ said: z.literal("sent"), applicationKey: z.string(), title: z.string() }),
  /** A card has reached a person. */
  z.object({ said: z.literal("posted"), card: z.string() }),
  z.object({ said: z.literal("done"), moments: z.number(), ms: z.number() }),
]);
/** One line the program wrote: what somebody outside has been told or has received. */
export type Said = z.infer<typeof saidSchema>;

/** What it said before it ended; a line that broke off in the middle was not heard. */
export function heard(output: string): readonly Said[] {
  const lines = output.split("\n").slice(0, -1);
  return lines.map((line) => saidSchema.parse(JSON.parse(line)));
}

/** Those who apply, one after the other. */
export const applicants = [
  "ansoeger.sundhed",
  "ansoeger.arbejdsmarked",
  "ansoeger.skole",
  "ansoeger.boern",
  "ansoeger.teknik",
];
const formsPerRun = 3;

/** Counts the moments of a life and ends it, without warning, at the one it was told or when its time is over. */
function mortal({ lives, livesMs }: Orders) {
  let isCounting = false;
  let moments = 0;
  let began = 0;
  return {
    begin: () => {
      isCounting = true;
      began = performance.now();
      // Another thread's clock: it does not wait for a write to be finished.
      const end = "setTimeout(() => process.kill(process.pid, 'SIGKILL'), require('node:worker_threads').workerData)";
      if (livesMs !== undefined) new Worker(end, { eval: true, workerData: livesMs }).unref();
    },
    told: (): Said => ({ said: "done", moments, ms: performance.now() - began }),
    pass: (): void => {
      if (!isCounting) return;
      moments += 1;
      if (lives !== undefined && moments > lives) process.kill(process.pid, "SIGKILL");
    },
  };
}

const say = (line: Said): void => void writeSync(1, `${JSON.stringify(line)}\n`);

async function main(orders: Orders): Promise<void> {
  const life = mortal(orders);
  const workspace = openTestWorkspace({
    dataFile: orders.dataFile,
    // Graph looks at its clock in the middle of a write: half of it is done then.
    now: () => {
      life.pass();
      return new Date(danish(orders.now));
    },
  });
  workspace.server.onChange(life.pass);
  if (orders.work === "provision") {
    life.begin();
    good(await workspace.provisioning(undefined, life.pass).apply());
  } else await applyAndTell(orders, workspace, life);
  say(life.told());
}

/** Forms are begun, written, handed in and told of; every answer is said aloud before the next request. */
async function applyAndTell(orders: Orders, workspace: TestWorkspace, life: ReturnType<typeof mortal>): Promise<void> {
  const client = workspace.serviceClient((send) => async (input, init) => {
    life.pass();
    const answer = await send(input, init);
    life.pass();
    return answer;
  });
  const service = openSharePoint({ client, sites: testSites, reported: () => undefined });
  good(await service.refreshAll());
  const world = await createWorld({ records: service.records, basis: service.basis }, orders.now);
  const { deps } = world;
  const recording = recordingMessenger();
  const messenger = {
    ...recording,
    send: (...[conversation, cardJson]: Parameters<typeof recording.send>) => {
      life.pass();
      say({ said: "posted", card: `${conversation.personKey} ${cardJson}` });
      life.pass();
      return Promise.resolve(ok({ activityId: keyOf("activity", cardJson) }));
    },
  };
  const pauses = createNoticePauses(workspace.machine.now);
  life.begin();
  for (let form = 0; form < formsPerRun; form += 1) {
    const number = orders.run * formsPerRun + form;
    const user = applicants[number % applicants.length] ?? "ansoeger.sundhed";
    const actor = world.as(user);
    const commandKey = keyOf("dying", number);
    const roundKey = orders.roundKey as Key;
    const draftKey = good(await createDraft(deps, actor, { commandKey, roundKey, centreKey: undefined }));
    const typed = formOf(user, commandKey);
    good(await saveDraft(deps, actor, { draftKey, changes: typed, base: {} }));
    say({ said: "saved", draftKey, title: typed.title });
    const command = { commandKey: keyOf("hand-in", commandKey), draftKey, pressedAt: world.now() };
    const applicationKey = good(await submitDraft(deps, actor, command));
    say({ said: "sent", applicationKey, title: typed.title });
    const sender = { ...deps, messenger, renderCard: textCards, pauses, instance: `run ${orders.run}` };
    good(await sendNotices(sender, () => noticePlan(deps)));
  }
}

// Run as a program, not when its words are imported.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(ordersSchema.parse(JSON.parse(process.argv[2] ?? "")));
}
