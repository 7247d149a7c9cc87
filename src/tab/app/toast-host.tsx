import { Link, Toast, Toaster, ToastTitle, ToastTrigger, useId, useToastController } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTexts } from "../texts/texts-context.ts";
import type { QueuedToast } from "./toasts-provider.tsx";

const UNDO_MS = 10_000;
const PLAIN_MS = 5000;

/** Shows queued toasts; pointing at one or focusing it stops its time. */
export function ToastHost({ queue }: { readonly queue: readonly QueuedToast[] }) {
  const { shell } = useTexts();
  const toasterId = useId("toaster");
  const { dispatchToast } = useToastController(toasterId);
  const shown = useRef(0);
  useEffect(() => {
    for (const toast of queue) {
      if (toast.id <= shown.current) continue;
      shown.current = toast.id;
      const { undo } = toast;
      const action = undo ? (
        <ToastTrigger>
          <Link onClick={undo}>{shell.undo}</Link>
        </ToastTrigger>
      ) : null;
      dispatchToast(
        <Toast>
          <ToastTitle action={action}>{toast.text}</ToastTitle>
        </Toast>,
        {
          intent: toast.intent ?? "success",
          timeout: undo ? UNDO_MS : PLAIN_MS,
          pauseOnHover: true,
          politeness: "polite",
        },
      );
    }
  }, [queue, dispatchToast, shell]);
  return <Toaster toasterId={toasterId} position="bottom-end" pauseOnHover pauseOnWindowBlur />;
}
