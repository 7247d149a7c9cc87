import { GraphError } from "../http/graph-error.ts";

const faults: Readonly<
  Record<number, { readonly code: string; readonly message: string; readonly innerCode?: string }>
> = {
  429: { code: "activityLimitReached", message: "The request has been throttled", innerCode: "throttledRequest" },
  500: { code: "generalException", message: "General exception while processing" },
  502: { code: "UnknownError", message: "Bad gateway" },
  503: { code: "serviceNotAvailable", message: "The service is temporarily unavailable." },
  504: { code: "UnknownError", message: "The gateway timed out." },
};

/** The answer of an overloaded or broken Microsoft 365; 429 and 503 say how long to wait. */
export function faultError(status: number, retryAfterS: number): GraphError {
  const { code, message, innerCode } = faults[status] ?? { code: "generalException", message: "Fault" };
  const headers: Record<string, string> =
    status === 429 || status === 503 ? { "Retry-After": String(retryAfterS) } : {};
  return new GraphError(status, code, message, innerCode === undefined ? { headers } : { headers, innerCode });
}
