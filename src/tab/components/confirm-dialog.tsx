import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ApiProblem } from "../host/api-problem.ts";
import { useTexts } from "../texts/texts-context.ts";
import { ModalFrame } from "./modal-frame.tsx";
import { ProblemNote } from "./problem-note.tsx";

interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly busy: boolean;
  readonly problem?: ApiProblem | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks once before an act that others will see; it is open as long as it is rendered. */
export function ConfirmDialog({ title, children, confirm, busy, problem, onConfirm, onCancel }: ConfirmDialogProps) {
  const { shell } = useTexts();
  return (
    <ModalFrame
      title={title}
      onCancel={() => {
        if (!busy) onCancel();
      }}
      actions={
        <>
          <Button onClick={onCancel} disabled={busy}>
            {shell.cancel}
          </Button>
          <Button appearance="primary" onClick={onConfirm} disabledFocusable={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      <div>{children}</div>
      {problem ? <ProblemNote problem={problem} /> : null}
    </ModalFrame>
  );
}
