import { expect, test } from "vitest";
import { graphLimits } from "#sharepoint/client/graph-limits.ts";
import { NOTE_LIMIT, TEXT_LIMIT } from "#sharepoint/lists/column.ts";
import { limits } from "#workspace/graph-server/limits.ts";

test("what the product takes for Microsoft's limits is what the workspace refuses or cuts at", () => {
  expect({
    page: graphLimits.itemsPerPage,
    people: graphLimits.peoplePerPage,
    batch: graphLimits.batchRequests,
    text: TEXT_LIMIT,
    note: NOTE_LIMIT,
  }).toEqual({
    page: limits.itemPageMax,
    people: limits.userPageMax,
    batch: limits.batchRequests,
    text: limits.textLength,
    note: limits.noteLength,
  });
});
