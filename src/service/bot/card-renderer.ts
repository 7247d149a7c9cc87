import type { AdaptiveCard } from "@microsoft/teams.cards";
import { approvalDigestCard } from "#cards/approval-digest-card.ts";
import { approvalRequestCard } from "#cards/approval-request-card.ts";
import { approvedCard } from "#cards/approved-card.ts";
import { closedCard } from "#cards/closed-card.ts";
import { consultationCard } from "#cards/consultation-card.ts";
import { consultationOfficerCard } from "#cards/consultation-officer-card.ts";
import { dailyDigestCard } from "#cards/daily-digest-card.ts";
import { decisionCard, decisionWithdrawnCard } from "#cards/decision-card.ts";
import { editPutBackCard, editsDigestCard } from "#cards/edit-put-back-card.ts";
import { needCard } from "#cards/need-card.ts";
import { mayAnswer, outcomeCard } from "#cards/outcome-card.ts";
import { returnedCard } from "#cards/returned-card.ts";
import { firstMissing } from "#cards/review-walk.ts";
import type { CardScreen } from "#cards/screen.ts";
import { sentBackCard } from "#cards/sent-back-card.ts";
import { staleDigestCard, staleItemCard } from "#cards/stale-item-card.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import { dailyCounts, digestCount, readDigest } from "#domain/notices/digest.ts";
import { OWN_ROW } from "#domain/notices/edit-notices.ts";
import type { NoticeKind } from "#domain/notices/notice.ts";
import { stillAsks } from "#domain/notices/plan-notices.ts";
import { decisionRequestKey } from "#domain/notices/project-notices.ts";
import { editedItemKey } from "#domain/projections/action-row-edit.ts";
import { recordedEdit } from "#domain/projections/outside-edit.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { auditKey } from "#domain/shared/log.ts";
import type { CardRenderer, NoticeSubject, RenderedCard } from "#use-cases/ports/card-renderer.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { approvalRequestOf } from "./views/approval-view.ts";
import { consultationNewsOf, consultationRequestOf } from "./views/consultation-view.ts";
import { decisionViewOf, sentBackListOf } from "./views/decision-view.ts";
import { staleItemOf } from "./views/item-view.ts";
import { needNewsOf } from "./views/need-view.ts";
import { approvedApplicationOf, outcomeOf, returnedApplicationOf } from "./views/outcome-view.ts";
import { reviewView, reviewWalkOf } from "./views/review-view.ts";

type Render = (screen: CardScreen, notice: NoticeSubject, records: Records, now: Instant) => RenderedCard | undefined;

/** How each kind of notice looks now; a new kind without a card does not compile. */
const renders: Readonly<Record<NoticeKind, Render>> = {
  "approval-request": approval,
  "review-request": review,
  "review-reminder": review,
  "application-returned": returned,
  "application-approved": approved,
  "decision-request": decision,
  "recommendation-sent-back": sentBack,
  outcome,
  "consultation-request": consultation,
  "consultation-reminder": consultation,
  "consultation-answer": consultationNews,
  "consultation-closed": consultationNews,
  "stale-item": staleItem,
  "need-news": needNews,
  "edit-put-back": editPutBack,
  "daily-digest": (screen, notice) =>
    rendered(dailyDigestCard(screen, dailyCounts(notice.part)), cardTexts(screen.language).daily.summary, false),
};

/** Renders every kind of notice from the records as they are now; `appId` is whose tab the links open. */
export function createCardRenderer(appId: string): CardRenderer {
  return (notice, records, language, now) => renders[notice.kind]({ language, appId }, notice, records, now);
}

function rendered(card: AdaptiveCard, summary: string, answerable: boolean): RenderedCard {
  return { cardJson: JSON.stringify(card), summary, answerable };
}

function approval(screen: CardScreen, notice: NoticeSubject, records: Records, now: Instant): RenderedCard | undefined {
  const count = digestCount(notice.part);
  if (count !== undefined) {
    return rendered(approvalDigestCard(screen, count), cardTexts(screen.language).approval.digestSummary, false);
  }
  const request = approvalRequestOf(records, notice.subjectKey, now);
  if (request === undefined) return undefined;
  const { summary } = cardTexts(screen.language).approval;
  const waiting = request.state.kind === "waiting";
  // A head who has gone on keeps no text of a centre that is not hers any more.
  const head = records.centres.byKey(request.application.centreKey)?.value.headKey;
  if (waiting && head !== notice.recipientKey) return rendered(closedCard(screen, "not-yours"), summary, false);
  return rendered(approvalRequestCard(screen, request), summary, waiting);
}

function review(screen: CardScreen, notice: NoticeSubject, records: Records, now: Instant): RenderedCard | undefined {
  const walk = reviewWalkOf(records, notice.subjectKey, notice.recipientKey);
  if (walk === undefined) return undefined;
  const reminder = notice.kind === "review-reminder";
  const texts = cardTexts(screen.language).review;
  const card = reviewView(screen, records, walk, now, { item: firstMissing(walk), reminder });
  const answerable = walk.recommendation === undefined && walk.items.length > 0;
  return rendered(card, reminder ? texts.reminderSummary : texts.summary, answerable);
}

function returned(screen: CardScreen, notice: NoticeSubject, records: Records, now: Instant): RenderedCard | undefined {
  const application = returnedApplicationOf(records, notice.subjectKey, now);
  if (application === undefined) return undefined;
  const { summary } = cardTexts(screen.language).returned;
  return rendered(returnedCard(screen, application), summary, application.state === "open");
}

