import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { StrictMode, useEffect, useMemo, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { followHostLook } from "./host-look.ts";
import { ItemPage } from "./item-page.tsx";
import { ListPage } from "./list-page.tsx";
import { readPageConfig } from "./page-config.ts";
import { createPage, PageContext, withLook } from "./page-context.ts";
import { PageShell } from "./page-shell.tsx";
import { NotFound } from "./page-states.tsx";
import { type PageAddress, readAddress } from "./read-address.ts";
import { SitePage, StartPage } from "./site-page.tsx";

const fluentThemes = { default: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };

function PageAt({ address, path }: { address: PageAddress; path: string }): React.JSX.Element {
  switch (address.kind) {
    case "start":
      return path === "/" ? <StartPage /> : <NotFound />;
    case "site":
      return <SitePage />;
    case "list":
      return <ListPage listPath={address.listPath} fileName={address.fileName} />;
    case "item":
      return <ItemPage listPath={address.listPath} itemId={address.itemId} />;
  }
}

/** The page in the theme and language of the moment. */
function LivePage(): React.JSX.Element {
  const look = useSyncExternalStore(hostLook.subscribe, hostLook.current);
  const live = useMemo(() => withLook(page, look), [look]);
  useEffect(() => {
    document.documentElement.lang = live.style.locale;
  }, [live]);
  return (
    <FluentProvider theme={fluentThemes[live.theme]} style={{ height: "100%" }}>
      <PageContext value={live}>
        <PageShell>
          <PageAt address={readAddress(path, query, config.site?.path)} path={path} />
        </PageShell>
      </PageContext>
    </FluentProvider>
  );
}

const config = readPageConfig();
const query = new URLSearchParams(location.search);
const page = createPage(config, query);
const path = decodeURIComponent(location.pathname);
const hostLook = followHostLook({ theme: page.theme, language: query.get("lang") }, config.hostOrigin);
const nonce = document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.content ?? "";
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const root = document.getElementById("root");
if (root === null) throw new Error("The document has no root");
createRoot(root).render(
  <StrictMode>
    <RendererProvider renderer={renderer}>
      <LivePage />
    </RendererProvider>
  </StrictMode>,
);
