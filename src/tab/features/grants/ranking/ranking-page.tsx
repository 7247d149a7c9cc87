import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { type RankingView, rankingSchema } from "#contract/ranking.ts";
import { AnswerView } from "../../../components/answer-view.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { LongText } from "../../../components/long-text.tsx";
import { Page } from "../../../components/page.tsx";
import { routes } from "../../../components/routes.ts";
import { Section } from "../../../components/section.tsx";
import { BarSwatch, StackedBar } from "../../../components/stacked-bar.tsx";
import { RoundStatusBadge } from "../../../components/status-badge.tsx";
import { useAnswer } from "../../../components/use-answer.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { DecisionPanel } from "./decision-panel.tsx";
import { OptimumNote } from "./optimum-note.tsx";
import { useRankingStyles } from "./ranking.styles.ts";
import { withPartialOffer } from "./ranking-lines.ts";
import { type Lead, RankingList } from "./ranking-list.tsx";
import { RecommendPanel } from "./recommend-panel.tsx";
import { UndoDecisions } from "./undo-decision.tsx";
import { useReasonSaver } from "./use-reason-saver.ts";

/** The ranked list against the frame: recommended by the secretariat, decided by chair and deputy. */
export function RankingPage({ roundKey }: { readonly roundKey: string }) {
  const answer = useAnswer(["ranking", roundKey], `/rounds/${roundKey}/ranking`, rankingSchema);
  return <AnswerView answer={answer}>{(view) => <RankingContent view={view} />}</AnswerView>;
}

function RankingContent({ view }: { readonly view: RankingView }) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const { round, recommendation } = view;
  const [offerPartial, setOfferPartial] = useState(false);
  const saver = useReasonSaver(round.key);
  const mayEdit = view.mayRecommend && !recommendation;
  const rows = withPartialOffer(view, mayEdit && offerPartial);
  // A reason that is not saved shows itself when one comes back to the page.
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(mayEdit ? rows.filter((row) => saver.find(row)).map((row) => row.applicationKey) : []),
  );
  const [lead, setLead] = useState<Lead>();
  const [readDrafts, setReadDrafts] = useState<ReadonlyMap<string, string>>(() => new Map());
  const noteRead = useCallback((applicationKey: string, draft: string) => {
    setReadDrafts((before) => new Map([...before, [applicationKey, draft]]));
  }, []);
  const { supportedOere, restOere } = sumsOf(view, mayEdit && offerPartial);
  return (
    <Page
      back={{ link: routes.round(round.key), text: round.name }}
      title={ranking.heading(round.name)}
      mark={<RoundStatusBadge status={round.status} />}
      lead={view.pool.title}
    >
      <SentBackNote sentBack={view.sentBack} />
      <UndoDecisions view={view} />
      <Section title={ranking.money}>
        <Figures
          frameOere={view.frameOere}
          supportedOere={supportedOere}
          restOere={restOere}
          decided={isDecided(view)}
          keptCount={view.keptCount ?? 0}
        />
        <Completeness view={view} />
        {mayEdit ? (
          <RecommendPanel
            view={view}
            rows={rows}
            offerPartial={offerPartial}
            onOfferPartial={setOfferPartial}
            saver={saver}
            readDrafts={readDrafts}
            onRefused={(applicationKey) => {
              setOpen((keys) => new Set([...keys, applicationKey]));
              setLead((before) => ({ applicationKey, times: (before?.times ?? 0) + 1 }));
            }}
          />
        ) : null}
      </Section>
      {recommendation ? <DecisionPanel view={view} recommendation={recommendation} /> : null}
      <Section title={ranking.list} aside={rows.length > 0 ? ranking.rows(rows.length) : undefined} flush>
        {rows.length === 0 ? (
          <div className={styles.empty}>
            <EmptyState text={ranking.empty} next={ranking.emptyNext} />
          </div>
        ) : (
          <RankingList
            rows={rows}
            frameOere={view.frameOere}
            restOere={restOere}
            saver={mayEdit ? saver : undefined}
            open={open}
            onOpen={setOpen}
            lead={lead}
            onReadDraft={noteRead}
            offered={mayEdit && offerPartial}
            reviewerCount={view.reviewerCount}
            criteria={view.criteria}
          />
        )}
      </Section>
      {view.optimum ? <OptimumNote optimum={view.optimum} /> : null}
    </Page>
  );
}

/** Why the list is here again, in the words of who sent it back. */
function SentBackNote({ sentBack }: Pick<RankingView, "sentBack">) {
  const { ranking } = useTexts();
  const format = useFormat();
  if (!sentBack) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{ranking.sentBack(sentBack.by.name, format.instant(sentBack.at))}</MessageBarTitle>
        <LongText text={sentBack.reason ?? ranking.sentBackHidden} />
      </MessageBarBody>
    </MessageBar>
  );
}

function Completeness({ view }: { readonly view: RankingView }) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  // A round also waits for heads; then there is no review to miss.
  const isWaiting = !view.complete && view.missingReviews === 0;
  if (view.recommendation || view.rows.length === 0 || isWaiting) return null;
  return (
    <MessageBar className={styles.complete} intent={view.complete ? "success" : "warning"} layout="multiline">
      <MessageBarBody>{view.complete ? ranking.complete : ranking.missingReviews(view.missingReviews)}</MessageBarBody>
    </MessageBar>
  );
}

interface FiguresProps {
  readonly frameOere: number;
  readonly supportedOere: number;
  /** Missing where it would tell what is kept from the reader. */
  readonly restOere: number | undefined;
  readonly decided: boolean;
  readonly keptCount: number;
}

/** The whole round's figures, also where a decider sees only her own part; without what the reader is recused for. */
function sumsOf(
  view: RankingView,
  isOffered: boolean,
): { readonly supportedOere: number; readonly restOere: number | undefined } {
  const offeredOere = isOffered ? (view.partialCandidate?.restOere ?? 0) : 0;
  const restOere = view.restOere === undefined ? undefined : view.restOere - offeredOere;
  return { supportedOere: view.supportedOere + offeredOere, restOere };
}

function isDecided({ round }: RankingView): boolean {
  return round.status === "decided" || round.status === "completed";
}

function Figures({ frameOere, supportedOere, restOere, decided, keptCount }: FiguresProps) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const format = useFormat();
  const figures = [
    { name: ranking.frame, amount: frameOere, pattern: undefined },
    { name: decided ? ranking.granted : ranking.supported, amount: supportedOere, pattern: "full" },
    ...(restOere === undefined ? [] : [{ name: ranking.rest, amount: restOere, pattern: "open" } as const]),
  ] as const;
  return (
    <>
      <div className={styles.figures}>
        {figures.map(({ name, amount, pattern }) => (
          <div key={name} className={styles.figure}>
            <span className={styles.figureName}>
              {pattern === undefined ? null : <BarSwatch pattern={pattern} />}
              {name}
            </span>
            <span className={styles.figureValue}>{format.kr(amount)}</span>
          </div>
        ))}
      </div>
      {restOere === undefined ? null : (
        <StackedBar
          parts={[
            { pattern: "full", size: supportedOere },
            { pattern: "open", size: restOere },
          ]}
        />
      )}
      {keptCount > 0 ? <p className={styles.note}>{ranking.kept(keptCount)}</p> : null}
    </>
  );
}
