/** Microsoft's limits this client shapes its calls by: one source. What a column holds stands with the columns. */
export const graphLimits = {
  /** The largest page of items SharePoint gives; a larger one would be cut silently. */
  itemsPerPage: 5_000,
  peoplePerPage: 999,
  listsPerPage: 1_000,
  batchRequests: 20,
  /** Resource units of an application in a tenant of up to 1,000 licences; larger tenants have more. */
  unitsPerMinute: 1_250,
} as const;
