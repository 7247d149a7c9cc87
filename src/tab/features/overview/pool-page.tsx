import { Badge, Button, Link, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { lazy, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { type CaseView, caseSchema } from "#contract/cases.ts";
import { type PoolView, poolSchema } from "#contract/pools.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useColumnStyles } from "../../components/columns.styles.ts";
import { useCommand } from "../../components/command.ts";
import { CriteriaList } from "../../components/criteria-list.tsx";
import { Facts } from "../../components/facts.tsx";
import { LongText } from "../../components/long-text.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useToast } from "../../components/toasts.ts";
import { useAnswer } from "../../components/use-answer.ts";
import { type Format, useFormat } from "../../components/use-format.ts";
import { useTexts } from "../../texts/texts-context.ts";
import { useOverviewStyles } from "./overview.styles.ts";
import { PoolMoney } from "./pool-money.tsx";
import { PoolRounds } from "./pool-rounds.tsx";
import { usePoolTexts } from "./pool-texts.ts";
import { RoundDialog } from "./round-dialog.tsx";

/** Before the key of the case a pool is to be made from. */
const FROM = "from-";

const NewPoolPage = lazy(async () => ({ default: (await import("./new-pool-page.tsx")).NewPoolPage }));

/** One pool from the day it is on the budget: what it waits for, where its money is, and its rounds. */
export function PoolPage({ poolKey }: { readonly poolKey: string }) {
  if (poolKey === "new") return <NewPoolPage />;
  return poolKey.startsWith(FROM) ? (
    <NewPoolPage caseKey={poolKey.slice(FROM.length)} />
  ) : (
    <KnownPool poolKey={poolKey} />
  );
}

function KnownPool({ poolKey }: { readonly poolKey: string }) {
  const answer = useAnswer(["pool", poolKey], `/pools/${poolKey}`, poolSchema);
  return <AnswerView answer={answer}>{(view) => <PoolContent view={view} />}</AnswerView>;
}

function PoolContent({ view }: { readonly view: PoolView }) {
  const columns = useColumnStyles();
  const styles = useOverviewStyles();
  const words = usePoolTexts();
  const { round } = useTexts();
  const { pool } = view;
  return (
    <Page
      back
      title={pool.title}
      mark={<PoolStatus status={pool.status} />}
      lead={`${pool.number} · ${pool.year}`}
      actions={<PoolActions view={view} />}
    >
      <Waits view={view} />
      <div className={columns.columns}>
        <div className={columns.side}>
          <PoolFacts view={view} />
        </div>
        <div className={columns.main}>
          <Section title={round.purpose}>
            <LongText text={pool.purpose} />
          </Section>
          <Section title={round.eligibility}>
            <LongText text={pool.eligibility} />
          </Section>
          <Section title={round.criteria}>
            <CriteriaList criteria={view.criteria} />
          </Section>
        </div>
      </div>
      <Section title={words.moneyAndRounds}>
        <div className={styles.poolParts}>
          <PoolRounds pool={pool} heading="h3" />
          <PoolMoney pool={pool} heading="h3" />
        </div>
      </Section>
    </Page>
  );
}

function PoolStatus({ status }: { readonly status: PoolView["pool"]["status"] }) {
  const { words } = useTexts();
  const isUsable = status === "released" || status === "active";
  return (
    <Badge appearance="tint" color={isUsable ? "success" : "informative"}>
      {words.poolStatus[status]}
    </Badge>
  );
}

/** Whether the council's approval is still to come. */
function isReleased({ pool }: PoolView): boolean {
  return pool.status !== "allocated" && pool.status !== "requested";
}

/** Until the council has approved: that nothing can be used, what is awaited, and where. */
function Waits({ view }: { readonly view: PoolView }) {
  const words = usePoolTexts();
  const format = useFormat();
  if (isReleased(view)) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <strong>{words.notReleased}</strong> {awaited(view, words, format)} {words.whenReleased}{" "}
        {view.case === undefined ? null : (
          <Link inline href={hrefOf(routes.case(view.case.key))}>
            {words.toCase}
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function awaited({ case: own }: PoolView, { waits }: ReturnType<typeof usePoolTexts>, format: Format): string {
  if (own === undefined) return waits.noCase;
  if (!own.hasRoute) return waits.noRoute;
  if (own.stop !== undefined) return waits.stopped;
  const { next } = own;
  if (next === undefined) return waits.hidden;
  if (next.kind === "consultation") return waits.consultation;
  return waits.body(next.name, next.date === undefined ? "" : format.date(next.date));
}

function PoolFacts({ view }: { readonly view: PoolView }) {
  const words = usePoolTexts();
  const format = useFormat();
  const { pool, case: own } = view;
  return (
    <Section title={words.facts}>
      <Facts
        stacked
        items={[
          [
            words.case,
            own && (
              <Link key={own.key} href={hrefOf(routes.case(own.key))}>
                {`${own.number === "" ? words.noNumber : own.number} ${own.title}`}
              </Link>
            ),
          ],
          [words.allocated, format.kr(pool.allocatedOere)],
          [words.appropriated, isReleased(view) ? format.kr(pool.appropriatedOere) : ""],
          [words.unframed, isReleased(view) ? format.kr(view.unframedOere) : ""],
          [words.plan, view.plan],
          [words.project, view.project],
          [words.reviewers, words.atLeast(view.minimumReviewers)],
        ]}
      />
    </Section>
  );
}

function PoolActions({ view }: { readonly view: PoolView }) {
  const words = usePoolTexts();
  const toast = useToast();
  const draft = useCommand<CaseView>();
  const [isOpening, setOpening] = useState(false);
  const { may, pool } = view;
  const draftCase = (): void => {
    draft.mutate(
      { method: "POST", path: `/pools/${pool.key}/case`, schema: caseSchema },
      {
        onSuccess: ({ key }) => {
          toast({ text: words.drafted });
          navigate(routes.case(key));
        },
      },
    );
  };
  return (
    <>
      {may.draftCase ? (
        <Button appearance="primary" disabledFocusable={draft.isPending} onClick={draftCase}>
          {words.draftCase}
        </Button>
      ) : null}
      {may.addRound ? (
        <Button
          appearance="primary"
          onClick={() => {
            setOpening(true);
          }}
        >
          {words.openRound}
        </Button>
      ) : null}
      {draft.error ? <ProblemNote problem={draft.error} /> : null}
      {isOpening ? (
        <RoundDialog
          view={view}
          onClose={() => {
            setOpening(false);
          }}
        />
      ) : null}
    </>
  );
}
