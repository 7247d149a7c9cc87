import { Button } from "@fluentui/react-components";
import { type ApplicationView, applicationSchema } from "#contract/applications.ts";
import type { DraftView } from "#contract/drafts.ts";
import { Page } from "../../../components/page.tsx";
import { hrefOf, routes } from "../../../components/routes.ts";
import { Section } from "../../../components/section.tsx";
import { useAnswer } from "../../../components/use-answer.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { useApplyTexts } from "./apply-texts.ts";
import { WhatHappens } from "./what-happens.tsx";

/** The receipt: number, time, amount, and what happens now. */
export function Receipt({
  application: sent,
  draft,
}: {
  readonly application: ApplicationView;
  readonly draft: DraftView;
}) {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const format = useFormat();
  // The head may approve while it is looked at.
  const { data: application = sent } = useAnswer(
    ["application", sent.key],
    `/applications/${sent.key}`,
    applicationSchema,
  );
  return (
    <Page back narrow title={apply.receiptTitle(application.number)} lead={application.title}>
      <Section title={apply.receiptNext}>
        <div className={styles.receipt}>
          <p className={styles.hint}>
            {apply.receiptTime(format.instant(application.submittedAt))}
            <br />
            {apply.receiptAmount(format.kr(application.requestedOere))}
          </p>
          <WhatHappens
            headName={draft.headName}
            isApproved={application.approvedAt !== undefined}
            round={draft.round}
          />
          <Button as="a" appearance="primary" href={hrefOf(routes.application(application.key))}>
            {apply.seeApplication}
          </Button>
        </div>
      </Section>
    </Page>
  );
}
