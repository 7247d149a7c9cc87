import { type RefObject, useEffect, useRef, useState } from "react";
import { connectTab, createTabLink, type TabLink } from "./tab-connection.ts";
import { placeholderValues, type TabSurroundings, tabContext } from "./tab-context.ts";
import { tabHandlers } from "./tab-handlers.ts";
import type { OpenDialog, TabFrameProps, TabQuestion, TabStatus } from "./tab-page.ts";
import { tabPane } from "./tab-pane.ts";
import { tabUrl } from "./tab-url.ts";
import { slowAnswerMs } from "./test-bench.ts";

export interface OpenedTab {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly address: string;
  readonly status: TabStatus;
  readonly question: TabQuestion | undefined;
  readonly openDialog: OpenDialog | undefined;
  /** The way to the page itself, and to the one in its dialog. */
  readonly link: TabLink;
  readonly dialogLink: TabLink;
  /** Takes the question away and gives the tab its answer. */
  readonly answered: (give: () => void) => void;
}

/** Connects a tab's frame to the host for as long as the frame stands; theme and language reach the tab as events. */
export function useTab(props: TabFrameProps): OpenedTab {
  const { host, page } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [own] = useState(createTabLink);
  const link = props.link ?? own;
  const [dialogLink] = useState(createTabLink);
  const [sessionId] = useState(() => crypto.randomUUID());
  const [status, setStatus] = useState<TabStatus>(waitsFor(props) ? "loading" : "loaded");
  const [question, setQuestion] = useState<TabQuestion>();
  const [openDialog, setOpenDialog] = useState<OpenDialog>();
  const surroundings = surroundingsOf(props, sessionId);
  // The address is the one of the first moment: a later theme goes to the tab as an event, not as a reload.
  const [address] = useState(() => tabUrl(page.contentUrl, placeholderValues(surroundings)));
  const latest = useRef({ props, surroundings });
  useEffect(() => {
    latest.current = { props, surroundings };
  });
  useEffect(() => {
    const origin = URL.parse(address)?.origin;
    if (frame.current === null || origin === undefined) return undefined;
    const { bench } = latest.current.props.host;
    const pane = tabPane({
      now: () => latest.current,
      setStatus,
      ask: setQuestion,
      openDialog: setOpenDialog,
      dialogLink,
      origin,
    });
    const opened = connectTab({
      frame: frame.current,
      origin,
      handlers: tabHandlers(pane),
      mute: bench.includes("mute"),
      ...(bench.includes("slow") ? { delay: slowly } : {}),
    });
    return link.join(opened);
  }, [address, link, dialogLink]);
  const { theme, locale } = host;
  useEffect(() => {
    link.send("themeChange", [theme]);
  }, [theme, link]);
  useEffect(() => {
    link.send("contextChange", [tabContext({ ...latest.current.surroundings, theme, locale })]);
  }, [theme, locale, link]);
  const answered = (give: () => void): void => {
    setQuestion(undefined);
    give();
  };
  return { frame, address, status, question, openDialog, link, dialogLink, answered };
}

/** Whether the app is covered until it says that it is loaded; a mute host hears nothing and covers nothing. */
function waitsFor({ host, page }: TabFrameProps): boolean {
  return host.app.showLoadingIndicator && page.frameContext === "content" && !host.bench.includes("mute");
}

function slowly(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, slowAnswerMs));
}

function surroundingsOf({ host, page }: TabFrameProps, sessionId: string): TabSurroundings {
  const { app, configuration, persona, theme, locale, client } = host;
  const { entityId, subEntityId, frameContext, team } = page;
  return {
    app,
    configuration,
    persona,
    entityId,
    subEntityId,
    theme,
    locale,
    sessionId,
    client,
    frameContext,
    team,
  };
}
