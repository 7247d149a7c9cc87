import type { WorkspacePerson } from "../../workspace-seed.ts";
import { foldCase } from "../database/open-database.ts";
import type { RoutedCall } from "../http/graph-call.ts";
import { GraphError } from "../http/graph-error.ts";
import { type Filter, parseFilter } from "../query/filter.ts";

const filterable = [
  "id",
  "displayName",
  "givenName",
  "surname",
  "mail",
  "userPrincipalName",
  "jobTitle",
  "department",
] as const;
type Property = (typeof filterable)[number];

/** The people a call asks for by `$filter`, `$search` and `$orderby`, with the directory's rules. */
export function findPeople(call: RoutedCall, people: readonly WorkspacePerson[]): readonly WorkspacePerson[] {
  const filter = call.query.get("$filter");
  const search = call.query.get("$search");
  let found = people;
  if (filter !== undefined) {
    const tree = parseFilter(filter);
    found = found.filter((person) => matches(person, tree));
  }
  if (search !== undefined) {
    requireEventual(call);
    const clauses = readSearch(search);
    found = found.filter((person) => clauses.some((clause) => clauseMatches(person, clause)));
  }
  return ordered(found, call.query.get("$orderby"));
}

export function unsupportedQuery(message: string): GraphError {
  return new GraphError(400, "Request_UnsupportedQuery", message);
}

function requireEventual(call: RoutedCall): void {
  if (call.headers.get("consistencylevel")?.toLowerCase() === "eventual") return;
  throw unsupportedQuery(
    "Request with $search query parameter only works through MSGraph with a special request header: " +
      "'ConsistencyLevel: eventual'",
  );
}

function propertyOf(name: string): Property {
  const property = filterable.find((candidate) => candidate === name);
  if (!property) throw unsupportedQuery(`Unsupported or invalid query filter clause specified for property '${name}'.`);
  return property;
}

function valueOf(person: WorkspacePerson, property: Property): string {
  return foldCase(property === "mail" ? person.userPrincipalName : person[property]);
}

function matches(person: WorkspacePerson, filter: Filter): boolean {
  if (filter.kind === "joint") {
    const left = matches(person, filter.left);
    const right = matches(person, filter.right);
    return filter.joint === "and" ? left && right : left || right;
  }
  const value = valueOf(person, propertyOf(filter.path));
  if (filter.kind === "starts-with") return value.startsWith(foldCase(filter.value));
  if (filter.operator !== "eq") throw unsupportedQuery("Unsupported query.");
  return value === foldCase(String(filter.value));
}

interface SearchClause {
  readonly property: Property;
  readonly words: readonly string[];
}

/** `"displayName:wa"`, several joined by OR; every word must begin a word of the property. */
function readSearch(search: string): readonly SearchClause[] {
  return search.split(/\s+OR\s+/).map((part) => {
    const match = /^"(\w+):([^"]*)"$/.exec(part.trim());
    if (!match) throw unsupportedQuery('Syntax error in $search: clauses must look like "displayName:text".');
    return {
      property: propertyOf(match[1] ?? ""),
      words: foldCase(match[2] ?? "")
        .split(/\s+/)
        .filter((word) => word !== ""),
    };
  });
}

function clauseMatches(person: WorkspacePerson, clause: SearchClause): boolean {
  const words = valueOf(person, clause.property).split(/[\s.@-]+/);
  return clause.words.every((wanted) => words.some((word) => word.startsWith(wanted)));
}

const danish = new Intl.Collator("da");

function ordered(people: readonly WorkspacePerson[], orderBy: string | undefined): readonly WorkspacePerson[] {
  if (orderBy === undefined) return people;
  const match = /^(?<name>displayName|userPrincipalName)(?: (?<direction>asc|desc))?$/.exec(orderBy.trim());
  if (!match) throw unsupportedQuery("Sorting not supported for current query.");
  const byName = match.groups?.["name"] === "displayName";
  const sign = match.groups?.["direction"] === "desc" ? -1 : 1;
  const key = (person: WorkspacePerson): string => (byName ? person.displayName : person.userPrincipalName);
  return people.toSorted((left, right) => sign * danish.compare(key(left), key(right)));
}
