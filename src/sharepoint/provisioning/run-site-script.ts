import * as z from "zod/mini";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import { serverRelativePath } from "../client/encoding.ts";
import { connectionFailure, graphFailure, ownFailure } from "../client/graph-error.ts";
import type { SiteScript } from "./site-script.ts";

/** Runs a site script on the site at the server-relative path. */
export type SiteScriptRunner = (sitePath: string, script: SiteScript) => Promise<Result<void, StoreFailure>>;

export interface SiteScriptOptions {
  /** e.g. "https://fjordkoebing.sharepoint.com"; the token must be for this audience, not for Graph. */
  readonly sharePointOrigin: string;
  readonly token: () => Promise<string>;
  readonly fetch?: typeof fetch;
}

const ENDPOINT = "/_api/Microsoft.Sharepoint.Utilities.WebTemplateExtensions.SiteScriptUtility.ExecuteTemplateScript";

/** Each action's end; other members are SharePoint's business. */
const outcomesSchema = z.looseObject({
  value: z.array(z.looseObject({ ErrorCode: z.optional(z.number()), Title: z.optional(z.string()) })),
});

/** Graph knows neither views nor formats (graph.md 15): SharePoint's own REST runs the script. */
export function createSiteScriptRunner(options: SiteScriptOptions): SiteScriptRunner {
  const call = options.fetch ?? fetch;
  return async (sitePath, script) => {
    const address = `${new URL(options.sharePointOrigin).origin}${serverRelativePath(sitePath)}${ENDPOINT}`;
    try {
      const answer = await call(address, {
        method: "POST",
        headers: {
          authorization: `Bearer ${await options.token()}`,
          accept: "application/json;odata=nometadata",
          "content-type": "application/json",
        },
        body: JSON.stringify({ script: JSON.stringify(script) }),
      });
      const body: unknown = await answer.json().catch(() => undefined);
      if (!answer.ok) return refuse(graphFailure(answer.status, body, answer.headers, undefined));
      const outcomes = z.safeParse(outcomesSchema, body);
      const failed = outcomes.success ? outcomes.data.value.filter(({ ErrorCode }) => (ErrorCode ?? 0) !== 0) : [];
      if (failed.length === 0) return ok(undefined);
      return refuse(ownFailure("unavailable", `Site script: ${failed.map(({ Title }) => Title ?? "?").join(", ")}`));
    } catch (cause) {
      return refuse(connectionFailure(cause, true));
    }
  };
}
