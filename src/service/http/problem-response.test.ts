import { Hono } from "hono";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { problemSchema } from "#contract/problem.ts";
import { connectionFailure, graphFailure } from "#sharepoint/client/graph-error.ts";
import type { AppEnv } from "./app-env.ts";
import { type AnyRefusal, problemResponse } from "./problem-response.ts";

async function answerTo(refusal: AnyRefusal) {
  const logged: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => logged.push(line) });
  const app = new Hono<AppEnv>();
  app.get("/", (context) => {
    context.set("language", "da");
    context.set("requestId", "nr-4711");
    context.set("log", log);
    return problemResponse(context, refusal);
  });
  const answer = await app.request("/");
  return { headers: answer.headers, text: await answer.text(), log: logged.join("") };
}

describe("problemResponse", () => {
  it("keeps Graph's own words, codes, statuses and host names from everybody", async () => {
    const failures = [
      connectionFailure(new Error("connect ECONNREFUSED graph.internal:443"), true),
      graphFailure(
        403,
        { error: { code: "accessDenied", message: "App 4711 lacks Sites.Selected" } },
        new Headers({ "request-id": "graph-1" }),
        undefined,
      ),
    ];
    for (const failure of failures) {
      const { text, log } = await answerTo(failure);
      const problem = problemSchema.parse(JSON.parse(text));
      expect([problem.code, problem.data]).toEqual([failure.kind, undefined]);
      expect(text).not.toMatch(/graph|ECONNREFUSED|accessDenied|4711 lacks/u);
      expect(log).toMatch(/ECONNREFUSED|accessDenied/u);
    }
  });

  it("says how long to wait where SharePoint said so", async () => {
    const busy = graphFailure(429, { error: { code: "activityLimitReached", message: "busy" } }, new Headers(), 7000);
    const { headers, text } = await answerTo(busy);
    expect(headers.get("retry-after")).toBe("7");
    expect(problemSchema.parse(JSON.parse(text)).data).toEqual({ retryAfterS: 7 });
  });
});
