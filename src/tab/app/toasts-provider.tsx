import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { type ToastMessage, ToastsContext } from "../components/toasts.ts";

const ToastHost = lazy(async () => ({ default: (await import("./toast-host.tsx")).ToastHost }));

/** A toast on its way to the screen. */
export interface QueuedToast extends ToastMessage {
  readonly id: number;
}

let lastId = 0;

/** Takes toasts from anywhere; Fluent's toaster is loaded with the first one. */
export function ToastsProvider({ children }: { readonly children: ReactNode }) {
  const [queue, setQueue] = useState<readonly QueuedToast[]>([]);
  const show = useCallback((message: ToastMessage) => {
    lastId += 1;
    const toast = { ...message, id: lastId };
    setQueue((waiting) => [...waiting, toast]);
  }, []);
  return (
    <ToastsContext value={show}>
      {children}
      {queue.length > 0 ? (
        <Suspense fallback={null}>
          <ToastHost queue={queue} />
        </Suspense>
      ) : null}
    </ToastsContext>
  );
}
