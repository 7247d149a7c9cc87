import type { TabConfig } from "#contract/tab-config.ts";

/** What the service tells a tab that signs in at Entra. */
export const testTabConfig: TabConfig = {
  clientId: "c",
  authority: "https://login.microsoftonline.com/t",
  knownAuthorities: [],
  scope: "api://c/access_as_user",
  apiBaseUrl: "",
  validMessageOrigins: [],
  appId: "c",
  redirectUri: "http://localhost/tab/redirect.html",
};
