/** Every number the server refuses or cuts at: one source, as Microsoft publishes or is known to apply them. */
export const limits = {
  batchRequests: 20,
  /** Rows on a page when `$top` is absent, and the silent ceiling of `$top`. */
  itemPageDefault: 200,
  itemPageMax: 5_000,
  /** Above this many rows a query that is not carried by an index is refused. */
  listViewThreshold: 5_000,
  indexedColumnsPerList: 20,
  listsPerSite: 2_000,
  /** UTF-16 units, as SharePoint counts. */
  textLength: 255,
  noteLength: 63_999,
  internalNameLength: 32,
  listTitleLength: 255,
  /** Rows a view shows at once unless it is told otherwise. */
  viewRowDefault: 30,
  versionsKept: 50,
  userPageDefault: 100,
  userPageMax: 999,
  /** A single PUT of content. */
  fileBytes: 250 * 1024 * 1024,
  /** A file sent in slices: the whole, one slice, and what every slice but the last is a multiple of. */
  uploadedFileBytes: 250 * 1024 ** 3,
  uploadSliceBytes: 60 * 1024 * 1024,
  uploadSliceUnit: 320 * 1024,
  /** Without a new slice. */
  uploadSessionSeconds: 900,
  pathLength: 400,
  downloadUrlSeconds: 3_600,
  /** Of a text in the activity feed, and how much of the preview Teams shows. */
  activityTextLength: 1_024,
  activityPreviewLength: 150,
  activitiesPerUserAndMinute: 10,
  activityKeptDays: 30,
  throttleWindowMs: 60_000,
  /** Share of the quota from which RateLimit headers are sent. */
  rateLimitHeadersFrom: 0.8,
  defaultRetryAfterS: 5,
} as const;
