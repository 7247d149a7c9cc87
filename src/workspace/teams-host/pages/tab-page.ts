import type { EntityLink } from "./deep-link.ts";
import type { DialogEnd, DialogRequest, DialogSide } from "./dialog-handlers.ts";
import type { HostApp, HostConfiguration, Persona, Team } from "./host-data.ts";
import type { HostLocale, HostTheme } from "./host-state.ts";
import type { LinkTargets } from "./open-link.ts";
import type { SettingsSide, TabConfig } from "./settings-handlers.ts";
import type { TabLink } from "./tab-connection.ts";
import type { PeopleInputs, SelectedPerson } from "./tab-handlers.ts";
import type { FrameContext } from "./tab-runtime.ts";
import type { Bench, HostClient } from "./test-bench.ts";

/** A page of an app and where it stands. */
export interface TabPage {
  readonly frameContext: FrameContext;
  /** With placeholders. */
  readonly contentUrl: string;
  readonly entityId: string;
  readonly subEntityId: string | undefined;
  readonly team: Team | undefined;
  /** How a tab in a channel was set up. */
  readonly config: TabConfig | undefined;
}

/** Everything a frame needs to know of the shell around it. */
export interface TabHost {
  readonly app: HostApp;
  readonly persona: Persona;
  readonly personas: readonly Persona[];
  readonly configuration: HostConfiguration;
  readonly theme: HostTheme;
  readonly locale: HostLocale;
  readonly client: HostClient;
  readonly bench: Bench;
  readonly tokenLifetimeS: number | undefined;
  readonly links: LinkTargets;
  /** What the person has allowed on the test bench, as "client scope". */
  readonly given: Set<string>;
}

export type TabStatus = "loading" | "loaded" | "failed";

/** Something the tab wants the person to decide. */
export type TabQuestion =
  | { readonly kind: "consent"; readonly scope: string; readonly answer: (yes: boolean) => void }
  | {
      readonly kind: "people";
      readonly inputs: PeopleInputs;
      readonly answer: (people: readonly SelectedPerson[] | undefined) => void;
    }
  | { readonly kind: "step-up"; readonly answer: (yes: boolean) => void }
  | { readonly kind: "share"; readonly link: SharedLink }
  | { readonly kind: "share-address"; readonly address: string };

export type SharedLink = EntityLink & { readonly label: string | undefined; readonly webUrl: string | undefined };

/** A dialog the tab has opened and waits for. */
export interface OpenDialog {
  readonly request: DialogRequest;
  readonly end: (end: DialogEnd) => void;
}

export interface TabFrameProps {
  readonly host: TabHost;
  readonly page: TabPage;
  /** Where the page is one inside a dialog. */
  readonly dialog?: DialogSide;
  /** Where the page sets up or removes a tab. */
  readonly settings?: SettingsSide;
  /** Reached by the shell around: rail, back button, dialog. */
  readonly link?: TabLink;
}

/** The page of an entity in the personal app; an entity the manifest does not name is left to the app's first page. */
export function personalPage(app: HostApp, entityId: string | undefined, subEntityId: string | undefined): TabPage {
  const [first] = app.tabs;
  return {
    frameContext: "content",
    contentUrl: (app.tabs.find((tab) => tab.entityId === entityId) ?? first)?.contentUrl ?? "about:blank",
    entityId: entityId ?? first?.entityId ?? "",
    subEntityId,
    team: undefined,
    config: undefined,
  };
}
