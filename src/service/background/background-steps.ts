import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Key } from "#domain/shared/keys.ts";
import { inLane } from "#sharepoint/client/lane.ts";
import type { SharePoint } from "#sharepoint/open-sharepoint.ts";
import { createAuditDrain } from "#use-cases/audit/drain-audit.ts";
import { settleConsultationSteps } from "#use-cases/cases/case-consultations.ts";
import { settleAppropriations } from "#use-cases/cases/settle-appropriation.ts";
import { settleProgrammes } from "#use-cases/cases/settle-programme.ts";
import { deleteDueAnswers } from "#use-cases/consultations/delete-answers.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { recordSeen } from "#use-cases/notices/record-seen.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { updateCards } from "#use-cases/notices/update-cards.ts";
import type { ActivityFeed } from "#use-cases/ports/activity-feed.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import { syncProjections } from "#use-cases/projections/sync-projections.ts";
import type { Bot } from "../bot-hook.ts";
import type { BackgroundStep } from "./background.ts";

export interface StepParts {
  readonly deps: Deps;
  readonly sharePoint: Pick<SharePoint, "projections">;
  readonly bot: Bot | undefined;
  /** Where deadlines go for who wants them there. */
  readonly activityFeed?: ActivityFeed;
  readonly linkBase: string;
  readonly log: Logger;
  readonly machineNow: () => number;
  /** Told of each record whose log was looked at, for the health page; false when it is not what was written. */
  readonly logChecked: (recordKey: Key, isWhole: boolean) => void;
  /** Told how each open list fared, for the health page. */
  readonly projectionEnded: (name: string, isOk: boolean) => void;
  /** Runs the background again after so many milliseconds; a new call takes the place of the one before. */
  readonly again: (milliseconds: number) => void;
}

/** Audit rows written in one turn, so that a long backlog does not hold back notices. */
const AUDIT_ROWS = 40;

/** Records written or removed in one turn where a day for deletion has come: many fall on the same day. */
const DELETIONS = 20;

/** A store failure ends a step; the next change or poll tries again. */
class StepFailure extends Error {
  override name = "StepFailure";
  constructor(failure: StoreFailure) {
    super(`The store answered ${failure.kind}`);
  }
}

/**
 * What follows from every change and from time. Notices and cards, for which somebody waits, hang on no open list, and
 * an open list on no audit row: each may take many tries on a bad day.
 */
export function backgroundLanes(parts: StepParts): readonly (readonly BackgroundStep[])[] {
  return [noticeSteps(parts), [projectionStep(parts)], [auditStep(parts), deletionStep(parts)], caseSteps(parts)];
}

function projectionStep({ deps, sharePoint, linkBase, projectionEnded }: StepParts): BackgroundStep {
  return {
    name: "projections",
    async run() {
      const { projections } = sharePoint;
      const done = await syncProjections({ ...deps, projections, linkBase, ended: projectionEnded });
      if (!done.ok) throw new StepFailure(done.refusal);
      return false;
    },
  };
}

/** What a crash has left between a case and what it concerns: each hears of it here. */
function caseSteps({ deps }: StepParts): readonly BackgroundStep[] {
  const step = (name: string, settle: typeof settleAppropriations): BackgroundStep => ({
    name,
    async run() {
      const done = await settle(deps);
      if (!done.ok) throw new StepFailure(done.refusal);
      return false;
    },
  });
  return [
    step("consultation-steps", settleConsultationSteps),
    step("appropriations", settleAppropriations),
    step("programmes", settleProgrammes),
  ];
}

function auditStep({ deps, logChecked }: StepParts): BackgroundStep {
  const drain = createAuditDrain(deps, logChecked);
  return {
    name: "audit",
    async run() {
      const done = await inLane("projections", () => drain(AUDIT_ROWS));
      if (!done.ok) throw new StepFailure(done.refusal);
      return done.value === AUDIT_ROWS;
    },
  };
}

/** After the audit, which holds the log of what is removed. */
function deletionStep({ deps }: StepParts): BackgroundStep {
  return {
    name: "deletions",
    async run() {
      const done = await inLane("projections", () => deleteDueAnswers(deps, DELETIONS));
      if (!done.ok) throw new StepFailure(done.refusal);
      return done.value === DELETIONS;
    },
  };
}

function noticeSteps({ deps, bot, activityFeed, log, machineNow, again }: StepParts): readonly BackgroundStep[] {
  if (bot === undefined) return [];
  const pauses = createNoticePauses(machineNow);
  const { messenger, renderCard } = bot;
  const feed = activityFeed === undefined ? {} : { activityFeed };
  const senderDeps = { ...deps, ...feed, messenger, renderCard, pauses, instance: randomUUID() };
  const comeAgain = (): void => {
    const waitMs = pauses.nextEndMs();
    if (waitMs !== undefined) again(waitMs);
  };
  return [
    {
      name: "notices",
      async run() {
        const done = await sendNotices(senderDeps, () => noticePlan(deps));
        comeAgain();
        if (!done.ok) throw new StepFailure(done.refusal);
        const { sent, expired, uncertain, undeliverable, failed } = done.value;
        if (undeliverable > 0) log.warn({ ...done.value }, "notices");
        else if (sent + expired + uncertain + failed > 0) log.info({ ...done.value }, "notices");
        return done.value.left > 0;
      },
    },
    {
      name: "cards",
      async run() {
        const done = await updateCards(senderDeps);
        if (!done.ok) throw new StepFailure(done.refusal);
        comeAgain();
        return false;
      },
    },
    {
      // After the cards, whose records it writes too: so neither meets the other's.
      name: "seen",
      async run() {
        const done = await inLane("projections", () => recordSeen(deps));
        if (!done.ok) throw new StepFailure(done.refusal);
        return false;
      },
    },
  ];
}
