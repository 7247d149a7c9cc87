import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { type ApplicationView, applicationSchema } from "#contract/applications.ts";
import { AnswerView } from "../../../components/answer-view.tsx";
import { ApplicationText } from "../../../components/application-text.tsx";
import { useColumnStyles } from "../../../components/columns.styles.ts";
import { Facts } from "../../../components/facts.tsx";
import { LongText } from "../../../components/long-text.tsx";
import { Page } from "../../../components/page.tsx";
import { PersonName } from "../../../components/person-avatar.tsx";
import { PrintButton } from "../../../components/print-page.tsx";
import { hrefOf, routes } from "../../../components/routes.ts";
import { Section } from "../../../components/section.tsx";
import { ShareButton } from "../../../components/share-button.tsx";
import { ApplicationStatusBadge } from "../../../components/status-badge.tsx";
import { useAnswer } from "../../../components/use-answer.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { AheadSection } from "./ahead-section.tsx";
import { ApplicationActions } from "./application-actions.tsx";
import { ApplicationTimeline } from "./application-timeline.tsx";
import { DecisionSection } from "./decision-section.tsx";
import { MakeItemButton } from "./make-item-button.tsx";
import { NoticesSection } from "./notices-section.tsx";
import { ReviewsSection } from "./reviews-section.tsx";

/** One application: what it says, where it stands, what I can do. */
export function ApplicationPage({ applicationKey }: { readonly applicationKey: string }) {
  const answer = useAnswer(["application", applicationKey], `/applications/${applicationKey}`, applicationSchema);
  return <AnswerView answer={answer}>{(application) => <ApplicationContent application={application} />}</AnswerView>;
}

function ApplicationContent({ application }: { readonly application: ApplicationView }) {
  const columns = useColumnStyles();
  const { application: words, shell } = useTexts();
  const { number, title, status, roundKey, roundName, poolTitle, questions, newerKey, sharePointUrl } = application;
  return (
    <Page
      back={{ link: routes.round(roundKey), text: roundName }}
      title={title}
      mark={<ApplicationStatusBadge status={status} />}
      lead={`${number} · ${poolTitle}`}
      actions={
        <>
          <ApplicationActions application={application} />
          {application.mayBecomeItem === true ? <MakeItemButton applicationKey={application.key} /> : null}
          {sharePointUrl === undefined ? null : (
            <Button as="a" appearance="subtle" href={sharePointUrl} target="_blank" rel="noreferrer">
              {shell.inSharePoint}
            </Button>
          )}
          <PrintButton />
          <ShareButton route={routes.application(application.key)} label={`${number} ${title}`} />
        </>
      }
    >
      {questions === undefined || questions === "" ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.questions}</MessageBarTitle>
            <LongText text={questions} />
          </MessageBarBody>
        </MessageBar>
      )}
      {newerKey === undefined ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {words.sentAgain}{" "}
            <Link href={hrefOf(routes.application(newerKey))} inline>
              {words.seeNewest}
            </Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {application.answer === undefined ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.answer}</MessageBarTitle>
            <LongText text={application.answer} />
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={columns.columns}>
        <div className={columns.side}>
          <FactsSection application={application} />
        </div>
        <div className={columns.main}>
          <DecisionSection application={application} />
          <ApplicationText application={application} />
          <ReviewsSection application={application} />
        </div>
        <div className={columns.side}>
          <AheadSection application={application} />
          <Section title={words.timeline}>
            <ApplicationTimeline entries={application.timeline} />
          </Section>
          <NoticesSection notices={application.notices} />
        </div>
      </div>
    </Page>
  );
}

function FactsSection({ application }: { readonly application: ApplicationView }) {
  const { application: words, words: shared } = useTexts();
  const format = useFormat();
  const { applicant, text, approvedAt, focusArea } = application;
  return (
    <Section title={words.facts}>
      <Facts
        stacked
        items={[
          [words.requested, format.kr(application.requestedOere)],
          [words.own, text && format.kr(text.ownContributionOere)],
          [words.centre, application.centreName],
          [
            words.applicant,
            applicant && <PersonName key={applicant.key} name={applicant.name} more={applicant.title} />,
          ],
          [words.focusArea, shared.focusAreas[focusArea - 1]],
          [words.submitted, format.instant(application.submittedAt)],
          [words.approved, approvedAt && format.instant(approvedAt)],
          [
            words.actionItem,
            application.actionItem && (
              <Link href={hrefOf(routes.actionItem(application.actionItem.key))} inline>
                {application.actionItem.title}
              </Link>
            ),
          ],
        ]}
      />
    </Section>
  );
}
