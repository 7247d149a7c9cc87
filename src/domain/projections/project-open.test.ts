import { describe, expect, it } from "vitest";
import { applicationStatuses } from "#domain/grants/application.ts";
import { roundStatuses } from "#domain/grants/grant-pool.ts";
import type { GrantRecords } from "#domain/grants/grant-records.ts";
import { daTerms } from "#domain/grants/terms-da.ts";
import { kr, oere } from "#domain/shared/money.ts";
import { anActionItem, aProgramme } from "#test/builders/action-plans.ts";
import { aCase } from "#test/builders/cases.ts";
import { at, day, springClock } from "#test/builders/clock.ts";
import { aConsultation, aParty } from "#test/builders/consultations.ts";
import {
  aLine,
  anApplication,
  anAutumnRound,
  anAward,
  aPool,
  aRecommendation,
  aReview,
  aRound,
} from "#test/builders/grants.ts";
import { aKey } from "#test/builders/keys.ts";
import { aNeed, someSources } from "#test/builders/needs.ts";
import { anOrganisation, people } from "#test/builders/organisation.ts";
import type { PlanRecords } from "./action-rows.ts";
import type { CaseRecords } from "./case-rows.ts";
import type { ConsultationRecords } from "./consultation-rows.ts";
import type { NeedRecords } from "./need-rows.ts";
import { projectOpen } from "./project-open.ts";
import { projectionNames } from "./projection-row.ts";

const base = "https://fremdrift.fjordkoebing.example/tab/";
const application = anApplication();
const records = (
  overrides: Partial<GrantRecords> = {},
): GrantRecords & PlanRecords & NeedRecords & CaseRecords & ConsultationRecords => ({
  consultations: [aConsultation(), aConsultation({ key: aKey("closed item"), closed: true })],
  consultationParties: [aParty()],
  organisation: anOrganisation(),
  pools: [aPool()],
  applications: [application],
  reviews: [],
  programmes: [aProgramme()],
  actionItems: [anActionItem()],
  cases: [aCase()],
  needs: [aNeed()],
  needSources: someSources(),
  ...overrides,
});
const project = (overrides: Partial<GrantRecords> = {}, now = springClock.reviewing) =>
  projectOpen(records(overrides), base, now);

describe("open-centres", () => {
  it("name centre and head, and no head where the post is vacant", () => {
    const rows = project()["open-centres"].map((row) => row.values);
    expect(rows).toContainEqual({ Title: "Center for Sundhed og Omsorg", Leder: people.head.name, Aktiv: true });
    expect(rows).toContainEqual({ Title: "Center for It", Leder: "", Aktiv: true });
  });
});

describe("open-rounds", () => {
  it("show frame, window, applications and a link", () => {
    const waiting = anApplication({ number: "FR22-02", approval: undefined });
    expect(project({ applications: [application, waiting] })["open-rounds"][0]?.values).toEqual({
      Title: "Forår 2022",
      Kode: "FR22",
      Pulje: "Pulje til digitalisering",
      Status: "Under vurdering",
      RammeKr: 300_000,
      BevilgetKr: 0,
      RestKr: 300_000,
      Ansoegninger: 1,
      AnsoegtKr: 95_000,
      Aabner: "2022-03-01T07:00:00.000Z",
      Frist: "2022-03-31T22:00:00.000Z",
      Afgoerelse: "2022-04-27",
      Link: `${base}#/rounds/${aRound().key}`,
    });
  });

  it("tell nothing of a list under decision, and the money once it is decided", () => {
    const recommendation = aRecommendation([aLine(application)]);
    const put = project({ pools: [aPool({ recommendations: [recommendation] })] });
    expect(put["open-rounds"][0]?.values).toMatchObject({ Status: "Indstillet", BevilgetKr: 0, RestKr: 300_000 });
    const packets = recommendation.packets.map((packet) => ({ ...packet, decidedAt: springClock.deciding }));
    const decided = aPool({
      recommendations: [{ ...recommendation, packets }],
      awards: [anAward(application, { step: "closed", returnedOere: kr(1_850) })],
    });
    expect(project({ pools: [decided] })["open-rounds"][0]?.values).toMatchObject({
      Status: "Afsluttet",
      BevilgetKr: 95_000,
      RestKr: 206_850,
    });
  });
});

