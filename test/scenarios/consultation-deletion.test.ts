import { beforeEach, describe, expect, it } from "vitest";
import type { Key } from "#domain/shared/keys.ts";
import { aCase, decidedAt, heard } from "#test/builders/cases.ts";
import { createAuditDrain } from "#use-cases/audit/drain-audit.ts";
import { answerConsultation } from "#use-cases/consultations/answer-consultation.ts";
import { commentAnswer } from "#use-cases/consultations/comment-answer.ts";
import { consultationReport } from "#use-cases/consultations/consultation-note.ts";
import { consultationPage } from "#use-cases/consultations/consultation-page.ts";
import { consultationRecordsNow } from "#use-cases/consultations/consultation-records-now.ts";
import { consultationList } from "#use-cases/consultations/consultation-views.ts";
import { councils } from "#use-cases/consultations/councils.ts";
import { deleteDueAnswers } from "#use-cases/consultations/delete-answers.ts";
import { treatConsultation } from "#use-cases/consultations/treat-consultation.ts";
import { overview } from "#use-cases/grants/overview.ts";
import { nextDueInstant } from "#use-cases/notices/notice-plan.ts";
import { syncProjections } from "#use-cases/projections/sync-projections.ts";
import { councilKey, sentConsultation } from "./consultation-story.ts";
import { openHarness } from "./harness.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { createWorld, danish, good, kindOf, type World } from "./world.ts";

const words = "Vi savner personlig hjælp til borgerne.";
const remark = "Indarbejdet under fokusområde 1.";

let world: World;
let memory: ReturnType<typeof inMemoryRecords>;

beforeEach(async () => {
  memory = inMemoryRecords();
  world = await createWorld({ records: memory.records, basis: memory.basis }, "2021-06-14 09:00");
});

/** One council answers with words, one without, one not at all; treated on 17-08-2021, so due on 16-08-2026. */
async function treatedConsultation(caseKey?: Key): Promise<Key> {
  const consultationKey = await sentConsultation(world, { caseKey });
  const answers = (user: string, code: string, text: string) =>
    answerConsultation(world.deps, world.as(user), {
      commandKey: world.press(),
      partyKey: councilKey(consultationKey, code),
      noComments: text === "",
      text,
      attachments: text === "" ? [] : ["Bemærkninger.pdf"],
      notCpr: false,
      replaces: undefined,
    });
  good(await answers("raad.aeldre", "ÆR", words));
  good(await answers("raad.handicap", "HR", ""));
  const officer = world.as("sagsbehandler");
  const partyKey = councilKey(consultationKey, "ÆR");
  const command = { commandKey: world.press(), partyKey, summary: "Resumé", comment: remark, changes: true };
  good(await commentAnswer(world.deps, officer, command));
  world.at("2021-08-17 15:00");
  good(await treatConsultation(world.deps, officer, { commandKey: world.press(), consultationKey }));
  return consultationKey;
}

async function audited(): Promise<void> {
  good(await createAuditDrain(world.deps)(1000));
}

const deletes = (most = 20) => deleteDueAnswers(world.deps, most);
const page = (key: Key, user = "sagsbehandler") => good(consultationPage(world.deps, world.as(user), key, "da"));
const stored = () => world.deps.records.consultationParties.all();
const waits = () => overview(world.deps, world.as("sagsbehandler")).tasks;
const everything = () => JSON.stringify([stored(), world.deps.records.consultations.all()]);

