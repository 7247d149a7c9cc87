import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyDraftFields } from "#domain/grants/draft.ts";
import { parseInstant, parsePlainDate } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { appendLog, emptyLog } from "#domain/shared/log.ts";
import { kr } from "#domain/shared/money.ts";
import { anActionItem, aProgramme } from "#test/builders/action-plans.ts";
import { aBody, aCase, bodies, decidedAt, heard } from "#test/builders/cases.ts";
import { aConsultation, aParty } from "#test/builders/consultations.ts";
import { sampleCentre, samplePool } from "#test/contract/sample-records.ts";
import { recordLists } from "./all-lists.ts";
import { KEY_COLUMN, type ListDefinition } from "./define-list.ts";
import { joinJson, partNames, splitJson } from "./json-parts.ts";
import { packJson, unpackJson } from "./pack-json.ts";

const instant = parseInstant("2022-09-01T08:00:00.000Z");
const day = parsePlainDate("2022-11-15");
if (!instant.ok || !day.ok) throw new TypeError("Not dates");
const at = instant.value;
const [pool, round, person, centre] = [keyOf("pool"), keyOf("round"), keyOf("person"), keyOf("centre")];
const log = appendLog(emptyLog, {
  commandKey: keyOf("c"),
  at,
  by: person,
  action: "made",
  detail: { n: 1, on: true, t: "x" },
});

