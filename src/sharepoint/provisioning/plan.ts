import type { ColumnBody, GraphColumn, GraphList } from "../client/lists.ts";
import { KEY_COLUMN, type WantedList } from "../lists/define-list.ts";
import { type FoundMarker, type ListMarker, markerColumn, readMarker } from "../lists/list-marker.ts";
import { type Difference, needsPerson, type SiteName } from "./difference.ts";
import { columnBody, planColumns } from "./plan-columns.ts";
import { appearanceHash, type SiteScript, siteScript } from "./site-script.ts";

/** A list of ours, or one that has its name, as it is on the site. */
export interface ActualList extends GraphList {
  readonly columns: readonly GraphColumn[];
  /** Internal names of the columns a person must fill. */
  readonly required: ReadonlySet<string>;
  /** Names of its views and internal names of its formatted columns; undefined when they were not read. */
  readonly shown: { readonly views: readonly string[]; readonly formatted: readonly string[] } | undefined;
}

/** What is on a site now. */
export interface ActualSite {
  /** The lists that carry one of our names. */
  readonly lists: readonly ActualList[];
  /** Titles of all other lists. */
  readonly otherTitles: ReadonlySet<string>;
}

export type ActualSites = Readonly<Record<SiteName, ActualSite>>;

interface OfList {
  readonly site: SiteName;
  readonly list: string;
}

export type Step =
  | (OfList & { readonly kind: "create-list"; readonly columns: readonly ColumnBody[] })
  | (OfList & { readonly kind: "add-column"; readonly column: string; readonly body: ColumnBody })
  /** Deletes a column of the wrong type and makes it anew; what it held is a copy. */
  | (OfList & {
      readonly kind: "replace-column";
      readonly column: string;
      readonly columnId: string;
      readonly body: ColumnBody;
    })
  | (OfList & {
      readonly kind: "update-column";
      readonly column: string;
      /** Undefined in a list that a former step makes. */
      readonly columnId: string | undefined;
      readonly body: ColumnBody;
    })
  /** Title and description as managers see them. */
  | (OfList & {
      readonly kind: "name-list";
      readonly body: { readonly displayName?: string; readonly description?: string };
    })
  /** Fills columns from each row's own record, or has the reconcile do it. */
  | (OfList & { readonly kind: "backfill" })
  | { readonly kind: "show-lists"; readonly site: SiteName; readonly script: SiteScript }
  /** First (appearance "0": begun) and last step of a list. */
  | (OfList & { readonly kind: "mark-list"; readonly marker: ListMarker });

export interface ProvisioningPlan {
  readonly steps: readonly Step[];
  readonly differences: readonly Difference[];
  /** The differences no step mends. */
  readonly problems: readonly Difference[];
}

interface ListPlan {
  readonly steps: readonly Step[];
  readonly differences: readonly Difference[];
  /** The steps after the site script has run. */
  readonly last: readonly Step[];
  readonly isShown: boolean;
}

/**
 * What is between the definitions and the sites; pure. Nothing that is not ours is ever in a step, and on sites of a
 * later version there are no steps at all.
 */
export function plan(wanted: readonly WantedList[], actual: ActualSites): ProvisioningPlan {
  const sites: readonly SiteName[] = ["records", "open"];
  const parts = sites.map((site) => {
    const lists = wanted.filter((list) => list.site === site);
    return planSite(site, lists, actual[site]);
  });
  const differences = parts.flatMap((part) => part.differences);
  const problems = differences.filter(needsPerson);
  const isDowngrade = problems.some(({ kind }) => kind === "list-newer");
  return { steps: isDowngrade ? [] : parts.flatMap(({ steps }) => steps), differences, problems };
}

function planSite(site: SiteName, wanted: readonly WantedList[], actual: ActualSite) {
  const plans = wanted.map((list) => planList(list, actual));
  const unshown = wanted.filter((_, index) => plans[index]?.isShown === false);
  const show: Step[] = unshown.length === 0 ? [] : [{ kind: "show-lists", site, script: siteScript(unshown) }];
  const steps = [...plans.flatMap((part) => part.steps), ...show, ...plans.flatMap(({ last }) => last)];
  return { steps, differences: plans.flatMap(({ differences }) => differences) };
}

function planList(list: WantedList, actual: ActualSite): ListPlan {
  const at = { site: list.site, list: list.name };
  const told = { ...at, title: list.title };
  const done: Step = { kind: "mark-list", ...at, marker: finished(list) };
  const stop = (difference: Difference): ListPlan => ({
    steps: [],
    differences: [difference],
    last: [],
    isShown: true,
  });
  // A site script finds lists by their title: it would dress up the stranger.
  if (actual.otherTitles.has(list.title)) return stop({ kind: "title-taken", ...told });
  const present = actual.lists.find(({ name }) => name === list.name);
  if (!present) {
    const differences: Difference[] = [{ kind: "list-missing", ...told }];
    return { steps: newList(list), differences, last: [done], isShown: isPlain(list) };
  }
  const found = readMarker(present.description, present.columns);
  const version = found.marker?.schemaVersion ?? 0;
  if (!found.marker && !hasOurKey(present)) return stop({ kind: "list-foreign", ...told });
  if (version > list.schemaVersion)
    return stop({ kind: "list-newer", ...told, found: version, known: list.schemaVersion });
  return planOwnList(list, present, found, done);
}

