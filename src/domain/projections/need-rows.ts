import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import { needTitle } from "#domain/needs/carry-need.ts";
import { type Need, type NeedFrequency, needFrequencies } from "#domain/needs/need.ts";
import { daNeedTerms } from "#domain/needs/need-terms-da.ts";
import { findCentre, type Organisation } from "#domain/organisation/organisation.ts";
import { type Instant, plainDateOf } from "#domain/shared/dates.ts";
import { type Key, parseKey } from "#domain/shared/keys.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type EditRefusal, putBackFor } from "./edit-refusal.ts";
import { type NeedApplicationState, type NeedProgress, type NeedSources, needProgress } from "./need-progress.ts";
import type { OpenNeedRow } from "./open-rows.ts";
import type { EditedColumn, OutsideEdit } from "./outside-edit.ts";

/** The needs and what they have become, as projections and notices read them. */
export interface NeedRecords {
  readonly needs: readonly Need[];
  readonly needSources: NeedSources;
}

const states: Readonly<Record<NeedApplicationState, string>> = {
  draft: "er under udarbejdelse",
  sent: "er sendt ind",
  withdrawn: "er trukket",
  awarded: "har fået tilsagn",
  rejected: "har fået afslag",
  declined: "har fået tilsagn og takket nej",
};

/** A need as managers read it in SharePoint; never who found it. */
export function needRow(
  need: Need,
  { needSources }: Pick<NeedRecords, "needSources">,
  organisation: Organisation,
  link: string,
  now: Instant,
): { readonly [K in keyof OpenNeedRow]: OpenNeedRow[K] } {
  const progress = needProgress(need, needSources, now);
  return {
    Title: needTitle(need, 120),
    Besvaerligt: need.problem,
    Rammer: need.affected,
    HvorTit: daNeedTerms.frequency[need.frequency],
    Center: findCentre(organisation, need.centreKey)?.name ?? "",
    Status: daNeedTerms.status[progress.status],
    Opbakning: need.supports.length,
    Registreret: plainDateOf(need.registeredAt),
    Udkomme: outcomeText(need, progress),
    Svar: progress.status === "closed" && need.outcome?.kind === "closed" ? need.outcome.reply : "",
    Link: link,
  };
}

function outcomeText({ outcome }: Need, { status, application, actionItem }: NeedProgress): string {
  if (status === "application" && outcome?.kind === "application" && application !== undefined) {
    return `${outcome.number} ${states[application.state]}`;
  }
  return actionItem === undefined
    ? ""
    : `${actionItem.title} (${daActionTerms.status[actionItem.status].toLowerCase()})`;
}

/** What a manager has typed in a row of the open list Behov. An answer in Svar closes the need. */
export interface NeedRowEdit {
  readonly problem?: string;
  readonly affected?: string;
  readonly frequency?: NeedFrequency;
  readonly reply?: string;
}

/** The need a row of the list is about, by the link back to its page. */
export function editedNeedKey({ route }: Pick<OutsideEdit, "route">): Key | undefined {
  const [, area, key] = route.split("/");
  return area === "needs" ? parseKey(key) : undefined;
}

/** Reads every changed column; the first that cannot be read puts the whole edit back. */
export function readNeedRowEdit(columns: readonly EditedColumn[]): Result<NeedRowEdit, EditRefusal> {
  let edit: NeedRowEdit = {};
  for (const { name, value } of columns) {
    const text = typeof value === "string" ? value.trim() : "";
    if (text === "") return refuse(putBackFor("text-emptied"));
    if (name === "Besvaerligt") edit = { ...edit, problem: text };
    else if (name === "Rammer") edit = { ...edit, affected: text };
    else if (name === "Svar") edit = { ...edit, reply: text };
    else {
      const frequency = needFrequencies.find(
        (each) => name === "HvorTit" && searchKey(daNeedTerms.frequency[each]) === searchKey(text),
      );
      if (frequency === undefined) return refuse(putBackFor("unknown-frequency"));
      edit = { ...edit, frequency };
    }
  }
  return ok(edit);
}
