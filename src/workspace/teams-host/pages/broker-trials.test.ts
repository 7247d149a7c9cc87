import { afterEach, describe, expect, it, vi } from "vitest";
import { onTrial } from "./broker-trials.ts";
import type { BrokerAnswer, BrokerQuestion } from "./token-broker.ts";

const tokens: BrokerAnswer = {
  kind: "tokens",
  tokens: { access_token: "a", id_token: "b", expires_in: 3600, scope: "s" },
};
const question: BrokerQuestion = { account: "anna", clientId: "app", scope: "api://app/read" };
const ask = () => Promise.resolve(tokens);

afterEach(() => {
  vi.useRealTimers();
});

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

  it("is out of reach", async () => {
    expect(await onTrial(ask, ["sign-in-offline"], new Set())(question)).toEqual({ kind: "no-network" });
  });

  it("never answers, however long one waits, and nobody is asked", async () => {
    vi.useFakeTimers();
    const asked = vi.fn(ask);
    const settled = vi.fn();
    onTrial(asked, ["sign-in-silent"], new Set())(question).then(settled, settled);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([asked.mock.calls, settled.mock.calls]).toEqual([[], []]);
  });
});