describe("open-applications", () => {
  const rows = (overrides: Partial<GrantRecords> = {}) =>
    project(overrides)["open-applications"].map((row) => row.values);

  it("hold what every manager may read, and nothing else", () => {
    expect(rows({ reviews: [aReview()] })).toEqual([
      {
        Title: application.title,
        Nummer: "FR22-01",
        Runde: "Forår 2022",
        Pulje: "Pulje til digitalisering",
        Center: "Center for Sundhed og Omsorg",
        Fokusomraade: "Borger, teknologi og lokaldemokrati",
        AnsoegtKr: 95_000,
        Status: "Under vurdering",
        BevilgetKr: undefined,
        Indsendt: application.pressedAt,
        Link: `${base}#/applications/${application.key}`,
      },
    ]);
  });

  it("appear with the head's approval, and go when returned or withdrawn", () => {
    const returned = { at: springClock.open, by: people.head.key, questions: "?" };
    for (const overrides of [{ approval: undefined }, { returned }, { withdrawnAt: springClock.open }]) {
      expect(rows({ applications: [anApplication(overrides)] })).toEqual([]);
    }
  });

  it("show the amount after the decision: nothing for a rejection or a declined award", () => {
    const granted = (overrides: Parameters<typeof anAward>[1]) =>
      rows({ pools: [aPool({ awards: [anAward(application, overrides)] })] })[0];
    expect(granted({})).toMatchObject({ Status: "Tilsagn", BevilgetKr: 95_000 });
    expect(granted({ outcome: "rejection", amountOere: oere(0) })).toMatchObject({ Status: "Afslag", BevilgetKr: 0 });
    expect(granted({ step: "declined" })).toMatchObject({ Status: "Takket nej", BevilgetKr: 0 });
    const late = anApplication({ withdrawnAt: springClock.deciding });
    const pools = [aPool({ awards: [anAward(late)] })];
    expect(rows({ pools, applications: [late] })).toMatchObject([{ Status: "Tilsagn" }]);
  });

  it("keep standing when round, centre or focus area are unknown, and leave out what has no pool", () => {
    const odd = anApplication({ roundKey: aKey("x"), centreKey: aKey("y"), focusArea: 9 });
    expect(rows({ applications: [odd] })).toMatchObject([{ Runde: "", Center: "", Fokusomraade: "" }]);
    expect(rows({ pools: [] })).toEqual([]);
  });
});

describe("open-ledger", () => {
  it("lists every movement in kroner with its balance", () => {
    const move = {
      key: aKey("move"),
      fromRoundKey: aRound().key,
      toRoundKey: anAutumnRound().key,
      amountOere: kr(15_000),
      decidedBy: "DSG",
      date: day("2022-08-10"),
      reason: "Rest",
    };
    const award = anAward(application, { amountOere: oere(4_500_050), decidedAt: at("2022-04-27T23:00:00.000Z") });
    const gone = { ...move, key: aKey("other"), toRoundKey: aKey("gone") };
    const pools = [aPool({ rounds: [aRound(), anAutumnRound()], moves: [move, gone], awards: [award] })];
    const rows = project({ pools })["open-ledger"].map(({ values }) => [
      values["Raekkefoelge"],
      values["Title"],
      values["Runde"],
      values["Dato"],
      values["BeloebKr"],
      values["SaldoKr"],
    ]);
    expect(rows).toEqual([
      [1, "Bevilling 21/15479", "", "2022-02-22", 600_000, 600_000],
      [2, "Tilsagn FR22-01", "Forår 2022", "2022-04-28", -45_000.5, 554_999.5],
      ...[3, 5].flatMap((order) => [
        [order, "Flyttet fra runde FR22", "Forår 2022", "2022-08-10", -15_000, 539_999.5],
        [
          order + 1,
          expect.stringMatching(/^Flyttet til runde (EF22)?$/),
          expect.any(String),
          "2022-08-10",
          15_000,
          554_999.5,
        ],
      ]),
    ]);
  });
});

describe("open-consultations", () => {
  it("R-06 count answers and name who is silent; a draft, a closed item and what was answered are not there", () => {
    const rows = project({}, at("2021-07-02T09:00:00.000Z"))["open-consultations"];
    expect(rows.map(({ values }) => values)).toMatchObject([
      { Status: "I gang", Svarfrist: "30. juli 2021 kl. 23.59", Parter: 1, Svar: 0, Mangler: "Ældrerådet" },
    ]);
    expect(rows[0]?.values["Link"]).toContain("#/consultations/");
    expect(project({}, at("2021-06-16T07:00:00.000Z"))["open-consultations"]).toEqual([]);
  });
});

describe("projectOpen", () => {
  it("gives the same rows with the same keys on every run, no key twice in a list", () => {
    const first = project();
    expect(project()).toEqual(first);
    for (const name of projectionNames) {
      const keys = first[name].map((row) => row.key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeGreaterThan(0);
    }
  });

  it("has a Danish word for every status but the draft's", () => {
    expect(Object.keys(daTerms.applicationStatus).toSorted()).toEqual(
      applicationStatuses.filter((each) => each !== "draft").toSorted(),
    );
    expect(Object.keys(daTerms.roundStatus).toSorted()).toEqual([...roundStatuses].toSorted());
  });
});
