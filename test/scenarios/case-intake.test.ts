import { beforeEach, describe, expect, it } from "vitest";
import type { CaseReading, CreatedFromText, CreateFromTextRequest } from "#contract/case-intake.ts";
import type { Key } from "#domain/shared/keys.ts";
import { heardCaseText } from "#test/builders/case-texts.ts";
import { type Harness, openHarness } from "./harness.ts";

const path = "/api/cases/from-text";

describe("a pasted case text by HTTP", () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await openHarness("2023-03-20 09:00");
  });
  const read = (user: string, text: string, notCpr = false) =>
    harness.http(user, "POST", `${path}/reading`, { text, notCpr });

  /** What a person would send who changes nothing of the proposal. */
  async function proposed(): Promise<CreateFromTextRequest> {
    const { body } = await read("sagsbehandler", heardCaseText);
    const reading = body as CaseReading;
    return {
      textKey: harness.press(),
      fields: {
        number: reading.number?.value ?? "",
        title: reading.title?.value ?? "",
        openness: "open",
        alternativeTitle: "",
        closedReason: "",
        statement: reading.statement?.value ?? "",
        policyContext: "",
        financialConsequences: "",
        isFinancial: false,
        recommendedByRole: "",
        points: reading.points.map(({ value }) => value.text),
        attachments: [],
      },
      route: "ØK 14-03-2023, høring 28-04-2023, ØK 16-05-2023, KB 30-05-2023",
      decisions: reading.decisions.map(({ bodyKey = "", date, points }) => ({
        bodyKey,
        date: date?.value ?? "",
        points: points.map(({ value }) => ({ ...value, code: "approved" as const })),
        apologies: [],
      })),
      consultation: { parties: ["Ældrerådet", "Trafikrådet"], sentAfter: "2023-03-14", deadline: "2023-04-28" },
    };
  }
  const create = async (request: CreateFromTextRequest, user = "sagsbehandler") => {
    const answer = await harness.http(user, "POST", path, request);
    return { ...answer, body: answer.body as CreatedFromText };
  };
  const stored = () => ({
    cases: harness.deps.records.cases.all().map(({ value }) => value),
    consultations: harness.deps.records.consultations.all().map(({ value }) => value),
    parties: harness.deps.records.consultationParties.all().map(({ value }) => value),
  });

  it("001-01 is read for who may create cases, each value with its place, and stores nothing", async () => {
    const before = JSON.stringify(stored());
    const { status, body } = await read("sagsbehandler", heardCaseText);
    expect(status).toBe(200);
    const { title, route, consultation } = body as CaseReading;
    expect(heardCaseText.slice(title?.span.start, title?.span.end)).toBe(title?.value);
    expect(route.map(({ value }) => [value.code, value.date])).toEqual([
      ["ØK", "2023-03-14"],
      ["", "2023-04-28"],
      ["ØK", "2023-05-16"],
      ["KB", "2023-05-30"],
    ]);
    expect(consultation?.deadline?.value).toBe("2023-04-28");
    expect(JSON.stringify(stored())).toBe(before);
  });

  it("B10 is neither read nor made for somebody who may create no case", async () => {
    expect((await read("ansoeger.sundhed", heardCaseText)).status).toBe(403);
    const request = await proposed();
    const refused = await create(request, "ansoeger.sundhed");
    expect([refused.status, stored().cases]).toEqual([403, []]);
  });

  it.each([
    ["an empty one", " \n", "incomplete"],
    ["a longer one than is read", "a".repeat(200_001), "text-too-long"],
    ["one without a case's headings", "Kære alle\n\nHusk mødet.", "no-case"],
    ["two cases at once", `${heardCaseText}\n${heardCaseText}`, "several-cases"],
  ])("refuses %s", async (_, text, code) => {
    expect((await read("sagsbehandler", text)).body).toMatchObject({ code });
  });

  it("R-08 a text with what looks like a CPR number is read only once its reader says it is none", async () => {
    const text = `${heardCaseText}\n010203-1234`;
    expect((await read("sagsbehandler", text)).body).toMatchObject({ fields: [{ field: "text", code: "cpr" }] });
    expect((await read("sagsbehandler", text, true)).status).toBe(200);
  });

  it("001-01 001-02 makes case, route, decision and consultation once, however often it is sent", async () => {
    const request = await proposed();
    const first = await create(request);
    expect(first).toMatchObject({ status: 201, body: { parts: [{}, {}, {}, {}] } });
    expect(first.body.parts.filter(({ problem }) => problem !== undefined)).toEqual([]);
    const again = await create(request);
    expect(again.body).toEqual(first.body);
    const { cases, consultations, parties } = stored();
    expect(cases).toHaveLength(1);
    expect(cases[0]).toMatchObject({ key: first.body.caseKey, number: "23/417", steps: [{}, {}, {}, {}] });
    expect(cases[0]?.decisions.map(({ date }) => date)).toEqual(["2023-03-14"]);
    expect(consultations).toMatchObject([
      {
        caseKey: first.body.caseKey,
        deadlineOn: "2023-04-28",
        stepBefore: { body: "ØK", meetingOn: "2023-03-14", decidedOn: "2023-03-14" },
        nextStep: { body: "ØK", meetingOn: "2023-05-16" },
      },
    ]);
    expect(parties.map(({ code, name }) => [code, name])).toEqual([
      ["ÆR", "Ældrerådet"],
      ["P1", "Trafikrådet"],
    ]);
  });

  it("a part that is refused is told of, the rest is made, and the same command with it mended makes what was missing", async () => {
    const request = await proposed();
    const broken = await create({ ...request, route: "ØK, Xyz" });
    const problems = broken.body.parts.map(({ part, problem }) => [part, problem === undefined]);
    expect(problems).toEqual([
      ["route", false],
      ["decision", false],
      ["consultation", true],
      ["parties", true],
    ]);
    expect(broken.body.parts[0]?.problem).toContain("Xyz");
    const mended = await create(request);
    expect(mended.body.parts.every(({ problem }) => problem === undefined)).toBe(true);
    const { cases, consultations } = stored();
    expect([cases.length, cases[0]?.steps.length, cases[0]?.decisions.length, consultations.length]).toEqual([
      1, 4, 1, 1,
    ]);
  });

  it("001-05 makes nothing where the case itself is refused", async () => {
    const request = await proposed();
    const refused = await create({ ...request, fields: { ...request.fields, title: "" } });
    expect(refused.body).toMatchObject({ code: "incomplete", fields: [{ field: "title" }] });
    const { cases, consultations } = stored();
    expect([cases, consultations]).toEqual([[], []]);
  });

  it("what is ticked later is made beside what stands, under the same command", async () => {
    const request = await proposed();
    const made = await create({ ...request, decisions: [], consultation: undefined });
    const key: Key = harness.deps.records.cases.all()[0]?.value.key ?? harness.press();
    const again = await create(request);
    expect(again.body.caseKey).toBe(made.body.caseKey);
    expect(harness.deps.records.cases.byKey(key)?.value.decisions).toHaveLength(1);
  });
});
