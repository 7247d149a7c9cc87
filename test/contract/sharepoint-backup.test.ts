import { beforeAll, describe, expect, test } from "vitest";
import type { BackupFolder } from "#sharepoint/backup/backup-format.ts";
import { backupRefusalText } from "#sharepoint/backup/backup-refusal.ts";
import { restoreBackup } from "#sharepoint/backup/restore-backup.ts";
import { takeBackup } from "#sharepoint/backup/take-backup.ts";
import type { GraphClient } from "#sharepoint/client/graph-client.ts";
import { basisLibrary, projectionLists, recordLists, wantedLists } from "#sharepoint/lists/all-lists.ts";
import type { WantedList } from "#sharepoint/lists/define-list.ts";
import { openSharePoint } from "#sharepoint/open-sharepoint.ts";
import { createAuditDrain } from "#use-cases/audit/drain-audit.ts";
import { registerNeed } from "#use-cases/needs/register-need.ts";
import { saveNeedForm } from "#use-cases/needs/save-need-form.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { updateCards } from "#use-cases/notices/update-cards.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { recordNames } from "#use-cases/ports/record-collection.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { syncProjections } from "#use-cases/projections/sync-projections.ts";
import { anActionItem, aProgramme } from "../builders/action-plans.ts";
import { aConsultation, aParty } from "../builders/consultations.ts";
import { type Harness, openHarness } from "../scenarios/harness.ts";
import { openRound, reviewEverything, sentSpring } from "../scenarios/pool-story.ts";
import { recordingMessenger, textCards } from "../scenarios/recording-messenger.ts";
import { good } from "../scenarios/world.ts";
import { type MemoryBackup, memoryBackup } from "./memory-backup.ts";
import { sampleCentre } from "./sample-records.ts";
import { siteDamage } from "./site-damage.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "./test-workspace.ts";

let harness: Harness;
let folder: MemoryBackup;

/** A round that was applied for and reviewed by all but one: cards went out, logs are in the audit, rows stand in the open lists. */
beforeAll(async () => {
  harness = await openHarness();
  const { deps, sharePoint } = harness;
  for (const { value } of deps.records.persons.all())
    good(await deps.records.conversations.create(conversationWith(value.key, value.objectId)));
  const round = await openRound(harness);
  await sentSpring(harness, round.roundKey);
  await harness.settle();
  await reviewEverything(harness, round, (user) => user === "oekonomi");
  const finder = harness.as("ansoeger.sundhed");
  const answers = { problem: "Nøgler ligger i en anden bil", affected: "Alle på vagt", frequency: "daily" };
  good(await registerNeed(deps, finder, { commandKey: harness.press(), answers }));
  good(await saveNeedForm(deps, finder, { problem: "Halvt" }));
  good(await deps.records.programmes.create(aProgramme()));
  good(await deps.records.actionItems.create(anActionItem()));
  good(await deps.records.consultations.create(aConsultation()));
  good(await deps.records.consultationParties.create(aParty()));
  good(await deps.basis.put("ab".repeat(32), "{}"));
  good(await deps.basis.put(FILE_HASH, FILE_TEXT));
  await harness.settle();
  await sync(deps, sharePoint.projections);
  folder = memoryBackup();
  good(await backUp(folder));
});

const FILE_TEXT = '{"grundlag":"æøå"}';
const FILE_HASH = "cd".repeat(32);

function conversationWith(personKey: Parameters<Records["persons"]["byKey"]>[0], objectId: string) {
  return {
    key: personKey,
    personKey,
    objectId,
    serviceUrl: "http://channel.test",
    conversationId: `chat-${personKey}`,
    userId: "",
    botId: "",
    tenantId: "",
    locale: "da-DK",
    blockedAt: undefined,
    installedAt: harness.now(),
  };
}

function backUp(to: BackupFolder, client: GraphClient = harness.workspace.personClient("administrator")) {
  return takeBackup({ client, sites: testSites, lists: wantedLists, folder: to, takenAt: "2022-11-22T08:00:00Z" });
}

