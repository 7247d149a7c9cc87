import { beforeAll, describe, expect, it } from "vitest";
import type { Key } from "#domain/shared/keys.ts";
import { councilKey, sentConsultation } from "./consultation-story.ts";
import { type Harness, openHarness } from "./harness.ts";

/**
 * What each command answers each person over HTTP (B10): whoever may not know of the record is told that there is none.
 * The order of the commands is that of `commands`; none of them may go through for a person who has no right to it.
 */
const EXPECTED = {
  //                    page, answer ÆR, register, comment, include, edit, parties, send, treat
  "raad.aeldre": [200, 422, 403, 403, 403, 403, 403, 403, 403],
  "raad.handicap": [200, 404, 404, 404, 404, 403, 403, 403, 403],
  sagsbehandler: [200, 403, 422, 409, 409, 422, 422, 409, 409],
  udvalgssekretaer: [200, 403, 422, 409, 409, 422, 422, 409, 409],
  puljesekretariat: [200, 403, 422, 403, 403, 403, 403, 403, 403],
  direktion: [200, 403, 403, 403, 403, 403, 403, 403, 403],
  "ansoeger.sundhed": [200, 403, 403, 403, 403, 403, 403, 403, 403],
  administrator: [200, 403, 403, 403, 403, 403, 403, 403, 403],
} as const;

let harness: Harness;
let open: Key;
let closed: Key;

beforeAll(async () => {
  harness = await openHarness("2021-06-14 09:00");
  open = await sentConsultation(harness);
  closed = await sentConsultation(harness, { closed: true });
});

const fields = { subject: "", caseNumber: "", message: "", material: [], deadlineTime: "23:59", closed: false };

/** Each command so that it changes nothing even for who may give it. */
function commands(consultation: Key): readonly (readonly [method: string, path: string, body?: object])[] {
  const one = `/api/consultations/${consultation}`;
  const party = `/api/parties/${councilKey(consultation, "ÆR")}`;
  const answer = { noComments: false, text: "", attachments: [], notCpr: false };
  const when = { road: "email", receivedOn: "2030-01-01", receivedTime: "10:00" };
  return [
    ["GET", one],
    ["POST", `${party}/answer`, answer],
    ["POST", `${party}/registered-answer`, { ...answer, ...when }],
    ["PUT", `${party}/comment`, { summary: "", comment: "K", changes: false }],
    ["PUT", `${party}/included`, { included: true }],
    ["PUT", one, { fields }],
    [
      "PUT",
      `${one}/parties`,
      {
        parties: [{ code: "", name: "", duty: "voluntary", law: "", channel: "registered", personKeys: [], email: "" }],
      },
    ],
    ["POST", `${one}/send`, {}],
    ["POST", `${one}/treat`, {}],
  ];
}

async function statuses(user: string, consultation: Key): Promise<readonly number[]> {
  const found: number[] = [];
  for (const [method, path, body] of commands(consultation)) {
    const sent = body === undefined ? undefined : { commandKey: harness.press(), ...body };
    found.push((await harness.http(user, method, path, sent)).status);
  }
  return found;
}

describe("consultations over HTTP", () => {
  it.each(Object.entries(EXPECTED))(
    "B10 R-06 %s gets what the role allows, command by command",
    async (user, expected) => {
      expect(await statuses(user, open)).toEqual(expected);
    },
  );

  it("R-06 of a closed item nobody else learns that it is there", async () => {
    for (const user of ["ansoeger.sundhed", "administrator", "puljesekretariat", "leder.sundhed"]) {
      expect(new Set(await statuses(user, closed))).toEqual(new Set([404]));
    }
  });

  it("T22 keys of other records open nothing", async () => {
    for (const key of [councilKey(open, "ÆR"), open.replace(/./gu, "0")]) {
      expect((await harness.http("sagsbehandler", "GET", `/api/consultations/${key}`)).status).toBe(404);
    }
    const answer = { commandKey: harness.press(), noComments: true, text: "", attachments: [], notCpr: false };
    expect((await harness.http("raad.aeldre", "POST", `/api/parties/${open}/answer`, answer)).status).toBe(404);
  });

  it("001-14 the page says in whole sentences what keeps it from being treated and what there is to think of", async () => {
    const { body } = await harness.http("sagsbehandler", "GET", `/api/consultations/${open}`);
    expect(body).toMatchObject({
      treatBlocked:
        "Svarfristen er den 30. juli 2021 kl. 23.59, og Handicaprådet, Ungdomsrådet, Ældrerådet har ikke svaret endnu.",
      warnings: [{ code: "few-usable-days" }],
    });
  });
});
