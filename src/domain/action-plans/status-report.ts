import { findCentre, findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import { type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import { type ActionItem, type ActionLight, type ActionStatus, actionLights, actionStatuses } from "./action-item.ts";
import { daysSinceUpdate, lightOf, nextMilestone } from "./action-light.ts";
import { daActionTerms } from "./action-terms-da.ts";
import { lightSentence } from "./light-sentence.ts";
import type { Programme } from "./programme.ts";

/** One item of the report; texts are Danish, as the report is the municipality's own document. */
export interface StatusReportRow {
  readonly title: string;
  readonly status: string;
  /** "" where no work is expected. */
  readonly light: string;
  /** Why the light is what it is, the worst reason first; "" where nothing speaks against green. */
  readonly reasons: string;
  readonly ownerRole: string;
  /** "" while nobody holds the role; "Ejeren er fratrådt" once the owner has left. */
  readonly owner: string;
  readonly centre: string;
  readonly focusArea: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly milestone: string;
  readonly milestoneDue: PlainDate | undefined;
  readonly updatedOn: PlainDate;
  readonly daysSinceUpdate: number;
  readonly lastNote: string;
}

/** The plan on one day, by focus area, for the steering group. */
export interface StatusReport {
  readonly municipality: string;
  readonly programme: string;
  readonly date: PlainDate;
  /** How many of each status and light there are, in their order, those without any too. */
  readonly statuses: readonly (readonly [name: string, count: number])[];
  readonly lights: readonly (readonly [name: string, count: number])[];
  readonly areas: readonly { readonly title: string; readonly rows: readonly StatusReportRow[] }[];
  /** Without its ending. */
  readonly fileName: string;
}

export interface StatusReportParts {
  readonly municipality: string;
  readonly programme: Pick<Programme, "title" | "focusAreas">;
  readonly items: readonly ActionItem[];
  readonly organisation: Organisation;
  readonly today: PlainDate;
}

/** What the status report says on a day: counts first, then each focus area in KL's order, an empty one too. */
export function statusReport({ municipality, programme, items, organisation, today }: StatusReportParts): StatusReport {
  const lights = items.map((item) => lightOf(item, today)?.light);
  return {
    municipality,
    programme: programme.title,
    date: today,
    statuses: actionStatuses.map((status) => [daActionTerms.status[status], countOf(items, status)]),
    lights: actionLights.map((light) => [daActionTerms.light[light], lightsOf(lights, light)]),
    areas: programme.focusAreas
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, name }) => {
        const title = `${number}. ${name}`;
        const own = items.filter(({ focusArea }) => focusArea === number);
        const sorted = own.toSorted((a, b) => compareDanish(a.title, b.title));
        return { title, rows: sorted.map((item) => rowOf(item, title, organisation, today)) };
      }),
    fileName: `Statusrapport ${today}`,
  };
}

function rowOf(item: ActionItem, focusArea: string, organisation: Organisation, today: PlainDate): StatusReportRow {
  const light = lightOf(item, today);
  const next = nextMilestone(item);
  return {
    title: item.title,
    status: daActionTerms.status[item.status],
    light: light === undefined ? "" : daActionTerms.light[light.light],
    reasons: (light?.reasons ?? []).map((reason) => lightSentence(reason, "da")).join(" "),
    ownerRole: item.ownerRole,
    owner: ownerOf(item, organisation),
    centre: findCentre(organisation, item.centreKey)?.name ?? "",
    focusArea,
    from: item.from,
    to: item.to,
    milestone: next?.title ?? "",
    milestoneDue: next?.due,
    updatedOn: plainDateOf(item.updatedAt),
    daysSinceUpdate: daysSinceUpdate(item, today),
    lastNote: item.notes.at(-1)?.text ?? "",
  };
}

function ownerOf({ ownerKey }: ActionItem, organisation: Organisation): string {
  if (ownerKey === undefined) return "";
  const owner = findPerson(organisation, ownerKey);
  return owner?.active === true ? owner.name : "Ejeren er fratrådt";
}

function countOf(items: readonly ActionItem[], wanted: ActionStatus): number {
  return items.filter(({ status }) => status === wanted).length;
}

function lightsOf(lights: readonly (ActionLight | undefined)[], wanted: ActionLight): number {
  return lights.filter((light) => light === wanted).length;
}