function restore(target: TestWorkspace, from: BackupFolder, more: Partial<Parameters<typeof restoreBackup>[0]> = {}) {
  return restoreBackup({
    client: target.personClient("administrator"),
    sites: testSites,
    lists: wantedLists,
    folder: from,
    provision: () => target.provisioning().apply(),
    mode: "empty",
    progress: () => undefined,
    ...more,
  });
}

function sync(
  deps: Pick<Deps, "records" | "clock">,
  projections: Parameters<typeof syncProjections>[0]["projections"],
) {
  return syncProjections({ ...deps, projections, linkBase: "http://service.test/tab/" }).then(good);
}

/** A service that starts on the sites and does what is due: what it sends, logs and writes in the open lists. */
async function startOn(target: TestWorkspace) {
  const sharePoint = openSharePoint({ client: target.serviceClient(), sites: testSites, reported: () => undefined });
  good(await sharePoint.refreshAll());
  const { records, basis, answerFiles } = sharePoint;
  const deps: Deps = { records, basis, answerFiles, clock: harness.deps.clock };
  const messenger = recordingMessenger();
  const pauses = createNoticePauses(() => Date.parse(harness.now()));
  const sender = { ...deps, messenger, renderCard: textCards, pauses, instance: "restored" };
  const settle = async () => {
    good(await sendNotices(sender, () => noticePlan(deps)));
    good(await updateCards(sender));
    good(await createAuditDrain(deps)(1000));
  };
  return { sharePoint, deps, messenger, settle };
}

/** Every record by list and key. */
function recordsOf({ records }: Pick<Deps, "records">) {
  return Object.fromEntries(
    recordNames.map((name) => {
      const values = records[name].all().map(({ value }) => value);
      return [name, values.toSorted((a, b) => (a.key < b.key ? -1 : 1))];
    }),
  );
}

async function rowsOf(workspace: TestWorkspace, list: WantedList) {
  const columns = Object.keys(list.columns);
  const rows = (await siteDamage(workspace).rows(list, columns)).map(({ fields }) =>
    columns.map((name) => fields[name]),
  );
  return rows.map((row) => JSON.stringify(row)).toSorted();
}

describe("the drill: backup, empty sites, restore", () => {
  let target: TestWorkspace;
  beforeAll(async () => {
    target = openTestWorkspace();
    good(await restore(target, folder));
  });

  test("every record is the same, to the last character of its JSON", async () => {
    const { deps } = await startOn(target);
    expect(recordsOf(deps)).toEqual(recordsOf(harness.deps));
    for (const list of Object.values(recordLists))
      expect(await rowsOf(target, list)).toEqual(await rowsOf(harness.workspace, list));
    for (const name of recordNames) expect(deps.records[name].all().length).toBeGreaterThan(0);
  });

  test("basis files are there under their names", async () => {
    const { deps } = await startOn(target);
    expect(deps.basis).toBeDefined();
    const hand = siteDamage(target);
    const drive = good(await hand.admin.driveOf(await hand.place(basisLibrary)));
    expect(new TextDecoder().decode(good(await hand.admin.getFile(drive, `${FILE_HASH}.json`)))).toBe(FILE_TEXT);
  });

  test("the open rows are the same, also when they are made anew from the records", async () => {
    const { deps, sharePoint } = await startOn(target);
    expect(await sync(deps, sharePoint.projections)).toEqual({ created: 0, updated: 0, deleted: 0 });
    const hand = siteDamage(target);
    for (const list of Object.values(projectionLists)) await hand.deleteList(list);
    good(await target.provisioning().apply());
    const again = await startOn(target);
    expect((await sync(again.deps, again.sharePoint.projections)).created).toBeGreaterThan(0);
    for (const list of Object.values(projectionLists))
      expect(await rowsOf(target, list)).toEqual(await rowsOf(harness.workspace, list));
  });

  test("no notice is sent again, and nothing is logged twice", async () => {
    expect(harness.messenger.posted.length).toBeGreaterThan(0);
    const { messenger, settle } = await startOn(target);
    await settle();
    expect(messenger.posted).toEqual([]);
    expect(await rowsOf(target, recordLists.audit)).toEqual(await rowsOf(harness.workspace, recordLists.audit));
    expect(await rowsOf(target, recordLists.senders)).toEqual(await rowsOf(harness.workspace, recordLists.senders));
  });

  test("without what the sender wrote they would all go out again", async () => {
    const forgetful = openTestWorkspace();
    good(await restore(forgetful, folder));
    await siteDamage(forgetful).deleteList(recordLists.senders);
    good(await forgetful.provisioning().apply());
    const { messenger, settle } = await startOn(forgetful);
    await settle();
    expect(messenger.posted.length).toBeGreaterThan(0);
  });
});

