import type { Host, HostContext, HostTheme } from "./host.ts";

/** A plain browser as host: the system's theme and language, links by the clipboard. */
export function browserHost(): Host {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const forced = window.matchMedia("(forced-colors: active)");
  const theme = (): HostTheme => {
    if (forced.matches) return "contrast";
    return dark.matches ? "dark" : "default";
  };
  const context: HostContext = {
    theme: theme(),
    locale: navigator.language,
    userId: undefined,
    loginHint: undefined,
    route: undefined,
  };
  return {
    kind: "browser",
    context,
    subscribe(listener) {
      const tell = (): void => {
        listener({ theme: theme() });
      };
      dark.addEventListener("change", tell);
      forced.addEventListener("change", tell);
      return () => {
        dark.removeEventListener("change", tell);
        forced.removeEventListener("change", tell);
      };
    },
    reportLoaded: () => undefined,
    reportSuccess: () => undefined,
    reportFailure: () => undefined,
    async share(route) {
      const url = new URL(window.location.href);
      url.hash = route;
      await navigator.clipboard.writeText(url.href);
      return "copied";
    },
  };
}
