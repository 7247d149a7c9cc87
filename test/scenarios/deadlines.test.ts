import { beforeEach, describe, expect, it, vi } from "vitest";
import { problemSchema } from "#contract/problem.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { closingInstant, type Instant, plusMillis } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { addRound } from "#use-cases/grants/add-round.ts";
import { at } from "../builders/clock.ts";
import { type Harness, type HttpAnswer, openHarness } from "./harness.ts";
import { filledDraft, openRound } from "./pool-story.ts";
import { danish, day, good } from "./world.ts";

const application = firstRoundApplications[0] ?? never();
let harness: Harness;
let draftKey: Key;

beforeEach(async () => {
  harness = await openHarness();
  const { roundKey } = await openRound(harness);
  draftKey = await filledDraft(harness, roundKey, application);
});

function never(): never {
  throw new Error("No application");
}

const submit = (more: Readonly<Record<string, unknown>> = {}, key = draftKey): Promise<HttpAnswer> =>
  harness.http(application.applicant, "POST", `/api/drafts/${key}/submit`, { commandKey: harness.press(), ...more });

/** A press whose body comes in pieces: `meanwhile` happens after the headers have arrived. */
async function slowSubmit(meanwhile: () => void): Promise<HttpAnswer> {
  const text = JSON.stringify({ commandKey: harness.press() });
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      meanwhile();
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
  const headers = { authorization: `Bearer ${application.applicant}`, "content-type": "application/json" };
  const init = { method: "POST", headers, body, duplex: "half" };
  const response = await harness.fetch(new Request(`http://service.test/api/drafts/${draftKey}/submit`, init));
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** When the stored application counts as sent. */
function pressedAt({ status }: HttpAnswer): string | undefined {
  expect(status).toBe(200);
  return harness.deps.records.applications.all()[0]?.value.pressedAt;
}

describe("T37 a press around midnight", () => {
  const closes = closingInstant(day("2022-03-31"));

  it("T37 begun at 23.59.58 and received at 00.00.03 is too late, and the answer says when the deadline was", async () => {
    harness.setNow(plusMillis(closes, 3000));
    const answer = await submit();
    expect(answer.status).toBe(409);
    const problem = problemSchema.parse(answer.body);
    expect([problem.code, problem.detail]).toEqual([
      "deadline-passed",
      expect.stringContaining("31. marts 2022 kl. 23.59"),
    ]);
    expect(harness.deps.records.applications.all()).toEqual([]);
  });

  it("T37 has no grace: the last millisecond is in time, the next is not", async () => {
    harness.setNow(closes);
    expect((await submit()).status).toBe(409);
    harness.setNow(plusMillis(closes, -1));
    expect(pressedAt(await submit())).toBe("2022-03-31T21:59:59.999Z");
  });

  it("T37 received at 23.59.59 counts although its body is read at 00.00.03", async () => {
    harness.setNow(plusMillis(closes, -1000));
    const sent = await slowSubmit(() => harness.setNow(plusMillis(closes, 3000)));
    expect(pressedAt(sent)).toBe("2022-03-31T21:59:59.000Z");
  });
});

describe("T36 whose clock decides", () => {
  const closes = closingInstant(day("2022-03-31"));
  it.each([-3, 3])("T36 the service's, and not a client's that is %d days wrong", async (days) => {
    const clientNow = plusMillis(closes, days * 86_400_000);
    harness.setNow(plusMillis(closes, days < 0 ? 1000 : -1000));
    const answer = await submit({ pressedAt: clientNow, now: clientNow });
    expect(answer.status).toBe(days < 0 ? 409 : 200);
  });

  it.each(["UTC", "Asia/Tokyo", "America/Los_Angeles"])("T36 and it is Danish time on a server in %s", async (zone) => {
    vi.stubEnv("TZ", zone);
    try {
      harness.setNow(at("2022-03-31T22:00:00.000Z"));
      const problem = problemSchema.parse((await submit()).body);
      expect(problem.detail).toContain("31. marts 2022 kl. 23.59");
      harness.setNow(at("2022-03-31T21:59:59.999Z"));
      expect((await submit()).status).toBe(200);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe("T34 a round that closes on the day the clock is changed", () => {
  async function draftIn(lastDay: string): Promise<Key> {
    const [pool] = harness.deps.records.pools.all();
    const round = pool?.value.rounds[0];
    if (pool === undefined || round === undefined) throw new Error("No round");
    const { key: _key, ...like } = round;
    const changed = good(
      await addRound(harness.deps, harness.as("puljesekretariat"), {
        commandKey: harness.press(),
        poolKey: pool.value.key,
        round: {
          ...like,
          code: "X27",
          opensAt: danish("2027-01-04 08:00"),
          closesAt: closingInstant(day(lastDay)),
          reviewBy: day("2027-11-17"),
          decisionOn: day("2027-11-24"),
        },
      }),
    );
    harness.at(`${lastDay} 09:00`);
    const roundKey = changed.rounds.find(({ code }) => code === "X27")?.key;
    if (roundKey === undefined) throw new Error("No round");
    return filledDraft(harness, roundKey, application);
  }

  it.each<[string, Instant]>([
    ["2027-03-28", at("2027-03-28T21:59:59.999Z")],
    ["2027-10-31", at("2027-10-31T22:59:59.999Z")],
  ])("T34 takes applications on %s until %s", async (lastDay, last) => {
    const key = await draftIn(lastDay);
    harness.setNow(plusMillis(last, 1));
    expect((await submit({}, key)).status).toBe(409);
    harness.setNow(last);
    expect((await submit({}, key)).status).toBe(200);
  });
});
