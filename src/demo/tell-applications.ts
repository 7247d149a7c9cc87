import type { DraftFields } from "#domain/grants/draft.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { approveApplication } from "#use-cases/grants/approve-application.ts";
import { createDraft } from "#use-cases/grants/create-draft.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { submitDraft } from "#use-cases/grants/submit-draft.ts";
import { demoCentres } from "./centres.ts";
import type { DemoApplication } from "./demo-application.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import { addWorkingDaysFrom } from "./demo-hours.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { DemoDataError, demoPersonNamed } from "./municipality.ts";

/** A handed-in application of the demo with its keys. */
export interface ToldApplication {
  readonly data: DemoApplication;
  readonly draftKey: Key;
  readonly applicationKey: Key;
  readonly number: string;
}

/**
 * A round's applications from empty form to the head's approval. Numbers are drawn in the order of the list, because
 * the drafts are made in that order; the presses come at their own times.
 */
export async function tellApplications(
  teller: DemoTeller,
  calendar: DemoCalendar,
  round: { readonly key: Key; readonly code: string; readonly opensAt: Instant },
  applications: readonly DemoApplication[],
  earlierNumbers: readonly string[] = [],
  /** What else happens between the first forms and the first one handed in. */
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly ToldApplication[]> {
  const { deps, press } = teller;
  const drafts: { data: DemoApplication; draftKey: Key; number: string }[] = [];
  for (const [index, data] of applications.entries()) {
    await teller.at(round.opensAt);
    const commandKey = press("draft", round.code, index);
    const command = { commandKey, roundKey: round.key, centreKey: undefined };
    const draftKey = await told(data.title, createDraft(deps, teller.as(data.applicant), command));
    const changes = draftFields(data, earlierNumbers);
    await told(`kladde ${data.title}`, saveDraft(deps, teller.as(data.applicant), { draftKey, changes, base: {} }));
    drafts.push({ data, draftKey, number: deps.records.drafts.byKey(draftKey)?.value.number ?? "" });
  }
  await meanwhile();
  const handedIn = new Map<Key, Key>();
  for (const act of inOrder(drafts, calendar)) {
    await teller.at(act.at);
    const { data, draftKey } = act.draft;
    if (act.kind === "submit") {
      const commandKey = press("submit", draftKey);
      const pressedAt = deps.clock.now();
      handedIn.set(
        draftKey,
        await told(
          `send ${data.title}`,
          submitDraft(deps, teller.as(data.applicant), { commandKey, draftKey, pressedAt }),
        ),
      );
    } else {
      const applicationKey = keyAt(handedIn, draftKey);
      const command = { commandKey: press("approve", draftKey), applicationKey };
      await told(`godkend ${data.title}`, approveApplication(deps, teller.as(headOf(data.applicant)), command));
    }
  }
  return drafts.map((draft) => ({ ...draft, applicationKey: keyAt(handedIn, draft.draftKey) }));
}

/** The form as the applicant typed it: amounts the way people write them. */
export function draftFields(data: DemoApplication, earlierNumbers: readonly string[]): Partial<DraftFields> {
  return {
    title: data.title,
    description: data.description,
    effect: data.effect,
    focusArea: String(data.focusArea),
    sdgs: data.sdgs,
    operation: data.operation,
    requestedAmount: typed(data.requestedKr),
    ownContribution: typed(data.ownKr),
    budgetLines: data.lines.map(([category, amountKr, note], index) => ({
      id: `line-${index + 1}`,
      category,
      note,
      amount: typed(amountKr),
    })),
    resubmissionOf: data.resubmissionOfIndex === undefined ? "" : (earlierNumbers[data.resubmissionOfIndex] ?? ""),
  };
}

function typed(kroner: number): string {
  const digits = String(kroner);
  return digits.length > 3 ? `${digits.slice(0, -3)}.${digits.slice(-3)}` : digits;
}

type Draft = { readonly data: DemoApplication; readonly draftKey: Key };

function inOrder(drafts: readonly Draft[], calendar: DemoCalendar) {
  const acts = drafts.flatMap((draft) => {
    const submitted = calendar.at(draft.data.submitted);
    return [
      { kind: "submit" as const, at: submitted, draft },
      { kind: "approve" as const, at: addWorkingDaysFrom(submitted, 1, "09:15"), draft },
    ];
  });
  return acts.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function headOf(applicant: string): string {
  const centre = demoCentres.find(({ id }) => id === demoPersonNamed(applicant).centre);
  if (!centre?.head) throw new DemoDataError(`nobody heads the centre of ${applicant}`);
  return centre.head;
}

function keyAt(keys: ReadonlyMap<Key, Key>, draftKey: Key): Key {
  const key = keys.get(draftKey);
  if (!key) throw new DemoDataError("approved before it was handed in");
  return key;
}
