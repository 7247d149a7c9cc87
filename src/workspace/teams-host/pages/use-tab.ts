import { type RefObject, useEffect, useRef, useState } from "react";
import type { EntityLink } from "./deep-link.ts";
import { answerNestedAppAuth } from "./nested-app-auth.ts";
import { openLink, openPage } from "./open-link.ts";
import { connectTab, type TabConnection } from "./tab-connection.ts";
import { placeholderValues, type TabSurroundings, tabContext } from "./tab-context.ts";
import type { TabFrameProps } from "./tab-frame.tsx";
import { type PeopleInputs, type SelectedPerson, type TabPane, tabHandlers } from "./tab-handlers.ts";
import { tabUrl } from "./tab-url.ts";
import { askBroker } from "./token-broker.ts";

/** Something the tab wants the person to decide. */
export type TabQuestion =
  | { readonly kind: "consent"; readonly scope: string; readonly answer: (yes: boolean) => void }
  | {
      readonly kind: "people";
      readonly inputs: PeopleInputs;
      readonly answer: (people: readonly SelectedPerson[] | undefined) => void;
    }
  | { readonly kind: "share"; readonly link: SharedLink };

export type SharedLink = EntityLink & { readonly label: string | undefined; readonly webUrl: string | undefined };

export interface OpenedTab {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly address: string;
  readonly status: "loading" | "loaded" | "failed";
  readonly question: TabQuestion | undefined;
  /** Takes the question away and gives the tab its answer. */
  readonly answered: (give: () => void) => void;
}

/** Connects a tab's frame to the host for as long as the frame stands; theme changes reach the tab as events. */
export function useTab(props: TabFrameProps): OpenedTab {
  const frame = useRef<HTMLIFrameElement>(null);
  const connection = useRef<TabConnection>(undefined);
  const [sessionId] = useState(() => crypto.randomUUID());
  const [status, setStatus] = useState<OpenedTab["status"]>(props.app.showLoadingIndicator ? "loading" : "loaded");
  const [question, setQuestion] = useState<TabQuestion>();
  const surroundings = surroundingsOf(props, sessionId);
  // The address is the one of the first moment: a later theme goes to the tab as an event, not as a reload.
  const [address] = useState(() => tabUrl(contentUrl(props, surroundings.entityId), placeholderValues(surroundings)));
  const latest = useRef({ props, surroundings });
  useEffect(() => {
    latest.current = { props, surroundings };
  });
  useEffect(() => {
    if (frame.current === null) return undefined;
    const pane = tabPane(() => latest.current, setStatus, setQuestion);
    const opened = connectTab({ frame: frame.current, origin: new URL(address).origin, handlers: tabHandlers(pane) });
    connection.current = opened;
    return () => opened.close();
  }, [address]);
  const { theme } = props;
  useEffect(() => {
    connection.current?.send("themeChange", [theme]);
    connection.current?.send("contextChange", [tabContext(latest.current.surroundings)]);
  }, [theme]);
  const answered = (give: () => void): void => {
    setQuestion(undefined);
    give();
  };
  return { frame, address, status, question, answered };
}

interface Moment {
  readonly props: TabFrameProps;
  readonly surroundings: TabSurroundings;
}

function tabPane(
  now: () => Moment,
  setStatus: (status: OpenedTab["status"]) => void,
  ask: (question: TabQuestion) => void,
): TabPane {
  const { surroundings } = now();
  const { app, persona, configuration, entityId } = surroundings;
  const broker = (question: Parameters<typeof askBroker>[1]) => askBroker(configuration.origins.identity, question);
  return {
    appId: app.id,
    entityId,
    context: () => tabContext(now().surroundings),
    onLoaded: () => setStatus("loaded"),
    onFailed: () => setStatus("failed"),
    openPage: (link) => openPage(link, now().props.links),
    openLink: (address) => openLink(address, now().props.links),
    shareLink: (link) => ask({ kind: "share", link: { appId: app.id, entityId, ...link } }),
    selectPeople: (inputs) => new Promise((answer) => ask({ kind: "people", inputs, answer })),
    nestedAppAuth: (text) =>
      answerNestedAppAuth(text, {
        person: persona,
        tenantId: configuration.tenant.id,
        lifetimeS: now().props.tokenLifetimeS,
        ask: broker,
        confirm: (scope) => new Promise((answer) => ask({ kind: "consent", scope, answer })),
      }),
    signOnToken: async () => {
      const clientId = app.webApplication?.id;
      if (clientId === undefined) return [false, "resourceDisabled"];
      const answer = await broker({ account: persona.id, clientId, scope: `${clientId}/.default` });
      return answer.kind === "tokens" ? [true, answer.tokens.access_token] : [false, answer.kind];
    },
  };
}

function surroundingsOf(props: TabFrameProps, sessionId: string): TabSurroundings {
  const { app, pane, configuration, persona, theme, locale } = props;
  return {
    app,
    configuration,
    persona,
    entityId: pane.entityId ?? app.tabs[0]?.entityId ?? "",
    subEntityId: pane.subEntityId,
    theme,
    locale,
    sessionId,
  };
}

/** The page of the chosen entity; an entity the manifest does not name is left to the app's first page. */
function contentUrl({ app }: TabFrameProps, entityId: string): string {
  return (app.tabs.find((tab) => tab.entityId === entityId) ?? app.tabs[0])?.contentUrl ?? "about:blank";
}
