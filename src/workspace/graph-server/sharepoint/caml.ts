/** The parts of a view's CAML query, ready to be applied. */
export interface ViewQuery {
  readonly where: CamlCondition | undefined;
  readonly orderBy: readonly { readonly field: string; readonly ascending: boolean }[];
  readonly groupBy: readonly string[];
  /** Whether groups start closed. */
  readonly collapse: boolean;
}

const joints = ["And", "Or"] as const;
const tests = ["Eq", "Neq", "Lt", "Leq", "Gt", "Geq", "BeginsWith", "Contains", "IsNull", "IsNotNull"] as const;

export type CamlCondition =
  | { readonly kind: "joint"; readonly joint: "And" | "Or"; readonly conditions: readonly CamlCondition[] }
  /** Whether the time from one date to the other is seen in the month shown. */
  | { readonly kind: "overlap"; readonly start: string; readonly end: string }
  | { readonly kind: "test"; readonly test: CamlTest; readonly field: string; readonly value: CamlValue | undefined };

export type CamlTest = (typeof tests)[number];

export type CamlValue =
  | { readonly kind: "literal"; readonly type: string; readonly text: string }
  | { readonly kind: "today"; readonly offsetDays: number }
  | { readonly kind: "me" };

/** Raised for CAML that cannot be read; the message says where. */
export class CamlError extends Error {
  override readonly name = "CamlError";
}

/** Reads `<Where>`, `<OrderBy>` and `<GroupBy>`, bare or inside `<Query>`. An empty text is a query without parts. */
export function parseViewQuery(caml: string): ViewQuery {
  const roots = parseXml(caml).flatMap((element) => (element.name === "Query" ? element.children : [element]));
  const where = roots.find((element) => element.name === "Where");
  const orderBy = roots.find((element) => element.name === "OrderBy");
  const groupBy = roots.find((element) => element.name === "GroupBy");
  const stranger = roots.find((element) => !["Where", "OrderBy", "GroupBy"].includes(element.name));
  if (stranger) throw new CamlError(`<${stranger.name}> does not belong in a query.`);
  return {
    where: where && readCondition(onlyChild(where)),
    orderBy: (orderBy?.children ?? []).map((ref) => ({
      field: fieldOf(ref),
      ascending: ref.attributes.get("Ascending")?.toUpperCase() !== "FALSE",
    })),
    groupBy: (groupBy?.children ?? []).map(fieldOf),
    collapse: groupBy?.attributes.get("Collapse")?.toUpperCase() === "TRUE",
  };
}

/** Internal names of all columns a query looks at. */
export function fieldsOfQuery(query: ViewQuery): readonly string[] {
  const tested = query.where ? fieldsOfCondition(query.where) : [];
  return [...tested, ...query.orderBy.map((order) => order.field), ...query.groupBy];
}

function fieldsOfCondition(condition: CamlCondition): readonly string[] {
  if (condition.kind === "joint") return condition.conditions.flatMap(fieldsOfCondition);
  return condition.kind === "overlap" ? [condition.start, condition.end] : [condition.field];
}

function readCondition(element: XmlElement): CamlCondition {
  const joint = joints.find((name) => name === element.name);
  if (joint) return { kind: "joint", joint, conditions: element.children.map(readCondition) };
  if (element.name === "DateRangesOverlap") {
    const [start, end] = element.children.filter((child) => child.name === "FieldRef").map(fieldOf);
    if (start === undefined || end === undefined) throw new CamlError("<DateRangesOverlap> needs two <FieldRef>.");
    return { kind: "overlap", start, end };
  }
  const test = tests.find((name) => name === element.name);
  if (!test) throw new CamlError(`<${element.name}> is not a test this server knows.`);
  const ref = element.children.find((child) => child.name === "FieldRef");
  if (!ref) throw new CamlError(`<${element.name}> has no <FieldRef>.`);
  const value = element.children.find((child) => child.name === "Value");
  if (!value && test !== "IsNull" && test !== "IsNotNull") throw new CamlError(`<${element.name}> has no <Value>.`);
  return { kind: "test", test, field: fieldOf(ref), value: value && readValue(value) };
}

function readValue(element: XmlElement): CamlValue {
  const today = element.children.find((child) => child.name === "Today");
  if (today) return { kind: "today", offsetDays: Number(today.attributes.get("OffsetDays") ?? 0) };
  if (element.children.some((child) => child.name === "UserID")) return { kind: "me" };
  return { kind: "literal", type: element.attributes.get("Type") ?? "Text", text: element.text };
}

function fieldOf(element: XmlElement): string {
  const name = element.attributes.get("Name");
  if (element.name !== "FieldRef" || name === undefined) throw new CamlError("A <FieldRef> with a Name was expected.");
  return name;
}

function onlyChild(element: XmlElement): XmlElement {
  const [child, second] = element.children;
  if (!child || second) throw new CamlError(`<${element.name}> must hold exactly one test.`);
  return child;
}

interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const tagOrText =
  /<(?<close>\/)?(?<name>[A-Za-z]\w*)(?<attributes>(?:\s+\w+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?<empty>\/)?>|(?<text>[^<]+)/gy;

/** As much XML as CAML uses: elements, attributes, text, the five entities. */
function parseXml(source: string): readonly XmlElement[] {
  const top: XmlElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [top];
  let at = 0;
  for (const match of source.matchAll(tagOrText)) {
    at += match[0].length;
    const groups = match.groups ?? {};
    const parent = open.at(-1) ?? top;
    if (groups["text"] !== undefined) parent.text += decodeEntities(groups["text"]);
    else if (groups["close"] !== undefined) closeElement(open, groups["name"] ?? "");
    else {
      const element = {
        name: groups["name"] ?? "",
        attributes: readAttributes(groups["attributes"] ?? ""),
        children: [],
        text: "",
      };
      parent.children.push(element);
      if (groups["empty"] === undefined) open.push(element);
    }
  }
  if (at !== source.length || open.length !== 1) throw new CamlError("The query is not well-formed.");
  return top.children;
}

function closeElement(open: XmlElement[], name: string): void {
  if (open.length < 2 || open.pop()?.name !== name) throw new CamlError(`</${name}> closes nothing.`);
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(match[1] ?? "", decodeEntities(match[2] ?? match[3] ?? ""));
  }
  return attributes;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (whole, name: string) => entities[name] ?? whole);
}
