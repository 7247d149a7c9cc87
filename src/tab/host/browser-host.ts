import { copyText, webLink } from "./copy-link.ts";
import type { Host, HostContext } from "./host.ts";
import { darkColours, forcedColours, systemTheme } from "./system-theme.ts";

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
