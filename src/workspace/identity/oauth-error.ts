import { randomUUID } from "node:crypto";

/** A refusal in OAuth's words, with Entra's number; `status` is what the token endpoint answers. */
export interface OAuthError {
  readonly error: string;
  /** Entra's AADSTS number, e.g. 65001 = consent missing. */
  readonly code: number;
  readonly description: string;
  readonly status?: 400 | 401;
  /** A claims request (JSON) the client has to send along when it asks again. */
  readonly claims?: string;
}

/** The answer body of Entra's token endpoint for a refusal. */
export function errorBody(problem: OAuthError, machineNow: Date): Record<string, unknown> {
  const trace = randomUUID();
  const timestamp = `${machineNow.toISOString().slice(0, 19).replace("T", " ")}Z`;
  return {
    error: problem.error,
    error_description: `AADSTS${problem.code}: ${problem.description} Trace ID: ${trace} Timestamp: ${timestamp}`,
    error_codes: [problem.code],
    timestamp,
    trace_id: trace,
    correlation_id: trace,
    ...(problem.error === "invalid_grant" && [65001, 90094].includes(problem.code)
      ? { suberror: "consent_required" }
      : {}),
    ...(problem.claims === undefined ? {} : { claims: problem.claims, suberror: "basic_action" }),
  };
}
