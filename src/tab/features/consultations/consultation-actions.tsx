import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ConsultationPage } from "#contract/consultations.ts";
import { hrefOf, routes } from "../../components/routes.ts";
import { ShareButton } from "../../components/share-button.tsx";
import { useTexts } from "../../texts/texts-context.ts";
import { useConsultationTexts } from "./consultation-texts.ts";
import { NoteDialog } from "./note-dialog.tsx";
import { SendDialog } from "./send-dialog.tsx";
import { TreatDialog } from "./treat-dialog.tsx";

/** What the reader may do with the consultation now; what others see of it is asked about once. */
export function ConsultationActions({ page }: { readonly page: ConsultationPage }) {
  const words = useConsultationTexts();
  const { shell } = useTexts();
  const [asking, setAsking] = useState<"send" | "treat" | "note">();
  const { actions, consultation, rowUrl, mayFetchNote } = page;
  const close = (): void => {
    setAsking(undefined);
  };
  const button = (what: "send" | "treat" | "note", text: string, isPrimary: boolean) => (
    <Button
      appearance={isPrimary ? "primary" : "secondary"}
      onClick={() => {
        setAsking(what);
      }}
    >
      {text}
    </Button>
  );
  return (
    <>
      {actions.includes("send") ? button("send", words.send.button, true) : null}
      {actions.includes("treat") ? button("treat", words.treat.button, true) : null}
      {actions.includes("edit") ? (
        <Button as="a" href={hrefOf(routes.editConsultation(consultation.key))}>
          {words.edit}
        </Button>
      ) : null}
      {mayFetchNote === true ? button("note", words.note.button, false) : null}
      {rowUrl === undefined ? null : (
        <Button as="a" appearance="subtle" href={rowUrl} target="_blank" rel="noreferrer">
          {shell.inSharePoint}
        </Button>
      )}
      <ShareButton route={routes.consultation(consultation.key)} label={consultation.subject} />
      {asking === "send" ? <SendDialog page={page} onClose={close} /> : null}
      {asking === "treat" ? <TreatDialog page={page} onClose={close} /> : null}
      {asking === "note" ? <NoteDialog consultationKey={consultation.key} onClose={close} /> : null}
    </>
  );
}
