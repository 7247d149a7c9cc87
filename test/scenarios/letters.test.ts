import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationSchema } from "#contract/applications.ts";
import { letterMediaType, letterSchema } from "#contract/letters.ts";
import { rankingSchema } from "#contract/ranking.ts";
import type { Key } from "#domain/shared/keys.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { type Harness, openHarness } from "./harness.ts";
import { type OpenRound, openRound, reviewEverything, sentSpring } from "./pool-story.ts";
import { good } from "./world.ts";

let harness: Harness;
let round: OpenRound;
let keys: readonly Key[];

/** FR22-01, awarded, and FR22-03, rejected. */
const awarded = (): Key => keys[0] as Key;
const rejected = (): Key => keys[2] as Key;

const get = async (user: string, path: string): Promise<Response> =>
  harness.fetch(new Request(`http://service.test${path}`, { headers: { authorization: `Bearer ${user}` } }));
const letter = (user: string, key: Key): Promise<Response> => get(user, `/api/applications/${key}/letter`);
const preview = (user: string, key: Key, query = ""): Promise<Response> =>
  get(user, `/api/applications/${key}/letter-preview${query}`);

/** The applicant, a head who applies elsewhere, a reviewer, the secretariat, the chair, the deputy and the directors. */
const readers = [
  "ansoeger.sundhed",
  "ansoeger.skole",
  "oekonomi",
  "puljesekretariat",
  "formand.dsg",
  "naestformand.dsg",
  "direktion",
] as const;
const statuses = async (ask: (user: string) => Promise<Response>): Promise<readonly number[]> =>
  Promise.all(readers.map(async (user) => (await ask(user)).status));

async function decide(packet: "chair" | "deputy", user: string): Promise<void> {
  const recommendation = harness.deps.records.pools.byKey(round.poolKey)?.value.recommendations[0];
  const part = recommendation?.packets.find(({ kind }) => kind === packet);
  if (recommendation === undefined || part === undefined) throw new Error("Not put up");
  const keysOf = { commandKey: harness.press(), roundKey: round.roundKey, recommendationKey: recommendation.key };
  good(await decidePacket(harness.deps, harness.as(user), { ...keysOf, packet, totalOere: part.totalOere }));
}

describe("000-18 the letters of a round", () => {
  beforeAll(async () => {
    harness = await openHarness();
    round = await openRound(harness);
    keys = await sentSpring(harness, round.roundKey);
    await reviewEverything(harness, round);
    harness.at("2022-04-21 10:00");
  });

  it("are seen before they are sent by the secretariat and the chair alone, with what is offered", async () => {
    expect(await statuses((user) => preview(user, awarded()))).toEqual([404, 404, 404, 200, 200, 404, 404]);
    expect(await statuses((user) => letter(user, awarded()))).toEqual([404, 404, 404, 404, 404, 404, 404]);
    const draft = letterSchema.parse(await (await preview("puljesekretariat", rejected())).json());
    expect(draft).toMatchObject({ isDraft: true, outcome: "rejection", municipality: "Prøve Kommune" });
    const ranking = rankingSchema.parse(
      await (await get("puljesekretariat", `/api/rounds/${round.roundKey}/ranking`)).json(),
    );
    const candidate = ranking.partialCandidate?.applicationKey as Key;
    const outcomeOf = async (query: string) =>
      letterSchema.parse(await (await preview("puljesekretariat", candidate, query)).json()).outcome;
    expect([await outcomeOf(""), await outcomeOf("?offerPartial=1")]).toEqual(["rejection", "partial-award"]);
    expect(ranking.rows.map((row) => row.letter)).toEqual(ranking.rows.map(() => "preview"));
  });

  it("cannot be had by anybody while the decision can be taken back", async () => {
    const press = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial: false, reasons: {} };
    good(await recommend(harness.deps, harness.as("puljesekretariat"), press));
    harness.at("2022-04-27 10:00");
    await decide("chair", "formand.dsg");
    await decide("deputy", "naestformand.dsg");
    expect(await statuses((user) => letter(user, awarded()))).toEqual([404, 404, 404, 404, 404, 404, 404]);
    const undoUntil = async (user: string) => {
      const list = rankingSchema.parse(await (await get(user, `/api/rounds/${round.roundKey}/ranking`)).json());
      return list.recommendation?.packets.map((packet) => packet.undoUntil);
    };
    // Half a minute, and only for who decided.
    expect(await undoUntil("formand.dsg")).toEqual(["2022-04-27T08:00:30.000Z", undefined]);
    expect(await undoUntil("puljesekretariat")).toEqual([undefined, undefined]);
  });

  it("are Word files for applicant, secretariat and chair from when they leave, and 0 Graph requests", async () => {
    harness.at("2022-04-27 10:01");
    harness.forgetGraph();
    expect(await statuses((user) => letter(user, awarded()))).toEqual([200, 404, 404, 200, 200, 404, 404]);
    const answer = await letter("ansoeger.sundhed", awarded());
    expect(answer.headers.get("content-type")).toBe(letterMediaType);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(decodeURIComponent(answer.headers.get("content-disposition") ?? "")).toMatch(
      /^attachment; filename\*=UTF-8''FR22-01 Tilsagn - [^"\\/]+\.docx$/u,
    );
    const xml = strFromU8(
      unzipSync(new Uint8Array(await answer.arrayBuffer()))["word/document.xml"] ?? new Uint8Array(),
    );
    expect(xml).toContain("27. april 2022");
    expect(xml).toContain("Prøve Kommune");
    expect(harness.graph).toEqual([]);
  });

  it("say on the pages who may fetch them, and the preview is the letter that was sent", async () => {
    const page = async (user: string) =>
      applicationSchema.parse(await (await get(user, `/api/applications/${awarded()}`)).json()).decision?.hasLetter;
    expect([await page("ansoeger.sundhed"), await page("oekonomi")]).toEqual([true, undefined]);
    const list = rankingSchema.parse(await (await get("formand.dsg", `/api/rounds/${round.roundKey}/ranking`)).json());
    expect(list.rows.find((row) => row.applicationKey === awarded())?.letter).toBe("final");
    const sent = letterSchema.parse(await (await preview("puljesekretariat", awarded())).json());
    expect(sent).toMatchObject({ isDraft: false, date: "27. april 2022" });
    expect(await statuses((user) => preview(user, awarded()))).toEqual([404, 404, 404, 200, 200, 404, 404]);
  });
});
