import * as z from "zod/mini";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { fieldsSelect, filterEq, itemIdSegment, listIdSegment, queryString, siteIdSegment } from "./encoding.ts";
import { type GraphFailure, ownFailure } from "./graph-error.ts";
import { graphLimits } from "./graph-limits.ts";
import { inTurns } from "./in-turns.ts";
import { laneOf } from "./lane.ts";
import { type GraphItem, type ListRef, parseItem, quoted, revisionOf } from "./list-item.ts";
import { readAll, readPage } from "./paging.ts";
import { backoffMs, MAX_UNCLEAR_ATTEMPTS, patienceMs } from "./retry.ts";
import type { CallOptions, GraphFailureAnswer, Sender } from "./send.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** A keyed create: the key stands in a unique indexed column, so that an unclear end can be looked up. */
export interface KeyedCreate {
  readonly keyColumn: string;
  readonly key: string;
  readonly fields: Fields;
}

export interface Created {
  readonly item: GraphItem;
  /** False when the key was there already: by an attempt of ours whose answer was lost, or by somebody else. */
  readonly created: boolean;
}

export interface Editor {
  /** Entra object id; undefined when an application wrote. */
  readonly objectId: string | undefined;
  readonly applicationId: string | undefined;
  readonly displayName: string | undefined;
}

export interface ItemOperations {
  /** All items, 5,000 a page, only the named fields. What is no readable item is left out. */
  readonly items: (
    list: ListRef,
    fields: readonly string[],
    options?: CallOptions,
  ) => Promise<Result<readonly GraphItem[], GraphFailure>>;
  readonly itemById: (
    list: ListRef,
    id: string,
    fields: readonly string[],
    options?: CallOptions,
  ) => Promise<Result<GraphItem, GraphFailure>>;
  /** Who wrote the newest version; the delta feed does not tell (graph.md 19.109). */
  readonly editorOf: (list: ListRef, id: string, options?: CallOptions) => Promise<Result<Editor, GraphFailure>>;
  /** By an indexed column; undefined when there is none. */
  readonly itemByKey: (
    list: ListRef,
    keyColumn: string,
    key: string,
    fields: readonly string[],
    options?: CallOptions,
  ) => Promise<Result<GraphItem | undefined, GraphFailure>>;
  readonly createItem: (
    list: ListRef,
    create: KeyedCreate,
    options?: CallOptions,
  ) => Promise<Result<Created, GraphFailure>>;
  /** One write with If-Match. `afterUnclear` on a conflict: it may be our own write that we meet. */
  readonly updateItem: (
    list: ListRef,
    id: string,
    etag: string,
    fields: Fields,
    options?: CallOptions,
  ) => Promise<Result<GraphItem, GraphFailureAnswer>>;
  readonly deleteItem: (
    list: ListRef,
    id: string,
    etag: string,
    options?: CallOptions,
  ) => Promise<Result<void, GraphFailureAnswer>>;
}

export function itemsPath(list: ListRef): string {
  return `/sites/${siteIdSegment(list.siteId)}/lists/${listIdSegment(list.listId)}/items`;
}

export function itemOperations(sender: Sender): ItemOperations {
  const itemByKey: ItemOperations["itemByKey"] = async (list, keyColumn, key, fields, options) => {
    const path = `${itemsPath(list)}${queryString({ $filter: filterEq(keyColumn, key), $select: "id", $expand: fieldsSelect(fields), $top: 2 })}`;
    const page = await readPage(sender, { path, units: 2, options });
    if (!page.ok) return page;
    return ok(page.value.entries.map(parseItem).find((item) => item !== undefined));
  };

  return {
    items: async (list, fields, options) => {
      const path = `${itemsPath(list)}${queryString({ $select: "id", $expand: fieldsSelect(fields), $top: graphLimits.itemsPerPage })}`;
      const all = await readAll(sender, { path, units: 2, options });
      if (!all.ok) return all;
      const items: GraphItem[] = [];
      await inTurns(all.value, (entry) => {
        const item = parseItem(entry);
        if (item) items.push(item);
      });
      return ok(items);
    },

    itemById: async (list, id, fields, options) => {
      const path = `${itemsPath(list)}/${itemIdSegment(id)}${queryString({ $select: "id", $expand: fieldsSelect(fields) })}`;
      return itemOf(await sender.send({ method: "GET", path, units: 1, options }));
    },

    editorOf: (list, id, options) => readEditor(sender, list, id, options),
    itemByKey,
    createItem: (list, create, options) => createOnce(sender, itemByKey, list, create, options),

    updateItem: async (list, id, etag, fields, options) => {
      const path = `${itemsPath(list)}/${itemIdSegment(id)}/fields`;
      const answer = await sender.send({
        method: "PATCH",
        path,
        units: 2,
        headers: { "If-Match": etag },
        body: fields,
        options,
      });
      if (!answer.ok) return answer;
      const item = itemAfterUpdate(id, answer.value.body, fields);
      if (item) return ok(item);
      return refuse({
        ...ownFailure("unavailable", "An update's answer has no eTag"),
        ambiguous: true,
        afterUnclear: true,
      });
    },

    deleteItem: async (list, id, etag, options) => {
      const path = `${itemsPath(list)}/${itemIdSegment(id)}`;
      const answer = await sender.send({ method: "DELETE", path, units: 2, headers: { "If-Match": etag }, options });
      if (answer.ok) return ok(undefined);
      // Gone after an unclear attempt: that attempt was the one.
      if (answer.refusal.kind === "not-found" && answer.refusal.afterUnclear) return ok(undefined);
      return answer;
    },
  };
}

