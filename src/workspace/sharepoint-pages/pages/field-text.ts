import * as z from "zod/mini";
import { dateFormat, numberFormat } from "./intl-formats.ts";
import type { Column } from "./list-model.ts";

/** How values are written for people: locale and the site's time zone. */
export interface TextStyle {
  readonly locale: string;
  readonly timeZone: string;
  readonly yes: string;
  readonly no: string;
}

const linkSchema = z.looseObject({ Url: z.string(), Description: z.optional(z.string()) });
const lookupsSchema = z.array(z.looseObject({ LookupValue: z.optional(z.string()) }));

/** A value as SharePoint writes it; "" for nothing. */
export function fieldText(
  column: Pick<Column, "kind" | "decimals" | "percentage">,
  value: unknown,
  style: TextStyle,
): string {
  if (value === undefined || value === null || value === "") return "";
  if (typeof value === "number" && column.kind === "number") return numberText(column, value, style.locale);
  if (typeof value === "string" && (column.kind === "date" || column.kind === "date-time"))
    return dateText(column.kind, value, style);
  if (typeof value === "boolean") return value ? style.yes : style.no;
  if (typeof value === "string" || typeof value === "number") return String(value);
  return objectText(value);
}

function objectText(value: unknown): string {
  const link = linkSchema.safeParse(value);
  if (link.success) return link.data.Description ?? link.data.Url;
  const lookups = lookupsSchema.safeParse(value);
  if (lookups.success && lookups.data.some(({ LookupValue }) => LookupValue !== undefined)) {
    return lookups.data.map(({ LookupValue }) => LookupValue ?? "").join("; ");
  }
  return Array.isArray(value) ? value.filter((part) => typeof part === "string").join("; ") : "";
}

function numberText(
  { decimals, percentage }: Pick<Column, "decimals" | "percentage">,
  value: number,
  locale: string,
): string {
  const digits = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberFormat(locale, { style: percentage ? "percent" : "decimal", ...digits }).format(value);
}

function dateText(kind: "date" | "date-time", value: string, { locale, timeZone }: TextStyle): string {
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) return value;
  const time = kind === "date" ? {} : ({ hour: "2-digit", minute: "2-digit" } as const);
  return dateFormat(locale, {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    ...time,
    timeZone,
  }).format(instant);
}

/** The address in a hyperlink column, or in a text that is nothing but an https address. */
export function linkOf(value: unknown): string | undefined {
  const link = linkSchema.safeParse(value);
  const url = link.success ? link.data.Url : value;
  return typeof url === "string" && /^https?:\/\/\S+$/u.test(url) ? url : undefined;
}

/** Links into Teams open in the host at hand, as the persona who follows them. */
export function hostLink(url: string, hostOrigin: string, userPrincipalName: string): string {
  const address = URL.parse(url);
  const isTeams = address !== null && ["teams.microsoft.com", "teams.cloud.microsoft"].includes(address.hostname);
  if (!isTeams || !address.pathname.startsWith("/l/")) return url;
  const query = new URLSearchParams(address.search);
  query.set("persona", userPrincipalName.slice(0, userPrincipalName.lastIndexOf("@")));
  return `${hostOrigin}${address.pathname}?${query}`;
}
