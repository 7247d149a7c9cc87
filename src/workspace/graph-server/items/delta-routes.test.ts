import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench, textLike } from "../graph-server.test-support.ts";

let bench: Bench;
let items: string;

beforeEach(async () => {
  bench = openBench();
  items = `${bench.site}/lists/Ting/items`;
  await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting" });
  for (const Title of ["A", "B", "C"]) await bench.call("POST", items, { fields: { Title } });
});
afterEach(() => bench.server.close());

describe("delta", () => {
  it("tells at the end of a first enumeration what went and changed while it was read", async () => {
    const first = await bench.call("GET", `${items}/delta?$top=2`);
    await bench.call("DELETE", `${items}/1`);
    await bench.call("PATCH", `${items}/2/fields`, { Title: "B2" });
    const rest = await bench.call("GET", first.text("@odata.nextLink").replace("$top=2", "$top=9"));
    expect(rest.at("value")).toMatchObject([
      { id: "3" },
      { id: "1", deleted: {} },
      { id: "2", eTag: textLike(/,2"$/) },
    ]);
  });

  it("leaves old deletions out of a first enumeration and the links after it", async () => {
    await bench.call("DELETE", `${items}/3`);
    const whole = await bench.call("GET", `${items}/delta`);
    expect(whole.at("value")).toMatchObject([{ id: "1" }, { id: "2" }]);
    expect((await bench.call("GET", whole.text("@odata.deltaLink"))).at("value")).toEqual([]);
  });

  it("calls a token that is too old resyncRequired, and one it has not written a bad request", async () => {
    const link = (await bench.call("GET", `${items}/delta?token=latest`)).text("@odata.deltaLink");
    bench.server.expireDeltaTokens();
    const gone = await bench.call("GET", link);
    expect([gone.status, gone.at("error", "code")]).toEqual([410, "resyncRequired"]);
    expect((await bench.call("GET", `${items}/delta?token=nonsense`)).status).toBe(400);
  });

  it("keeps the query in its links", async () => {
    const whole = await bench.call("GET", `${items}/delta?$expand=fields($select=Title)`);
    expect(whole.text("@odata.deltaLink")).toContain("$expand=fields($select=Title)");
  });
});
