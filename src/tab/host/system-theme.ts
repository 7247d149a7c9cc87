import type { HostTheme } from "./host.ts";

/** Whether the machine is set to dark colours, and to few with much contrast. */
export const darkColours = () => window.matchMedia("(prefers-color-scheme: dark)");
export const forcedColours = () => window.matchMedia("(forced-colors: active)");

/** The colours the machine is set to, for where no host tells of them. */
export function systemTheme(): HostTheme {
  if (forcedColours().matches) return "contrast";
  return darkColours().matches ? "dark" : "default";
}
