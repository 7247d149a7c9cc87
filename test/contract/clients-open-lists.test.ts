import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { openApplicationKey } from "#domain/projections/project-open.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { projectionLists } from "#sharepoint/lists/all-lists.ts";
import { actorNamed, demoFacts } from "#test/demo/demo-facts.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { giveReview } from "#use-cases/grants/give-review.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { type ListPlace, type PublishedClient, type Row } from "./clients-published.ts";
import { graphSdkClient } from "./clients-sdk.ts";
import { type ClientsTenant, startClientsTenant } from "./clients-tenant.ts";

/** What every manager may read, and the columns SharePoint adds by itself. */
const readable: Readonly<Record<string, readonly string[]>> = {
  AabneCentre: ["Title", "Leder", "Aktiv"],
  AabneRunder: [
    "Title",
    "Kode",
    "Pulje",
    "Status",
    "RammeKr",
    "BevilgetKr",
    "RestKr",
    "Ansoegninger",
    "AnsoegtKr",
    "Aabner",
    "Frist",
    "Afgoerelse",
    "Link",
  ],
  AabentRegnskab: ["Title", "Pulje", "Art", "Runde", "Dato", "BeloebKr", "SaldoKr", "Raekkefoelge"],
  AabneAnsoegninger: [
    "Title",
    "Nummer",
    "Runde",
    "Pulje",
    "Center",
    "Fokusomraade",
    "AnsoegtKr",
    "Status",
    "BevilgetKr",
    "Indsendt",
    "Link",
  ],
};
/** Ours for reconciling: the key and the hash of what was written. */
const bookkeeping = ["Noegle", "Aftryk"];

