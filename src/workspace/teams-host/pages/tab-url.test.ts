import { expect, it } from "vitest";
import { tabUrl } from "./tab-url.ts";

const values = {
  locale: "da-DK",
  theme: "dark",
  entityId: "home",
  subEntityId: "sag/7 æ",
  loginHint: "anna@proeve.example",
  userPrincipalName: "anna@proeve.example",
  userObjectId: "oid",
  tid: "tid",
  hostClientType: "web",
  sessionId: "s",
  ringId: "general",
};

it("puts encoded values in place of the manifest's placeholders; unknown ones become empty", () => {
  expect(tabUrl("http://a/tab/?l={locale}&t={theme}&s={subEntityId}&h={loginHint}&x={unknown}#{tid}", values)).toBe(
    "http://a/tab/?l=da-DK&t=dark&s=sag%2F7%20%C3%A6&h=anna%40proeve.example&x=#tid",
  );
});
