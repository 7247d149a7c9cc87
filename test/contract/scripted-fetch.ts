/** One request as it left the client. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

export type Answer = Response | Error | ((request: SentRequest) => Response | Error);

export interface ScriptedFetch {
  readonly fetch: typeof fetch;
  readonly sent: SentRequest[];
}

/** A fetch that gives the answers in turn and repeats the last one; an Error is a broken connection. */
export function scriptedFetch(...answers: readonly Answer[]): ScriptedFetch {
  const sent: SentRequest[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      const request: SentRequest = {
        method: init?.method ?? "GET",
        url: typeof input === "string" ? input : input instanceof URL ? input.href : input.url,
        headers: new Headers(init?.headers),
        body: typeof init?.body === "string" ? init.body : undefined,
      };
      sent.push(request);
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      const end = typeof answer === "function" ? answer(request) : answer;
      if (end === undefined) throw new TypeError("The script has no answers");
      if (end instanceof Error) throw end;
      return end.clone();
    },
  };
}

/** A JSON answer as Graph writes it. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json;odata.metadata=minimal", ...headers },
  });
}

/** Graph's error envelope. */
export function graphError(status: number, code: string, message = "", headers: Readonly<Record<string, string>> = {}) {
  return json(
    { error: { code, message, innerError: { "request-id": "11111111-2222-3333-4444-555555555555" } } },
    status,
    headers,
  );
}
