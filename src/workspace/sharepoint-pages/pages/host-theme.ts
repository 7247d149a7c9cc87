import * as z from "zod/mini";
import { type PageTheme, themes } from "./page-config.ts";

const messageSchema = z.object({ kind: z.literal("theme"), theme: z.enum(themes) });

/** The theme the pages stand in now, and who wants to hear of another. */
export interface ThemeSource {
  readonly subscribe: (changed: () => void) => () => void;
  readonly current: () => PageTheme;
}

/**
 * The theme of the address until the host page around this one tells of another; listens from the start, so that
 * nothing said before the first drawing is lost. The host may be reached as localhost or as 127.0.0.1.
 */
export function followHostTheme(first: PageTheme, hostOrigin: string): ThemeSource {
  const origins = new Set([hostOrigin, hostOrigin.replace("localhost", "127.0.0.1")]);
  const listeners = new Set<() => void>();
  let theme = first;
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || !origins.has(event.origin)) return;
    const message = messageSchema.safeParse(event.data);
    if (!message.success || message.data.theme === theme) return;
    theme = message.data.theme;
    for (const changed of listeners) changed();
  });
  return {
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    current: () => theme,
  };
}
