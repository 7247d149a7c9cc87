import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { ownFailure } from "../client/graph-error.ts";
import type { ListRef } from "../client/list-item.ts";
import type { CallOptions } from "../client/send.ts";
import { readMarker } from "./list-marker.ts";

export interface SiteAddresses {
  /** The tenant's SharePoint host, e.g. "fjordkoebing.sharepoint.com". */
  readonly host: string;
  /** Server-relative paths, e.g. "/sites/sagsrum". */
  readonly records: string;
  readonly open: string;
}

export interface PlacedList extends ListRef {
  readonly webUrl: string;
}

/** Where the lists are; asked of Graph once and then remembered. */
export interface ListDirectory {
  /**
   * Refused for a list of a later version than the one asked with: whoever writes there with older eyes drops what
   * those do not know.
   */
  readonly locate: (list: ListToLocate) => Promise<Result<PlacedList, StoreFailure>>;
  /** Forgets a site's lists: one of them is gone, and may have been provisioned again under another id. */
  readonly forget: (site: "records" | "open") => void;
}

export interface ListToLocate {
  readonly name: string;
  readonly site: "records" | "open";
  /** The version the asker reads and writes; without it none is asked for. */
  readonly schemaVersion?: number;
}

/** A list that is gone is no record that is gone: whoever asked for records is told that they cannot be had now. */
export function unlessListIsGone<F extends StoreFailure>(failure: F): F {
  return failure.kind === "not-found" ? { ...failure, kind: "unavailable" } : failure;
}

interface KnownList extends PlacedList {
  readonly description: string;
}

/** How long a list's version counts before it is looked at again: a later service may upgrade while this one runs. */
const VERSION_LASTS_MS = 5 * 60_000;

interface KnownVersion {
  readonly version: number;
  readonly readAt: number;
}

/**
 * Finds sites by path and lists by the name that was given when they were made. A list's version is read again every
 * five minutes, beside what is asked meanwhile; `now` is the machine's time in milliseconds.
 */
export function createListDirectory(
  client: GraphClient,
  sites: SiteAddresses,
  now: () => number = () => performance.now(),
): ListDirectory {
  type Lists = ReadonlyMap<string, KnownList>;
  const places = new Map<"records" | "open", Promise<Result<Lists, StoreFailure>>>();
  const versions = new Map<string, KnownVersion>();

  async function read(site: "records" | "open"): Promise<Result<Lists, StoreFailure>> {
    const found = await client.siteByPath(sites.host, sites[site]);
    if (!found.ok) return found;
    const siteId = found.value.id;
    const lists = await client.lists(siteId);
    if (!lists.ok) return lists;
    return ok(
      new Map(
        lists.value.map(({ name, id, webUrl, description }) => [name, { siteId, listId: id, webUrl, description }]),
      ),
    );
  }

  async function readVersion(place: KnownList, options?: CallOptions): Promise<Result<KnownVersion, StoreFailure>> {
    const columns = await client.columns(place, options);
    if (!columns.ok) return columns;
    const version = readMarker(place.description, columns.value).marker?.schemaVersion ?? 0;
    const known: KnownVersion = { version, readAt: now() };
    versions.set(place.listId, known);
    return ok(known);
  }

  async function checked(place: KnownList, list: ListToLocate): Promise<Result<PlacedList, StoreFailure>> {
    if (list.schemaVersion === undefined) return ok(place);
    let known = versions.get(place.listId);
    if (known === undefined) {
      const read = await readVersion(place);
      if (!read.ok) return read;
      known = read.value;
    } else if (now() - known.readAt >= VERSION_LASTS_MS) {
      versions.set(place.listId, { ...known, readAt: now() });
      // Nobody waits for it, and when it fails the next look is in five minutes.
      void readVersion(place, { lane: "poll" });
    }
    const { version: found } = known;
    if (found <= list.schemaVersion) return ok(place);
    const text = `${list.name} is of version ${found}, this Fremdrift knows ${list.schemaVersion}; update Fremdrift, or restore the backup taken before the upgrade`;
    return refuse(ownFailure("unavailable", text));
  }

  return {
    forget: (site) => {
      places.delete(site);
      versions.clear();
    },
    locate: async (list) => {
      const reading = places.get(list.site) ?? read(list.site);
      places.set(list.site, reading);
      const lists = await reading;
      const place = lists.ok ? lists.value.get(list.name) : undefined;
      if (place) return checked(place, list);
      // A failure is not remembered, and a missing list may be provisioned meanwhile.
      if (places.get(list.site) === reading) places.delete(list.site);
      return lists.ok ? refuse(ownFailure("not-found", `No list ${list.name} on the site; run provisioning`)) : lists;
    },
  };
}
