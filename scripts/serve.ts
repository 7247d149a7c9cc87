import { existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { demoGuide, isGuided } from "#demo/demo-guide.ts";
import { demoMunicipality } from "#demo/municipality.ts";
import { demoStart } from "#demo/tell-demo.ts";
import { appPackage } from "./app-package.ts";
import { endProgram, type Program, startProgram, whenReady } from "./child-programs.ts";
import { emptyFolder, takeFolder } from "./data-folder.ts";
import { demoWorkspaceSeed } from "./demo-workspace-seed.ts";
import { requireFreePorts } from "./free-ports.ts";
import { loadDemo } from "./load-demo.ts";
import { provisioning } from "./provisioning.ts";
import { ensureServiceCredential } from "./service-credential.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";
import { startTime } from "./start-time.ts";
import { moveClock } from "./workspace-clock.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (text: string) => process.stdout.write(`${text}\n`);
const programs: Program[] = [];
/** Kept, since the folder is ours only as long as somebody knows it. */
let giveFolderBack = (): void => undefined;

/** Workspace, provisioning, demo data on the first run, the service, the app package; then the ready line. */
async function serve(settings: Settings): Promise<void> {
  const log = (name: string) => join(settings.dataFolder, "log", `${name}.log`);
  const marker = join(settings.dataFolder, "demo-loaded");
  giveFolderBack = takeFolder(settings.dataFolder);
  await requireFreePorts(settings.port);
  if (process.argv.includes("--reset")) emptyFolder(settings.dataFolder);
  const first = !existsSync(marker);
  const now = startTime(settings, Date.now());
  // A first run that was interrupted begins anew: half a story is no demo.
  if (first) rmSync(join(settings.dataFolder, "workspace"), { recursive: true, force: true });

  const serviceKey = await ensureServiceCredential(settings.credentialFile);
  const seed = demoWorkspaceSeed({ serviceKeys: [serviceKey], serviceOrigin: settings.serviceOrigin });
  writeFileSync(settings.seedFile, JSON.stringify(seed, undefined, 2));
  // About the demo as it is told now: a later start finds it as it was.
  const guideFile = join(settings.dataFolder, "guide.json");
  if (first && isGuided(settings.demo))
    writeFileSync(guideFile, JSON.stringify(demoGuide(now, settings.demo), undefined, 2));

  say("Starting the local Microsoft 365 …");
  const workspace = startProgram(
    join(root, "src/workspace/main.ts"),
    {
      PORT: String(settings.port),
      WORKSPACE_DATA: join(settings.dataFolder, "workspace"),
      WORKSPACE_SEED: settings.seedFile,
      ...(existsSync(guideFile) ? { WORKSPACE_GUIDE: guideFile } : {}),
      WORKSPACE_NOW: demoStart(settings.demo, now),
    },
    log("workspace"),
  );
  programs.push(workspace);
  await whenReady(`${settings.hostOrigin}/workspace/clock`, workspace, "The workspace");

  say("Preparing the SharePoint lists …");
  const provisioned = await provisioning(settings, () => {}).apply();
  if (!provisioned.ok) throw new SettingsError(`The lists could not be made: ${provisioned.refusal.kind}`);
  if (first) {
    say(`Loading demo data for ${demoMunicipality.name} …`);
    await loadDemo(settings, now, say);
    await moveClock(settings.hostOrigin, now);
    writeFileSync(marker, new Date().toISOString());
  }

  say("Starting Fremdrift …");
  const service = startProgram(
    join(root, "src/service/main.ts"),
    {
      PORT: String(settings.port),
      FREMDRIFT_CREDENTIAL: settings.credentialFile,
      FREMDRIFT_CLOCK_URL: `${settings.hostOrigin}/workspace/clock`,
      FREMDRIFT_SITES_HOST: demoMunicipality.siteHost,
      // The host page may stand at either name of this machine: the second one is another site to the tab.
      FREMDRIFT_HOST_ORIGINS:
        process.env["FREMDRIFT_HOST_ORIGINS"] ?? `${settings.hostOrigin},http://127.0.0.1:${settings.port}`,
    },
    log("service"),
  );
  programs.push(service);
  await whenReady(`${settings.serviceOrigin}/api/health`, service, "The service");
  await installApp(settings);
  for (const program of programs) void program.exited.then((code) => stop(code === 0 ? 0 : 1));
  say(`Fremdrift ready: ${settings.hostOrigin}/`);
}

/** Uploads the Teams app package, as an administrator would. */
async function installApp(settings: Settings): Promise<void> {
  const query = new URLSearchParams({
    origin: settings.serviceOrigin,
    bot: `${settings.serviceOrigin}/api/messages`,
  });
  const answer = await fetch(`${settings.hostOrigin}/workspace/apps?${query}`, {
    method: "POST",
    headers: { "content-type": "application/zip" },
    body: new Blob([appPackage(join(root, "manifest")).slice()]),
  });
  if (!answer.ok) throw new SettingsError(`The app package was refused: ${await answer.text()}`);
}

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const program of programs.toReversed()) await endProgram(program);
  giveFolderBack();
  process.exit(code);
}

process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));
try {
  await serve(readSettings(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await stop(1);
}
