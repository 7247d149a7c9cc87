import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { useState } from "react";
import { type CaseView, caseSchema } from "#contract/cases.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { useToast } from "../../components/toasts.ts";
import { useDownload } from "../../components/use-download.ts";
import { instantOf } from "../../components/use-format.ts";
import { useTexts } from "../../texts/texts-context.ts";
import { CaseForm } from "./case-form.tsx";
import { useCaseTexts } from "./case-texts.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { RouteDialog } from "./route-dialog.tsx";

type Asked = "edit" | "route" | "decide" | "end" | "close";

/** What the reader may do with the case now. */
export function CaseActions({ view }: { readonly view: CaseView }) {
  const words = useCaseTexts();
  const { shell } = useTexts();
  const [asked, setAsked] = useState<Asked>();
  const { may } = view;
  const close = (): void => {
    setAsked(undefined);
  };
  const button = (what: Asked, text: string, isPrimary = false) => (
    <Button
      appearance={isPrimary ? "primary" : "secondary"}
      onClick={() => {
        setAsked(what);
      }}
    >
      {text}
    </Button>
  );
  const routeText = view.stop === undefined ? words.routeButton : words.newRouteButton;
  return (
    <>
      {may.decide ? button("decide", words.decide, true) : null}
      {may.endConsultation ? button("end", words.endConsultation, true) : null}
      {may.route ? button("route", routeText, view.stop !== undefined) : null}
      {may.edit ? button("edit", words.edit) : null}
      {may.close ? button("close", words.close) : null}
      {may.makePool === true ? (
        <Button as="a" href={hrefOf(routes.pool(`from-${view.key}`))}>
          {words.makePool}
        </Button>
      ) : null}
      <WordButton view={view} />
      {view.rowUrl === undefined ? null : (
        <Button as="a" appearance="subtle" href={view.rowUrl} target="_blank" rel="noreferrer">
          {shell.inSharePoint}
        </Button>
      )}
      {asked === "edit" ? <CaseForm view={view} onClose={close} /> : null}
      {asked === "route" ? <RouteDialog view={view} onClose={close} /> : null}
      {asked === "decide" ? <DecisionDialog view={view} onClose={close} /> : null}
      {asked === "end" || asked === "close" ? <PlainDialog what={asked} view={view} onClose={close} /> : null}
    </>
  );
}

function WordButton({ view }: { readonly view: CaseView }) {
  const words = useCaseTexts();
  const { busy, fetch } = useDownload(words.fetched);
  return (
    <Button
      appearance="subtle"
      icon={<ArrowDownloadRegular />}
      disabledFocusable={busy !== ""}
      onClick={() => void fetch(`/cases/${view.key}/document`, `${view.title}.docx`)}
    >
      {busy === "" ? words.fetch : words.fetching}
    </Button>
  );
}

interface PlainDialogProps {
  readonly what: "end" | "close";
  readonly view: CaseView;
  readonly onClose: () => void;
}

/** Ending the consultation today, or closing the case: asked once. */
function PlainDialog({ what, view, onClose }: PlainDialogProps) {
  const words = useCaseTexts();
  const toast = useToast();
  const command = useCommand<CaseView>();
  const stepKey = view.steps.find(({ isNext }) => isNext)?.key;
  const date = plainDateOf(instantOf(view.now));
  const act =
    what === "end"
      ? { title: words.endConsultation, text: words.endConsultationText, done: words.consultationEnded }
      : { title: words.close, text: words.closeText, done: words.closed };
  const press = (): void => {
    const request =
      what === "end"
        ? { path: `/cases/${view.key}/consultation-end`, body: { stepKey, date } }
        : { path: `/cases/${view.key}/closing` };
    command.mutate(
      { method: "POST", ...request, schema: caseSchema, answers: ["case", view.key] },
      {
        onSuccess: () => {
          toast({ text: act.done });
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={act.title}
      confirm={act.title}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={press}
    >
      {act.text}
    </ConfirmDialog>
  );
}
