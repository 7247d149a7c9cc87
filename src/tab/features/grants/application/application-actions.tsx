import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { type ApplicationView, applicationSchema } from "#contract/applications.ts";
import { useCommand } from "../../../components/command.ts";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { hrefOf, routes } from "../../../components/routes.ts";
import { useToast } from "../../../components/toasts.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { ReturnDialog } from "./return-dialog.tsx";

type PlainAct = "approve" | "withdraw" | "accept" | "decline";

interface ActWords {
  readonly title: string;
  readonly text: ReactNode;
  readonly button: string;
  readonly done: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the reader may do with the application now; each act is confirmed once. */
export function ApplicationActions({ application }: { readonly application: ApplicationView }) {
  const { application: words } = useTexts();
  const [asking, setAsking] = useState<PlainAct | "return">();
  const { may, draftKey, roundKey, key } = application;
  const close = (): void => {
    setAsking(undefined);
  };
  const button = (act: PlainAct | "return", text: string, primary: boolean) => (
    <Button
      appearance={primary ? "primary" : "secondary"}
      onClick={() => {
        setAsking(act);
      }}
    >
      {text}
    </Button>
  );
  return (
    <>
      {may.approve ? button("approve", words.approve, true) : null}
      {may.return ? button("return", words.return, false) : null}
      {may.answerAward ? button("accept", words.accept, true) : null}
      {may.answerAward ? button("decline", words.decline, false) : null}
      {may.editDraft && draftKey !== undefined ? (
        <Button as="a" appearance="primary" href={hrefOf(routes.draft(draftKey))}>
          {words.editDraft}
        </Button>
      ) : null}
      {may.review ? (
        <Button as="a" appearance="primary" href={hrefOf(routes.reviews(roundKey, key))}>
          {words.review}
        </Button>
      ) : null}
      {may.withdraw
        ? button("withdraw", isApplicant(application) ? words.withdraw : words.withdrawForCentre, false)
        : null}
      {asking === "return" ? <ReturnDialog applicationKey={key} onClose={close} /> : null}
      {asking !== undefined && asking !== "return" ? (
        <ActDialog act={asking} application={application} onClose={close} />
      ) : null}
    </>
  );
}

function ActDialog({
  act,
  application,
  onClose,
}: {
  readonly act: PlainAct;
  readonly application: ApplicationView;
  readonly onClose: () => void;
}) {
  const command = useCommand<ApplicationView>();
  const toast = useToast();
  const words = useActWords(application)[act];
  return (
    <ConfirmDialog
      title={words.title}
      confirm={words.button}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={() => {
        command.mutate(
          {
            method: "POST",
            path: `/applications/${application.key}/${words.path}`,
            body: words.body,
            schema: applicationSchema,
            answers: ["application", application.key],
          },
          {
            onSuccess: () => {
              toast({ text: words.done });
              onClose();
            },
          },
        );
      }}
    >
      {words.text}
    </ConfirmDialog>
  );
}

function useActWords(application: ApplicationView): Record<PlainAct, ActWords> {
  const { application: words } = useTexts();
  const format = useFormat();
  const requested = format.kr(application.requestedOere);
  const granted = format.kr(application.decision?.amountOere ?? 0);
  return {
    approve: {
      title: words.approveTitle,
      text: words.approveText(requested),
      button: words.approve,
      done: words.approvedDone,
      path: "approve",
      body: {},
    },
    withdraw: {
      title: words.withdrawTitle,
      text: isApplicant(application)
        ? words.withdrawText
        : `${words.withdrawForCentreText(application.applicant?.name ?? "", application.centreName)} ${words.withdrawText}`,
      button: words.withdraw,
      done: words.withdrawn,
      path: "withdraw",
      body: {},
    },
    accept: {
      title: words.acceptTitle,
      text: (
        <>
          {words.acceptText(granted, requested)}
          <Conditions items={application.decision?.conditions ?? []} />
        </>
      ),
      button: words.accept,
      done: words.accepted,
      path: "award-answer",
      body: { accept: true },
    },
    decline: {
      title: words.declineTitle,
      text: words.declineText(granted),
      button: words.decline,
      done: words.declined,
      path: "award-answer",
      body: { accept: false },
    },
  };
}

/** What one says yes to, before one does. */
function Conditions({ items }: { readonly items: readonly string[] }) {
  const { application: words } = useTexts();
  if (items.length === 0) return null;
  return (
    <>
      <p>{words.acceptConditions}</p>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}

/** Only the applicant is told of the draft; else it is the head of the centre who may withdraw. */
function isApplicant({ draftKey }: ApplicationView): boolean {
  return draftKey !== undefined;
}
