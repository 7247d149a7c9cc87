import { beforeEach, describe, expect, it } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { recordedEdit } from "#domain/projections/outside-edit.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { createCardRenderer } from "#service/bot/card-renderer.ts";
import type { GraphItem, ListRef } from "#sharepoint/client/list-item.ts";
import { projectionLists } from "#sharepoint/lists/all-lists.ts";
import { openSharePoint, type SharePoint } from "#sharepoint/open-sharepoint.ts";
import { siteDamage } from "#test/contract/site-damage.ts";
import { testSites } from "#test/contract/test-workspace.ts";
import { type Harness, openHarness } from "#test/scenarios/harness.ts";
import { approve, filledDraft, openRound, send } from "#test/scenarios/pool-story.ts";
import { recordingMessenger } from "#test/scenarios/recording-messenger.ts";
import { good, kindOf } from "#test/scenarios/world.ts";
import { withdrawApplication } from "#use-cases/grants/withdraw-application.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { upsertPerson } from "#use-cases/organisation/upsert-person.ts";
import type { Deps } from "../ports/deps.ts";
import type { EditDeps } from "./answer-edit.ts";
import { syncProjections } from "./sync-projections.ts";

const list = projectionLists["open-applications"];
const editorKey = keyOf("person", "retter");
let harness: Harness;
let ref: ListRef;
let roundKey: Key;
let messenger = recordingMessenger();

async function sync(sharePoint: SharePoint = harness.sharePoint, more: Partial<EditDeps> = {}): Promise<void> {
  const deps = { ...harness.deps, records: sharePoint.records, ...more };
  const linkBase = "http://service.test/tab/";
  good(await syncProjections({ ...deps, projections: sharePoint.projections, linkBase }));
}

/** Sends what is due with the real cards; the chat of the editor is known. */
async function tell(deps: Deps = harness.deps): Promise<readonly string[]> {
  const pauses = createNoticePauses(() => Date.parse(harness.now()));
  const sender = { ...deps, messenger, renderCard: createCardRenderer("app"), pauses, instance: "test" };
  good(await sendNotices(sender, () => noticePlan(deps)));
  return messenger.posted.filter(({ to }) => to === editorKey).map(({ cardJson }) => cardJson);
}

async function rows(more: readonly string[] = []): Promise<readonly GraphItem[]> {
  return good(await harness.workspace.personClient("puljesekretariat").items(ref, [...list.readColumns, ...more]));
}

async function firstRow(...more: readonly string[]): Promise<GraphItem> {
  const row = (await rows(more)).find(({ fields }) => typeof fields["Nummer"] === "string");
  if (row === undefined) throw new Error("No row");
  return row;
}

async function edit(fields: Readonly<Record<string, unknown>>): Promise<void> {
  const { id, etag } = await firstRow();
  good(await harness.workspace.personClient("puljesekretariat").updateItem(ref, id, etag, fields));
}

const edits = () => harness.deps.records.audit.all().flatMap(({ value }) => recordedEdit(value) ?? []);

/** One of the demo's applications, sent now. */
async function sent(index: number): Promise<Key> {
  const application = firstRoundApplications[index];
  if (application === undefined) throw new Error("No application");
  return good(await send(harness, application.applicant, await filledDraft(harness, roundKey, application)));
}

/** Another service on the same lists, as after a restart. */
async function anew(): Promise<SharePoint> {
  const client = harness.workspace.serviceClient();
  const sharePoint = openSharePoint({ client, sites: testSites, reported: () => undefined });
  good(await sharePoint.refreshAll());
  return sharePoint;
}

/** The person behind the workspace's account, as the organisation records know her. */
async function knowEditor(language: "da" | "en" = "da"): Promise<void> {
  const person = {
    key: editorKey,
    objectId: "00000000-0000-4000-8000-000000000002",
    name: "Rita Prøve",
    title: "Konsulent",
    userPrincipalName: "puljesekretariat@kommune.example",
    centreKey: harness.centreKey("sundhed"),
    roles: [],
    language,
    active: true,
  };
  good(await upsertPerson(harness.deps, { commandKey: harness.press(), by: "system", person }));
  const conversation = {
    key: keyOf("conversation", editorKey),
    personKey: editorKey,
    objectId: person.objectId,
    serviceUrl: "http://channel.test",
    conversationId: "chat",
    userId: "",
    botId: "",
    tenantId: "",
    locale: "da-DK",
    blockedAt: undefined,
    installedAt: harness.now(),
  };
  good(await harness.deps.records.conversations.create(conversation));
}

