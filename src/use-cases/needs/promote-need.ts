import type { CreateActionItemRefusal } from "#domain/action-plans/create-action-item.ts";
import type { CreateDraftRefusal } from "#domain/grants/create-draft.ts";
import type { EditDraftRefusal } from "#domain/grants/edit-draft.ts";
import { carriedTexts } from "#domain/needs/carry-need.ts";
import type { Need } from "#domain/needs/need.ts";
import { nameActionItem, nameApplication, type SettleNeedRefusal, settleRefusal } from "#domain/needs/settle-need.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { addMonths, plainDateOf } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { createActionItem } from "../action-plans/create-action-item.ts";
import { createDraft } from "../grants/create-draft.ts";
import { saveDraft } from "../grants/save-draft.ts";
import { actorNow } from "../organisation/who-is.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { commitNeed, type NeedCommand, statusNow, visibleNeed } from "./commit-need.ts";

export type PromoteNeedRefusal =
  | SettleNeedRefusal
  | CreateDraftRefusal
  | EditDraftRefusal
  | CreateActionItemRefusal
  | { readonly kind: "no-programme" }
  /** The one who is to write does not work in the need's centre. */
  | { readonly kind: "no-such-writer" }
  | StoreFailure;

export interface PromoteToApplication extends NeedCommand {
  readonly roundKey: Key;
  /** Who writes it: somebody of the need's centre, mostly the finder. */
  readonly writerKey: Key;
}

/**
 * Makes a draft of an application from a need, for a person of the need's centre, with the finder's words filled in
 * (003-07). Draft and words are written first and are inert until the need names them; a press that arrives twice finds
 * the same draft by its key.
 */
export async function promoteToApplication(
  deps: Deps,
  actor: Actor,
  command: PromoteToApplication,
): Promise<Result<Need, PromoteNeedRefusal>> {
  const may = await mayPromote(deps, actor, command);
  if (!may.ok || may.value.isDone) return may.ok ? ok(may.value.need) : may;
  const { need } = may.value;
  const { roundKey, writerKey, needKey, commandKey } = command;
  const writer = deps.records.persons.byKey(writerKey)?.value;
  if (writer === undefined || !writer.active) return refuse({ kind: "no-such-writer" });
  const writing = actorNow(deps, writer);
  const isOfCentre = writing.centreKey === need.centreKey || writing.headOf.includes(need.centreKey);
  if (!isOfCentre) return refuse({ kind: "no-such-writer" });
  const draft = await createDraft(deps, writing, {
    commandKey: keyOf("need", needKey, commandKey),
    roundKey,
    centreKey: need.centreKey,
  });
  if (!draft.ok) return draft;
  const { title, description } = carriedTexts(need);
  const filled = await saveDraft(deps, writing, { draftKey: draft.value, changes: { title, description }, base: {} });
  if (!filled.ok) return filled;
  const number = deps.records.drafts.byKey(draft.value)?.value.number ?? "";
  const named = { commandKey, draftKey: draft.value, number, writerKey };
  return commitNeed(deps, actor, command, (current, status) =>
    nameApplication(current, status, named, actor, deps.clock.now()),
  );
}

export interface PromoteToActionItem extends NeedCommand {
  readonly title: string;
  readonly focusArea: number;
}

/** Puts a need into the action plan as an idea under the need's centre; a need becomes one item however often it is tried. */
export async function promoteToActionItem(
  deps: Deps,
  actor: Actor,
  command: PromoteToActionItem,
): Promise<Result<Need, PromoteNeedRefusal>> {
  const may = await mayPromote(deps, actor, command);
  if (!may.ok || may.value.isDone) return may.ok ? ok(may.value.need) : may;
  const { need } = may.value;
  const from = plainDateOf(deps.clock.now());
  const item = await createActionItem(deps, actor, {
    commandKey: command.commandKey,
    needKey: need.key,
    status: "idea",
    fields: {
      title: command.title,
      description: carriedTexts(need).description,
      ownerRole: ownerRoleOf(deps, need),
      ownerKey: deps.records.centres.byKey(need.centreKey)?.value.headKey,
      centreKey: need.centreKey,
      focusArea: command.focusArea,
      furtherAreas: [],
      sdgs: [],
      from,
      to: addMonths(from, 12),
      milestones: [],
    },
  });
  if (!item.ok) return item;
  const named = { commandKey: command.commandKey, actionItemKey: item.value.key };
  return commitNeed(deps, actor, command, (current, status) =>
    nameActionItem(current, status, named, actor, deps.clock.now()),
  );
}

/** Whose idea it is to begin with: the head of the need's centre, by title. */
function ownerRoleOf({ records }: Deps, need: Need): string {
  const headKey = records.centres.byKey(need.centreKey)?.value.headKey;
  const head = headKey === undefined ? undefined : records.persons.byKey(headKey)?.value;
  return head?.title ?? records.centres.byKey(need.centreKey)?.value.name ?? "";
}

interface Promotable {
  readonly need: Need;
  /** This very press was carried out before. */
  readonly isDone: boolean;
}

/** Looks at what is stored now before anything is made, so that two who promote at once do not make two things. */
async function mayPromote(
  deps: Deps,
  actor: Actor,
  command: NeedCommand,
): Promise<Result<Promotable, SettleNeedRefusal | StoreFailure>> {
  const seen = visibleNeed(deps, actor, command.needKey);
  if (!seen.ok) return seen;
  const upToDate = await deps.records.refresh(["needs", "drafts"]);
  if (!upToDate.ok) return upToDate;
  const need = deps.records.needs.byKey(command.needKey)?.value;
  if (need === undefined) return refuse(notFound);
  if (isRepeatedPress(need.log, command, actor)) return ok({ need, isDone: true });
  const refusal = settleRefusal(need, statusNow(deps, need), actor);
  return refusal === undefined ? ok({ need, isDone: false }) : refuse(refusal);
}
