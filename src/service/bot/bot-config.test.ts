import { describe, expect, it } from "vitest";
import { parseConfig } from "../config.ts";
import { botConfig } from "./bot-config.ts";

const local = { PORT: "4300" };
const production = {
  NODE_ENV: "production",
  FREMDRIFT_GRAPH_URL: "https://graph.microsoft.com",
  FREMDRIFT_ISSUER: "https://login.microsoftonline.com/t/v2.0",
  FREMDRIFT_JWKS_URL: "https://login.microsoftonline.com/t/discovery/v2.0/keys",
  FREMDRIFT_PUBLIC_URL: "https://fremdrift.example",
  FREMDRIFT_CLIENT_ID: "app",
  FREMDRIFT_TENANT: "t",
  FREMDRIFT_HOST_ORIGINS: "https://*.teams.microsoft.com",
  FREMDRIFT_SITES_HOST: "kommune.sharepoint.com",
};
const read = (environment: Record<string, string>) => botConfig(parseConfig(environment), environment);

describe("botConfig", () => {
  it("trusts the channel of the host page on one machine", () => {
    expect(read(local)).toMatchObject({
      issuer: "http://localhost:4300/channel",
      openIdUrl: "http://localhost:4300/channel/v1/.well-known/openidconfiguration",
      anonymous: false,
    });
  });

  it("trusts the Bot Framework alone in production", () => {
    expect(read(production)).toMatchObject({
      issuer: "https://api.botframework.com",
      openIdUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
    });
  });

  it("takes another channel by name", () => {
    const other = {
      FREMDRIFT_BOT_ISSUER: "https://api.botframework.us",
      FREMDRIFT_BOT_OPENID_URL: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
    };
    expect(read({ ...production, ...other })).toMatchObject({
      issuer: other.FREMDRIFT_BOT_ISSUER,
      openIdUrl: other.FREMDRIFT_BOT_OPENID_URL,
    });
    expect(() => read({ ...local, FREMDRIFT_BOT_ISSUER: "not an address" })).toThrow("FREMDRIFT_BOT_ISSUER");
  });

  it.each([{}, { FREMDRIFT_BOT_ANONYMOUS: "" }, { FREMDRIFT_BOT_ANONYMOUS: "0" }])(
    "T13 asks for tokens unless it is told not to in so many words (%o)",
    (environment) => {
      expect(read({ ...local, ...environment }).anonymous).toBe(false);
    },
  );

  it.each(["true", "yes", "on", "2", " 1"])("T13 takes no other word than 1 for going without tokens (%s)", (word) => {
    expect(() => read({ ...local, FREMDRIFT_BOT_ANONYMOUS: word })).toThrow("FREMDRIFT_BOT_ANONYMOUS");
  });

  it("T13 goes without tokens where everything is on this machine", () => {
    expect(read({ ...local, FREMDRIFT_BOT_ANONYMOUS: "1" }).anonymous).toBe(true);
  });

  it.each([
    ["FREMDRIFT_PUBLIC_URL", "https://fremdrift.example"],
    ["FREMDRIFT_GRAPH_URL", "https://graph.microsoft.com"],
    ["FREMDRIFT_ISSUER", "https://login.microsoftonline.com/t/v2.0"],
    ["FREMDRIFT_JWKS_URL", "https://login.microsoftonline.com/t/discovery/v2.0/keys"],
    ["FREMDRIFT_TOKEN_URL", "https://login.microsoftonline.com/t/oauth2/v2.0/token"],
    ["FREMDRIFT_GRAPH_URL", "http://localhost.evil.example"],
  ])("T13 never goes without tokens together with a real tenant: %s", (name, address) => {
    expect(() => read({ ...local, FREMDRIFT_BOT_ANONYMOUS: "1", [name]: address })).toThrow(address);
  });

  it("T13 never goes without tokens in production, whoever reads the settings", () => {
    expect(() => read({ ...production, FREMDRIFT_BOT_ANONYMOUS: "1" })).toThrow("FREMDRIFT_BOT_ANONYMOUS");
    expect(() => botConfig({ ...parseConfig(production), botAnonymous: true }, {})).toThrow("production");
  });
});
