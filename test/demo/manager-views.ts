import { expect, test } from "vitest";
import { lightOf } from "#domain/action-plans/action-light.ts";
import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import { consultationStatus } from "#domain/consultations/consultation-status.ts";
import { isSubmitted } from "#domain/grants/application-state.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import type { DemoTenant } from "./demo-tenant.ts";
import { openView } from "./manager-view.ts";

/** Who opens the lists: a head of a centre, who has no right but to read the open site. */
const manager = "leder.sundhed";

/**
 * The four questions a manager asks SharePoint, each by one view of one open list, with rows and sums held against the
 * records they are made of. The tenant's lists are projected before.
 */
export function managerViewTests(tenantNow: () => DemoTenant): void {
  test("001-18 a manager's view tells what is in the plan: every item under its area, and those that are yellow or red", async () => {
    const tenant = tenantNow();
    const [{ value: programme } = missing("programme")] = tenant.deps.records.programmes.all();
    const items = values(tenant.deps.records.actionItems);
    const view = await openView(tenant, manager, "Handlingsplan", "Efter fokusområde");
    const inArea = (area: number) => items.filter(({ focusArea }) => focusArea === area);
    const areas = programme.focusAreas.filter(({ number }) => inArea(number).length > 0);
    expect(view.groups).toEqual(areas.map(({ number, name }) => `${number} ${name} (${inArea(number).length})`));
    const wanted = areas.flatMap(({ number }) => inArea(number).map(({ title, status }) => [title, status] as const));
    const shown = view.rows.map((row) => `${row["Indsats"]}: ${row["Status"]}`);
    expect(shown.toSorted()).toEqual(
      wanted.map(([title, status]) => `${title}: ${daActionTerms.status[status]}`).toSorted(),
    );
    const today = plainDateOf(tenant.deps.clock.now());
    const worrying = items.filter((item) => ["yellow", "red"].includes(lightOf(item, today)?.light ?? ""));
    const lights = await openView(tenant, manager, "Handlingsplan", "Gul og rød");
    expect(lights.rows.map((row) => row["Indsats"] ?? "").toSorted()).toEqual(
      worrying.map(({ title }) => title).toSorted(),
    );
  });

  test("a manager's view tells what was applied for: every approved application under its round, and the sums", async () => {
    const tenant = tenantNow();
    const pools = values(tenant.deps.records.pools);
    const handedIn = values(tenant.deps.records.applications).filter(isSubmitted);
    const view = await openView(tenant, manager, "AabneAnsoegninger");
    const rounds = pools.flatMap((pool) => pool.rounds.map((round) => ({ pool, round })));
    const sums = rounds.flatMap(({ pool, round }) => {
      const own = handedIn.filter(({ roundKey }) => roundKey === round.key);
      const askedOere = own.reduce((sum, { requestedOere }) => sum + requestedOere, 0);
      return own.length === 0
        ? []
        : [{ name: round.name, count: own.length, askedOere, grantedOere: grantedIn(pool, round) }];
    });
    expect(view.groups.toSorted()).toEqual(sums.map(({ name, count }) => `${name} (${count})`).toSorted());
    for (const { name, askedOere, grantedOere } of sums) {
      expect([name, view.sumOere("Ansøgt", name), view.sumOere("Bevilget", name)]).toEqual([
        name,
        askedOere,
        grantedOere,
      ]);
    }
    const inNumbers = view.rows.map((row) => `${row["Nummer"]} ${row["Projekt"]}`);
    expect(inNumbers.toSorted()).toEqual(handedIn.map(({ number, title }) => `${number} ${title}`).toSorted());
  });

  test("a manager's view tells which consultations are open, who has answered and who is missing", async () => {
    const tenant = tenantNow();
    const { records, clock } = tenant.deps;
    const open = values(records.consultations).filter((each) => consultationStatus(each, clock.now()) === "open");
    const view = await openView(tenant, manager, "AabneHoeringer", "Åbne høringer");
    const wanted = open.map(({ key, subject }) => {
      const parties = values(records.consultationParties).filter(({ consultationKey }) => consultationKey === key);
      const silent = parties.filter(({ answer }) => answer === undefined);
      return [
        subject,
        String(parties.length),
        String(parties.length - silent.length),
        silent.map(({ name }) => name).join(", "),
      ];
    });
    expect(view.rows.map((row) => [row["Høring"], row["Parter"], row["Svar"], row["Mangler"]])).toEqual(wanted);
  });

  test("a manager's views tell where the money is: frame, granted and rest of each round, and every movement with its balance", async () => {
    const tenant = tenantNow();
    const pools = values(tenant.deps.records.pools);
    const economy = await openView(tenant, manager, "AabneRunder", "Økonomi");
    const ledger = await openView(tenant, manager, "AabentRegnskab", "Puljernes bevægelser");
    expect(economy.groups).toHaveLength(pools.length);
    for (const pool of pools) {
      const sum = (column: string) => economy.sumOere(column, pool.title);
      const granted = pool.rounds.reduce((all, round) => all + grantedIn(pool, round), 0);
      const returned = pool.awards.reduce((all, { returnedOere }) => all + returnedOere, 0);
      const frames = pool.rounds.reduce((all, { frameOere }) => all + frameOere, 0);
      expect([sum("Ramme"), sum("Bevilget"), sum("Ikke bevilget")]).toEqual([
        frames,
        granted,
        frames - granted + returned,
      ]);
      const left = (pool.appropriation?.amountOere ?? 0) - granted + returned;
      expect(ledger.sumOere("Beløb", pool.title)).toBe(left);
      const balances = ledger.rows.filter((row) => ledger.groupOf(row) === pool.title).map((row) => row["Saldo"]);
      expect(balances.at(-1)).toBe(kroner(left));
    }
  });
}

/** What stands promised in a round, in øre; who has declined holds nothing. */
function grantedIn(pool: GrantPool, round: FundingRound): number {
  const standing = pool.awards.filter(({ roundKey, step }) => roundKey === round.key && step !== "declined");
  return standing.reduce((sum, { amountOere }) => sum + amountOere, 0);
}

function values<T>(collection: { readonly all: () => readonly { readonly value: T }[] }): readonly T[] {
  return collection.all().map(({ value }) => value);
}

/** 31.500.000 øre as the cell shows them: "315.000,00". */
function kroner(oere: number): string {
  return new Intl.NumberFormat("da-DK", { minimumFractionDigits: 2 }).format(oere / 100);
}

function missing(what: string): never {
  throw new Error(`no ${what}`);
}
