import {
  modeOf,
  modesOfGroup,
  type NoticeChoices,
  type NoticeGroup,
  type NoticeHours,
  type NoticeMode,
  noticeGroups,
} from "#domain/notices/notice-choices.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Person } from "#domain/organisation/person.ts";
import type { Key } from "#domain/shared/keys.ts";
import { appendLog } from "#domain/shared/log.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { sendingHours } from "#domain/shared/working-days.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

/** How the reader is told, group by group, and what she may choose. */
export interface NoticeChoicesView {
  readonly groups: readonly {
    readonly group: NoticeGroup;
    readonly mode: NoticeMode;
    readonly modes: readonly NoticeMode[];
  }[];
  /** Her own hours; left out where the house's hold. */
  readonly hours?: NoticeHours;
  readonly houseHours: NoticeHours;
}

/** How a person is told. 0 Graph requests. */
export function noticeChoices({ noticeChoices: chosen }: Pick<Person, "noticeChoices">): NoticeChoicesView {
  return {
    groups: noticeGroups.map((group) => ({ group, mode: modeOf(chosen, group), modes: modesOfGroup[group] })),
    ...(chosen?.hours === undefined ? {} : { hours: chosen.hours }),
    houseHours: sendingHours,
  };
}

export interface ChooseNotices extends NoticeChoices {
  readonly commandKey: Key;
}

/**
 * Remembers how the actor wants to be told; everybody chooses for themselves only, so no command names a person. One
 * write; none when it stands like that already. What is due is planned anew: the plan reads the record.
 */
export async function chooseNotices(
  { records, clock }: Deps,
  actor: Pick<Actor, "personKey">,
  { commandKey, modes, hours }: ChooseNotices,
): Promise<Result<Person, StoreFailure>> {
  const now = clock.now();
  const by = actor.personKey;
  const chosen: NoticeChoices = {
    modes: Object.fromEntries(noticeGroups.map((group) => [group, modeOf({ modes, hours }, group)])),
    hours: hours?.from === sendingHours.from && hours.until === sendingHours.until ? undefined : hours,
  };
  const saved = await commit<Person, StoreFailure>(records.persons, by, (person) => {
    if (same(person.noticeChoices, chosen)) return ok(person);
    const detail = {
      ...Object.fromEntries(noticeGroups.map((group) => [group, modeOf(chosen, group)])),
      hours: chosen.hours === undefined ? "" : `${chosen.hours.from}-${chosen.hours.until}`,
    };
    const log = appendLog(person.log, { commandKey, at: now, by, action: "notices-chosen", detail });
    return ok({ ...person, noticeChoices: chosen, log: auditedLog(records, person.key, log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}

function same(before: NoticeChoices | undefined, after: NoticeChoices): boolean {
  const isSame = noticeGroups.every((group) => modeOf(before, group) === modeOf(after, group));
  return isSame && before?.hours?.from === after.hours?.from && before?.hours?.until === after.hours?.until;
}
