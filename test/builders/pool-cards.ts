import { type ApprovalRequest, type ApprovalState, approvalRequestCard } from "#cards/approval-request-card.ts";
import { approvedCard } from "#cards/approved-card.ts";
import { type ClosedReason, closedCard, messageCard } from "#cards/closed-card.ts";
import { dailyDigestCard } from "#cards/daily-digest-card.ts";
import { type DecisionRequest, decisionCard, decisionWithdrawnCard } from "#cards/decision-card.ts";
import { outcomeCard } from "#cards/outcome-card.ts";
import { type ReturnedApplication, returnedCard } from "#cards/returned-card.ts";
import { type ReviewStep, reviewCard } from "#cards/review-card.ts";
import { reviewClosedCard, reviewListCard, reviewNotYetCard } from "#cards/review-list-card.ts";
import { reviewWalk } from "#cards/review-walk.ts";
import type { CardScreen } from "#cards/screen.ts";
import { type SentBackList, sentBackCard } from "#cards/sent-back-card.ts";
import { channelCard, helpCard, welcomeCard } from "#cards/welcome-card.ts";
import { answerDeadline } from "#domain/grants/answer-award.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import { checkReview } from "#domain/grants/check-review.ts";
import { outcomes } from "#domain/grants/grant-pool.ts";
import { taskKinds } from "#domain/grants/my-tasks.ts";
import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import { emptyAnswers } from "#domain/grants/review.ts";
import { noticeKinds } from "#domain/notices/notice.ts";
import { plusMillis } from "#domain/shared/dates.ts";
import { problemAt } from "#domain/shared/field-problem.ts";
import { kr } from "#domain/shared/money.ts";
import { springClock } from "./clock.ts";
import {
  aLine,
  anApplication,
  anAward,
  aPool,
  aRecommendation,
  aReview,
  aRound,
  aRoundState,
  someAnswers,
} from "./grants.ts";
import { people } from "./organisation.ts";

export const application = anApplication();
const pool = aPool({ criteria: proposedCriteria });

/** As many applications as one wants, numbered FR22-01 on. */
export function many(count: number, overrides: Partial<GrantApplication> = {}): GrantApplication[] {
  return Array.from({ length: count }, (_, index) =>
    anApplication({ ...overrides, number: `FR22-${String(index + 1).padStart(2, "0")}` }),
  );
}

export function walkOf(applications: readonly GrantApplication[], reviews: ReturnType<typeof aReview>[] = []) {
  return reviewWalk(aRoundState({ pool, applications, reviews }), people.economist.key);
}

export function step(overrides: Partial<ReviewStep> = {}, applications = many(8)): ReviewStep {
  const walk = overrides.walk ?? walkOf(applications);
  const item = overrides.item ?? walk.items[1] ?? walk.items[0];
  if (item === undefined) throw new Error("nothing to review");
  return {
    walk,
    item,
    centreName: "Center for Sundhed og Omsorg",
    answers: emptyAnswers,
    problems: [],
    notice: undefined,
    again: false,
    reminder: false,
    recusal: undefined,
    ...overrides,
  };
}

export function request(overrides: Partial<ApprovalRequest> = {}): ApprovalRequest {
  return {
    application,
    centreName: "Center for Sundhed og Omsorg",
    applicantName: people.applicant.name,
    deadline: springClock.approvalOver,
    state: { kind: "waiting" },
    attempt: undefined,
    ...overrides,
  };
}

export function decision(overrides: Partial<DecisionRequest> = {}, count = 8): DecisionRequest {
  const lines = many(count).map((each, index) =>
    aLine(each, { rank: index + 1, ...(index % 3 === 2 ? { outcome: "rejection" as const, grantOere: kr(0) } : {}) }),
  );
  const elsewhere = aLine(anApplication({ number: "FR22-99" }), { packet: "deputy", rank: count + 1 });
  const recommendation = aRecommendation([...lines, elsewhere]);
  const packet = recommendation.packets[0];
  if (packet === undefined) throw new Error("no packet");
  return {
    round: aRound(),
    recommendation,
    packet,
    frameOere: kr(300_000),
    recommendedByName: people.secretary.name,
    titleOf: () => application.title,
    revision: 3,
    decided: undefined,
    already: false,
    undone: false,
    problem: undefined,
    ...overrides,
  };
}

