import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { type ToastMessage, ToastsContext } from "../components/toasts.ts";

// Within the half minute before letters may leave; who holds the message longer is answered by the service.
const UNDO_MS = 25_000;
const PLAIN_MS = 6000;

const useStyles = makeStyles({
  region: {
    position: "fixed",
    left: "20px",
    bottom: "20px",
    zIndex: 20,
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    width: "min(360px, calc(100vw - 40px))",
    pointerEvents: "none",
  },
  toast: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "12px",
    padding: "12px 16px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorStatusSuccessBorder2}`,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    pointerEvents: "auto",
  },
  error: { borderLeftColor: tokens.colorStatusDangerBorder2 },
});

interface ShownToast extends ToastMessage {
  readonly id: number;
}

/** Shows short messages below to the left, where no page has its buttons, and reads them aloud; Fluent's toaster would cost more than all of them. */
export function ToastsProvider({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setToasts((shown) => [...shown, { ...message, id: (shown.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const remove = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  return (
    <ToastsContext value={show}>
      {children}
      <div className={styles.region} aria-live="polite">
        {toasts.map((toast) => (
          <ToastView key={toast.id} toast={toast} onGone={remove} />
        ))}
      </div>
    </ToastsContext>
  );
}

/** One message. Pointing at it or having the focus in it stops its time. */
function ToastView({ toast, onGone }: { readonly toast: ShownToast; readonly onGone: (id: number) => void }) {
  const styles = useStyles();
  const [held, setHeld] = useState(false);
  const { id, text, undo, intent } = toast;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onGone(id), undo ? UNDO_MS : PLAIN_MS);
    return () => clearTimeout(timer);
  }, [held, id, undo, onGone]);
  const hold = (): void => setHeld(true);
  const release = (): void => setHeld(false);
  return (
    <div
      className={mergeClasses(styles.toast, intent === "error" && styles.error)}
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <span>{text}</span>
      {undo ? (
        <Button
          size="small"
          onClick={() => {
            onGone(id);
            undo.act();
          }}
        >
          {undo.text}
        </Button>
      ) : null}
    </div>
  );
}
