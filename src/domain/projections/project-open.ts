import type { GrantApplication } from "#domain/grants/application.ts";
import { isSubmitted } from "#domain/grants/application-state.ts";
import { applicationStatus } from "#domain/grants/application-status.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import type { GrantRecords } from "#domain/grants/grant-records.ts";
import { type LedgerEntry, ledger } from "#domain/grants/ledger.ts";
import { committedOere, grantedOere, roundFrame } from "#domain/grants/pool-money.ts";
import { awardOf, awardsOf, findRound } from "#domain/grants/pool-parts.ts";
import { roundStatus } from "#domain/grants/round-status.ts";
import { daTerms } from "#domain/grants/terms-da.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import { findCentre, findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import { type Instant, plainDateOf } from "#domain/shared/dates.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { type Oere, subtractOere, sumOere } from "#domain/shared/money.ts";
import { actionRow, type PlanRecords } from "./action-rows.ts";
import { type CaseRecords, caseRow } from "./case-rows.ts";
import { type ConsultationRecords, consultationRow, isOpenConsultation } from "./consultation-rows.ts";
import { type NeedRecords, needRow } from "./need-rows.ts";
import type { OpenApplicationRow, OpenCentreRow, OpenLedgerRow, OpenRoundRow } from "./open-rows.ts";
import { ledgerWords } from "./open-words.ts";
import type { ProjectionName, ProjectionRow } from "./projection-row.ts";

/**
 * The rows of every open list (law 4): the same records and time give the same rows with the same keys, so a list that
 * was deleted comes back as it was. Never a draft, text, score or remark; applications from their head's approval on.
 *
 * @param linkBase where the tab lives, e.g. "https://fremdrift.fjordkoebing.example/tab/"; links are `#/…` below it
 */
export function projectOpen(
  records: GrantRecords & Partial<NeedRecords & PlanRecords & ConsultationRecords & CaseRecords>,
  linkBase: string,
  now: Instant,
): Readonly<Record<ProjectionName, readonly ProjectionRow[]>> {
  const { organisation, pools, applications, programmes = [], actionItems = [] } = records;
  const { needs = [], needSources } = records;
  const { consultations = [], consultationParties = [] } = records;
  const { cases = [] } = records;
  const partiesOf = groupBy(consultationParties, (party) => party.consultationKey);
  return {
    "open-centres": organisation.centres.map((centre) => row("centre", centre.key, centreRow(centre, organisation))),
    "open-rounds": pools.flatMap((pool) =>
      pool.rounds.map((round) =>
        row("round", round.key, roundRow(pool, round, applications, `${linkBase}#/rounds/${round.key}`, now)),
      ),
    ),
    "open-ledger": pools.flatMap((pool) =>
      ledger(pool).map((entry, index) => row("ledger", entry.key, ledgerRow(pool, entry, index + 1))),
    ),
    "open-applications": applications.flatMap((application) => {
      const pool = pools.find((each) => each.key === application.poolKey);
      if (!pool || !isOpen(application, pool)) return [];
      const link = `${linkBase}#/applications/${application.key}`;
      return [row("application", application.key, applicationRow(application, pool, organisation, link, now))];
    }),
    "open-needs": needs.flatMap((need) => {
      if (needSources === undefined) return [];
      const link = `${linkBase}#/needs/${need.key}`;
      return [row("need", need.key, needRow(need, { needSources }, organisation, link, now))];
    }),
    "open-action-plan": actionItems.map((item) => {
      const link = `${linkBase}#/action-items/${item.key}`;
      return row("action-item", item.key, actionRow(item, { programmes }, organisation, link, now));
    }),
    "open-consultations": consultations
      .filter((consultation) => isOpenConsultation(consultation, now))
      .map((consultation) => {
        const link = `${linkBase}#/consultations/${consultation.key}`;
        const parties = partiesOf.get(consultation.key) ?? [];
        return row("consultation", consultation.key, consultationRow(consultation, parties, organisation, link, now));
      }),
    "open-cases": cases.map((theCase) =>
      row("case", theCase.key, caseRow(theCase, organisation, `${linkBase}#/cases/${theCase.key}`)),
    ),
  };
}

