import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

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
  wide: { width: "min(800px, calc(100vw - 24px))" },
  title: {
    margin: "0 0 8px",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "flex-end",
    gap: "8px",
    marginTop: "20px",
    "@media (max-width: 480px)": { "& > *": { flexGrow: 1 } },
  },
});

interface ModalFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons, the least harmful first. */
  readonly actions: ReactNode;
  /** Escape was pressed. */
  readonly onCancel: () => void;
  readonly wide?: boolean;
}

/**
 * A dialog over the page, open as long as it is rendered. The browser's own dialog keeps the focus inside, gives it back
 * to the button that opened it, and hides the page behind.
 */
export function ModalFrame({ title, children, actions, onCancel, wide = false }: ModalFrameProps) {
  const styles = useStyles();
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
      className={mergeClasses(styles.dialog, wide && styles.wide)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Escape asks; whether it closes is decided by whoever opened it.
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {children}
      <div className={styles.actions}>{actions}</div>
    </dialog>
  );
}
