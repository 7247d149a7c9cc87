import { beforeAll, describe, expect, it } from "vitest";
import { answerFileSchema, consultationPageSchema } from "#contract/consultations.ts";
import { problemSchema } from "#contract/problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { answerFileLibrary } from "#sharepoint/lists/all-lists.ts";
import { anAnswerFile } from "#test/builders/answer-files.ts";
import { answerConsultation } from "#use-cases/consultations/answer-consultation.ts";
import { attachFile } from "#use-cases/consultations/answer-files.ts";
import { deleteDueAnswers } from "#use-cases/consultations/delete-answers.ts";
import { treatConsultation } from "#use-cases/consultations/treat-consultation.ts";
import { councilKey, draftConsultation, sentConsultation } from "./consultation-story.ts";
import { type Harness, openHarness } from "./harness.ts";
import { good, kindOf } from "./world.ts";

const { file, base64, pdf } = anAnswerFile;
const written = { noComments: false, text: "Vi savner personlig hjælp.", attachments: [], notCpr: false };

let harness: Harness;

const filesOf = (partyKey: Key): string => `/api/parties/${partyKey}/files`;
const attaches = (user: string, partyKey: Key, body: object = { name: file.name, content: base64 }) =>
  harness.http(user, "POST", filesOf(partyKey), body);
const answers = (user: string, partyKey: Key, body: object) =>
  harness.http(user, "POST", `/api/parties/${partyKey}/answer`, { commandKey: harness.press(), ...written, ...body });
const fetches = (user: string, partyKey: Key, sha256 = file.sha256) =>
  harness.fetch(
    new Request(`http://service.test${filesOf(partyKey)}/${sha256}`, { headers: { authorization: `Bearer ${user}` } }),
  );

/** Names in the closed library, in SharePoint itself. */
async function stored(): Promise<readonly string[]> {
  const library = good(await harness.sharePoint.directory.locate(answerFileLibrary));
  const items = good(await harness.workspace.serviceClient().items(library, ["FileLeafRef"]));
  return items.map(({ fields }) => String(fields["FileLeafRef"]));
}

