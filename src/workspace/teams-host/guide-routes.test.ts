import { beforeEach, describe, expect, it } from "vitest";
import { openBench, tokenOf } from "../graph-server/graph-server.test-support.ts";
import { aGuide } from "../guide.test-support.ts";
import { type Guide, guideReadingSchema } from "../guide.ts";
import { guideRoutes } from "./guide-routes.ts";

const people = new Set(["medlem@kommune.example"]);
const site = "/sites/aaben";

describe("the guide of the workspace", () => {
  let bench: ReturnType<typeof openBench>;
  let list: string;
  beforeEach(async () => {
    bench = openBench();
    const made = await bench.call("POST", `${bench.site}/lists`, {
      displayName: "Sager",
      columns: [
        { name: "Nummer", text: {} },
        { name: "Frist", dateTime: { format: "dateOnly" } },
      ],
      list: { template: "genericList" },
    });
    list = `${bench.site}/lists/${made.text("id")}`;
  });
  const add = (fields: object) => bench.call("POST", `${list}/items`, { fields });
  const routesOf = (guide: Guide | undefined) => guideRoutes(guide, bench.server, people);
  const read = async (routes: ReturnType<typeof routesOf>) => {
    const body: unknown = await (await routes.request("/")).json();
    return guideReadingSchema.parse(body);
  };

  it("says that there is none where none was handed in", async () => {
    expect(await read(routesOf(undefined))).toEqual({ guide: null, done: [], deadline: null });
  });

  it("ticks a part off when the row is there, and only for a row that passes every test", async () => {
    const routes = routesOf(aGuide(site));
    await add({ Title: "Åben", Nummer: "M26-01" });
    await add({ Title: "Lukket", Nummer: "N26-01" });
    expect(await read(routes)).toMatchObject({ done: [] });
    await add({ Title: "Åben", Nummer: "N26-02" });
    expect(await read(routes)).toMatchObject({ done: ["send"] });
  });

  it("ticks a part off when a person of the guide has read the list, and for nobody else", async () => {
    const routes = routesOf(aGuide(site));
    await bench.call("GET", `${list}/items`, undefined, { token: tokenOf("ejer") });
    await bench.call("GET", list, undefined, { token: tokenOf("medlem") });
    expect(await read(routes)).toMatchObject({ done: [] });
    await bench.call("GET", `${list}/items?$expand=fields`, undefined, { token: tokenOf("medlem") });
    expect(await read(routes)).toMatchObject({ done: ["list"] });
  });

  it("names the soonest day that passes the tests as the deadline", async () => {
    const routes = routesOf(aGuide(site));
    await add({ Title: "Lukket", Frist: "2026-01-01" });
    expect(await read(routes)).toMatchObject({ deadline: null });
    await add({ Title: "Åben", Frist: "2026-03-10" });
    await add({ Title: "Åben", Frist: "2026-02-10" });
    expect(await read(routes)).toMatchObject({ deadline: "2026-02-09T23:00:00Z" });
  });

  it("finds nothing where site, list or column is not there", () => {
    const where = [{ column: "Title", from: "" }];
    for (const rows of [
      { site: "/sites/ingen", list: "Sager", where },
      { site, list: "Ingen", where },
    ]) {
      expect(bench.server.valuesOf(rows, "Title")).toEqual([]);
    }
    expect(bench.server.valuesOf({ site, list: "Sager", where: [{ column: "Ingen", is: ["x"] }] }, "Title")).toEqual(
      [],
    );
  });
});
