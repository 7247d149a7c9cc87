import { expect, test } from "vitest";
import { ok } from "#domain/shared/result.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { wantedLists } from "../lists/all-lists.ts";
import { verifySites } from "./verify-sites.ts";

const list = { id: "l", displayName: "", description: "", webUrl: "" };
const sites = { host: "kommune.sharepoint.com", records: "/sites/sagsrum", open: "/sites/fremdrift" };

test("T01 every call of a look at the sites spends the units of the lane it was given", async () => {
  const lanes: unknown[] = [];
  const client: Pick<GraphClient, "siteByPath" | "lists" | "columns" | "batch"> = {
    siteByPath: async (_, path, options) => {
      lanes.push(options?.lane);
      return ok({ id: `kommune.sharepoint.com,${path.slice(7)},web`, displayName: "", webUrl: "" });
    },
    lists: async (_, options) => {
      lanes.push(options?.lane);
      return ok(wantedLists.map(({ name }) => ({ ...list, name })));
    },
    columns: async (_, options) => {
      lanes.push(options?.lane);
      return ok([]);
    },
    batch: async (_, options) => {
      lanes.push(options?.lane);
      return [ok({ status: 200, headers: new Headers(), body: { value: [] } })];
    },
  };
  const found = await verifySites({ client: client as GraphClient, sites, lane: "poll" });
  expect(found).toMatchObject({ ok: true });
  expect(lanes.length).toBeGreaterThan(2 * wantedLists.length);
  expect(new Set(lanes)).toEqual(new Set(["poll"]));
});
