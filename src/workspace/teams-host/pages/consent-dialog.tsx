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
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && onAnswer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.consentTitle(app.name)}</DialogTitle>
          <DialogContent>
            <p>{texts.consentText(persona.displayName)}</p>
            <ul>
              {scope.split(/\s+/u).map((permission) => (
                <li key={permission}>{permission}</li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onAnswer(false)}>{texts.cancel}</Button>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              {texts.consentYes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
