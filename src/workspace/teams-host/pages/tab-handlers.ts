import * as z from "zod/mini";
import type { EntityLink } from "./deep-link.ts";
import type { TabHandler } from "./tab-connection.ts";
import { initializeAnswer } from "./tab-message.ts";

/** What a tab can ask of the pane it stands in. */
export interface TabPane {
  readonly appId: string;
  readonly entityId: string;
  context(): Readonly<Record<string, unknown>>;
  onLoaded(): void;
  onFailed(): void;
  /** Goes to a page of an app; false when the app is not installed. */
  openPage(link: EntityLink): boolean;
  /** Follows any link; false when it is none. */
  openLink(address: string): boolean;
  shareLink(link: {
    readonly subEntityId: string | undefined;
    readonly label: string | undefined;
    readonly webUrl: string | undefined;
  }): void;
  /** Undefined when the person cancels. */
  selectPeople(inputs: PeopleInputs): Promise<readonly SelectedPerson[] | undefined>;
  /** One request of the authentication library, as JSON text. */
  nestedAppAuth(text: string): Promise<string | undefined>;
  /** A single sign-on token for the app's own API, or why there is none. */
  signOnToken(): Promise<readonly [true, string] | readonly [false, string]>;
}

const peopleInputs = z.object({
  title: z.optional(z.string()),
  setSelected: z.optional(z.array(z.string())),
  singleSelect: z.optional(z.boolean()),
});
export type PeopleInputs = z.infer<typeof peopleInputs>;

export interface SelectedPerson {
  readonly objectId: string;
  readonly displayName: string;
  readonly email: string;
}

const pageTarget = z.object({
  appId: z.optional(z.string()),
  pageId: z.string(),
  subPageId: z.optional(z.nullable(z.string())),
});

/** The library's error codes this host uses (ErrorCode in teams-js). */
const errorCode = { invalidArguments: 4000, userAbort: 8000 };

/** The functions of the protocol this host answers. */
export function tabHandlers(pane: TabPane): Readonly<Record<string, TabHandler>> {
  return {
    initialize: () => initializeAnswer,
    getContext: () => [pane.context()],
    "appInitialization.appLoaded": () => done(pane.onLoaded()),
    "appInitialization.success": () => {
      pane.onLoaded();
      return [];
    },
    "appInitialization.failure": () => done(pane.onFailed()),
    "appInitialization.expectedFailure": () => done(pane.onFailed()),
    executeDeepLink: ([address]) =>
      typeof address === "string" && pane.openLink(address) ? [true] : [false, "The link cannot be opened"],
    shareDeepLink: ([subEntityId, label, webUrl]) =>
      done(pane.shareLink({ subEntityId: text(subEntityId), label: text(label), webUrl: text(webUrl) })),
    ...navigationHandlers(pane),
    "people.selectPeople": async ([inputs]) => {
      const parsed = peopleInputs.safeParse(inputs ?? {});
      if (!parsed.success) return [{ errorCode: errorCode.invalidArguments }];
      const chosen = await pane.selectPeople(parsed.data);
      return chosen === undefined ? [{ errorCode: errorCode.userAbort }] : [null, chosen];
    },
    "authentication.getAuthToken": () => pane.signOnToken(),
    "nestedAppAuth.execute": async (_args, { data }) => {
      const answer = data === undefined ? undefined : await pane.nestedAppAuth(data);
      // The library reads the second element.
      return answer === undefined ? undefined : [null, answer];
    },
  };
}

function navigationHandlers(pane: TabPane): Readonly<Record<string, TabHandler>> {
  return {
    "pages.navigateToApp": ([target]) => {
      const parsed = pageTarget.safeParse(target);
      if (!parsed.success) return [false, "The target is not usable"];
      const { appId = pane.appId, pageId, subPageId } = parsed.data;
      const opened = pane.openPage({ appId, entityId: pageId, subEntityId: subPageId ?? undefined });
      return opened ? [true] : [false, "The app is not installed"];
    },
    "pages.currentApp.navigateTo": ([target]) => {
      const parsed = pageTarget.safeParse(target);
      if (!parsed.success) return [{ errorCode: errorCode.invalidArguments, message: "The target is not usable" }];
      const { pageId, subPageId } = parsed.data;
      pane.openPage({ appId: pane.appId, entityId: pageId, subEntityId: subPageId ?? undefined });
      return [null];
    },
    "pages.currentApp.navigateToDefaultPage": () => {
      pane.openPage({ appId: pane.appId, entityId: "", subEntityId: undefined });
      return [null];
    },
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function done(_effect: void): undefined {
  return undefined;
}
