/** What each room may import (docs/architecture.md). Every rule has the reason beside it. */
const test = "\\.test\\.tsx?$";
const allow = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: test },
  to: { path: "^src/", pathNot: to },
});

/** The rooms of src/sharepoint, each with those it may know: nothing points up. */
const sharePointRooms = [
  ["client", "client", "The road to Graph knows no list of ours."],
  ["lists", "client|lists", "What a list is does not depend on who reads, writes or makes it."],
  ["replica", "client|lists|replica", "The lists in memory need only the lists."],
  ["reconcile", "client|lists|replica|reconcile", "Writing projections knows nothing of making lists."],
  [
    "provisioning",
    "client|lists|reconcile|provisioning",
    "Making lists works without a running service; it marks rows for the reconcile.",
  ],
  ["backup", "client|lists|provisioning|backup", "A backup is taken without a running service."],
];

export default {
  forbidden: [
    allow(
      "domain-imports-only-domain",
      "Rules know nothing of storage, network or screens.",
      "^src/domain/",
      "^src/domain/",
    ),
    {
      name: "domain-libraries",
      comment: "The domain uses two pure libraries: Temporal for dates, a hash for keys.",
      severity: "error",
      from: { path: "^src/domain/", pathNot: test },
      to: { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: "node_modules/(temporal-polyfill|@noble/hashes)/" },
    },
    allow(
      "use-cases-import-only-domain-and-ports",
      "Use-cases decide through the domain, read texts through the pure intake, and reach the world through ports.",
      "^src/use-cases/",
      "^src/(domain|intake|use-cases)/",
    ),
    {
      name: "use-cases-no-libraries",
      comment: "No I/O and no framework in use-cases.",
      severity: "error",
      from: { path: "^src/use-cases/", pathNot: test },
      to: { dependencyTypes: ["npm", "core"] },
    },
    allow(
      "contract-knows-domain-types-only",
      "The contract is what both sides share.",
      "^src/contract/",
      "^src/(contract|domain)/",
    ),
    allow("cards-know-domain-only", "Cards are pure builders.", "^src/cards/", "^src/(cards|domain)/"),
    allow(
      "documents-know-domain-only",
      "Word files are built from what the domain says, by nobody else's help.",
      "^src/documents/",
      "^src/(documents|domain)/",
    ),
    allow("intake-knows-domain-only", "Reading a pasted text is pure.", "^src/intake/", "^src/(intake|domain)/"),
    allow(
      "sharepoint-implements-ports",
      "The way to SharePoint knows records and ports, not who asks.",
      "^src/sharepoint/",
      "^src/(sharepoint|domain|use-cases/ports)/",
    ),
    ...sharePointRooms.map(([room, known, comment]) =>
      allow(
        `sharepoint-${room}-looks-down`,
        comment,
        `^src/sharepoint/${room}/`,
        `^src/(sharepoint/(${known})|domain|use-cases/ports)/`,
      ),
    ),
    allow(
      "tab-not-to-server",
      "The tab knows the service by its contract.",
      "^src/tab/",
      "^src/(tab|contract|domain)/",
    ),
    {
      name: "features-stay-apart",
      comment: "A feature never imports another.",
      severity: "error",
      from: { path: "^src/tab/features/([^/]+)/" },
      to: { path: "^src/tab/features/", pathNot: "^src/tab/features/$1/" },
    },
    allow(
      "workspace-knows-nothing-of-ours",
      "Microsoft 365 knows nothing of Fremdrift.",
      "^src/workspace/",
      "^src/workspace/",
    ),
    allow(
      "demo-through-use-cases",
      "Demo data goes the same way as people's work.",
      "^src/demo/",
      "^src/(demo|use-cases|domain)/",
    ),
    {
      name: "sdk-only-in-adapters",
      comment: "The Graph SDK lives behind src/sharepoint/client.",
      severity: "error",
      from: { pathNot: "^src/sharepoint/client/" },
      to: { path: "node_modules/@microsoft/microsoft-graph-client/" },
    },
    {
      name: "temporal-only-in-dates",
      comment: "One module family knows zones and calendars.",
      severity: "error",
      from: { pathNot: "^src/domain/shared/[a-z-]*dates\\.ts$" },
      to: { path: "node_modules/temporal-polyfill/" },
    },
    {
      name: "no-circular",
      comment: "",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "no-unresolvable", comment: "", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-test-code-in-src",
      comment: "Product code never leans on tests.",
      severity: "error",
      from: { path: "^src/", pathNot: test },
      to: { path: "^(test|bench)/|\\.test\\.tsx?$" },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.txt$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