describe("a restore", () => {
  test("stopped here and there, with a service running, is finished by the next and sends nothing", async () => {
    const target = openTestWorkspace();
    // Before anything, between log and people, after the applications, and before people can be reached.
    for (const stop of [0, 2, 7, wantedLists.length - 3]) {
      let left = stop;
      const progress = () => {
        left -= 1;
        if (left < 0) throw new Error("power cut");
      };
      await expect(restore(target, folder, { progress })).rejects.toThrow("power cut");
      const { messenger, settle } = await startOn(target);
      await settle();
      expect(messenger.posted).toEqual([]);
    }
    good(await restore(target, folder));
    const { deps } = await startOn(target);
    expect(recordsOf(deps)).toEqual(recordsOf(harness.deps));
  });

  test("refuses sites that hold something else; told to fill, it fetches what is missing and touches nothing", async () => {
    const target = openTestWorkspace();
    good(await target.provisioning().apply());
    const { deps } = await startOn(target);
    const own = good(await deps.records.centres.create(sampleCentre("Kom til senere"))).value;
    const refused = await restore(target, folder);
    expect(refused).toEqual({ ok: false, refusal: { kind: "not-empty", titles: ["Centre"] } });
    expect(deps.records.pools.all()).toEqual([]);
    good(await restore(target, folder, { mode: "fill" }));
    const after = await startOn(target);
    expect(after.deps.records.centres.byKey(own.key)?.value).toEqual(own);
    expect(after.deps.records.pools.all()).toHaveLength(harness.deps.records.pools.all().length);
  });

  test("T41 leaves a row alone that somebody mended between the look and the write", async () => {
    const target = openTestWorkspace();
    good(await restore(target, folder));
    const { deps } = await startOn(target);
    const [stored] = deps.records.centres.all();
    if (stored === undefined) throw new Error("No centre");
    const hand = siteDamage(target);
    const place = await hand.place(recordLists.centres);
    const rowNow = async () => {
      const rows = await hand.rows(recordLists.centres, ["Indhold", "Noegle"]);
      const row = rows.find(({ fields }) => fields["Noegle"] === stored.value.key);
      if (row === undefined) throw new Error("No row");
      return row;
    };
    const whole = await rowNow();
    good(await hand.admin.updateItem(place, whole.id, whole.etag, { Indhold: "i stykker" }));
    const mended = JSON.stringify({ ...stored.value, shortName: "Rettet imens" });
    const batch: GraphClient["batch"] = async (parts, options) => {
      const { id, etag } = await rowNow();
      if (parts.some(({ path }) => path.includes(`/items/${id}/fields`))) {
        good(await hand.admin.updateItem(place, id, etag, { Indhold: mended }));
      }
      return hand.admin.batch(parts, options);
    };
    good(await restore(target, folder, { mode: "fill", client: { ...hand.admin, batch } }));
    const after = await startOn(target);
    expect(after.deps.records.centres.byKey(stored.value.key)?.value.shortName).toBe("Rettet imens");
  });

  test("keeps managers' own columns, also one that begins with Ø, and names those that have to be filled by hand", async () => {
    const source = openTestWorkspace();
    good(await source.provisioning().apply());
    const client = source.serviceClient();
    const { records, refreshAll } = openSharePoint({ client, sites: testSites, reported: () => undefined });
    good(await refreshAll());
    good(await records.centres.create(sampleCentre("Center for Skole")));
    const hand = siteDamage(source);
    const place = await hand.place(recordLists.centres);
    for (const name of ["Egen", "Ønsket dato"]) good(await hand.admin.addColumn(place, { name, text: {} }));
    const [row] = await hand.rows(recordLists.centres, ["Title"]);
    if (row === undefined) throw new Error("No row");
    good(await hand.admin.updateItem(place, row.id, row.etag, { Egen: "min" }));
    const wished = "_x00d8_nsket_x0020_dato";
    // Graph gives such a field, and takes none: a person filled it in.
    const items: GraphClient["items"] = async (list, columns, options) => {
      const read = await hand.admin.items(list, columns, options);
      if (!read.ok || !columns.includes(wished)) return read;
      return {
        ...read,
        value: read.value.map((item) => ({ ...item, fields: { ...item.fields, [wished]: "1. maj" } })),
      };
    };
    const kept = memoryBackup();
    good(await backUp(kept, { ...hand.admin, items }));
    const rows = new TextDecoder().decode(kept.files.get("records/Centre.jsonl"));
    expect(JSON.parse(rows.split("\n")[0] ?? "")).toMatchObject({
      fields: { Egen: "min", [wished]: "1. maj" },
    });
    const leftIn = async (target: TestWorkspace) =>
      good(await restore(target, kept)).lists.flatMap(({ title, columnsLeft }) =>
        columnsLeft.length === 0 ? [] : [[title, columnsLeft]],
      );
    expect(await leftIn(openTestWorkspace())).toEqual([["Centre", ["Egen", wished]]]);
    const prepared = openTestWorkspace();
    good(await prepared.provisioning().apply());
    const there = siteDamage(prepared);
    for (const name of ["Egen", "Ønsket dato"])
      good(await there.admin.addColumn(await there.place(recordLists.centres), { name, text: {} }));
    expect(await leftIn(prepared)).toEqual([["Centre", [wished]]]);
    expect((await there.rows(recordLists.centres, ["Egen"])).map(({ fields }) => fields["Egen"])).toEqual(["min"]);
  });

  test("T41 brings back the rows of a list that was deleted and the JSON of a column that was, and no other row is written", async () => {
    const target = openTestWorkspace();
    good(await restore(target, folder));
    const hand = siteDamage(target);
    await hand.deleteList(recordLists.reviews);
    await hand.deleteColumn(recordLists.applications, "Indhold");
    const before = await hand.rows(recordLists.persons, ["Title"]);
    const report = good(await restore(target, folder, { mode: "fill" }));
    const written = report.lists.filter((list) => list.written > 0).map(({ title }) => title);
    expect(written.toSorted()).toEqual(["Ansøgninger", "Bedømmelser"]);
    expect(await hand.rows(recordLists.persons, ["Title"])).toEqual(before);
    const { deps } = await startOn(target);
    expect(recordsOf(deps)).toEqual(recordsOf(harness.deps));
  });

  test("whose answers are lost writes each row once", async () => {
    const target = openTestWorkspace();
    const admin = target.personClient("administrator");
    let isLost = false;
    const batch: GraphClient["batch"] = async (parts, options) => {
      const answers = await admin.batch(parts, options);
      isLost = !isLost && parts.some(({ method }) => method === "POST");
      if (!isLost) return answers;
      const lost = { kind: "unavailable", requestId: undefined, retryAfterS: undefined, status: 504 } as const;
      const failure = { ...lost, code: undefined, message: "", ambiguous: true };
      return answers.map(() => ({ ok: false, refusal: failure }));
    };
    good(await restore(target, folder, { client: { ...admin, batch } }));
    const { deps } = await startOn(target);
    expect(recordsOf(deps)).toEqual(recordsOf(harness.deps));
  });

  test.each([
    ["records/Ansoegninger.jsonl", "damaged"],
    [`records/Grundlag/${FILE_HASH}.json`, "damaged"],
    ["manifest.json", "damaged"],
  ])("refuses a backup whose %s was changed, and names it", async (file, kind) => {
    const damaged: MemoryBackup = { ...memoryBackup(), read: async (name) => changedOne(file, name) };
    const target = openTestWorkspace();
    const refused = await restore(target, damaged);
    expect(refused).toEqual({ ok: false, refusal: { kind, file } });
    if (!refused.ok) expect(backupRefusalText(refused.refusal).da).toContain(file);
    expect(good(await target.provisioning().plan()).differences).toHaveLength(wantedLists.length);
  });

  function changedOne(file: string, name: string): Uint8Array | undefined {
    const bytes = folder.files.get(name);
    if (bytes === undefined || name !== file) return bytes;
    const changed = bytes.slice();
    changed[5] = (changed[5] ?? 0) ^ 1;
    return changed;
  }

  test.each(["records/Puljer.jsonl", "manifest.json", "manifest.sha256"])(
    "refuses a backup without its %s, and names it",
    async (file) => {
      const torn: MemoryBackup = {
        ...memoryBackup(),
        read: async (name) => (name === file ? undefined : folder.files.get(name)),
      };
      const refused = await restore(openTestWorkspace(), torn);
      expect(refused).toMatchObject({ ok: false, refusal: { file } });
    },
  );
});

