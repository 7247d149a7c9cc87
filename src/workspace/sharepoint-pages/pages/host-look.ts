import * as z from "zod/mini";
import { type PageTheme, themes } from "./page-config.ts";

/** How the host wants the pages to look: its theme, and the language it speaks (BCP 47; null: the address names none). */
export interface HostLook {
  readonly theme: PageTheme;
  readonly language: string | null;
}

const messageSchema = z.union([
  z.object({ kind: z.literal("theme"), theme: z.enum(themes) }),
  z.object({ kind: z.literal("language"), language: z.string() }),
]);

/** The look the pages stand in now, and who wants to hear of another. */
export interface LookSource {
  readonly subscribe: (changed: () => void) => () => void;
  readonly current: () => HostLook;
}

/**
 * The look of the address until the host page around this one tells of another; listens from the start, so that
 * nothing said before the first drawing is lost. The host may be reached as localhost or as 127.0.0.1.
 */
export function followHostLook(first: HostLook, hostOrigin: string): LookSource {
  const origins = new Set([hostOrigin, hostOrigin.replace("localhost", "127.0.0.1")]);
  const listeners = new Set<() => void>();
  let look = first;
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || !origins.has(event.origin)) return;
    const message = messageSchema.safeParse(event.data);
    if (!message.success) return;
    const { kind: _, ...told } = message.data;
    const next = { ...look, ...told };
    if (next.theme === look.theme && next.language === look.language) return;
    look = next;
    for (const changed of listeners) changed();
  });
  return {
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    current: () => look,
  };
}