describe("the open site as a manager reads it", () => {
  let tenant: ClientsTenant;
  let manager: PublishedClient;
  let lists: ReadonlyMap<string, ListPlace>;
  beforeAll(async () => {
    tenant = await startClientsTenant();
    await tenant.sync();
    manager = graphSdkClient(tenant.graphUrl, await tenant.userToken("leder.sundhed", "Sites.ReadWrite.All"));
    const siteId = await manager.siteId(municipality.siteHost, municipality.openSitePath);
    lists = new Map((await manager.lists(siteId)).map(({ name, id }) => [name, { siteId, listId: id }]));
  });
  afterAll(() => tenant.close());

  const rowsOf = async (name: string): Promise<readonly Row[]> => {
    const place = lists.get(name);
    if (!place) throw new Error(`no list ${name}`);
    const { ids } = await manager.rows(place, { fields: ["Title"] });
    return Promise.all(ids.map((id) => manager.item(place, id)));
  };
  const everything = async () => JSON.stringify(await Promise.all(Object.keys(readable).map(rowsOf)));

  test("has no other lists than the open ones and SharePoint's own library", () => {
    const names = Object.values(projectionLists).map(({ name }) => name);
    expect([...lists.keys()].toSorted()).toEqual([...names, "Delte dokumenter"].toSorted());
  });

  test("an application's row has the address SharePoint gives it", async () => {
    const place = lists.get("AabneAnsoegninger");
    if (!place) throw new Error("no list of applications");
    const { ids } = await manager.rows(place, { fields: ["Title"] });
    const rows = await Promise.all(ids.map(async (id) => ({ id, row: await manager.item(place, id) })));
    for (const { value: application } of tenant.deps.records.applications.all()) {
      const own = rows.find(({ row }) => row["Noegle"] === openApplicationKey(application.key));
      const address = tenant.projections.rowUrl("open-applications", openApplicationKey(application.key));
      expect(address).toMatch(new RegExp(`/sites/fremdrift/.+/DispForm\\.aspx\\?ID=${own?.id}$`, "u"));
    }
  });

  test.for(Object.entries(readable))("%s shows the agreed columns and no others", async ([name, columns]) => {
    const rows = await rowsOf(name);
    expect(rows.length).toBeGreaterThan(0);
    const ours = new Set(rows.flatMap((row) => Object.keys(row)).filter((column) => !isSharePoints(column)));
    const allowed = new Set([...columns, ...bookkeeping]);
    expect([...ours].filter((column) => !allowed.has(column))).toEqual([]);
  });

  test("holds no text of an application, no score, remark or reason of a review, no draft and no applicant", async () => {
    const shown = await everything();
    const facts = demoFacts(tenant.deps.records);
    const drafts = tenant.deps.records.drafts.all().map(({ value }) => value);
    const unfinished = drafts.filter(({ key }) => !facts.applications.some(({ draftKey }) => draftKey === key));
    const heads = new Set(facts.centres.map(({ headKey }) => headKey));
    const secrets = [
      ...facts.applications.flatMap(({ description, effect, operation }) => [description, effect, operation]),
      ...facts.reviews.flatMap(({ answers }) => [answers.reason, ...Object.values(answers.remarks)]),
      ...facts.pool.awards.map(({ reason }) => reason),
      ...unfinished.flatMap(({ number, fields }) => [number, fields.title]),
      ...facts.persons.filter(({ key }) => !heads.has(key)).map(({ name }) => name),
    ].filter((text) => text !== "");
    expect(unfinished).toHaveLength(1);
    expect(secrets.length).toBeGreaterThan(200);
    expect(secrets.filter((text) => shown.includes(text))).toEqual([]);
  });

  test("shows amounts granted in the decided round and none in the one under review", async () => {
    const granted = await grantedByNumber();
    expect(Object.fromEntries([...granted].filter(([number]) => number.startsWith("A26")))).toEqual({
      "A26-01": 95_000,
      "A26-02": 60_000,
      "A26-03": 0,
      "A26-04": 85_000,
      "A26-05": 45_000,
      "A26-06": 0,
      "A26-07": 0,
      "A26-08": 0,
    });
    expect(secondRound(granted)).toEqual([]);
    const rounds = await rowsOf("AabneRunder");
    expect(rounds.find(({ Kode: code }) => code === "A26")).toMatchObject({ RammeKr: 285_000, BevilgetKr: 285_000 });
    expect(rounds.find(({ Kode: code }) => code === "B26")).toMatchObject({ RammeKr: 315_000, BevilgetKr: 0 });
  });

  test("shows nothing of a list that is put up for decision, and of each packet only when it is decided", async () => {
    const { deps } = tenant;
    const facts = demoFacts(deps.records);
    const cafe = facts.of(facts.autumn).at(-1);
    if (!cafe) throw new Error("no last application");
    const answers = {
      scores: { K1: 5, K2: 3, K3: 5, K4: 4, K5: 5 },
      remarks: { K1: "Synligt for mange", K3: "Stor gavn", K5: "Godt forankret" },
      support: "support",
      reason: "Bør støttes",
    } as const;
    const press = (name: string) => keyOf("press", name);
    const review = { commandKey: press("review"), applicationKey: cafe.key, answers };
    expect(await giveReview(deps, actorNamed(deps, "oekonomi"), review)).toMatchObject({ ok: true });
    const roundKey = facts.autumn.key;
    const put = { commandKey: press("recommend"), roundKey, offerPartial: true, reasons: {} };
    const pool = await recommend(deps, actorNamed(deps, "puljesekretariat"), put);
    const recommendation = pool.ok ? pool.value.recommendations.at(-1) : undefined;
    if (!recommendation) throw new Error("not recommended");
    const movements = (await rowsOf("AabentRegnskab")).length;
    await tenant.sync();
    expect(secondRound(await grantedByNumber())).toEqual([]);
    expect(await rowsOf("AabentRegnskab")).toHaveLength(movements);
    const rounds = await rowsOf("AabneRunder");
    expect(rounds.find(({ Kode: code }) => code === "B26")).toMatchObject({ BevilgetKr: 0, RestKr: 315_000 });

    const totalOere = recommendation.packets.find(({ kind }) => kind === "chair")?.totalOere;
    if (totalOere === undefined) throw new Error("no packet");
    const decision = {
      commandKey: press("decide"),
      roundKey,
      packet: "chair" as const,
      recommendationKey: recommendation.key,
      totalOere,
    };
    expect(await decidePacket(deps, actorNamed(deps, "formand.dsg"), decision)).toMatchObject({ ok: true });
    await tenant.sync();
    expect(secondRound(await grantedByNumber())).toEqual([
      ["B26-01", 75_000],
      ["B26-02", 90_000],
      ["B26-04", 65_000],
      ["B26-05", 0],
      ["B26-06", 40_000],
    ]);
  });

  async function grantedByNumber(): Promise<ReadonlyMap<string, unknown>> {
    const rows = await rowsOf("AabneAnsoegninger");
    return new Map(
      rows
        .map((row): [string, unknown] => [String(row["Nummer"]), row["BevilgetKr"]])
        .filter(([, amount]) => amount !== undefined && amount !== null)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
});

function secondRound(granted: ReadonlyMap<string, unknown>): readonly (readonly [string, unknown])[] {
  return [...granted].filter(([number]) => number.startsWith("B26"));
}

/** Columns that every SharePoint item has. */
function isSharePoints(column: string): boolean {
  return (
    column.startsWith("@odata") ||
    column.startsWith("_") ||
    column.endsWith("LookupId") ||
    ["id", "ContentType", "Modified", "Created", "Attachments", "Edit", "LinkTitle", "LinkTitleNoMenu"].includes(
      column,
    ) ||
    ["ItemChildCount", "FolderChildCount"].includes(column)
  );
}
