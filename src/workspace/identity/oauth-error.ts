import { randomUUID } from "node:crypto";

/** A refusal in OAuth's words, with Entra's number; `status` is what the token endpoint answers. */
export interface OAuthError {
  readonly error: string;
  /** Entra's AADSTS number, e.g. 65001 = consent missing. */
  readonly code: number;
  readonly description: string;
  readonly status?: 400 | 401;
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
    ...(problem.error === "invalid_grant" && problem.code === 65001 ? { suberror: "consent_required" } : {}),
  };
}
