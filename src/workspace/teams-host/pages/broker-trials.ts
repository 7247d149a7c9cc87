import type { Bench } from "./test-bench.ts";
import type { BrokerAnswer, BrokerQuestion } from "./token-broker.ts";

type Ask = (question: BrokerQuestion) => Promise<BrokerAnswer>;

/**
 * The broker as the test bench wants it: silent, out of reach, or asking for consent until the person has given it.
 * `given` keeps what was allowed, as "client scope", for as long as the tab stands.
 */
export function onTrial(ask: Ask, bench: Bench, given: Set<string>): Ask {
  if (bench.includes("sign-in-silent")) return () => new Promise(() => undefined);
  if (bench.includes("sign-in-offline")) return () => Promise.resolve({ kind: "no-network" });
  if (!bench.includes("consent")) return ask;
  return (question) => {
    const key = `${question.clientId} ${question.scope}`;
    if (question.consent === true) given.add(key);
    return given.has(key) ? ask(question) : Promise.resolve(consentNeeded);
  };
}

const consentNeeded: BrokerAnswer = {
  kind: "consent-needed",
  code: "invalid_grant",
  description: "AADSTS65001: The user or administrator has not consented to use the application.",
};
