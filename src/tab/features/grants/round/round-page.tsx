import { Button } from "@fluentui/react-components";
import { navigate } from "wouter/use-hash-location";
import { type DraftView, draftSchema } from "#contract/drafts.ts";
import { type RoundView, roundSchema } from "#contract/rounds.ts";
import { AnswerView } from "../../../components/answer-view.tsx";
import { useColumnStyles } from "../../../components/columns.styles.ts";
import { useCommand } from "../../../components/command.ts";
import { CriteriaList } from "../../../components/criteria-list.tsx";
import { Facts } from "../../../components/facts.tsx";
import { LongText } from "../../../components/long-text.tsx";
import { Page } from "../../../components/page.tsx";
import { PersonName } from "../../../components/person-avatar.tsx";
import { ProblemNote } from "../../../components/problem-note.tsx";
import { hrefOf, routes } from "../../../components/routes.ts";
import { Section } from "../../../components/section.tsx";
import { RoundStatusBadge } from "../../../components/status-badge.tsx";
import { useAnswer } from "../../../components/use-answer.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { ApplicationTable } from "./application-table.tsx";

/** One round: what it is for, when, and what I can do in it. */
export function RoundPage({ roundKey }: { readonly roundKey: string }) {
  const answer = useAnswer(["round", roundKey], `/rounds/${roundKey}`, roundSchema);
  return <AnswerView answer={answer}>{(view) => <RoundContent view={view} />}</AnswerView>;
}

function RoundContent({ view }: { readonly view: RoundView }) {
  const columns = useColumnStyles();
  const { round: words } = useTexts();
  const format = useFormat();
  const { round, pool, criteria } = view;
  return (
    <Page
      back
      title={round.name}
      mark={<RoundStatusBadge status={round.status} />}
      lead={pool.title}
      actions={<RoundActions view={view} />}
    >
      <div className={columns.columns}>
        <div className={columns.side}>
          <Section title={words.facts}>
            <Facts
              stacked
              items={[
                [words.closes, format.deadline(round.closesAt)],
                [round.status === "planned" ? words.opens : words.opened, format.instant(round.opensAt)],
                [words.reviewBy, format.date(round.reviewBy)],
                [words.decisionOn, format.date(round.decisionOn)],
                [words.frame, format.kr(round.frameOere)],
                [words.cap, format.kr(round.capOere)],
                [
                  words.contact,
                  view.contact && (
                    <PersonName key={view.contact.key} name={view.contact.name} more={view.contact.title} />
                  ),
                ],
              ]}
            />
          </Section>
        </div>
        <div className={columns.main}>
          <Section title={words.purpose}>
            <LongText text={pool.purpose} />
          </Section>
          <Section title={words.eligibility}>
            <LongText text={pool.eligibility} />
          </Section>
          <Section title={words.criteria}>
            <CriteriaList criteria={criteria} />
          </Section>
        </div>
      </div>
      <Section title={words.applications} aside={view.applications.length || undefined} flush>
        <ApplicationTable view={view} />
      </Section>
    </Page>
  );
}

function RoundActions({ view }: { readonly view: RoundView }) {
  const { round: words } = useTexts();
  const create = useCommand<DraftView>();
  const { key, status } = view.round;
  // A recommended list closes the reviews; they can still be read.
  const reviewing = status === "under-review";
  const { may, myDraftKey } = view;
  const apply = (): void => {
    create.mutate(
      { method: "POST", path: `/rounds/${key}/drafts`, schema: draftSchema },
      {
        onSuccess: (draft) => {
          navigate(routes.draft(draft.key));
        },
      },
    );
  };
  return (
    <>
      {myDraftKey === undefined ? null : (
        <Button as="a" appearance="primary" href={hrefOf(routes.draft(myDraftKey))}>
          {words.continueDraft}
        </Button>
      )}
      {may.apply ? (
        <Button
          appearance={myDraftKey === undefined ? "primary" : "secondary"}
          onClick={apply}
          disabledFocusable={create.isPending}
        >
          {myDraftKey === undefined ? words.apply : words.applyAgain}
        </Button>
      ) : null}
      {may.review ? (
        <Button
          as="a"
          appearance={may.decide || !reviewing ? "secondary" : "primary"}
          href={hrefOf(routes.reviews(key))}
        >
          {reviewing ? words.review : words.ownReviews}
        </Button>
      ) : null}
      {may.rank || may.decide ? (
        <Button as="a" appearance={may.decide ? "primary" : "secondary"} href={hrefOf(routes.ranking(key))}>
          {may.decide ? words.decide : words.rank}
        </Button>
      ) : null}
      {create.error ? <ProblemNote problem={create.error} /> : null}
    </>
  );
}
