import type { ColumnBody, GraphColumn, GraphList } from "../client/lists.ts";
import { type ColumnFacts, KEY_COLUMN, type WantedList } from "../lists/define-list.ts";
import { readMarker } from "./list-marker.ts";
import { appearanceHash, type SiteScript, siteScript } from "./site-script.ts";

export type SiteName = WantedList["site"];

/** What is on the two sites now. */
export interface ActualSites {
  readonly lists: Readonly<Record<SiteName, readonly GraphList[]>>;
  /** Columns of the lists that carry one of our names, by list id. */
  readonly columns: ReadonlyMap<string, readonly GraphColumn[]>;
}

export type Step =
  | {
      readonly kind: "create-list";
      readonly site: SiteName;
      readonly list: string;
      readonly columns: readonly ColumnBody[];
    }
  | {
      readonly kind: "add-column";
      readonly site: SiteName;
      readonly list: string;
      readonly column: string;
      readonly body: ColumnBody;
    }
  | {
      readonly kind: "update-column";
      readonly site: SiteName;
      readonly list: string;
      readonly column: string;
      readonly columnId: string | undefined;
      readonly body: ColumnBody;
    }
  /** Title and description as managers see them. */
  | { readonly kind: "name-list"; readonly site: SiteName; readonly list: string; readonly displayName: string }
  | { readonly kind: "show-lists"; readonly site: SiteName; readonly script: SiteScript }
  /** The last step of a list: says that everything above is in place. */
  | { readonly kind: "mark-list"; readonly site: SiteName; readonly list: string };

/** Something provisioning must not decide alone. */
export interface ProvisioningProblem {
  readonly kind: "name-taken" | "wrong-type";
  readonly site: SiteName;
  readonly list: string;
  readonly column: string | undefined;
}

export interface ProvisioningPlan {
  readonly steps: readonly Step[];
  readonly problems: readonly ProvisioningProblem[];
}

/** What is missing between the definitions and the sites; pure. Nothing that is not ours is ever in a step. */
export function plan(wanted: readonly WantedList[], actual: ActualSites): ProvisioningPlan {
  const sites: readonly SiteName[] = ["records", "open"];
  const parts = sites.map((site) =>
    planSite(
      site,
      wanted.filter((list) => list.site === site),
      actual,
    ),
  );
  return { steps: parts.flatMap(({ steps }) => steps), problems: parts.flatMap(({ problems }) => problems) };
}

function planSite(site: SiteName, wanted: readonly WantedList[], actual: ActualSites): ProvisioningPlan {
  const parts = wanted.map((list) => planList(list, actual));
  const steps = parts.flatMap(({ steps }) => steps);
  const problems = parts.flatMap(({ problems }) => problems);
  const blocked = new Set(problems.filter(({ kind }) => kind === "name-taken").map(({ list }) => list));
  const unseen = wanted.filter((list, index) => !blocked.has(list.name) && parts[index]?.isShown === false);
  const shown = unseen.filter(({ views, formatting }) => views.length > 0 || Object.keys(formatting).length > 0);
  const show: Step[] = shown.length === 0 ? [] : [{ kind: "show-lists", site, script: siteScript(shown) }];
  const marks: Step[] = unseen.map(({ name }) => ({ kind: "mark-list", site, list: name }));
  return { steps: [...steps, ...show, ...marks], problems };
}

function planList(list: WantedList, actual: ActualSites): ProvisioningPlan & { readonly isShown: boolean } {
  const { site, name } = list;
  const present = actual.lists[site].find((other) => other.name === name);
  if (!present) return { steps: newList(list), problems: [], isShown: false };
  const { text, marker } = readMarker(present.description);
  const columns = actual.columns.get(present.id) ?? [];
  if (!marker && !columns.some((column) => column.name === KEY_COLUMN)) {
    return { steps: [], problems: [{ kind: "name-taken", site, list: name, column: undefined }], isShown: true };
  }
  const { steps, problems } = planColumns(list, columns);
  const isNamed = present.displayName === list.title;
  const naming: Step[] = isNamed ? [] : [{ kind: "name-list", site, list: name, displayName: list.title }];
  const isShown =
    marker?.schemaVersion === list.schemaVersion &&
    marker.appearance === appearanceHash(list) &&
    text === list.description;
  return { steps: [...steps, ...naming], problems, isShown };
}

/** A new list comes with its columns; the address is made of the ASCII name, so the Danish title comes after. */
function newList(list: WantedList): readonly Step[] {
  const { site, name } = list;
  const own = Object.entries(list.columns).filter(([, { kind }]) => kind !== "title");
  const title = list.columns["Title"];
  return [
    { kind: "create-list", site, list: name, columns: own.map(([column, facts]) => columnBody(column, facts)) },
    ...(title === undefined
      ? []
      : [
          {
            kind: "update-column",
            site,
            list: name,
            column: "Title",
            columnId: undefined,
            body: textsOf(title),
          } as const,
        ]),
    { kind: "name-list", site, list: name, displayName: list.title },
  ];
}

function planColumns(list: WantedList, actual: readonly GraphColumn[]): ProvisioningPlan {
  const { site, name } = list;
  const steps: Step[] = [];
  const problems: ProvisioningProblem[] = [];
  for (const [column, facts] of Object.entries(list.columns)) {
    const present = actual.find((other) => other.name === column);
    if (!present) {
      if (facts.kind !== "title")
        steps.push({ kind: "add-column", site, list: name, column, body: columnBody(column, facts) });
      continue;
    }
    const facet = Object.keys(facts.facet)[0];
    if (facts.kind !== "title" && present.facet !== facet) {
      problems.push({ kind: "wrong-type", site, list: name, column });
      continue;
    }
    const body = columnChange(facts, present);
    if (body) steps.push({ kind: "update-column", site, list: name, column, columnId: present.id, body });
  }
  return { steps, problems };
}

function columnBody(name: string, facts: ColumnFacts): ColumnBody {
  return {
    name,
    ...textsOf(facts),
    ...(facts.indexed === true ? { indexed: true } : {}),
    ...(facts.unique ? { enforceUniqueValues: true } : {}),
    ...(facts.hidden === true ? { hidden: true } : {}),
    ...facts.facet,
  };
}

function textsOf(facts: ColumnFacts): ColumnBody {
  return { displayName: facts.title, description: facts.description };
}

/** Only what differs; nothing is taken away that somebody else added (an index, a further choice). */
function columnChange(facts: ColumnFacts, present: GraphColumn): ColumnBody | undefined {
  const body: Record<string, unknown> = {};
  if (present.displayName !== facts.title) body["displayName"] = facts.title;
  if (present.description !== facts.description) body["description"] = facts.description;
  if (facts.indexed === true && !present.indexed) body["indexed"] = true;
  if (facts.unique && !present.enforceUniqueValues) body["enforceUniqueValues"] = true;
  if (facts.hidden === true && !present.hidden) body["hidden"] = true;
  const choices = missingChoices(facts, present);
  if (choices) body["choice"] = { ...present.settings, choices };
  return Object.keys(body).length === 0 ? undefined : body;
}

function missingChoices(facts: ColumnFacts, present: GraphColumn): readonly unknown[] | undefined {
  const wanted = choicesIn(facts.facet["choice"]);
  const known = choicesIn(present.settings);
  const missing = wanted.filter((choice) => !known.includes(choice));
  return missing.length === 0 ? undefined : [...known, ...missing];
}

function choicesIn(facet: unknown): readonly unknown[] {
  if (typeof facet !== "object" || facet === null || !("choices" in facet)) return [];
  return Array.isArray(facet.choices) ? facet.choices : [];
}
