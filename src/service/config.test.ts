import { describe, expect, it } from "vitest";
import { parseConfig } from "./config.ts";

const tenant = "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e01";

describe("parseConfig", () => {
  it("counts every address of one machine from PORT", () => {
    const config = parseConfig({ PORT: "5000" });
    expect(config).toMatchObject({
      port: 5001,
      publicUrl: "http://localhost:5001",
      graphUrl: "http://localhost:5002",
      issuer: `http://localhost:5003/${tenant}/v2.0`,
      jwksUrl: `http://localhost:5003/${tenant}/discovery/v2.0/keys`,
      tokenUrl: `http://localhost:5003/${tenant}/oauth2/v2.0/token`,
      hostOrigins: ["http://localhost:5000"],
      clockUrl: undefined,
    });
  });

  it("takes Entra's addresses as they are given", () => {
    const config = parseConfig({
      NODE_ENV: "production",
      FREMDRIFT_PUBLIC_URL: "https://fremdrift.kommune.example/",
      FREMDRIFT_GRAPH_URL: "https://graph.microsoft.com",
      FREMDRIFT_ISSUER: `https://login.microsoftonline.com/${tenant}/v2.0`,
      FREMDRIFT_JWKS_URL: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
      FREMDRIFT_HOST_ORIGINS: "https://teams.microsoft.com, https://*.cloud.microsoft",
    });
    expect(config.publicUrl).toBe("https://fremdrift.kommune.example");
    expect(config.hostOrigins).toEqual(["https://teams.microsoft.com", "https://*.cloud.microsoft"]);
    expect(config.tokenUrl).toBe(`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`);
  });

  it("lets Teams, Outlook and Microsoft 365 frame the tab in a tenant, and no other machine's page", () => {
    const address = "https://x.example";
    const { hostOrigins } = parseConfig({
      NODE_ENV: "production",
      FREMDRIFT_GRAPH_URL: address,
      FREMDRIFT_ISSUER: address,
      FREMDRIFT_JWKS_URL: address,
      FREMDRIFT_PUBLIC_URL: address,
    });
    expect(hostOrigins).toContain("https://teams.microsoft.com");
    expect(hostOrigins).toContain("https://outlook.office.com");
    expect(hostOrigins.filter((origin) => !/^https:\/\/[\w.*-]+\.(?:com|microsoft)$/u.test(origin))).toEqual([]);
  });

  it("T29 names the authentication context conditional access asks for, and takes no other word", () => {
    expect(parseConfig({}).authenticationContext).toBeUndefined();
    expect(parseConfig({ FREMDRIFT_AUTH_CONTEXT: "c1" }).authenticationContext).toBe("c1");
    expect(() => parseConfig({ FREMDRIFT_AUTH_CONTEXT: "mfa" })).toThrow("FREMDRIFT_AUTH_CONTEXT");
  });

  it.each([
    [{ NODE_ENV: "production" }, "FREMDRIFT_GRAPH_URL must be given"],
    [{ PORT: "many" }, "PORT is not usable"],
    [{ FREMDRIFT_HOST_ORIGINS: "teams'; script-src *" }, "no origin"],
    [{ FREMDRIFT_CLOCK_URL: "clock" }, "FREMDRIFT_CLOCK_URL is not usable"],
  ])("refuses %o with a sentence that names the setting", (environment, sentence) => {
    expect(() => parseConfig(environment)).toThrow(sentence);
  });

  it("refuses an anonymous bot in production", () => {
    const address = "https://x.example";
    const environment = {
      NODE_ENV: "production",
      FREMDRIFT_BOT_ANONYMOUS: "1",
      FREMDRIFT_GRAPH_URL: address,
      FREMDRIFT_ISSUER: address,
      FREMDRIFT_JWKS_URL: address,
      FREMDRIFT_PUBLIC_URL: address,
    };
    expect(() => parseConfig(environment)).toThrow("FREMDRIFT_BOT_ANONYMOUS");
  });
});
