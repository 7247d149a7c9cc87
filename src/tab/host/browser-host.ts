import { copyText, webLink } from "./copy-link.ts";
import type { Host, HostContext, HostTheme } from "./host.ts";

const darkColours = () => window.matchMedia("(prefers-color-scheme: dark)");
const forcedColours = () => window.matchMedia("(forced-colors: active)");

/** The colours the machine is set to, for where no host tells of them. */
export function systemTheme(): HostTheme {
  if (forcedColours().matches) return "contrast";
  return darkColours().matches ? "dark" : "default";
}

/** A plain browser as host: the system's theme and language, links by the clipboard. */
export function browserHost(): Host {
  const context: HostContext = {
    theme: systemTheme(),
    locale: navigator.language,
    userId: undefined,
    loginHint: undefined,
    route: undefined,
  };
  return {
    kind: "browser",
    context,
    subscribe(listener) {
      const [dark, forced] = [darkColours(), forcedColours()];
      const tell = (): void => {
        listener({ theme: systemTheme() });
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
    share: (route) => copyText(webLink(route)),
  };
}