export function sentBackList(overrides: Partial<SentBackList> = {}): SentBackList {
  const { key: recommendationKey, roundKey, recommendedAt, recommendedBy } = aRecommendation([]);
  const reason = "Journal 010180-1234";
  const sentBack = { recommendationKey, roundKey, recommendedAt, recommendedBy, at, by: people.chair.key, reason };
  return { round: aRound(), sentBack, byName: people.chair.name, mayReadReason: true, again: false, ...overrides };
}

export const at = springClock.deciding;
export const answers = someAnswers();
export const wrong = { ...emptyAnswers, scores: { K1: 1 as const }, reason: "kort" };

const approvalStates: readonly ApprovalState[] = [
  { kind: "waiting" },
  { kind: "approved", how: "head", byName: people.head.name, at },
  { kind: "approved", how: "applicant-is-head", byName: people.head.name, at },
  { kind: "approved", how: "secretariat", byName: people.secretary.name, at },
  { kind: "returned", byName: people.head.name, at },
  { kind: "withdrawn", at },
  { kind: "expired" },
  { kind: "recommended" },
];
const returnedStates: readonly ReturnedApplication["state"][] = ["open", "sent-again", "too-late", "withdrawn"];
const approvedStates: readonly Parameters<typeof anApplication>[0][] = [
  {},
  { approval: { at, by: people.secretary.key, how: "secretariat" } },
  { withdrawnAt: at },
  { returned: { at, by: people.secretary.key, questions: "Hvem betaler driften?" } },
];
const closedReasons: readonly ClosedReason[] = ["not-reviewer", "not-yours", "recused", "unknown-person", "gone"];
export const given = many(8).map((each) => aReview({}, each));
export const begun = aReview({ state: "begun", givenAt: undefined, answers: { ...emptyAnswers, reason: "Halvt" } });