beforeEach(async () => {
  harness = await openHarness();
  messenger = recordingMessenger();
  ({ roundKey } = await openRound(harness));
  good(await approve(harness, await sent(0)));
  await sync();
  ref = good(await harness.sharePoint.directory.locate(list));
  harness.at("2022-03-10 10:00");
});

describe("an edit in an open list", () => {
  it("T41 is put back and its editor told once, with list, row, field and the way to mend it", async () => {
    await knowEditor();
    const before = await firstRow();
    await edit({ Status: "Afslag" });
    for (let run = 0; run < 3; run += 1) {
      await sync();
      await tell();
    }
    expect((await firstRow()).fields["Status"]).toBe(before.fields["Status"]);
    const told = await tell();
    expect(told).toHaveLength(1);
    const number = String(before.fields["Nummer"]);
    expect(told[0]).toContain(
      `Din rettelse i listen Ansøgninger i overblik (${number}, Status) er sat tilbage. Feltet styres af Fremdrift.`,
    );
    expect(told[0]).toContain(encodeURIComponent("/applications/"));
    expect(edits()).toMatchObject([{ kind: "changed", answer: "put-back", editorKey, fields: "Status" }]);
  });

  it("T41 the same edit made again is another edit; several fields are named together, in the editor's language", async () => {
    await knowEditor("en");
    for (const status of ["Afslag", "Trukket"]) {
      await edit({ Status: status, AnsoegtKr: 1 });
      await sync();
      await tell();
    }
    const told = await tell();
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(/Ansøgt, Status\) was put back\. Fremdrift keeps these fields\./);
  });

  it("T41 at night the editor is told in the morning", async () => {
    await knowEditor();
    harness.at("2022-03-10 22:30");
    await edit({ Status: "Afslag" });
    await sync();
    expect(await tell()).toEqual([]);
    harness.at("2022-03-11 07:00");
    expect(await tell()).toHaveLength(1);
  });

  it("T41 by somebody unknown is put back, counted and told to nobody", async () => {
    await edit({ Status: "Afslag" });
    await sync();
    await tell();
    expect(messenger.posted).toEqual([]);
    expect(edits()).toMatchObject([{ answer: "put-back", editorKey: undefined }]);
    expect((await firstRow()).fields["Status"]).not.toBe("Afslag");
  });

  it("T41 that two services see at once is written down and told once", async () => {
    await knowEditor();
    const other = await anew();
    await edit({ Status: "Afslag" });
    await Promise.all([sync(), sync(other)]);
    good(await harness.sharePoint.refreshAll());
    good(await other.refreshAll());
    await tell();
    await tell({ ...harness.deps, records: other.records, basis: other.basis });
    expect(edits()).toHaveLength(1);
    expect(await tell()).toHaveLength(1);
  });

  it("T41 is written down before it is put back: what cannot be written down now waits", async () => {
    await knowEditor();
    await edit({ Status: "Afslag" });
    const { records } = harness.deps;
    const full = { ok: false, refusal: { kind: "throttled", requestId: undefined, retryAfterS: 9 } } as const;
    await sync(harness.sharePoint, { records: { ...records, audit: { ...records.audit, create: async () => full } } });
    expect((await firstRow()).fields["Status"]).toBe("Afslag");
    await sync();
    expect((await firstRow()).fields["Status"]).not.toBe("Afslag");
    expect(await tell()).toHaveLength(1);
  });

  it("T41 that a rule allows goes into the record and stays, and nobody is told", async () => {
    await knowEditor();
    await edit({ Center: "Center for Alt" });
    const taken: unknown[] = [];
    await sync(harness.sharePoint, {
      rules: { "open-applications": { Center: () => true } },
      take: async (each) => {
        taken.push(...each.columns);
        return { ok: true, value: undefined };
      },
    });
    expect(taken).toEqual([{ name: "Center", heading: "Center", value: "Center for Alt" }]);
    expect((await firstRow()).fields["Center"]).toBe("Center for Alt");
    expect(await tell()).toEqual([]);
    expect(edits()).toMatchObject([{ answer: "accepted" }]);
  });

  it("T48 a paste over many rows is one card that counts them", async () => {
    await knowEditor();
    for (let press = 0; press < 6; press += 1) {
      await edit({ AnsoegtKr: press });
      await sync();
    }
    const told = await tell();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("6 rettelser i SharePoint er sat tilbage");
  });
});

