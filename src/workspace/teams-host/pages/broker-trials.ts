import type { Bench } from "./test-bench.ts";
import type { BrokerAnswer, BrokerQuestion } from "./token-broker.ts";

type Ask = (question: BrokerQuestion) => Promise<BrokerAnswer>;

/**
 * The broker as the test bench wants it: silent, out of reach, or wanting consent and confirmation until the person has given them.
 * `given` keeps what was allowed, as "client scope", for as long as the tab stands.
 */
export function onTrial(ask: Ask, bench: Bench, given: Set<string>): Ask {
  if (bench.includes("sign-in-silent")) return () => new Promise(() => undefined);
  if (bench.includes("sign-in-offline")) return () => Promise.resolve({ kind: "no-network" });
  return (question) => {
    const key = `${question.clientId} ${question.scope}`;
    if (question.consent === true) given.add(key);
    if (question.confirmed === true) given.add(`confirmed ${key}`);
    if (bench.includes("consent") && !given.has(key)) return Promise.resolve(consentNeeded);
    if (bench.includes("step-up") && !given.has(`confirmed ${key}`)) return Promise.resolve(moreNeeded);
    return ask(question);
  };
}

const consentNeeded: BrokerAnswer = {
  kind: "consent-needed",
  code: "invalid_grant",
  description: "AADSTS65001: The user or administrator has not consented to use the application.",
};

const moreNeeded: BrokerAnswer = {
  kind: "step-up",
  code: "interaction_required",
  description: "AADSTS50076: You must use multi-factor authentication.",
};