/** The item a PATCH of `fields` left behind; the answer is a fieldValueSet without the item around it. */
export function itemAfterUpdate(id: string, body: unknown, sent: Fields): GraphItem | undefined {
  const answer = z.safeParse(z.looseObject({ "@odata.etag": z.string() }), body);
  if (!answer.success) return undefined;
  const etag = quoted(answer.data["@odata.etag"]);
  return etag === undefined ? undefined : { id, etag, revision: revisionOf(etag), fields: { ...sent, ...answer.data } };
}

/**
 * Creates with the key at most once: after an unclear end the key is looked up, and only where it is absent the create
 * is sent again, with the same key in its unique column and as long as the lane has patience (law 7, decision 0015).
 */
async function createOnce(
  sender: Sender,
  itemByKey: ItemOperations["itemByKey"],
  list: ListRef,
  create: KeyedCreate,
  options: CallOptions | undefined,
): Promise<Result<Created, GraphFailure>> {
  const { machine } = sender;
  const lane = laneOf(options);
  const giveUpAt = machine.now() + patienceMs(lane);
  const names = [create.keyColumn, ...Object.keys(create.fields).filter((name) => !name.includes("@"))];
  const columns = [...new Set(names)];
  const body = { fields: { ...create.fields, [create.keyColumn]: create.key } };
  let wasUnclear = false;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await sender.send({ method: "POST", path: itemsPath(list), units: 2, body, options });
    const made = itemMade(answer);
    if (made.ok) return ok({ item: made.value, created: true });
    // An earlier attempt may still arrive, whatever became of this one.
    if (isClear(made.refusal)) return wasUnclear ? refuse({ ...made.refusal, ambiguous: true }) : made;
    wasUnclear ||= made.refusal.ambiguous;
    const found = await itemByKey(list, create.keyColumn, create.key, columns, options);
    if (!found.ok) return refuse({ ...found.refusal, ambiguous: true });
    if (found.value) return ok({ item: found.value, created: false });
    const wait = backoffMs(attempt, machine.random, lane);
    const isLast = attempt === MAX_UNCLEAR_ATTEMPTS || machine.now() + wait > giveUpAt;
    if (isLast || made.refusal.kind === "duplicate-key") return made;
    await machine.sleep(wait, options?.signal);
  }
}

/** The item of a create's answer; an answer that is none leaves open what was made. */
function itemMade(answer: Result<{ readonly body: unknown }, GraphFailure>): Result<GraphItem, GraphFailure> {
  if (!answer.ok) return answer;
  const item = parseItem(answer.value.body);
  return item ? ok(item) : refuse({ ...ownFailure("unavailable", "A create's answer is no item"), ambiguous: true });
}

/** Certainly not carried out, and not because the key is there. */
function isClear(failure: GraphFailure): boolean {
  return !failure.ambiguous && failure.kind !== "duplicate-key";
}

function itemOf(answer: Result<{ readonly body: unknown }, GraphFailure>): Result<GraphItem, GraphFailure> {
  if (!answer.ok) return answer;
  const item = parseItem(answer.value.body);
  return item ? ok(item) : refuse(ownFailure("malformed-item", "The answer is no list item"));
}

const identity = z.optional(z.looseObject({ id: z.optional(z.string()), displayName: z.optional(z.string()) }));
const editorSchema = z.looseObject({
  lastModifiedBy: z.optional(z.looseObject({ user: identity, application: identity })),
});

async function readEditor(sender: Sender, list: ListRef, id: string, options: CallOptions | undefined) {
  const path = `${itemsPath(list)}/${itemIdSegment(id)}${queryString({ $select: "id,lastModifiedBy" })}`;
  const answer = await sender.send({ method: "GET", path, units: 1, options });
  if (!answer.ok) return answer;
  const editor = z.safeParse(editorSchema, answer.value.body);
  const by = editor.success ? editor.data.lastModifiedBy : undefined;
  return ok({
    objectId: by?.user?.id,
    applicationId: by?.application?.id,
    displayName: by?.user?.displayName ?? by?.application?.displayName,
  });
}
