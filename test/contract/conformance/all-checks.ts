import { batchChecks } from "./batch-checks.ts";
import type { Check } from "./check.ts";
import { columnChecks } from "./column-checks.ts";
import { concurrencyChecks } from "./concurrency-checks.ts";
import { deltaChecks } from "./delta-checks.ts";
import { fieldValueChecks } from "./field-value-checks.ts";
import { itemChecks } from "./item-checks.ts";
import { activityChecks, fileChecks, peopleChecks } from "./people-and-file-checks.ts";
import { filterChecks, pagingChecks } from "./query-checks.ts";
import { rightsChecks } from "./rights-checks.ts";
import { siteAndListChecks } from "./site-and-list-checks.ts";
import { transportChecks } from "./transport-checks.ts";

/** Everything that can be seen of Microsoft Graph from outside, in the order of the checklist. */
export const allChecks: readonly Check[] = [
  ...transportChecks,
  ...siteAndListChecks,
  ...columnChecks,
  ...itemChecks,
  ...fieldValueChecks,
  ...concurrencyChecks,
  ...filterChecks,
  ...pagingChecks,
  ...deltaChecks,
  ...batchChecks,
  ...peopleChecks,
  ...fileChecks,
  ...activityChecks,
  ...rightsChecks,
];
