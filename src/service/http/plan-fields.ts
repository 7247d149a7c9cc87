import type * as z from "zod/mini";
import type { createActionItemRequestSchema, editActionItemRequestSchema } from "#contract/action-plans.ts";
import type { TypedFields, TypedMilestone } from "#domain/action-plans/check-action-item.ts";
import { type PlainDate, parsePlainDate } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type BodyRefusal, keyIn } from "./read-body.ts";

type SomeFields = z.output<typeof editActionItemRequestSchema>["changes"];
type AllFields = Omit<z.output<typeof createActionItemRequestSchema>, "commandKey" | "status">;

/** All fields of an item as the domain reads them; a day that is none, like 2023-02-31, is no body of ours. */
export function allFields(fields: AllFields): Result<TypedFields, BodyRefusal> {
  const wrong = wrongDay(fields);
  if (wrong !== undefined) return refuse({ kind: "malformed-body", where: wrong });
  return ok({
    ...fields,
    ownerKey: fields.ownerKey === null ? undefined : keyIn(fields.ownerKey),
    centreKey: keyIn(fields.centreKey),
    from: day(fields.from),
    to: day(fields.to),
    milestones: fields.milestones.map(milestone),
  });
}

/** Those fields that were sent. */
export function someFields(fields: SomeFields): Result<Partial<TypedFields>, BodyRefusal> {
  const wrong = wrongDay(fields);
  if (wrong !== undefined) return refuse({ kind: "malformed-body", where: wrong });
  const { ownerKey, centreKey, from, to, milestones, ...plain } = fields;
  const sent = Object.entries(plain).filter(([, value]) => value !== undefined);
  return ok({
    ...(Object.fromEntries(sent) as Partial<TypedFields>),
    ...(ownerKey === undefined ? {} : { ownerKey: ownerKey === null ? undefined : keyIn(ownerKey) }),
    ...(centreKey === undefined ? {} : { centreKey: keyIn(centreKey) }),
    ...(from === undefined ? {} : { from: day(from) }),
    ...(to === undefined ? {} : { to: day(to) }),
    ...(milestones === undefined ? {} : { milestones: milestones.map(milestone) }),
  });
}

function milestone({ key, title, due, doneOn }: AllFields["milestones"][number]): TypedMilestone {
  return {
    key: key === undefined ? undefined : keyIn(key),
    title,
    due: day(due),
    doneOn: doneOn === undefined ? undefined : day(doneOn),
  };
}

function wrongDay({ from, to, milestones = [] }: SomeFields): string | undefined {
  const days = [from, to, ...milestones.flatMap(({ due, doneOn }) => [due, doneOn])];
  return days.find((text) => text !== undefined && !parsePlainDate(text).ok);
}

/** A day that was looked at above. */
function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new Error("A day passed that is none");
  return parsed.value;
}
