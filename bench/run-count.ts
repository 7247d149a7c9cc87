/** How often a property test runs: `FREMDRIFT_RUNS` where it is set (the long runs of `npm run bench -- seeds`). */
export function runCount(usual: number): number {
  const wanted = Number(process.env["FREMDRIFT_RUNS"] ?? "");
  return Number.isSafeInteger(wanted) && wanted > 0 ? wanted : usual;
}

/** Where a property test begins: `FREMDRIFT_SEED` where it is set. The title says which, so that a run can be had again. */
export function runSeed(usual: number): number {
  const wanted = Number(process.env["FREMDRIFT_SEED"] ?? "");
  return Number.isSafeInteger(wanted) && wanted !== 0 ? wanted : usual;
}
