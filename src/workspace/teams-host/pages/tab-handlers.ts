import * as z from "zod/mini";
import type { EntityLink } from "./deep-link.ts";
import { type DialogSide, dialogHandlers, type OpenerSide, openerHandlers } from "./dialog-handlers.ts";
import { type SettingsSide, settingsHandlers } from "./settings-handlers.ts";
import type { TabHandler } from "./tab-connection.ts";
import { initializeAnswer, isOffered, type RuntimeOptions } from "./tab-runtime.ts";

/** What a tab can ask of the pane it stands in. */
export interface TabPane {
  readonly appId: string;
  readonly entityId: string;
  readonly runtime: RuntimeOptions;
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
  /** Who uses the pane, as a token would say it. */
  user(): Readonly<Record<string, unknown>>;
  /** Goes to where the pane was before; false when there is no such place. */
  goBack(): boolean;
  /** The page gives the keyboard back to the shell: onward, or back to the rail. */
  returnFocus(forward: boolean): void;
  /** False when the browser does not let the clipboard be written. */
  copy(content: ClipboardContent): Promise<boolean>;
  shareAddress(address: string): void;
  /** Where the page stands: in a tab, in a dialog, or in a tab's settings. */
  readonly opener?: OpenerSide;
  readonly dialog?: DialogSide;
  readonly settings: Pick<SettingsSide, "current"> & Partial<SettingsSide>;
}

const clipboardContent = z.object({ mimeType: z.string(), content: z.string() });
/** What goes to the clipboard, as base64. */
export type ClipboardContent = z.infer<typeof clipboardContent>;

const sharedContent = z.object({ content: z.array(z.object({ url: z.string() })).check(z.minLength(1)) });

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
const errorCode = { permissionDenied: 1000, invalidArguments: 4000, userAbort: 8000 };

/** The functions of the protocol this host answers, less those of capabilities it is to be without. */
export function tabHandlers(pane: TabPane): Readonly<Record<string, TabHandler>> {
  const all = {
    ...pageHandlers(pane),
    ...navigationHandlers(pane),
    ...personHandlers(pane),
    ...settingsHandlers(pane.settings),
    ...(pane.opener === undefined ? {} : openerHandlers(pane.opener)),
    ...(pane.dialog === undefined ? {} : dialogHandlers(pane.dialog)),
  };
  return Object.fromEntries(Object.entries(all).filter(([func]) => isOffered(func, pane.runtime)));
}

function pageHandlers(pane: TabPane): Readonly<Record<string, TabHandler>> {
  return {
    initialize: () => initializeAnswer(pane.runtime),
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
    "sharing.shareWebContent": ([request]) => {
      const parsed = sharedContent.safeParse(request);
      const [first] = parsed.success ? parsed.data.content : [];
      if (first === undefined) return [{ errorCode: errorCode.invalidArguments }];
      pane.shareAddress(first.url);
      return [null];
    },
    "clipboard.writeToClipboard": async ([content]) => {
      const parsed = clipboardContent.safeParse(content);
      if (!parsed.success) return [{ errorCode: errorCode.invalidArguments }];
      return (await pane.copy(parsed.data)) ? [null, true] : [{ errorCode: errorCode.permissionDenied }];
    },
    returnFocus: ([forward]) => done(pane.returnFocus(forward === true)),
  };
}

/** Who uses the pane, and whom else the person chooses. */
function personHandlers(pane: TabPane): Readonly<Record<string, TabHandler>> {
  return {
    "people.selectPeople": async ([inputs]) => {
      const parsed = peopleInputs.safeParse(inputs ?? {});
      if (!parsed.success) return [{ errorCode: errorCode.invalidArguments }];
      const chosen = await pane.selectPeople(parsed.data);
      return chosen === undefined ? [{ errorCode: errorCode.userAbort }] : [null, chosen];
    },
    "authentication.getAuthToken": () => pane.signOnToken(),
    "authentication.getUser": () => [true, pane.user()],
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
    // Only channels have tabs beside each other, and this host counts none of them as the person's latest.
    getTabInstances: () => [{ teamTabs: [] }],
    getMruTabInstances: () => [{ teamTabs: [] }],
    navigateToTab: () => [false, "There is no such tab"],
    navigateBack: () => (pane.goBack() ? [true] : [false, "There is no page to go back to"]),
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
