import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ApiProblem } from "../host/api-problem.ts";
import { useTexts } from "../texts/texts-context.ts";
import { ProblemNote } from "./problem-note.tsx";

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly busy: boolean;
  readonly problem?: ApiProblem | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks once before an act that others will see. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirm, busy, problem, onConfirm, onCancel } = props;
  const texts = useTexts();
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => {
        if (!data.open && !busy) onCancel();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {children}
            {problem ? <ProblemNote problem={problem} /> : null}
          </DialogContent>
          <DialogActions>
            <Button onClick={onCancel} disabled={busy}>
              {texts.shell.cancel}
            </Button>
            <Button appearance="primary" onClick={onConfirm} disabledFocusable={busy}>
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