const samples: readonly (readonly [string, () => boolean])[] = [
  ["centres", () => survives(recordLists.centres, sampleCentre("Center"))],
  ["pools", () => survives(recordLists.pools, samplePool(3))],
  ["bodies", () => survives(recordLists.bodies, bodies[1] ?? aBody("X", "X", "other"))],
  [
    "consultations",
    () =>
      survives(recordLists.consultations, {
        ...aConsultation({ message: "æ".repeat(4000), treated: { at, by: person }, deleteOn: day.value, log }),
        answersDeleted: { at, parties: Array.from({ length: 60 }, (_, n) => aParty({ code: `P${n}` })) },
        material: [{ name: "Bilag", link: "https://kommune.example/1", documentNumber: "73115/21" }],
        stepBefore: { body: "ØK", meetingOn: day.value, decidedOn: undefined },
      }),
  ],
  [
    "consultationParties",
    () => {
      const answer = {
        noComments: false,
        text: "æ".repeat(20_000),
        attachments: ["B.pdf"],
        receivedAt: at,
        by: person,
        road: "self" as const,
        registeredAt: undefined,
      };
      // Five long answers: a council that replaces its answer loses none of them.
      const earlierAnswers = Array.from({ length: 5 }, () => ({ ...answer, registeredAt: at }));
      const comment = { summary: "S", comment: "K", changes: true, by: person, at };
      return survives(recordLists.consultationParties, aParty({ answer, earlierAnswers, comment, removedAt: at, log }));
    },
  ],
  [
    "cases",
    () =>
      survives(recordLists.cases, {
        ...decidedAt(heard(aCase({ statement: "æ".repeat(70_000) })), 1, "2021-06-15", "approved", "noted"),
        number: undefined,
        attachments: [
          { number: 1, openness: "closed", title: "B", documentNumber: "73115/21", mark: "H", systemId: "3087662" },
        ],
        appropriation: { poolKey: pool, kind: "capital", amountOere: kr(600_000), financing: "rådighedsbeløb" },
        competentBodyKey: bodies[3]?.key,
        closedAt: at,
        log,
      }),
  ],
  [
    "persons",
    () =>
      survives(recordLists.persons, {
        key: person,
        objectId: "o",
        name: "Åse",
        userPrincipalName: "aase@x",
        title: "T".repeat(300),
        centreKey: centre,
        roles: ["reviewer", "chair"],
        language: "da",
        active: true,
        log,
      }),
  ],
  [
    "drafts",
    () =>
      survives(recordLists.drafts, {
        key: keyOf("draft"),
        number: "EF22-01",
        poolKey: pool,
        roundKey: round,
        ownerKey: person,
        centreKey: centre,
        fields: {
          ...emptyDraftFields,
          description: "æ".repeat(70_000),
          budgetLines: [{ id: "1", category: "other", note: "", amount: "1.000" }],
        },
        stamps: { title: at },
        createdAt: at,
        savedAt: at,
        discardedAt: undefined,
      }),
  ],
  [
    "applications",
    () =>
      survives(recordLists.applications, {
        key: keyOf("application"),
        number: "EF22-01",
        draftKey: keyOf("draft"),
        attempt: 1,
        poolKey: pool,
        roundKey: round,
        applicantKey: person,
        centreKey: centre,
        title: "En meget lang titel ".repeat(20),
        description: "linje 1\r\nlinje 2\n ~tilde ",
        focusArea: 3,
        effect: "e",
        sdgs: [3, 11],
        budgetLines: [{ category: "equipment", note: "n", amountOere: kr(5) }],
        requestedOere: kr(5),
        ownContributionOere: kr(0),
        operation: "o",
        startDate: day.value,
        endDate: undefined,
        resubmissionOf: "",
        pressedAt: at,
        approval: { at, by: person, how: "head" },
        returned: undefined,
        withdrawnAt: undefined,
        log,
      }),
  ],
  [
    "reviews",
    () =>
      survives(recordLists.reviews, {
        key: keyOf("review"),
        poolKey: pool,
        roundKey: round,
        applicationKey: keyOf("application"),
        reviewerKey: person,
        state: "given",
        answers: { scores: { a: 5 }, remarks: { a: "godt" }, support: undefined, reason: "r" },
        givenAt: at,
        late: false,
        recusal: undefined,
        log,
      }),
  ],
  [
    "programmes",
    () =>
      survives(recordLists.programmes, {
        ...aProgramme({ supersedes: ["Strategi 2016-2020"], alignedWith: ["KL"] }),
        versions: [{ number: 1, state: "provisionally-approved", at, caseKey: undefined }],
        log,
      }),
  ],
  [
    "actionItems",
    () =>
      survives(
        recordLists.actionItems,
        anActionItem({
          ownerKey: undefined,
          milestones: [{ key: keyOf("m"), title: "Udbud", due: day.value, doneOn: undefined }],
          setLight: { light: "red", reason: "120 af 410 systemer mangler ejer", by: person, at },
          // Ninety long notes: the oldest words of an item are never let go for want of room.
          notes: Array.from({ length: 90 }, (_, index) => ({ at, by: person, text: `${index} ${"æ".repeat(1900)}` })),
          applicationKey: keyOf("application"),
          log,
        }),
      ),
  ],
  [
    "senders",
    () =>
      survives(recordLists.senders, {
        key: keyOf("sender"),
        kind: "outcome",
        subjectKey: pool,
        shard: 0,
        deliveries: Array.from({ length: 200 }, (_, index) => ({
          noticeKey: keyOf("notice", index),
          recipientKey: keyOf("recipient", index),
          part: "",
          state: "sent" as const,
          at,
          conversationId: `a:${"c".repeat(60)}${index}`,
          activityId: `f:${index}`,
          cardHash: keyOf("card", index),
          closed: false,
        })),
      }),
  ],
  [
    "conversations",
    () =>
      survives(recordLists.conversations, {
        key: keyOf("conversation"),
        personKey: person,
        objectId: "o",
        serviceUrl: "https://x",
        conversationId: "a:1",
        userId: "29:1",
        botId: "28:1",
        tenantId: "t",
        locale: "da-DK",
        blockedAt: undefined,
        installedAt: at,
      }),
  ],
  [
    "needs",
    () => {
      const [key, by] = [keyOf("need"), keyOf("finder")];
      const need = { key, problem: "Besværligt", affected: "Alle", frequency: "weekly", finderKey: by } as const;
      const whole = { ...need, centreKey: keyOf("centre"), supports: [], registeredAt: at, outcome: undefined, log };
      const outcomes = [
        undefined,
        { kind: "closed", reply: "Tak", at, by },
        { kind: "action-item", actionItemKey: keyOf("item"), at, by },
        { kind: "application", draftKey: keyOf("draft"), number: "FR22-01", writerKey: by, at, by },
      ] as const;
      return outcomes.every((outcome) => survives(recordLists.needs, { ...whole, outcome }));
    },
  ],
  [
    "needForms",
    () => {
      const answers = { problem: "Halvt skrev", affected: "", frequency: "" };
      const form = { key: keyOf("form"), ownerKey: keyOf("finder"), answers, savedAt: at };
      return survives(recordLists.needForms, form);
    },
  ],
  [
    "audit",
    () => {
      const line = log.tail[0];
      return (
        line !== undefined &&
        survives(recordLists.audit, { ...line, key: keyOf("line"), recordKey: pool, recordKind: "pool" })
      );
    },
  ],
];