/** Every card of the pool, and of no area, in every state. */
export const poolCards: Readonly<Record<string, (screen: CardScreen) => object>> = {
  ...Object.fromEntries(
    approvalStates.map((state, index) => [
      `approval ${state.kind} ${index}`,
      (screen: CardScreen) => approvalRequestCard(screen, request({ state })),
    ]),
  ),
  "approval with questions that were refused": (screen) =>
    approvalRequestCard(
      screen,
      request({ attempt: { questions: "010180-1234?", problems: [problemAt("questions", "cpr")] } }),
    ),
  "review empty": (screen) => reviewCard(screen, step()),
  "review first": (screen) => reviewCard(screen, step({}, many(1))),
  "review reminder": (screen) => reviewCard(screen, step({ reminder: true })),
  "review begun": (screen) => reviewCard(screen, step({ walk: walkOf(many(3), [begun]), answers: begun.answers })),
  "review given": (screen) => {
    const walk = walkOf(many(2), given);
    return reviewCard(screen, step({ walk, answers, notice: "FR22-01 er afgivet." }));
  },
  "review come back": (screen) =>
    reviewCard(
      screen,
      step({ answers: wrong, problems: checkReview(wrong, proposedCriteria), again: true, notice: "Ret felterne" }),
    ),
  "review recusal come back": (screen) =>
    reviewCard(screen, step({ recusal: { reason: "", problems: [problemAt("reason", "missing")] } })),
  "review applied for again": (screen) => reviewCard(screen, step({}, many(2, { resubmissionOf: "FR21-03" }))),
  "review list done": (screen) => reviewListCard(screen, walkOf(many(8), given), "FR22-08 er afgivet."),
  "review list half": (screen) => reviewListCard(screen, walkOf(many(8), [...given.slice(2), begun]), undefined),
  "review list empty": (screen) => reviewListCard(screen, walkOf([]), undefined),
  "review not yet": (screen) => reviewNotYetCard(screen, walkOf(many(2))),
  "review closed": (screen) =>
    reviewClosedCard(screen, walkOf(many(2)), { byName: people.secretary.name, at }, "Noteret."),
  decision: (screen) => decisionCard(screen, decision()),
  "decision decided": (screen) =>
    decisionCard(screen, decision({ decided: { byName: people.chair.name, at, undoUntil: undefined } })),
  "decision that can be undone": (screen) =>
    decisionCard(screen, decision({ decided: { byName: people.chair.name, at, undoUntil: plusMillis(at, 30_000) } })),
  "decision undone": (screen) => decisionCard(screen, decision({ undone: true })),
  "decision already decided": (screen) =>
    decisionCard(screen, decision({ decided: { byName: people.chair.name, at, undoUntil: undefined }, already: true })),
  "decision over the frame": (screen) => decisionCard(screen, decision({ problem: "Afgørelsen overstiger rammen." })),
  "decision of the deputy": (screen) => {
    const base = decision();
    const deputy = base.recommendation.packets[1];
    return decisionCard(screen, { ...base, packet: deputy ?? base.packet });
  },
  "decision with rejections only": (screen) => {
    const recommendation = aRecommendation([aLine(application, { outcome: "rejection", grantOere: kr(0) })]);
    return decisionCard(screen, decision({ recommendation, packet: recommendation.packets[0] ?? decision().packet }));
  },
  "decision with a reason come back": (screen) =>
    decisionCard(
      screen,
      decision({ attempt: { reason: "Journal 010180-1234", problems: [problemAt("reason", "cpr")] } }),
    ),
  "decision of which a part is decided": (screen) => {
    const base = decision();
    const packets = base.recommendation.packets.map((each) =>
      each.kind === "deputy" ? { ...each, decidedAt: at } : each,
    );
    return decisionCard(screen, { ...base, recommendation: { ...base.recommendation, packets } });
  },
  "decision withdrawn": (screen) => decisionWithdrawnCard(screen, aRound()),
  "decision withdrawn by its decider": (screen) =>
    decisionWithdrawnCard(screen, aRound(), { byName: people.chair.name, at }),
  "sent back": (screen) => sentBackCard(screen, sentBackList()),
  "sent back, reason kept": (screen) => sentBackCard(screen, sentBackList({ mayReadReason: false })),
  "sent back, and put up again": (screen) => sentBackCard(screen, sentBackList({ again: true })),
  ...Object.fromEntries(
    outcomes.flatMap((outcome) =>
      (["decided", "late", "accepted", "declined", "running"] as const).map((step_) => {
        const award = anAward(application, {
          outcome,
          step: step_ === "late" ? "decided" : step_,
          reason: "Fordi rammen er brugt.",
        });
        return [
          `outcome ${outcome} ${step_}`,
          (screen: CardScreen) =>
            outcomeCard(screen, {
              application,
              award,
              answerBy: answerDeadline(award),
              late: step_ === "late",
              contactName: people.secretary.name,
              answeredByName: people.applicant.name,
              revision: 1,
            }),
        ];
      }),
    ),
  ),
  ...Object.fromEntries(
    returnedStates.map((state) => [
      `returned ${state}`,
      (screen: CardScreen) => {
        const returned = { at, by: people.head.key, questions: "Hvem betaler driften?" };
        const until = springClock.approvalOver;
        return returnedCard(screen, {
          application: anApplication({ returned }),
          byName: people.head.name,
          until,
          state,
        });
      },
    ]),
  ),
  ...Object.fromEntries(
    approvedStates.map((overrides, index) => [
      `approved ${index}`,
      (screen: CardScreen) =>
        approvedCard(screen, { application: anApplication(overrides), round: aRound(), byName: people.head.name }),
    ]),
  ),
  ...Object.fromEntries(
    closedReasons.map((reason) => [`closed ${reason}`, (screen: CardScreen) => closedCard(screen, reason)]),
  ),
  "daily digest": (screen) =>
    dailyDigestCard(
      screen,
      [...noticeKinds, ...noticeKinds].map((kind, index) => ({ kind, count: index + 1 })),
    ),
  message: (screen) => messageCard(screen, "Prøv igen."),
  welcome: (screen) => welcomeCard(screen),
  "in a channel": (screen) => channelCard(screen),
  "help with nothing": (screen) => helpCard(screen, { tasks: [], at, languageChosen: false }),
  "help with tasks": (screen) =>
    helpCard(screen, {
      tasks: taskKinds.flatMap((kind) =>
        [1, 2].map((missing) => ({ kind, number: "FR22-01", roundName: "Forår 2022", missing, route: "/" })),
      ),
      at,
      languageChosen: true,
    }),
};
