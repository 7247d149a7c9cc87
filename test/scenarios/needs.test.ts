import { beforeEach, describe, expect, it } from "vitest";
import { needsSchema } from "#contract/needs.ts";
import { needRow } from "#domain/projections/need-rows.ts";
import type { OutsideEdit } from "#domain/projections/outside-edit.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { createCardRenderer } from "#service/bot/card-renderer.ts";
import { createProgramme } from "#use-cases/action-plans/programmes.ts";
import { discardDraft } from "#use-cases/grants/discard-draft.ts";
import { closeNeed, editNeed, supportNeed } from "#use-cases/needs/answer-need.ts";
import { needRecordsNow } from "#use-cases/needs/need-sources.ts";
import { type NeedView, needsPage, needWays } from "#use-cases/needs/needs-page.ts";
import { promoteToActionItem, promoteToApplication } from "#use-cases/needs/promote-need.ts";
import { registerNeed } from "#use-cases/needs/register-need.ts";
import { saveNeedForm } from "#use-cases/needs/save-need-form.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { organisationNow } from "#use-cases/organisation/organisation-now.ts";
import { takeNeedRow } from "#use-cases/projections/take-need-row.ts";
import { search } from "#use-cases/search/search.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { type OpenRound, openRound } from "./pool-story.ts";
import { createWorld, good, kindOf, storedDraft, type World } from "./world.ts";

let world: World;
const finder = "ansoeger.sundhed";
const head = "leder.sundhed";
const answers = {
  problem: "Borgerne ringer igen, fordi de ikke kan se, hvornår vi kommer. Vi svarer på det samme hele formiddagen.",
  affected: "Borgere i hjemmeplejen",
  frequency: "daily",
};

beforeEach(async () => {
  const { records, basis } = inMemoryRecords();
  world = await createWorld({ records, basis });
});

/** The need of the tests, registered by its finder. */
async function registered(): Promise<Key> {
  return good(await registerNeed(world.deps, world.as(finder), { commandKey: world.press(), answers }));
}

/** The one need a person sees. */
function seenBy(user: string): NeedView {
  const [need] = needsPage(world.deps, world.as(user)).needs;
  if (need === undefined) throw new Error(`${user} sees no need`);
  return need;
}

async function aProgramme(): Promise<void> {
  const area = (name: string) => ({ name, klText: "", localStrategy: "", examples: [] });
  good(
    await createProgramme(world.deps, world.as("puljesekretariat"), {
      commandKey: world.press(),
      title: "Digitaliseringsprogram",
      fromYear: 2021,
      toYear: 2025,
      caseNumber: "",
      supersedes: [],
      alignedWith: [],
      organisation: "",
      steeringGroup: "",
      focusAreas: [area("Borgeren"), area("Modne teknologier")],
    }),
  );
}

describe("registering a need", () => {
  it("003-06 takes three answers from anybody, stores them with centre and needs nobody's approval", async () => {
    await registered();
    expect(seenBy(finder)).toMatchObject({
      ...answers,
      mine: true,
      status: "open",
      centreName: "Center for Sundhed og Omsorg",
    });
    expect(needsSchema.safeParse(needsPage(world.deps, world.as(finder))).success).toBe(true);
  });

  it("is done once however often the press arrives, and empties the form", async () => {
    good(await saveNeedForm(world.deps, world.as(finder), { problem: answers.problem }));
    expect(needsPage(world.deps, world.as(finder)).form.answers.problem).toBe(answers.problem);
    const command = { commandKey: world.press(), answers };
    const first = good(await registerNeed(world.deps, world.as(finder), command));
    expect(good(await registerNeed(world.deps, world.as(finder), command))).toBe(first);
    const page = needsPage(world.deps, world.as(finder));
    expect(page.needs).toHaveLength(1);
    expect(page.form.answers).toEqual({ problem: "", affected: "", frequency: "" });
  });

  it("keeps what is typed for the writer alone; R-08 a CPR number is not stored, the rest is", async () => {
    const saved = good(
      await saveNeedForm(world.deps, world.as(finder), { problem: "Fru Holm 010203-1234", affected: "Pårørende" }),
    );
    expect(saved.notStored).toEqual(["problem"]);
    expect(needsPage(world.deps, world.as(finder)).form.answers).toEqual({
      problem: "",
      affected: "Pårørende",
      frequency: "",
    });
    expect(needsPage(world.deps, world.as(head)).form.answers.affected).toBe("");
    expect(
      kindOf(
        await registerNeed(world.deps, world.as(finder), {
          commandKey: world.press(),
          answers: { ...answers, problem: "Fru Holm 010203-1234" },
        }),
      ),
    ).toBe("incomplete");
  });
});