describe("rows and columns of a manager's own", () => {
  it("T42 a row stays through every run, counted and told once", async () => {
    await knowEditor();
    const manager = harness.workspace.personClient("puljesekretariat");
    const own = good(await manager.createItem(ref, { keyColumn: "Title", key: "Min egen", fields: {} })).item;
    await sync();
    good(await manager.updateItem(ref, own.id, own.etag, { Center: "Ring til Karin" }));
    for (let run = 0; run < 2; run += 1) {
      await sync();
      await tell();
    }
    expect((await rows()).find(({ id }) => id === own.id)?.fields).toMatchObject({ Center: "Ring til Karin" });
    expect(edits()).toMatchObject([{ kind: "own-row", answer: "kept" }]);
    const told = await tell();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("Den bliver stående");
  });

  it("T42 a column stays with what is in it, while the row around it is put back", async () => {
    const owner = harness.workspace.personClient("administrator");
    const column = { name: "Bemaerkning", displayName: "Bemærkning", text: {} };
    expect(await owner.addColumn(ref, column)).toMatchObject({ ok: true });
    await edit({ Bemaerkning: "Spørg igen i maj" });
    await sync();
    expect(edits()).toEqual([]);
    await edit({ Noegle: keyOf("another"), Status: "Afslag" });
    await edit({ Status: "Afslag" });
    await sync();
    const row = await firstRow("Bemaerkning");
    expect(row.fields).toMatchObject({ Bemaerkning: "Spørg igen i maj" });
    expect(row.fields["Status"]).not.toBe("Afslag");
  });

  it("T41 a column that was deleted and made again is nobody's edit, and a manager's own row outlives the repair", async () => {
    await knowEditor();
    const manager = harness.workspace.personClient("puljesekretariat");
    const own = good(await manager.createItem(ref, { keyColumn: "Title", key: "Min egen", fields: {} })).item;
    await sync();
    const texts = async () => (await rows()).map(({ id, fields }) => [id, list.canonical(fields)]);
    const before = await texts();
    await siteDamage(harness.workspace).deleteColumn(list, "BevilgetKr");
    const linkBase = "http://service.test/tab/";
    const restarted = await anew();
    const failed = await syncProjections({ ...harness.deps, projections: restarted.projections, linkBase });
    expect(kindOf(failed)).toBe("malformed-item");
    good(await harness.workspace.provisioning().apply());
    await sync(await anew());
    await sync();
    expect(await texts()).toEqual(before);
    expect(before.map(([id]) => id)).toContain(own.id);
    expect(edits()).toMatchObject([{ kind: "own-row" }]);
  });

  it("T53 what another service has withdrawn is no deleted row: nobody is told, and it is not written again for a moment", async () => {
    const other = await anew();
    await sync(other);
    const [application] = harness.deps.records.applications.all();
    if (application === undefined) throw new Error("No application");
    const command = { commandKey: harness.press(), applicationKey: application.value.key };
    good(await withdrawApplication(harness.deps, harness.as("ansoeger.sundhed"), command));
    await sync();
    expect(await rows()).toEqual([]);
    await sync(other);
    expect(await rows()).toEqual([]);
    good(await other.refreshAll());
    expect(other.records.audit.all().flatMap(({ value }) => recordedEdit(value) ?? [])).toEqual([]);
  });

  it("T53 what another service has written on newer records is not written back", async () => {
    const other = await anew();
    await sync(other);
    good(await approve(harness, await sent(1)));
    await sync();
    const written = await rows();
    expect(written).toHaveLength(2);
    await sync(other);
    expect((await rows()).map(({ etag }) => etag)).toEqual(written.map(({ etag }) => etag));
  });

  it("T41 a deleted row comes back, and is counted", async () => {
    const { id, etag } = await firstRow();
    good(await harness.workspace.personClient("puljesekretariat").deleteItem(ref, id, etag));
    await sync();
    await sync();
    expect((await firstRow()).fields["Nummer"]).toBeDefined();
    expect(edits()).toMatchObject([{ kind: "deleted", answer: "restored", rows: 1 }]);
  });
});
