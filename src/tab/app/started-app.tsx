import { FluentProvider } from "@fluentui/react-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { Language } from "#domain/shared/language.ts";
import { type Session, SessionContext } from "../components/session.ts";
import { createApi } from "../host/api.ts";
import { createTokenSource } from "../host/token-source.ts";
import { TextsContext } from "../texts/texts-context.ts";
import { createQueryClient } from "./query-client.ts";
import { Shell } from "./shell.tsx";
import type { StartedTab } from "./start-tab.ts";
import { themes } from "./theme.ts";
import { ToastsProvider } from "./toasts-provider.tsx";
import { useCatalogue } from "./use-catalogue.ts";
import { useHostContext } from "./use-host-context.ts";

/** The app around its pages: theme, language, session, answers, toasts. */
export function StartedApp({ config, host, danish }: StartedTab) {
  const context = useHostContext(host);
  const { language, texts, setLanguage } = useCatalogue(context.locale, danish);
  const [queries] = useState(createQueryClient);

  const session = useMemo<Session>(() => {
    const tokens = createTokenSource(config, host.context);
    const api = createApi({ baseUrl: config.apiBaseUrl, tokens, language: pageLanguage });
    return { api, host, tokens, setLanguage };
  }, [config, host, setLanguage]);

  useEffect(() => {
    host.reportLoaded();
  }, [host]);
  useEffect(() => {
    // Anchor texts and refusals come in the reader's language.
    if (pageLanguage() === language) void queries.invalidateQueries();
  }, [language, queries]);

  return (
    <SessionContext value={session}>
      <TextsContext value={{ language, texts }}>
        <QueryClientProvider client={queries}>
          <FluentProvider theme={themes[context.theme]}>
            <ToastsProvider>
              <Shell theme={context.theme} />
            </ToastsProvider>
          </FluentProvider>
        </QueryClientProvider>
      </TextsContext>
    </SessionContext>
  );
}

/** The language of the page, as set on its root element. */
function pageLanguage(): Language {
  return document.documentElement.lang === "en" ? "en" : "da";
}
