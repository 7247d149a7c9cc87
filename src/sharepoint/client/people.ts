import * as z from "zod/mini";
import { ok, type Result } from "#domain/shared/result.ts";
import { odataText, queryString } from "./encoding.ts";
import type { GraphFailure } from "./graph-error.ts";
import { graphLimits } from "./graph-limits.ts";
import { readAll } from "./paging.ts";
import type { CallOptions, Sender } from "./send.ts";

export interface GraphPerson {
  /** Entra object id. */
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
}

export interface PeopleOperations {
  /** People whose display name begins so; everybody for "". */
  readonly people: (nameStart: string, options?: CallOptions) => Promise<Result<readonly GraphPerson[], GraphFailure>>;
}

const personSchema = z.looseObject({
  id: z.string(),
  displayName: z._default(z.nullable(z.string()), ""),
  userPrincipalName: z.string(),
  jobTitle: z._default(z.nullable(z.string()), ""),
});

export function peopleOperations(sender: Sender): PeopleOperations {
  return {
    people: async (nameStart, options) => {
      const path = `/users${queryString({
        $filter: nameStart === "" ? undefined : `startswith(displayName,${odataText(nameStart)})`,
        $select: "id,displayName,userPrincipalName,jobTitle",
        $top: graphLimits.peoplePerPage,
      })}`;
      const all = await readAll(sender, { path, units: 1, options });
      if (!all.ok) return all;
      return ok(
        all.value.flatMap((entry) => {
          const person = z.safeParse(personSchema, entry);
          if (!person.success) return [];
          const { id, displayName, userPrincipalName, jobTitle } = person.data;
          return [{ id, displayName: displayName ?? "", userPrincipalName, jobTitle: jobTitle ?? "" }];
        }),
      );
    },
  };
}
