import * as z from "zod/mini";
import { type Expression, evaluate, parseExpression } from "./format-expression.ts";
import { type FormatScope, isTrue, textOf } from "./format-scope.ts";

/** A column format, read once; see `formatCell`. */
export interface ColumnFormat {
  readonly tag: "div" | "span" | "a";
  readonly text: Expression | undefined;
  readonly style: readonly (readonly [property: string, value: Expression])[];
  readonly attributes: readonly (readonly [name: string, value: Expression])[];
  readonly children: readonly ColumnFormat[];
}

/** A format in one cell: what to draw. */
export interface FormattedNode {
  readonly tag: ColumnFormat["tag"];
  readonly text: string | undefined;
  /** React's names: backgroundColor. */
  readonly style: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly icon: string | undefined;
  readonly href: string | undefined;
  readonly title: string | undefined;
  readonly hidden: boolean;
  readonly children: readonly FormattedNode[];
}

const elementSchema = z.looseObject({
  elmType: z.string(),
  txtContent: z.optional(z.unknown()),
  style: z.optional(z.record(z.string(), z.unknown())),
  attributes: z.optional(z.record(z.string(), z.unknown())),
  children: z.optional(z.array(z.unknown())),
});

/** The style properties SharePoint lets a format set; the rest is dropped, as there. */
const styleProperties = new Set(
  `align-items background-color border border-bottom border-color border-left border-radius border-right border-style border-top
  border-width bottom box-sizing color cursor display fill flex flex-direction flex-grow flex-wrap float font-size font-style
  font-variant-numeric font-weight height justify-content left line-height margin margin-bottom margin-left margin-right margin-top
  max-height max-width min-height min-width opacity overflow padding padding-bottom padding-left padding-right padding-top position
  right text-align text-decoration text-overflow text-transform top vertical-align visibility white-space width word-break z-index`.split(
    /\s+/u,
  ),
);

/** Reads column formatting JSON (or its text); undefined if it is none. Elements that draw nothing here become spans. */
export function parseColumnFormat(json: unknown): ColumnFormat | undefined {
  const element = elementSchema.safeParse(json);
  if (!element.success || element.data.elmType === "img") return undefined;
  const { elmType, txtContent, style = {}, attributes = {}, children = [] } = element.data;
  return {
    tag: elmType === "a" || elmType === "div" ? elmType : "span",
    text: txtContent === undefined ? undefined : parseExpression(txtContent),
    style: Object.entries(style)
      .filter(([property]) => styleProperties.has(property))
      .map(([property, value]) => [camelCase(property), parseExpression(value)]),
    attributes: Object.entries(attributes).map(([name, value]) => [name, parseExpression(value)]),
    children: children.map(parseColumnFormat).filter((child) => child !== undefined),
  };
}

/** What a format draws in one cell. Addresses other than web and mail, and styles that fetch something, are left out. */
export function formatCell(format: ColumnFormat, scope: FormatScope): FormattedNode {
  const text = (expression: Expression): string => textOf(evaluate(expression, scope), scope);
  const attributes = new Map(format.attributes.map(([name, value]) => [name, text(value)]));
  const href = attributes.get("href");
  const style = format.style
    .map(([property, value]) => [property, text(value)] as const)
    .filter(([, value]) => value !== "" && !/url\(|expression\(|[{}<>;]/iu.test(value));
  return {
    tag: format.tag,
    text: format.text === undefined ? undefined : shownText(format.text, scope),
    style: Object.fromEntries(style),
    classes: (attributes.get("class") ?? "").split(/\s+/u).filter((name) => name !== ""),
    icon: attributes.get("iconName") === "" ? undefined : attributes.get("iconName"),
    href: href !== undefined && /^(?:https?:|mailto:)/iu.test(href) ? href : undefined,
    title: attributes.get("title"),
    hidden: attributes.get("aria-hidden") === "true",
    children: format.children.map((child) => formatCell(child, scope)),
  };
}

/** A bare `@currentField` shows a date the way the column does; numbers stay raw, as in SharePoint. */
function shownText(expression: Expression, scope: FormatScope): string {
  const value = evaluate(expression, scope);
  return expression.kind === "name" && value instanceof Date
    ? scope.displayValue(scope.currentField)
    : textOf(value, scope);
}

const rowFormatSchema = z.looseObject({ additionalRowClass: z.optional(z.unknown()) });

/** The classes a view's formatting gives a row. */
export function rowClasses(json: unknown, scope: FormatScope): readonly string[] {
  const parsed = rowFormatSchema.safeParse(json);
  if (!parsed.success || parsed.data.additionalRowClass === undefined) return [];
  const value = evaluate(parseExpression(parsed.data.additionalRowClass), scope);
  return isTrue(value) ? textOf(value, scope).split(/\s+/u) : [];
}

function camelCase(property: string): string {
  return property.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