/** Writes and reads a record as SharePoint would give it back. */
function survives<T extends { readonly key: Key }>(list: ListDefinition<T>, value: T): boolean {
  const fields = list.encode(value);
  expect(fields).toMatchObject({ ok: true });
  const stored = Object.entries(fields.ok ? fields.value : {}).filter(([, field]) => field !== null);
  const read = list.decode({ ...Object.fromEntries(stored), [KEY_COLUMN]: value.key });
  expect(read).toEqual({ ok: true, value: { key: value.key, value } });
  return read.ok;
}

describe("record lists", () => {
  test.each(samples)("%s come back as they were written", (_, check) => {
    expect(check()).toBe(true);
  });

  test("every record list has a sample here", () => {
    expect(samples.map(([name]) => name).toSorted()).toEqual(Object.keys(recordLists).toSorted());
  });

  test("a record under another key, and one that is not of its schema, are told and not taken", () => {
    const fields = recordLists.centres.encode(sampleCentre("A"));
    const stored = fields.ok ? fields.value : {};
    expect(recordLists.centres.decode({ ...stored, [KEY_COLUMN]: keyOf("other") })).toMatchObject({ ok: false });
    const changed = {
      ...stored,
      [KEY_COLUMN]: sampleCentre("A").key,
      Indhold: String(stored["Indhold"]).replace("true", '"ja"'),
    };
    const read = recordLists.centres.decode(changed);
    expect(!read.ok && read.refusal).toEqual({ column: "Indhold", reason: "active: invalid_type" });
  });

  test("a property a former version did not have reads as nothing", () => {
    const fields = recordLists.centres.encode(sampleCentre("A"));
    const old = String(fields.ok && fields.value["Indhold"]).replace('"headKey":null,', "");
    const read = recordLists.centres.decode({ [KEY_COLUMN]: sampleCentre("A").key, Indhold: old });
    expect(read.ok && read.value.value.headKey).toBeUndefined();
  });
});

describe("JSON in columns", () => {
  test("what is packed is unpacked the same, whatever it is", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom("~", "~1", "~~value", "en tekst der går igen", "en tekst der går igen"),
    );
    const value = fc
      .jsonValue({ maxDepth: 3 })
      .chain((any) =>
        fc
          .array(fc.record({ a: text, b: fc.option(text), c: fc.constant(any) }), { maxLength: 5 })
          .map((rows) => ({ rows, any })),
      );
    fc.assert(
      fc.property(value, (any) => {
        const plain: unknown = JSON.parse(JSON.stringify(any));
        expect(unpackJson(JSON.parse(JSON.stringify(packJson(plain))))).toEqual(plain);
      }),
    );
  });

  test("pieces joined are the text, none longer than the limit, none beginning or ending in white space", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "æ", "😀", '"', ","), minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const text = `{${before} ${after}}`;
        const pieces = splitJson(text, 12, 25);
        if (!pieces.ok) return;
        expect(joinJson(pieces.value, 12)).toBe(text);
        for (const name of partNames(12)) {
          const piece = pieces.value[name] ?? "";
          expect(piece.length).toBeLessThanOrEqual(25);
          expect(piece.trim()).toBe(piece);
          expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test("what does not fit is refused with its length", () => {
    expect(splitJson("x".repeat(31), 3, 10)).toEqual({ ok: false, refusal: { length: 31 } });
    expect(splitJson("x".repeat(30), 3, 10).ok).toBe(true);
  });
});