describe("documents that come with an answer", () => {
  beforeAll(async () => {
    harness = await openHarness("2021-06-14 09:00");
  });

  it("001-08 are attached, named by the answer, and fetched by those who read it, byte for byte", async () => {
    const consultationKey = await sentConsultation(harness);
    const [partyKey, other] = [councilKey(consultationKey, "ÆR"), councilKey(consultationKey, "HR")];
    harness.at("2021-07-02 11:20");
    const attached = await attaches("raad.aeldre", partyKey);
    expect([attached.status, answerFileSchema.parse(attached.body)]).toEqual([201, file]);
    expect(await stored()).toEqual([`${partyKey}-${file.sha256}.pdf`]);
    // Until an answer names it nobody is shown it.
    expect((await fetches("raad.aeldre", partyKey)).status).toBe(404);

    const page = consultationPageSchema.parse((await answers("raad.aeldre", partyKey, { files: [file] })).body);
    expect(page.parties[0]?.answer).toMatchObject({ attachments: [file.name], files: [file] });
    const got = await fetches("sagsbehandler", partyKey);
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "attachment; filename*=UTF-8''Bem%C3%A6rkninger.PDF",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    const readers = ["raad.aeldre", "udvalgssekretaer", "direktion", "raad.handicap", "ansoeger.sundhed"];
    const statuses = await Promise.all(readers.map(async (user) => (await fetches(user, partyKey)).status));
    expect(statuses).toEqual([200, 200, 200, 404, 404]);
    // Another party's key does not lead to it.
    expect((await fetches("raad.handicap", other)).status).toBe(404);
    expect((await fetches("sagsbehandler", partyKey, "../x")).status).toBe(404);
  });

  it("001-08 of an answer that a later one takes the place of are kept with it", async () => {
    const consultationKey = await sentConsultation(harness);
    const partyKey = councilKey(consultationKey, "ÆR");
    harness.at("2021-07-02 11:20");
    await attaches("raad.aeldre", partyKey);
    const first = consultationPageSchema.parse((await answers("raad.aeldre", partyKey, { files: [file] })).body);
    const replaces = first.parties[0]?.answer?.receivedAt;
    harness.at("2021-07-03 09:00");
    const after = consultationPageSchema.parse((await answers("raad.aeldre", partyKey, { replaces })).body);
    expect(after.parties[0]).toMatchObject({ answer: { attachments: [] }, earlierAnswers: [{ files: [file] }] });
    expect((await fetches("sagsbehandler", partyKey)).status).toBe(200);
  });

  it("R-08 are refused with what to do where they cannot be taken, and nothing is stored", async () => {
    const consultationKey = await sentConsultation(harness);
    const partyKey = councilKey(consultationKey, "ÆR");
    const before = await stored();
    const says = async (body: object) => {
      const { status, body: problem } = await attaches("raad.aeldre", partyKey, body);
      return [status, problemSchema.parse(problem).code];
    };
    expect(await says({ name: "a.exe", content: base64 })).toEqual([422, "file-kind"]);
    expect(await says({ name: "a.pdf", content: "" })).toEqual([422, "file-empty"]);
    expect(await says({ name: "010245-1234.pdf", content: base64 })).toEqual([422, "file-name"]);
    expect(await says({ name: "a.pdf", content: "JVBERi0x".repeat(800_000) })).toEqual([413, "file-body-too-large"]);
    expect(await says({ name: "a.pdf" })).toEqual([400, "malformed-body"]);
    const larger = { noComments: false, text: "x".repeat(600_000), attachments: [], notCpr: false };
    expect((await answers("raad.aeldre", partyKey, larger)).status).toBe(413);
    expect(await stored()).toEqual(before);
  });

  it("001-08 must be there when the answer names them, are ten at most, and never go with no comments", async () => {
    const consultationKey = await sentConsultation(harness);
    const partyKey = councilKey(consultationKey, "ÆR");
    const code = async (body: object) => problemSchema.parse((await answers("raad.aeldre", partyKey, body)).body).code;
    expect(await code({ files: [file] })).toBe("file-gone");
    await attaches("raad.aeldre", partyKey);
    expect(await code({ files: Array.from({ length: 11 }, () => file) })).toBe("too-many-files");
    expect(await code({ noComments: true, text: "", files: [file] })).toBe("answer-and-no-comments");
    // A letter that says so may lie with what staff register.
    const silent = councilKey(consultationKey, "UR");
    await attaches("sagsbehandler", silent);
    const when = { road: "letter", receivedOn: "2021-06-16", receivedTime: "10:00" };
    const none = { commandKey: harness.press(), ...written, noComments: true, text: "", files: [file], ...when };
    harness.at("2021-07-05 10:00");
    const registered = await harness.http("sagsbehandler", "POST", `/api/parties/${silent}/registered-answer`, none);
    expect(registered.status).toBe(200);
    // Stored for one party it is none of another's.
    const other = councilKey(consultationKey, "HR");
    const taken = await answers("raad.handicap", other, { files: [file] });
    expect(problemSchema.parse(taken.body).code).toBe("file-gone");
  });

  it("B10 are attached by the party and by those who register, while answers are taken in", async () => {
    const draft = await draftConsultation(harness);
    const content = { name: file.name, content: pdf };
    const attach = async (user: string, partyKey: Key) =>
      attachFile(harness.deps, harness.as(user), { partyKey, ...content });
    expect(kindOf(await attach("sagsbehandler", councilKey(draft, "ÆR")))).toBe("consultation-not-open-yet");
    const sent = councilKey(await sentConsultation(harness), "ÆR");
    const refusals = await Promise.all(
      ["raad.handicap", "ansoeger.sundhed", "direktion", "administrator"].map(async (user) => attach(user, sent)),
    );
    expect(refusals.map(kindOf)).toEqual(["not-found", "not-allowed", "not-allowed", "not-allowed"]);
    good(await attach("sagsbehandler", sent));
    good(await attach("puljesekretariat", sent));
  });
});

describe("R-09 documents of answers", () => {
  it("R-09 are deleted with the party's record, those no answer named among them, and no other party's", async () => {
    harness = await openHarness("2021-06-14 09:00");
    const kept = await sentConsultation(harness);
    const gone = await sentConsultation(harness);
    const officer = harness.as("sagsbehandler");
    const others = councilKey(kept, "ÆR");
    await attaches("raad.aeldre", others);
    const partyKey = councilKey(gone, "HR");
    await attaches("raad.handicap", partyKey);
    await attaches("raad.handicap", partyKey, {
      name: "Glemt.pdf",
      content: Buffer.from(`${base64}x`).toString("base64"),
    });
    await attaches("raad.handicap", partyKey, { name: "Glemt.pdf", content: Buffer.from("%PDF-2").toString("base64") });
    const command = { commandKey: harness.press(), partyKey, replaces: undefined, ...written, files: [file] };
    good(await answerConsultation(harness.deps, harness.as("raad.handicap"), command));
    expect(await stored()).toHaveLength(3);
    harness.at("2021-08-17 15:00");
    const comment = { commandKey: harness.press(), summary: "", comment: "Indarbejdet.", changes: true };
    expect((await harness.http("sagsbehandler", "PUT", `/api/parties/${partyKey}/comment`, comment)).status).toBe(200);
    good(await treatConsultation(harness.deps, officer, { commandKey: harness.press(), consultationKey: gone }));
    await harness.settle();
    harness.at("2026-08-16 00:00");
    // The first run writes what is kept; the record goes once its log is in the audit list.
    good(await deleteDueAnswers(harness.deps, 20));
    await harness.settle();
    good(await harness.sharePoint.refreshAll());
    good(await deleteDueAnswers(harness.deps, 20));
    expect(await stored()).toEqual([`${others}-${file.sha256}.pdf`]);
    expect((await fetches("sagsbehandler", partyKey)).status).toBe(404);
  });
});