it("is for employees: a council's member is heard in consultations instead", async () => {
  const command = { commandKey: world.press(), answers };
  expect(kindOf(await registerNeed(world.deps, world.as("raad.aeldre"), command))).toBe("not-allowed");
  expect(needsPage(world.deps, world.as("raad.aeldre")).mayRegister).toBe(false);
});

describe("a need among colleagues", () => {
  it("is supported by others and counted once, also across centres", async () => {
    const needKey = await registered();
    const says = (user: string) =>
      supportNeed(world.deps, world.as(user), { commandKey: world.press(), needKey, supports: true });
    good(await says("leder.skole"));
    good(await says("leder.skole"));
    expect(seenBy("leder.skole")).toMatchObject({ supporters: 1, otherCentres: 1, supported: true });
    expect(kindOf(await says(finder))).toBe("own-need");
  });

  it("is not there for who may not see it, and hides the finder from who may not ask more (T19)", async () => {
    const needKey = await registered();
    expect(needsPage(world.deps, world.as("tr.boern")).needs).toEqual([]);
    const command = { commandKey: world.press(), needKey, supports: true };
    expect(kindOf(await supportNeed(world.deps, world.as("tr.boern"), command))).toBe("not-found");
    expect(seenBy("leder.skole").finder).toBeUndefined();
    expect(seenBy(head).finder?.key).toBe(world.personKey(finder));
  });

  it("is found by its words by who may see it, and by nobody else (T19)", async () => {
    await registered();
    const found = (user: string) => search(world.deps, world.as(user), "ringer igen").hits.map(({ kind }) => kind);
    expect(found(finder)).toEqual(["need"]);
    expect(found("leder.skole")).toEqual(["need"]);
    expect(found("tr.boern")).toEqual([]);
  });

  it("is corrected by its finder while it is open", async () => {
    const needKey = await registered();
    const changed = { ...answers, frequency: "weekly" };
    good(await editNeed(world.deps, world.as(finder), { commandKey: world.press(), needKey, answers: changed }));
    expect(seenBy(finder).frequency).toBe("weekly");
  });
});