function planOwnList(list: WantedList, present: ActualList, found: FoundMarker, done: Step): ListPlan {
  const at = { site: list.site, list: list.name };
  const { steps, differences } = planColumns(list, present);
  const lacking = lackingAppearance(list, present);
  const state = stateOf(list, found);
  const isRemade = steps.some(({ kind }) => kind === "add-column" || kind === "replace-column");
  const begin = beginMark(list, found, isRemade);
  const naming = nameChange(list, present, found);
  const mustFill = isRemade || state.some(({ kind }) => kind === "list-older" || kind === "list-unfinished");
  const isFilled = list.rewrite === undefined || !mustFill;
  const fill: Step[] = isFilled ? [] : [{ kind: "backfill", ...at }];
  const mustShow = isRemade || lacking.length > 0 || found.marker?.appearance !== appearanceHash(list);
  const isMarked = state.length === 0 && !isRemade;
  return {
    steps: [...(begin ? [{ kind: "mark-list", ...at, marker: begin } as const] : []), ...steps, ...naming.steps],
    differences: [...state, ...differences, ...naming.differences, ...lacking],
    last: [...fill, ...(isMarked ? [] : [done])],
    isShown: isPlain(list) || !mustShow,
  };
}

/**
 * The mark to set before anything else. "Begun" brings the next run back, wherever this one is stopped; a mark that
 * stands in the description goes to its column before the description is put right.
 */
function beginMark(list: WantedList, { marker, columnId }: FoundMarker, isRemade: boolean): ListMarker | undefined {
  const schemaVersion = marker?.schemaVersion ?? list.schemaVersion;
  if (isRemade) {
    const isBegun = marker?.appearance === "0" && columnId !== undefined;
    return isBegun ? undefined : { schemaVersion, appearance: "0" };
  }
  return columnId === undefined ? marker : undefined;
}

/** What the marker says of the work on the list. */
function stateOf(list: WantedList, { marker, columnId }: FoundMarker): readonly Difference[] {
  const told = { site: list.site, list: list.name, title: list.title };
  const known = list.schemaVersion;
  const states: Difference[] = [];
  if (marker && marker.schemaVersion < known)
    states.push({ kind: "list-older", ...told, found: marker.schemaVersion, known });
  if (marker?.appearance === "0") states.push({ kind: "list-unfinished", ...told });
  else if (marker && marker.appearance !== appearanceHash(list)) states.push({ kind: "appearance-older", ...told });
  if (!marker || columnId === undefined) states.push({ kind: "marker-missing", ...told });
  return states;
}

function nameChange(list: WantedList, present: ActualList, found: FoundMarker) {
  const at = { site: list.site, list: list.name };
  const told = { ...at, title: list.title };
  const differences: Difference[] = [];
  if (present.displayName !== list.title)
    differences.push({ kind: "list-renamed", ...told, found: present.displayName });
  if (found.description !== list.description) differences.push({ kind: "description-changed", ...told });
  const body = {
    ...(present.displayName === list.title ? {} : { displayName: list.title }),
    ...(present.description === list.description ? {} : { description: list.description }),
  };
  const steps: Step[] = Object.keys(body).length === 0 ? [] : [{ kind: "name-list", ...at, body }];
  return { steps, differences };
}

function lackingAppearance(list: WantedList, { shown }: ActualList): readonly Difference[] {
  if (shown === undefined) return [];
  const told = { site: list.site, list: list.name, title: list.title };
  const views = list.views.filter(({ name }) => !shown.views.includes(name));
  const formats = Object.keys(list.formatting).filter((column) => !shown.formatted.includes(column));
  return [
    ...views.map(({ name }): Difference => ({ kind: "view-missing", ...told, view: name })),
    ...formats.map(
      (column): Difference => ({
        kind: "format-missing",
        ...told,
        column,
        heading: list.columns[column]?.title ?? column,
      }),
    ),
  ];
}

/** A new list comes with its columns; the address is made of the ASCII name, so the Danish title comes after. */
function newList(list: WantedList): readonly Step[] {
  const { site, name } = list;
  const own = Object.entries(list.columns).filter(([, { kind }]) => kind !== "title");
  const marker = markerColumn({ schemaVersion: list.schemaVersion, appearance: "0" });
  const columns = [...own.map(([column, facts]) => columnBody(column, facts)), marker];
  const title = list.columns["Title"];
  const heading: Step[] =
    title === undefined
      ? []
      : [
          {
            kind: "update-column",
            site,
            list: name,
            column: "Title",
            columnId: undefined,
            body: {
              displayName: title.title,
              description: title.description,
              ...(title.indexed === true ? { indexed: true } : {}),
            },
          },
        ];
  return [
    { kind: "create-list", site, list: name, columns },
    ...heading,
    { kind: "name-list", site, list: name, body: { displayName: list.title } },
  ];
}

function finished(list: WantedList): ListMarker {
  return { schemaVersion: list.schemaVersion, appearance: appearanceHash(list) };
}

function isPlain(list: WantedList): boolean {
  return list.views.length === 0 && Object.keys(list.formatting).length === 0;
}

/** A list whose marker somebody removed is still known by its key column, which nobody makes by chance. */
function hasOurKey({ columns }: ActualList): boolean {
  return columns.some((column) => column.name === KEY_COLUMN && column.indexed && column.enforceUniqueValues);
}
