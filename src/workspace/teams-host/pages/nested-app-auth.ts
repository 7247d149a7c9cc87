import * as z from "zod/mini";
import type { BrokerAnswer, BrokerQuestion } from "./token-broker.ts";

/** What the authentication library in the tab asks its host for. */
const requestSchema = z.object({
  messageType: z.literal("NestedAppAuthRequest"),
  method: z.string(),
  requestId: z.string(),
  tokenParams: z.optional(
    z.object({ clientId: z.string(), scope: z._default(z.string(), ""), claims: z.optional(z.nullable(z.string())) }),
  ),
});
type NestedAppAuthRequest = z.infer<typeof requestSchema>;

export interface NestedAppAuthOptions {
  readonly person: { readonly id: string; readonly userPrincipalName: string; readonly displayName: string };
  readonly tenantId: string;
  readonly lifetimeS: number | undefined;
  readonly ask: (question: BrokerQuestion) => Promise<BrokerAnswer>;
  /** Shows the permissions to the person; false when the person declines. */
  readonly confirm: (scope: string) => Promise<boolean>;
  /** Lets the person show that it is her, as conditional access wants; false when she does not. */
  readonly stepUp: () => Promise<boolean>;
}

/** The library accepts only well-known cloud names here; it never calls them. */
const environment = "login.microsoftonline.com";

/** Answers one request (JSON text in, JSON text out); undefined when the text is not a request. */
export async function answerNestedAppAuth(text: string, options: NestedAppAuthOptions): Promise<string | undefined> {
  const request = parseRequest(text);
  if (request === undefined) return undefined;
  const answer = await resultOf(request, options);
  return JSON.stringify({ messageType: "NestedAppAuthResponse", requestId: request.requestId, ...answer });
}

function resultOf(request: NestedAppAuthRequest, options: NestedAppAuthOptions): Promise<object> {
  switch (request.method) {
    case "GetInitContext":
      return Promise.resolve({ success: true, initContext: initContext(options) });
    case "GetToken":
      return token(request, options, false);
    case "GetTokenPopup":
      return token(request, options, true);
    default:
      return Promise.resolve(failure("PERSISTENT_ERROR", "unsupported_method", `${request.method} is not supported.`));
  }
}

function initContext({ person, tenantId }: NestedAppAuthOptions): object {
  return {
    sdkName: "workspace-host",
    sdkVersion: "1.0.0",
    capabilities: { queryAccount: false },
    accountContext: { homeAccountId: `${person.id}.${tenantId}`, environment, tenantId },
  };
}

async function token(request: NestedAppAuthRequest, options: NestedAppAuthOptions, mayAsk: boolean): Promise<object> {
  const { person, tenantId, lifetimeS } = options;
  const { clientId, scope, claims } = request.tokenParams ?? { clientId: "", scope: "" };
  const question = {
    account: person.id,
    clientId,
    scope,
    ...(lifetimeS === undefined ? {} : { lifetimeS }),
    ...(claims === undefined || claims === null ? {} : { claims }),
  };
  const answer = mayAsk ? await askPerson(question, options) : await options.ask(question);
  if (answer === undefined) return failure("USER_CANCEL", "user_cancel", "The person declined.");
  if (answer.kind !== "tokens") return failureOf(answer);
  return {
    success: true,
    token: { ...answer.tokens, properties: null },
    account: {
      homeAccountId: `${person.id}.${tenantId}`,
      environment,
      tenantId,
      username: person.userPrincipalName,
      localAccountId: person.id,
      name: person.displayName,
    },
  };
}

/** Asks the person for each thing that is missing, once; undefined when she declines. */
async function askPerson(
  question: BrokerQuestion,
  { ask, confirm, stepUp }: NestedAppAuthOptions,
): Promise<BrokerAnswer | undefined> {
  let answer = await ask(question);
  if (answer.kind === "consent-needed" && answer.byAdministrator !== true) {
    if (!(await confirm(question.scope))) return undefined;
    answer = await ask({ ...question, consent: true });
  }
  if (answer.kind !== "step-up") return answer;
  return (await stepUp()) ? ask({ ...question, confirmed: true }) : undefined;
}

function failureOf(answer: Exclude<BrokerAnswer, { kind: "tokens" }>): object {
  switch (answer.kind) {
    case "consent-needed":
    case "step-up":
      return failure("USER_INTERACTION_REQUIRED", answer.code, answer.description);
    case "no-account":
      return failure("ACCOUNT_UNAVAILABLE", "no_account_found", "The account is not in the tenant.");
    case "no-network":
      return failure("NO_NETWORK", "no_network_connectivity", "The identity provider does not answer.");
    case "refused":
      return failure("PERSISTENT_ERROR", answer.code, answer.description);
  }
}

function failure(status: string, code: string, description: string): object {
  return { success: false, error: { status, code, subError: "", description } };
}

function parseRequest(text: string): NestedAppAuthRequest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const request = requestSchema.safeParse(value);
    return request.success ? request.data : undefined;
  } catch {
    return undefined;
  }
}