describe("what becomes of a need", () => {
  let round: OpenRound;
  beforeEach(async () => {
    round = await openRound(world);
  });

  const toApplication = async (needKey: Key, commandKey = world.press(), user = head) =>
    promoteToApplication(world.deps, world.as(user), {
      commandKey,
      needKey,
      roundKey: round.roundKey,
      writerKey: world.personKey(finder),
    });

  it("003-07 becomes a draft for a person of the centre, with the finder's words; the link is kept", async () => {
    const needKey = await registered();
    const press = world.press();
    good(await toApplication(needKey, press));
    good(await toApplication(needKey, press));
    expect(world.deps.records.drafts.all()).toHaveLength(1);
    const told = seenBy(finder);
    expect(told).toMatchObject({
      status: "application",
      outcome: { kind: "application", number: "FR22-01", state: "draft", writerName: seenBy(head).finder?.name },
    });
    const [draft] = world.deps.records.drafts.all();
    expect(told.outcome?.link).toBe(`/drafts/${draft?.value.key}`);
    expect(draft?.value).toMatchObject({
      ownerKey: world.personKey(finder),
      fields: { title: "Borgerne ringer igen, fordi de ikke kan se, hvornår vi kommer" },
    });
    expect(draft?.value.fields.description).toContain("Hvem rammer det? Borgere i hjemmeplejen");
  });

  it("is one thing only, and open again when the draft was discarded", async () => {
    const needKey = await registered();
    good(await toApplication(needKey));
    expect(kindOf(await toApplication(needKey))).toBe("already-settled");
    const [draft] = world.deps.records.drafts.all();
    if (draft === undefined) throw new Error("No draft");
    good(await discardDraft(world.deps, world.as(finder), draft.value.key));
    expect(seenBy(finder)).toMatchObject({ status: "open" });
    expect(seenBy(finder).outcome).toBeUndefined();
    good(await toApplication(needKey));
    const [, second] = world.deps.records.drafts.all();
    expect(second && storedDraft(world, second.value.key).number).toBe("FR22-02");
  });

  it("is carried on by who handles the centre's needs, and written by somebody of the centre", async () => {
    const needKey = await registered();
    expect(kindOf(await toApplication(needKey, world.press(), "leder.skole"))).toBe("not-allowed");
    const wrongWriter = await promoteToApplication(world.deps, world.as(head), {
      commandKey: world.press(),
      needKey,
      roundKey: round.roundKey,
      writerKey: world.personKey("leder.skole"),
    });
    expect(kindOf(wrongWriter)).toBe("no-such-writer");
    expect(world.deps.records.drafts.all()).toEqual([]);
    const ways = good(needWays(world.deps, world.as(head), needKey));
    expect(ways.rounds.map(({ key }) => key)).toEqual([round.roundKey]);
    expect(ways.writers[0]?.key).toBe(world.personKey(finder));
  });

  it("003-07 becomes an idea in the action plan, once, and the finder sees how far it is", async () => {
    await aProgramme();
    const needKey = await registered();
    const command = { commandKey: world.press(), needKey, title: "Vis ankomsttid", focusArea: 1 };
    good(await promoteToActionItem(world.deps, world.as(head), command));
    good(await promoteToActionItem(world.deps, world.as(head), command));
    const items = world.deps.records.actionItems.all().map(({ value }) => value);
    expect(items).toMatchObject([{ needKey, status: "idea", title: "Vis ankomsttid" }]);
    expect(seenBy(finder).outcome).toMatchObject({ kind: "action-item", state: "idea", title: "Vis ankomsttid" });
  });

  it("is not named anything when the item was refused", async () => {
    const needKey = await registered();
    const command = { commandKey: world.press(), needKey, title: "", focusArea: 1 };
    expect(kindOf(await promoteToActionItem(world.deps, world.as(head), command))).toBe("no-programme");
    await aProgramme();
    expect(kindOf(await promoteToActionItem(world.deps, world.as(head), command))).toBe("incomplete");
    expect(seenBy(finder).status).toBe("open");
  });

  it("is closed with a word to the finder", async () => {
    const needKey = await registered();
    const reply = "Borgerne får besked på sms fra den 1. maj.";
    good(await closeNeed(world.deps, world.as(head), { commandKey: world.press(), needKey, reply }));
    expect(seenBy(finder)).toMatchObject({ status: "closed", outcome: { reply }, may: { edit: false, handle: false } });
  });
});

