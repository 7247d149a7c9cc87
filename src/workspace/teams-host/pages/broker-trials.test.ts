import { describe, expect, it } from "vitest";
import { onTrial } from "./broker-trials.ts";
import type { BrokerAnswer, BrokerQuestion } from "./token-broker.ts";

const tokens: BrokerAnswer = {
  kind: "tokens",
  tokens: { access_token: "a", id_token: "b", expires_in: 3600, scope: "s" },
};
const question: BrokerQuestion = { account: "anna", clientId: "app", scope: "api://app/read" };
const ask = () => Promise.resolve(tokens);

describe("onTrial", () => {
  it("is the broker itself when no switch concerns it", async () => {
    expect(await onTrial(ask, ["slow", "mute"], new Set())(question)).toBe(tokens);
  });

  it("wants consent until it is given, for this scope only", async () => {
    const given = new Set<string>();
    const broker = onTrial(ask, ["consent"], given);
    expect(await broker(question)).toMatchObject({ kind: "consent-needed" });
    expect(await broker({ ...question, consent: true })).toBe(tokens);
    expect(await broker(question)).toBe(tokens);
    expect(await broker({ ...question, scope: "api://app/write" })).toMatchObject({ kind: "consent-needed" });
  });

  it("wants the person to confirm who she is, after consent where both are wanted", async () => {
    const broker = onTrial(ask, ["consent", "step-up"], new Set());
    expect(await broker({ ...question, consent: true })).toMatchObject({ kind: "step-up" });
    expect(await broker({ ...question, confirmed: true })).toBe(tokens);
    expect(await broker(question)).toBe(tokens);
  });

  it("is out of reach, or never answers", async () => {
    expect(await onTrial(ask, ["sign-in-offline"], new Set())(question)).toEqual({ kind: "no-network" });
    const silent = onTrial(ask, ["sign-in-silent"], new Set())(question);
    expect(await Promise.race([silent, new Promise((resolve) => setTimeout(resolve, 5, "nothing"))])).toBe("nothing");
  });
});
