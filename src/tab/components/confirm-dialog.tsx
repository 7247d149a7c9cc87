import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import type { ApiProblem } from "../host/api-problem.ts";
import { useTexts } from "../texts/texts-context.ts";
import { ProblemNote } from "./problem-note.tsx";

const useStyles = makeStyles({
  dialog: {
    width: "min(600px, calc(100vw - 24px))",
    maxHeight: "calc(100vh - 24px)",
    padding: "24px",
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    "::backdrop": { backgroundColor: tokens.colorBackgroundOverlay },
    "@media (max-width: 480px)": { padding: "16px" },
  },
  title: {
    margin: "0 0 8px",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px", marginTop: "20px" },
});

interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly busy: boolean;
  readonly problem?: ApiProblem | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/**
 * Asks once before an act that others will see; it is open as long as it is rendered. The browser's own dialog keeps
 * the focus inside, gives it back to the button that opened it, and hides the page behind.
 */
export function ConfirmDialog({ title, children, confirm, busy, problem, onConfirm, onCancel }: ConfirmDialogProps) {
  const styles = useStyles();
  const texts = useTexts();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Escape asks; whether it closes is decided here.
        event.preventDefault();
        if (!busy) onCancel();
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div>{children}</div>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className={styles.actions}>
        <Button onClick={onCancel} disabled={busy}>
          {texts.shell.cancel}
        </Button>
        <Button appearance="primary" onClick={onConfirm} disabledFocusable={busy}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
