import { onTrial } from "./broker-trials.ts";
import { answerNestedAppAuth } from "./nested-app-auth.ts";
import { openLink, openPage } from "./open-link.ts";
import type { TabLink } from "./tab-connection.ts";
import { type TabSurroundings, tabContext } from "./tab-context.ts";
import type { ClipboardContent, TabPane } from "./tab-handlers.ts";
import type { OpenDialog, TabFrameProps, TabQuestion, TabStatus } from "./tab-page.ts";
import { askBroker, type BrokerAnswer, type BrokerQuestion } from "./token-broker.ts";

interface Moment {
  readonly props: TabFrameProps;
  readonly surroundings: TabSurroundings;
}

/** What a frame's page can ask, given what the hook of the frame can do; `now` tells how things stand at the moment. */
export function tabPane(parts: {
  readonly now: () => Moment;
  readonly setStatus: (status: TabStatus) => void;
  readonly ask: (question: TabQuestion) => void;
  readonly openDialog: (dialog: OpenDialog | undefined) => void;
  readonly dialogLink: TabLink;
  readonly origin: string;
}): TabPane {
  const { now, setStatus, ask } = parts;
  const { surroundings, props } = now();
  const { app, persona, entityId, client, frameContext, team } = surroundings;
  const { links, bench } = props.host;
  const { tenant } = surroundings.configuration;
  return {
    appId: app.id,
    entityId,
    runtime: { frameContext, client, bench },
    context: () => tabContext(now().surroundings),
    onLoaded: () => setStatus("loaded"),
    onFailed: () => setStatus("failed"),
    openPage: (link) => openPage(link, now().props.host.links),
    openLink: (address) => openLink(address, now().props.host.links),
    shareLink: (link) => ask({ kind: "share", link: { appId: app.id, entityId, channelId: team?.id, ...link } }),
    shareAddress: (address) => ask({ kind: "share-address", address }),
    selectPeople: (inputs) => new Promise((answer) => ask({ kind: "people", inputs, answer })),
    user: () => ({
      oid: persona.id,
      tid: tenant.id,
      upn: persona.userPrincipalName,
      name: persona.displayName,
      preferred_username: persona.userPrincipalName,
    }),
    goBack: () => links.goBack(links.pane),
    returnFocus: (forward) => links.returnFocus(links.pane, forward),
    copy,
    settings: props.settings ?? { current: () => now().props.page.config },
    ...(props.dialog === undefined ? {} : { dialog: props.dialog }),
    ...(frameContext === "content" ? { opener: openerSide(parts) } : {}),
    ...signOn(now, ask),
  };
}

/** Tokens for the page: nested app authentication, and single sign-on to the app's own API. */
function signOn(
  now: () => Moment,
  ask: (question: TabQuestion) => void,
): Pick<TabPane, "nestedAppAuth" | "signOnToken"> {
  const { surroundings, props } = now();
  const { app, persona, configuration } = surroundings;
  const identity = configuration.origins.identity;
  const broker: (question: BrokerQuestion) => Promise<BrokerAnswer> = onTrial(
    (question) => askBroker(identity, question),
    props.host.bench,
    props.host.given,
  );
  return {
    nestedAppAuth: (text) =>
      answerNestedAppAuth(text, {
        person: persona,
        tenantId: configuration.tenant.id,
        lifetimeS: now().props.host.tokenLifetimeS,
        ask: broker,
        confirm: (scope) => new Promise((answer) => ask({ kind: "consent", scope, answer })),
        stepUp: () => new Promise((answer) => ask({ kind: "step-up", answer })),
      }),
    signOnToken: async () => {
      const clientId = app.webApplication?.id;
      if (clientId === undefined) return [false, "resourceDisabled"];
      const answer = await broker({ account: persona.id, clientId, scope: `${clientId}/.default` });
      return answer.kind === "tokens" ? [true, answer.tokens.access_token] : [false, answer.kind];
    },
  };
}

/** One dialog at a time, with pages of the app's own origin only. */
function openerSide(parts: {
  readonly openDialog: (dialog: OpenDialog | undefined) => void;
  readonly dialogLink: TabLink;
  readonly origin: string;
}): NonNullable<TabPane["opener"]> {
  let isOpen = false;
  return {
    open: (request) => {
      if (isOpen) return Promise.resolve(["Another dialog is open"]);
      const { content } = request;
      if (content.kind === "page" && URL.parse(content.url)?.origin !== parts.origin)
        return Promise.resolve(["The url is not in the app's validDomains"]);
      isOpen = true;
      return new Promise((answer) =>
        parts.openDialog({
          request,
          end: (end) => {
            isOpen = false;
            parts.openDialog(undefined);
            answer(end);
          },
        }),
      );
    },
    tellDialog: (message) => parts.dialogLink.tell("messageForChild", [message]),
  };
}

/** Text goes to the clipboard as text; pictures and markup under their own type. */
async function copy({ mimeType, content }: ClipboardContent): Promise<boolean> {
  try {
    const bytes = Uint8Array.from(atob(content), (character) => character.codePointAt(0) ?? 0);
    if (mimeType === "text/plain") await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
    else await navigator.clipboard.write([new ClipboardItem({ [mimeType]: new Blob([bytes], { type: mimeType }) })]);
    return true;
  } catch {
    return false;
  }
}
