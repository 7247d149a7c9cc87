import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useState } from "react";
import type { ApplicationView } from "#contract/applications.ts";
import { type DraftView, draftSchema } from "#contract/drafts.ts";
import { AnswerView } from "../../../components/answer-view.tsx";
import { LongText } from "../../../components/long-text.tsx";
import { Page } from "../../../components/page.tsx";
import { hrefOf, routes } from "../../../components/routes.ts";
import { useAnswer } from "../../../components/use-answer.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { ApplyFormContext, useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import { CheckSection } from "./check-section.tsx";
import { DeadlineText } from "./deadline-text.tsx";
import { DiscardDialog } from "./discard-dialog.tsx";
import type { DraftSaver, DraftSnapshot } from "./draft-saver.ts";
import { EconomySection, EffectSection, ProjectSection } from "./form-sections.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { OverwrittenNotice } from "./overwritten-notice.tsx";
import { Receipt } from "./receipt.tsx";
import { SaveStateText } from "./save-state.tsx";
import { FilledText, StepNavigation, stepId } from "./step-navigation.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";
import { useApplyFormState } from "./use-apply-form.ts";
import { useFormHeading } from "./use-form-heading.ts";
import { useScrollRoom } from "./use-scroll-room.ts";

/** Writing an application: four steps on one page, saved while typing. */
export function ApplyPage({ draftKey }: { readonly draftKey: string }) {
  const answer = useAnswer(["draft", draftKey], `/drafts/${draftKey}`, draftSchema);
  return <AnswerView answer={answer}>{(draft) => <ApplyContent draft={draft} />}</AnswerView>;
}

function ApplyContent({ draft }: { readonly draft: DraftView }) {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const { form, saver, snapshot } = useApplyFormState(draft);
  const [asking, setAsking] = useState<"submit" | "discard">();
  const [sent, setSent] = useState<ApplicationView>();
  const bar = useScrollRoom<HTMLDivElement>();
  const { heading, onFocus } = useFormHeading(snapshot.draft.fields.title);
  if (sent) return <Receipt application={sent} draft={draft} />;
  return (
    <ApplyFormContext value={form}>
      <Page
        back={{ link: routes.round(draft.roundKey), text: draft.round.name }}
        title={heading === "" ? apply.untitled : heading}
        lead={
          <>
            {apply.heading(draft.number)} · {draft.poolTitle} · <DeadlineText draft={snapshot.draft} />
          </>
        }
      >
        <Notices saver={saver} snapshot={snapshot} />
        <div className={styles.layout}>
          <div className={styles.side} ref={bar}>
            <StepNavigation />
            {form.readOnly ? null : (
              <div className={styles.states}>
                <FilledText />
                <SaveStateText snapshot={snapshot} />
              </div>
            )}
          </div>
          <div className={styles.form} onFocus={onFocus}>
            <div id={stepId("project")} tabIndex={-1}>
              <ProjectSection />
            </div>
            <div id={stepId("effect")} tabIndex={-1}>
              <EffectSection />
            </div>
            <div id={stepId("economy")} tabIndex={-1}>
              <EconomySection />
            </div>
            <div id={stepId("check")} tabIndex={-1}>
              <CheckSection
                busy={asking !== undefined}
                onSubmit={() => {
                  setAsking("submit");
                }}
                onDiscard={() => {
                  setAsking("discard");
                }}
              />
            </div>
          </div>
        </div>
      </Page>
      {asking === "submit" ? (
        <SubmitDialog saver={saver} onDone={setSent} onCancel={() => setAsking(undefined)} />
      ) : null}
      <LeaveGuard saver={saver} />
      {asking === "discard" ? <DiscardDialog onCancel={() => setAsking(undefined)} /> : null}
    </ApplyFormContext>
  );
}

/** What the writer must know before the form: questions, other writers, a deadline that has passed. */
function Notices({ saver, snapshot }: { readonly saver: DraftSaver; readonly snapshot: DraftSnapshot }) {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const { readOnly } = useApplyForm();
  const { draft, changedElsewhere, overwritten } = snapshot;
  const names: Readonly<Record<string, string>> = apply.fields;
  return (
    <div aria-live="polite" className={styles.notices}>
      {draft.questions === undefined ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{apply.returnedTitle}</MessageBarTitle>
            <LongText text={draft.questions} />
          </MessageBarBody>
        </MessageBar>
      )}
      {changedElsewhere.length === 0 ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {apply.changedElsewhere[draft.changedBy ?? "unknown"](
              changedElsewhere.map((field) => names[field] ?? field).join(", "),
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      {overwritten.map((text) => (
        <OverwrittenNotice key={text.id} saver={saver} overwritten={text} />
      ))}
      {draft.applicationKey === undefined ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {apply.already}{" "}
            <Button as="a" size="small" href={hrefOf(routes.application(draft.applicationKey))}>
              {apply.seeApplication}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {draft.applicationKey === undefined && readOnly ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{apply.deadlinePassed}</MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}
