import { createContext, useContext } from "react";

/** A short message after an act, with a way back where there is one. */
export interface ToastMessage {
  readonly text: string;
  readonly intent?: "success" | "error" | "info";
  /** Takes the act back, with what its button says; the toast then stays 25 seconds. */
  readonly undo?: { readonly text: string; readonly act: () => void };
}

export const ToastsContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a toast; it is read aloud politely. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastsContext);
}
