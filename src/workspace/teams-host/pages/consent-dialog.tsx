import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { HostApp, Persona } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";

/** Asks the person to allow an app what nobody has allowed it yet. */
export function ConsentDialog(props: {
  readonly app: HostApp;
  readonly persona: Persona;
  /** The requested permissions, separated by spaces. */
  readonly scope: string;
  readonly onAnswer: (yes: boolean) => void;
}): React.JSX.Element {
  const { app, persona, scope, onAnswer } = props;
  const texts = useTexts();
  return (
    <Ask title={texts.consentTitle(app.name)} yes={texts.consentYes} onAnswer={onAnswer}>
      <p>{texts.consentText(persona.displayName)}</p>
      <ul>
        {scope.split(/\s+/u).map((permission) => (
          <li key={permission}>{permission}</li>
        ))}
      </ul>
    </Ask>
  );
}

/** Stands for what conditional access asks of the person: a second factor, a compliant device. */
export function StepUpDialog(props: {
  readonly app: HostApp;
  readonly onAnswer: (yes: boolean) => void;
}): React.JSX.Element {
  const texts = useTexts();
  return (
    <Ask title={texts.stepUpTitle} yes={texts.stepUpYes} onAnswer={props.onAnswer}>
      <p>{texts.stepUpText(props.app.name)}</p>
    </Ask>
  );
}

function Ask(props: {
  readonly title: string;
  readonly yes: string;
  readonly onAnswer: (yes: boolean) => void;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const { title, yes, onAnswer, children } = props;
  const texts = useTexts();
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && onAnswer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button onClick={() => onAnswer(false)}>{texts.cancel}</Button>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              {yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
