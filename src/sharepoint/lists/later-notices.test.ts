import { describe, expect, test } from "vitest";
import type { SenderRecord } from "#domain/notices/sender-record.ts";
import type { Person } from "#domain/organisation/person.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { good } from "#test/scenarios/world.ts";
import type { ListDefinition } from "./define-list.ts";
import { personList } from "./organisation-lists.ts";
import { senderList } from "./service-lists.ts";

/** The stored item of a record, its JSON changed as a later version would have written it. */
function stored<T extends { readonly key: string }>(
  list: ListDefinition<T>,
  value: T,
  change: (json: string) => string,
) {
  const fields = good(list.encode(value));
  return { ...fields, Noegle: value.key, Indhold: change(String(fields["Indhold"])) };
}

const sender: SenderRecord = {
  key: keyOf("sender", 1),
  kind: "outcome",
  subjectKey: keyOf("application", 1),
  shard: 0,
  deliveries: [],
};
const person: Person = {
  key: keyOf("person", 1),
  objectId: "",
  name: "Karin Thorup",
  userPrincipalName: "",
  title: "",
  centreKey: keyOf("centre", 1),
  roles: [],
  language: "da",
  active: true,
  log: emptyLog,
};

describe("what a later version wrote about notices", () => {
  test("T53 a kind that is not known makes one record unreadable, and needs no other version of the list", () => {
    expect(senderList.decode(stored(senderList, sender, (json) => json)).ok).toBe(true);
    const later = stored(senderList, sender, (json) => json.replace('"outcome"', '"later-kind"'));
    const read = senderList.decode(later);
    expect(read.ok ? "" : read.refusal.reason).toMatch(/^kind/u);
  });

  test("T53 a way of being told that is not known counts as nothing chosen, and the person is known", () => {
    const chosen = { ...person, noticeChoices: { modes: { requests: "tab" }, hours: undefined } } as const;
    const later = stored(personList, chosen, (json) => json.replace('"tab"', '"by-post"'));
    expect(good(personList.decode(later)).value.noticeChoices?.modes.requests).toBeUndefined();
    const known = stored(personList, chosen, (json) => json);
    expect(good(personList.decode(known)).value.noticeChoices?.modes.requests).toBe("tab");
  });

  test("T53 a person an earlier version wrote has chosen nothing", () => {
    const earlier = stored(personList, person, (json) => json.replace(/"noticeChoices":null,?/u, ""));
    expect(good(personList.decode(earlier)).value.noticeChoices).toBeUndefined();
  });
});
