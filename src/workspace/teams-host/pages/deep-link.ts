import * as z from "zod/mini";

/** A link to a page of an app: `/l/entity/<app>/<entity>?context={"subEntityId":…,"channelId":…}`. */
export interface EntityLink {
  readonly appId: string;
  readonly entityId: string;
  readonly subEntityId: string | undefined;
  /** Of a tab that stands in a channel. */
  readonly channelId?: string | undefined;
}

const teamsHosts = new Set(["teams.microsoft.com", "teams.cloud.microsoft"]);
const contextSchema = z.object({
  subEntityId: z.optional(z.nullable(z.string())),
  channelId: z.optional(z.nullable(z.string())),
});

/** True for addresses the Teams host opens itself. */
export function isHostLink(address: URL, hostOrigin: string): boolean {
  const ours = address.origin === hostOrigin || (address.protocol === "https:" && teamsHosts.has(address.hostname));
  return ours && address.pathname.startsWith("/l/");
}

/** Reads a link to a page of an app; a malformed context counts as none. */
export function parseEntityLink(address: URL, hostOrigin: string): EntityLink | undefined {
  const [, l, entity, appId, entityId] = address.pathname.split("/");
  if (!isHostLink(address, hostOrigin) || l !== "l" || entity !== "entity" || !appId || !entityId) return undefined;
  return { appId: decoded(appId), entityId: decoded(entityId), ...readContext(address) };
}

/** Writes the link that opens a page of an app, on teams.microsoft.com or another host origin. */
export function entityLink(
  link: EntityLink & { readonly label?: string; readonly webUrl?: string },
  origin: string,
): string {
  const query = new URLSearchParams();
  if (link.webUrl !== undefined) query.set("webUrl", link.webUrl);
  if (link.label !== undefined) query.set("label", link.label);
  const { subEntityId, channelId } = link;
  if (subEntityId !== undefined || channelId !== undefined)
    query.set("context", JSON.stringify({ subEntityId, channelId }));
  const path = `/l/entity/${encodeURIComponent(link.appId)}/${encodeURIComponent(link.entityId)}`;
  return `${origin}${path}${query.size === 0 ? "" : `?${query}`}`;
}

function readContext(address: URL): Pick<EntityLink, "subEntityId" | "channelId"> {
  try {
    const value: unknown = JSON.parse(address.searchParams.get("context") ?? "{}");
    const { subEntityId, channelId } = contextSchema.parse(value);
    return { subEntityId: subEntityId ?? undefined, ...(channelId ? { channelId } : {}) };
  } catch {
    return { subEntityId: undefined };
  }
}

/** As it stands where it cannot be decoded: a broken link leads to an app that is not there, not to a broken page. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