/** Whether managers may read the row: handed in and approved, or named by a decision. */
function isOpen(application: GrantApplication, pool: GrantPool): boolean {
  return isSubmitted(application) || awardOf(pool, application.key) !== undefined;
}

/** The key of an item's row in the open list. */
export function openActionItemKey(itemKey: Key): Key {
  return rowKey("action-item", itemKey);
}

/** The key of a consultation's row in the open list. */
export function openConsultationKey(consultationKey: Key): Key {
  return rowKey("consultation", consultationKey);
}

/** The key of a case's row in the open list. */
export function openCaseKey(caseKey: Key): Key {
  return rowKey("case", caseKey);
}

/** The key of an application's row in the open list. */
export function openApplicationKey(applicationKey: Key): Key {
  return rowKey("application", applicationKey);
}

function rowKey(kind: string, key: Key): Key {
  return keyOf("open", kind, key);
}

function row<T extends object>(kind: string, key: Key, values: T & ProjectionRow["values"]): ProjectionRow {
  return { key: rowKey(kind, key), values };
}

type Values<T> = { readonly [K in keyof T]: T[K] };

function centreRow(centre: Centre, organisation: Organisation): Values<OpenCentreRow> {
  const head = findPerson(organisation, centre.headKey);
  return { Title: centre.name, Leder: head?.name ?? "", Aktiv: centre.active };
}

function roundRow(
  pool: GrantPool,
  round: FundingRound,
  all: readonly GrantApplication[],
  link: string,
  now: Instant,
): Values<OpenRoundRow> {
  const submitted = all.filter((each) => each.roundKey === round.key && isSubmitted(each));
  const awards = awardsOf(pool, round.key);
  return {
    Title: round.name,
    Kode: round.code,
    Pulje: pool.title,
    Status: daTerms.roundStatus[roundStatus(pool, round, submitted, now)],
    RammeKr: kroner(roundFrame(pool, round.key)),
    BevilgetKr: kroner(grantedOere(awards)),
    // A list under decision is not open: its sum takes nothing away here.
    RestKr: kroner(subtractOere(roundFrame(pool, round.key), committedOere(awards))),
    Ansoegninger: submitted.length,
    AnsoegtKr: kroner(sumOere(submitted.map((each) => each.requestedOere))),
    Aabner: round.opensAt,
    Frist: round.closesAt,
    Afgoerelse: round.decisionOn,
    Link: link,
  };
}

function ledgerRow(pool: GrantPool, entry: LedgerEntry, order: number): Values<OpenLedgerRow> {
  const round = entry.roundKey === undefined ? undefined : findRound(pool, entry.roundKey);
  const word = ledgerWords[entry.kind];
  return {
    Title: `${word} ${entry.reference === "" ? (round?.code ?? "") : entry.reference}`,
    Pulje: pool.title,
    Art: word,
    Runde: round?.name ?? "",
    Dato: plainDateOf(entry.at),
    BeloebKr: kroner(entry.amountOere),
    SaldoKr: kroner(entry.balanceOere),
    Raekkefoelge: order,
  };
}

function applicationRow(
  application: GrantApplication,
  pool: GrantPool,
  organisation: Organisation,
  link: string,
  now: Instant,
): Values<OpenApplicationRow> {
  const award = awardOf(pool, application.key);
  return {
    Title: application.title,
    Nummer: application.number,
    Runde: findRound(pool, application.roundKey)?.name ?? "",
    Pulje: pool.title,
    Center: findCentre(organisation, application.centreKey)?.name ?? "",
    Fokusomraade: daTerms.focusAreas[application.focusArea - 1] ?? "",
    AnsoegtKr: kroner(application.requestedOere),
    Status: daTerms.applicationStatus[applicationStatus(application, pool, now)],
    BevilgetKr: award && kroner(grantedOere([award])),
    Indsendt: application.pressedAt,
    Link: link,
  };
}

/** A number column of SharePoint shows kroner. */
function kroner(amount: Oere): number {
  return amount / 100;
}