describe("a backup", () => {
  test("counts what it holds: every list, every row, every file, and the version of each list", async () => {
    const manifest = good(await backUp(memoryBackup()));
    expect(manifest.lists.map(({ name }) => name)).toEqual(wantedLists.map(({ name }) => name));
    expect(manifest.missing).toEqual([]);
    expect(manifest.files.map(({ name }) => name)).toContain(`${FILE_HASH}.json`);
    for (const { name, rows, schemaVersion } of manifest.lists) {
      const list = wantedLists.find((wanted) => wanted.name === name);
      expect(schemaVersion).toBe(list?.schemaVersion);
      if (list && list.template === undefined)
        expect(rows).toBe((await siteDamage(harness.workspace).rows(list, ["Title"])).length);
    }
  });

  test("holds rows of one moment: a list somebody writes in meanwhile is read again", async () => {
    const admin = harness.workspace.personClient("administrator");
    const late = sampleCentre("Kom til under kopien");
    let isWritten = false;
    const items: GraphClient["items"] = async (list, fields, options) => {
      const read = await admin.items(list, fields, options);
      const isPools = list.listId === (await siteDamage(harness.workspace).place(recordLists.pools)).listId;
      // The centres were read before.
      if (isPools && !isWritten) {
        isWritten = true;
        good(await harness.deps.records.centres.create(late));
      }
      return read;
    };
    const busy = memoryBackup();
    const manifest = good(await backUp(busy, { ...admin, items }));
    expect(manifest.isOfOneMoment).toBe(true);
    expect(new TextDecoder().decode(busy.files.get("records/Centre.jsonl"))).toContain(late.key);
    const stored = harness.deps.records.centres.byKey(late.key);
    if (stored) good(await harness.deps.records.centres.remove(late.key, stored.version));
  });

  test("goes into an empty folder only, and there must be something to keep", async () => {
    expect(await backUp(folder)).toEqual({ ok: false, refusal: { kind: "folder-not-empty" } });
    const nothing = await backUp(memoryBackup(), openTestWorkspace().personClient("administrator"));
    expect(nothing).toEqual({ ok: false, refusal: { kind: "nothing-there" } });
  });
});
