/** A value a view compares with. */
export type Operand =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "today"; readonly offsetDays: number }
  | { readonly kind: "me" };

export type Comparison = "Eq" | "Neq" | "Lt" | "Leq" | "Gt" | "Geq" | "BeginsWith" | "Contains";

/** A view's condition. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "compare"; readonly field: string; readonly is: Comparison; readonly operand: Operand }
  | { readonly kind: "in"; readonly field: string; readonly operands: readonly Operand[] }
  | { readonly kind: "null" | "not-null"; readonly field: string }
  /** Something this reader does not know: such a view shows all rows rather than wrong ones. */
  | { readonly kind: "unknown" };

export interface SortKey {
  readonly field: string;
  readonly descending: boolean;
}

/** What a view asks for, read from its CAML. */
export interface ViewQuery {
  readonly where: Condition | undefined;
  readonly orderBy: readonly SortKey[];
  readonly groupBy: readonly SortKey[];
  /** A calendar's dates, if the query asks for the rows of a month. */
  readonly overlap: { readonly start: string; readonly end: string } | undefined;
  /** Groups are folded when the view opens. */
  readonly collapsed: boolean;
}

const comparisons: readonly Comparison[] = ["Eq", "Neq", "Lt", "Leq", "Gt", "Geq", "BeginsWith", "Contains"];

/** Reads `<Where>`, `<OrderBy>` and `<GroupBy>`; broken XML is a view without query. */
export function parseViewQuery(caml: string): ViewQuery {
  const xml = new DOMParser().parseFromString(`<Query>${caml}</Query>`, "text/xml");
  const broken = xml.querySelector("parsererror") !== null;
  const part = (name: string): Element | undefined =>
    broken ? undefined : [...xml.documentElement.children].find((child) => child.tagName === name);
  const condition = part("Where")?.firstElementChild ?? undefined;
  return {
    where: condition === undefined ? undefined : readCondition(condition),
    overlap: broken ? undefined : readOverlap(xml),
    orderBy: readKeys(part("OrderBy")),
    groupBy: readKeys(part("GroupBy")),
    collapsed: part("GroupBy")?.getAttribute("Collapse")?.toUpperCase() === "TRUE",
  };
}

function readOverlap(xml: Document): ViewQuery["overlap"] {
  const [start, end] = [...xml.querySelectorAll("DateRangesOverlap > FieldRef")].map((ref) => ref.getAttribute("Name"));
  return start === null || start === undefined || end === null || end === undefined ? undefined : { start, end };
}

function readKeys(element: Element | undefined): readonly SortKey[] {
  return [...(element?.children ?? [])].map((ref) => ({
    field: ref.getAttribute("Name") ?? "",
    descending: ref.getAttribute("Ascending")?.toUpperCase() === "FALSE",
  }));
}

function readCondition(element: Element): Condition {
  const name = element.tagName;
  if (name === "And" || name === "Or") {
    return { kind: name === "And" ? "and" : "or", parts: [...element.children].map(readCondition) };
  }
  const field = element.querySelector(":scope > FieldRef")?.getAttribute("Name");
  if (field === undefined || field === null) return { kind: "unknown" };
  if (name === "IsNull") return { kind: "null", field };
  if (name === "IsNotNull") return { kind: "not-null", field };
  const operands = [...element.querySelectorAll("Value")].map(readOperand);
  if (name === "In") return { kind: "in", field, operands };
  const is = comparisons.find((comparison) => comparison === name);
  const [operand] = operands;
  return is === undefined || operand === undefined ? { kind: "unknown" } : { kind: "compare", field, is, operand };
}

function readOperand(value: Element): Operand {
  const today = value.querySelector("Today");
  if (today !== null) {
    return { kind: "today", offsetDays: Number(today.getAttribute("OffsetDays") ?? today.getAttribute("Offset") ?? 0) };
  }
  if (value.querySelector("UserID") !== null) return { kind: "me" };
  return { kind: "literal", text: value.textContent ?? "" };
}