function approved(screen: CardScreen, notice: NoticeSubject, records: Records): RenderedCard | undefined {
  const application = approvedApplicationOf(records, notice.subjectKey);
  if (application === undefined) return undefined;
  return rendered(approvedCard(screen, application), cardTexts(screen.language).approved.summary, false);
}

function decision(screen: CardScreen, notice: NoticeSubject, records: Records, now: Instant): RenderedCard | undefined {
  const view = decisionViewOf(records, notice.subjectKey, notice.part === "deputy" ? "deputy" : "chair", now);
  if (view === undefined) return undefined;
  const { summary } = cardTexts(screen.language).decision;
  if (view.kind === "withdrawn") {
    return rendered(decisionWithdrawnCard(screen, view.round, view.sentBack), summary, false);
  }
  const { packet, decided, recommendation, round } = view.request;
  if (packet.deciderKey !== notice.recipientKey) return rendered(closedCard(screen, "not-yours"), summary, false);
  // A list that was taken back and put up again is decided on the card it came with.
  const isOfToday = decisionRequestKey(recommendation, packet) === notice.key;
  if (!isOfToday) return rendered(decisionWithdrawnCard(screen, round), summary, false);
  return rendered(decisionCard(screen, view.request), summary, decided === undefined);
}

function sentBack(screen: CardScreen, notice: NoticeSubject, records: Records): RenderedCard | undefined {
  const list = sentBackListOf(records, notice.subjectKey, notice.part, notice.recipientKey);
  if (list === undefined) return undefined;
  return rendered(sentBackCard(screen, list), cardTexts(screen.language).sentBack.summary, false);
}

function consultation(
  screen: CardScreen,
  notice: NoticeSubject,
  records: Records,
  now: Instant,
): RenderedCard | undefined {
  const reminder = notice.kind === "consultation-reminder";
  const request = consultationRequestOf(records, notice.subjectKey, now, { reminder });
  if (request === undefined) return undefined;
  const texts = cardTexts(screen.language).consultation;
  const summary = reminder ? texts.reminderSummary : texts.summary;
  const { party, task } = request;
  const isTheirs = party.removedAt === undefined && party.personKeys.includes(notice.recipientKey);
  if (!isTheirs) return rendered(closedCard(screen, "not-yours"), summary, false);
  return rendered(consultationCard(screen, request), summary, task.kind === "open");
}

function consultationNews(
  screen: CardScreen,
  notice: NoticeSubject,
  records: Records,
  now: Instant,
): RenderedCard | undefined {
  const kind = notice.kind === "consultation-answer" ? "answer" : "closed";
  const news = consultationNewsOf(records, notice.subjectKey, kind, notice.part, now);
  if (news === undefined) return undefined;
  const texts = cardTexts(screen.language).consultation;
  const summary = kind === "answer" ? texts.officerSummary : texts.officerClosedSummary;
  if (news.consultation.caseOfficerKey !== notice.recipientKey) {
    return rendered(closedCard(screen, "not-yours"), summary, false);
  }
  return rendered(consultationOfficerCard(screen, news), summary, false);
}

function staleItem(
  screen: CardScreen,
  notice: NoticeSubject,
  records: Records,
  now: Instant,
): RenderedCard | undefined {
  const texts = cardTexts(screen.language).plan;
  const count = digestCount(notice.part);
  if (count !== undefined) return rendered(staleDigestCard(screen, count), texts.digestSummary, false);
  const item = records.actionItems.byKey(notice.subjectKey)?.value;
  const asks = item !== undefined && stillAsks(item, notice, now);
  const stale = staleItemOf(records, notice.subjectKey, now, asks);
  return stale && rendered(staleItemCard(screen, stale), texts.summary, asks);
}

function editPutBack(screen: CardScreen, notice: NoticeSubject, records: Records): RenderedCard | undefined {
  const texts = cardTexts(screen.language).editPutBack;
  const digest = readDigest(notice.part);
  if (digest !== undefined) {
    const isOwn = digest.part === OWN_ROW;
    const card = editsDigestCard(screen, digest.count, isOwn ? "own-row" : "changed");
    return rendered(card, isOwn ? texts.ownRowsSummary : texts.digestSummary, false);
  }
  const line = records.audit.byKey(auditKey(notice.subjectKey, 1))?.value;
  const edit = line && recordedEdit(line);
  if (edit === undefined) return undefined;
  const summary = edit.kind === "own-row" ? texts.ownRowSummary : texts.summary;
  const itemKey = editedItemKey(edit);
  const subject = itemKey && records.actionItems.byKey(itemKey)?.value.title;
  return rendered(editPutBackCard(screen, { ...edit, subject }), summary, false);
}

function needNews(screen: CardScreen, notice: NoticeSubject, records: Records, now: Instant): RenderedCard | undefined {
  const news = needNewsOf(records, notice, now);
  return news && rendered(needCard(screen, news), cardTexts(screen.language).need.summary, false);
}

function outcome(screen: CardScreen, notice: NoticeSubject, records: Records, now: Instant): RenderedCard | undefined {
  const view = outcomeOf(records, notice.subjectKey, now);
  if (view === undefined) return undefined;
  return rendered(outcomeCard(screen, view), cardTexts(screen.language).award.summary, mayAnswer(view));
}
