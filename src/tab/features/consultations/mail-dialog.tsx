import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import type { ConsultationPartyView } from "#contract/consultations.ts";
import { ModalFrame } from "../../components/modal-frame.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { CopyButton } from "./copy-button.tsx";

interface MailDialogProps {
  readonly party: ConsultationPartyView;
  readonly letter: NonNullable<ConsultationPartyView["letter"]>;
  readonly onClose: () => void;
}

/** The letter to a party that Teams does not reach: to be copied into a mail of the case officer's own. */
export function MailDialog({ party, letter, onClose }: MailDialogProps) {
  const styles = useConsultationStyles();
  const { letter: words } = useConsultationTexts();
  return (
    <ModalFrame
      wide
      title={words.title(party.name)}
      onCancel={onClose}
      actions={
        <>
          <CopyButton text={letter.text} label={words.copy} done={words.copied} byHand={words.byHand} />
          <Button appearance="primary" onClick={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {party.email === undefined || party.email === "" ? null : (
          <Field label={words.address}>
            <Input readOnly value={party.email} />
          </Field>
        )}
        <Field label={words.subject}>
          <Input readOnly value={letter.subject} />
        </Field>
        <Field label={words.text}>
          <Textarea readOnly rows={12} value={letter.text} />
        </Field>
      </div>
    </ModalFrame>
  );
}