describe("the open list Behov", () => {
  const row = (needKey: Key) => {
    const need = world.deps.records.needs.byKey(needKey)?.value;
    if (need === undefined) throw new Error("No need");
    return needRow(need, needRecordsNow(world.deps), organisationNow(world.deps), "link", world.now());
  };
  const edited = (needKey: Key, columns: Readonly<Record<string, unknown>>): OutsideEdit => ({
    key: keyOf("edit", JSON.stringify(columns)),
    kind: "changed",
    list: "open-needs",
    listTitle: "Behov",
    columns: Object.entries(columns).map(([name, value]) => ({ name, heading: name, value })),
    reference: "",
    route: `/needs/${needKey}`,
    rows: 1,
  });
  const take = (needKey: Key, columns: Readonly<Record<string, unknown>>, user = head) =>
    takeNeedRow(world.deps, edited(needKey, columns), world.as(user));

  it("tells managers the answers and what became of them, never who found it", async () => {
    const needKey = await registered();
    expect(row(needKey)).toMatchObject({
      Title: "Borgerne ringer igen, fordi de ikke kan se, hvornår vi kommer",
      Rammer: answers.affected,
      HvorTit: "Hver dag",
      Status: "Åbent",
      Opbakning: 0,
      Udkomme: "",
    });
    expect(JSON.stringify(row(needKey))).not.toContain("Mette");
    const round = await openRound(world);
    good(
      await promoteToApplication(world.deps, world.as(head), {
        commandKey: world.press(),
        needKey,
        roundKey: round.roundKey,
        writerKey: world.personKey(finder),
      }),
    );
    expect(row(needKey)).toMatchObject({ Status: "Ansøgning", Udkomme: "FR22-01 er under udarbejdelse" });
  });

  it("takes a correction and an answer that closes the need as the manager's own commands", async () => {
    const needKey = await registered();
    expect(good(await take(needKey, { HvorTit: "hver uge", Rammer: "Pårørende" }))).toBeUndefined();
    expect(seenBy(finder)).toMatchObject({ frequency: "weekly", affected: "Pårørende" });
    expect(good(await take(needKey, { Svar: "Det løses til sommer." }))).toBeUndefined();
    expect(seenBy(finder)).toMatchObject({ status: "closed", outcome: { reply: "Det løses til sommer." } });
    expect(row(needKey)).toMatchObject({ Status: "Lukket", Svar: "Det løses til sommer." });
    // On the next run the same edit is the same command.
    expect(good(await take(needKey, { Svar: "Det løses til sommer." }))).toBeUndefined();
    expect(good(await take(needKey, { Rammer: "Alle" }))).toMatchObject({ reason: "need-settled" });
  });

  it.each([
    [{ HvorTit: "tit" }, head, "unknown-frequency"],
    [{ Besvaerligt: "" }, head, "text-emptied"],
    [{ Svar: "Ring til 010203-1234" }, head, "cpr"],
    [{ Rammer: "Alle" }, "leder.skole", "need-not-allowed"],
  ] as const)("puts %o back with its reason", async (columns, user, reason) => {
    const needKey = await registered();
    expect(good(await take(needKey, columns, user))).toMatchObject({ reason });
    expect(seenBy(finder)).toMatchObject(answers);
  });
});

describe("telling the finder", () => {
  const news = () => noticePlan(world.deps).filter(({ kind }) => kind === "need-news");
  const cardsOf = (user: string) =>
    news()
      .filter(({ recipientKey }) => recipientKey === world.personKey(user))
      .map((notice) => createCardRenderer("app")(notice, world.deps.records, "da", world.now())?.cardJson ?? "");

  it("003-07 sends one card to the finder with what became of the need, and the reply word for word", async () => {
    world.at("2022-03-18 10:00");
    const needKey = await registered();
    expect(news()).toEqual([]);
    const reply = "Borgerne får besked på sms fra den 1. maj.";
    good(await closeNeed(world.deps, world.as(head), { commandKey: world.press(), needKey, reply }));
    const [card = "", ...more] = cardsOf(finder);
    expect(more).toEqual([]);
    expect(card).toContain("Der er svar på dit behov");
    expect(card).toContain(reply);
    expect(news().map(({ key }) => key)).toEqual(news().map(({ key }) => key));
  });

  it("tells who is to write and who found it apart, and nobody of an own act", async () => {
    const { roundKey } = await openRound(world);
    const needKey = await registered();
    const writerKey = world.personKey("ansoeger.plejecenter");
    good(
      await promoteToApplication(world.deps, world.as(head), {
        commandKey: world.press(),
        needKey,
        roundKey,
        writerKey,
      }),
    );
    expect(cardsOf(finder)[0]).toContain("Dit behov er blevet til en ansøgning");
    expect(cardsOf("ansoeger.plejecenter")[0]).toContain("Du er bedt om at skrive en ansøgning ud fra et behov");
    expect(cardsOf(head)).toEqual([]);
    const [draft] = world.deps.records.drafts.all();
    if (draft === undefined) throw new Error("No draft");
    good(await discardDraft(world.deps, world.as("ansoeger.plejecenter"), draft.value.key));
    expect(news()).toEqual([]);
  });
});
