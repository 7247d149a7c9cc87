import { DataFileError } from "./graph-server/database/data-file-error.ts";
import { startWorkspace } from "./start-workspace.ts";

/**
 * The workspace as a process. Environment: `PORT` (default 4280), `WORKSPACE_SEED` (file, required),
 * `WORKSPACE_DATA` (folder; without it everything is in memory), `WORKSPACE_NOW` (ISO instant of the first start),
 * `WORKSPACE_GUIDE` (file with a walk for newcomers; the host page has none without it).
 * Writes one JSON line per event; `"Workspace ready"` when every port listens. A data folder that
 * cannot be used is told in one sentence on standard error.
 */
async function main(): Promise<void> {
  const { PORT: port = "4280", WORKSPACE_SEED: seed, WORKSPACE_DATA: dataFolder, WORKSPACE_NOW: startAt } = process.env;
  if (seed === undefined) throw new Error("WORKSPACE_SEED must name the seed file");
  const instant = startAt === undefined ? undefined : new Date(startAt);
  if (instant !== undefined && Number.isNaN(instant.getTime())) throw new Error("WORKSPACE_NOW must be an ISO instant");
  const workspace = await startWorkspace({
    port: Number(port),
    seed,
    guide: process.env["WORKSPACE_GUIDE"],
    ...(dataFolder === undefined ? {} : { dataFolder }),
    ...(instant === undefined ? {} : { startAt: instant }),
    log: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
  });
  const stop = (): void => {
    void workspace.close();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof DataFileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
