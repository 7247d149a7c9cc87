import * as z from "zod/mini";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import { segment, serverRelativePath } from "../client/encoding.ts";
import { connectionFailure, graphFailure, ownFailure } from "../client/graph-error.ts";
import type { SiteScriptOptions } from "./run-site-script.ts";

/** What managers see of a list beside its rows. */
export interface Appearance {
  /** Names of the views. */
  readonly views: readonly string[];
  /** Internal names of the columns with a format. */
  readonly formatted: readonly string[];
}

/** Reads the views and formats of the list with this id on the site at the server-relative path. */
export type AppearanceReader = (sitePath: string, listId: string) => Promise<Result<Appearance, StoreFailure>>;

const viewsSchema = z.looseObject({ value: z.array(z.looseObject({ Title: z.string() })) });
const fieldsSchema = z.looseObject({
  value: z.array(z.looseObject({ InternalName: z.string(), CustomFormatter: z.optional(z.nullable(z.string())) })),
});

/** Graph knows neither views nor formats (graph.md 15): SharePoint's own REST is asked, with a token for it. */
export function createAppearanceReader(options: SiteScriptOptions): AppearanceReader {
  const call = options.fetch ?? fetch;

  async function get<T>(address: string, schema: z.ZodMiniType<T>): Promise<Result<T, StoreFailure>> {
    try {
      const headers = {
        authorization: `Bearer ${await options.token()}`,
        accept: "application/json;odata=nometadata",
      };
      const answer = await call(address, { headers });
      const body: unknown = await answer.json().catch(() => undefined);
      if (!answer.ok) return refuse(graphFailure(answer.status, body, answer.headers, undefined));
      const read = z.safeParse(schema, body);
      return read.success
        ? ok(read.data)
        : refuse(ownFailure("unavailable", "SharePoint's answer is of another shape"));
    } catch (cause) {
      return refuse(connectionFailure(cause, false));
    }
  }

  return async (sitePath, listId) => {
    const origin = new URL(options.sharePointOrigin).origin;
    const list = `${origin}${serverRelativePath(sitePath)}/_api/web/lists(guid'${segment(listId)}')`;
    const views = await get(`${list}/views?$select=Title`, viewsSchema);
    if (!views.ok) return views;
    const fields = await get(`${list}/fields?$select=InternalName,CustomFormatter`, fieldsSchema);
    if (!fields.ok) return fields;
    return ok({
      views: views.value.value.map(({ Title }) => Title),
      formatted: fields.value.value.flatMap(({ InternalName, CustomFormatter }) =>
        CustomFormatter ? [InternalName] : [],
      ),
    });
  };
}