describe("R-09 the answers of a treated consultation", () => {
  it("R-09 are there the day before, with a word to who runs it, and gone on the day", async () => {
    const key = await treatedConsultation();
    await audited();
    world.at("2026-07-16 23:59");
    expect(page(key)).toMatchObject({ deleteOn: "2026-08-16", deletion: "kept" });
    expect(waits()).toEqual([]);
    world.at("2026-08-15 23:59");
    expect(good(await deletes())).toBe(0);
    expect(page(key).deletion).toBe("near");
    expect(waits()).toMatchObject([{ kind: "answers-deleted-soon", deadline: danish("2026-08-16 00:00") }]);
    expect(everything()).toContain(words);
    expect(nextDueInstant(world.deps)).toBe(danish("2026-08-16 00:00"));
    world.at("2026-08-16 00:00");
    expect(good(await deletes())).toBe(4);
    expect(stored()).toEqual([]);
    for (const gone of [words, remark, "Resumé", "Bemærkninger.pdf"]) expect(everything()).not.toContain(gone);
    expect(page(key)).toMatchObject({ deletion: "deleted", answersDeletedAt: danish("2026-08-16 00:00") });
    expect(nextDueInstant(world.deps)).toBeUndefined();
    expect(waits()).toEqual([]);
  });

  it("R-09 leave who was heard, when and how each answered, and every count as it was", async () => {
    const key = await treatedConsultation();
    await audited();
    const before = { page: page(key), list: consultationList(world.deps, world.as("direktion"), "da").items };
    world.at("2026-08-16 06:00");
    good(await deletes());
    const after = page(key);
    expect(after.consultation).toEqual(before.page.consultation);
    expect(consultationList(world.deps, world.as("direktion"), "da").items).toEqual(before.list);
    const said = ({ code, status }: (typeof after.parties)[number]) => [code, status];
    expect(after.parties.map(said)).toEqual(before.page.parties.map(said));
    const elder = after.parties.find(({ code }) => code === "ÆR");
    expect(elder?.answer).toMatchObject({ text: "", attachments: [], receivedAt: danish("2021-06-16 09:30") });
    expect(elder?.comment).toBeUndefined();
    expect(after.mayFetchNote).toBeUndefined();
    expect(kindOf(consultationReport(world.deps, world.as("sagsbehandler"), key, "Fjordkøbing"))).toBe("not-found");
    expect(page(key, "raad.aeldre").parties.map(said)).toEqual([["ÆR", "received"]]);
    const { consultationParties } = consultationRecordsNow(world.deps);
    expect(consultationParties.map(({ code }) => code).toSorted()).toEqual(["HR", "UR", "ÆR"].toSorted());
    expect(good(councils(world.deps, world.as("sagsbehandler"))).councils.map(({ code }) => code)).toContain("UR");
  });

  it("R-09 are deleted once, with one line in the log, however often it runs", async () => {
    const key = await treatedConsultation();
    await audited();
    world.at("2026-08-16 06:00");
    good(await deletes());
    const writes = memory.writes.length;
    world.at("2026-09-01 06:00");
    expect(good(await deletes())).toBe(0);
    expect(memory.writes).toHaveLength(writes);
    const lines = world.deps.records.consultations.byKey(key)?.value.log.tail ?? [];
    expect(lines.filter(({ action }) => action === "answers-deleted")).toMatchObject([
      { by: "system", detail: { parties: 3, answers: 2 } },
    ]);
    expect(page(key).timeline?.at(-1)).toMatchObject({ action: "answers-deleted" });
  });

  it("R-09 a stop between two writes shows nobody an answer, and the next run takes what is left", async () => {
    const key = await treatedConsultation();
    await audited();
    world.at("2026-08-16 06:00");
    memory.failNext("consultationParties", "unavailable");
    expect(kindOf(await deletes())).toBe("unavailable");
    expect(stored()).toHaveLength(3);
    expect(JSON.stringify(page(key))).not.toContain(words);
    expect(page(key).consultation.counts).toMatchObject({ total: 3, answered: 2 });
    expect(good(await deletes())).toBe(3);
    expect(stored()).toEqual([]);
  });

  it("R-09 a stop before the first write leaves everything", async () => {
    const key = await treatedConsultation();
    await audited();
    world.at("2026-08-16 06:00");
    memory.failNext("consultations", "unavailable");
    expect(kindOf(await deletes())).toBe("unavailable");
    expect(stored()).toHaveLength(3);
    expect(JSON.stringify(page(key))).toContain(words);
  });

  it("R-09 a party's record waits until its log is in the audit list", async () => {
    await treatedConsultation();
    world.at("2026-08-16 06:00");
    expect(good(await deletes())).toBe(1);
    expect(stored()).toHaveLength(3);
    await audited();
    expect(good(await deletes())).toBe(3);
    expect(world.deps.records.audit.all().filter(({ value }) => value.action === "answered")).toHaveLength(2);
  });

  it("R-09 R-41 wait while the case is neither decided nor closed, and the page says so", async () => {
    const theCase = decidedAt(aCase(), 1, "2021-06-15", "approved");
    good(await world.deps.records.cases.create(theCase));
    const key = await treatedConsultation(theCase.key);
    await audited();
    world.at("2026-08-16 06:00");
    expect(good(await deletes())).toBe(0);
    expect(page(key).deletion).toBe("waiting");
    const open = world.deps.records.cases.byKey(theCase.key);
    if (open === undefined) throw new Error("No case");
    const decided = decidedAt(decidedAt(heard(open.value), 3, "2021-08-17", "approved"), 4, "2021-08-24", "approved");
    const saved = good(await world.deps.records.cases.save(decided, open.version));
    expect(good(await deletes(1))).toBe(1);
    good(await world.deps.records.cases.save({ ...decided, closedAt: world.now() }, saved.version));
    expect(good(await deletes())).toBe(3);
  });

  it("R-09 many on one day are taken a few at a time, none twice", async () => {
    const keys = [await treatedConsultation(), await treatedConsultation(), await treatedConsultation()];
    await audited();
    world.at("2026-09-01 06:00");
    const runs: number[] = [];
    while (runs.at(-1) !== 0) runs.push(good(await deletes(5)));
    expect(runs).toEqual([5, 5, 2, 0]);
    expect(keys.map((key) => page(key).deletion)).toEqual(["deleted", "deleted", "deleted"]);
    expect(new Set(memory.writes.filter(({ act }) => act === "remove").map(({ key }) => key)).size).toBe(9);
  });

  it("R-09 leave SharePoint with every version of them, and no open row changes", async () => {
    const harness = await openHarness("2021-06-14 09:00");
    world = harness;
    const key = await treatedConsultation();
    await harness.settle();
    world.at("2026-08-16 06:00");
    const links = { projections: harness.sharePoint.projections, linkBase: "http://service.test/tab/" };
    const sync = () => syncProjections({ ...world.deps, ...links });
    good(await sync());
    harness.forgetGraph();
    expect(good(await deletes())).toBe(4);
    const removed = harness.graph.filter(({ method }) => method === "DELETE").map(({ path }) => path);
    expect(removed).toHaveLength(3);
    const claims = { kind: "application", appId: "00000000-0000-4000-8000-0000000000a2", roles: ["Sites.Selected"] };
    const headers = { authorization: `Bearer ${Buffer.from(JSON.stringify(claims)).toString("base64url")}` };
    for (const path of removed) {
      const versions = await harness.workspace.server.fetch(
        new Request(`http://graph.test${path}/versions`, { headers }),
      );
      expect(versions.status).toBe(404);
    }
    good(await harness.sharePoint.refreshAll());
    expect(everything()).not.toContain(words);
    expect(page(key).consultation.counts).toMatchObject({ total: 3, answered: 2 });
    harness.forgetGraph();
    good(await sync());
    expect(harness.graphWrites()).toEqual([]);
  });
});
