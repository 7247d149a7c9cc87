import { backupRefusalText } from "#sharepoint/backup/backup-refusal.ts";
import { takeBackup } from "#sharepoint/backup/take-backup.ts";
import { backupFolder } from "./backup-folder.ts";
import { folderAfter } from "./folder-after.ts";
import { administratorSites } from "./provisioning.ts";
import { readSettings } from "./settings.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);
const flags = process.argv.slice(2);
const language = flags.includes("--en") ? "en" : "da";
const tell = (da: string, en: string) => say(language === "da" ? da : en);
const path = folderAfter("--to", flags);

if (path === undefined) {
  say("npm run backup -- --to FOLDER [--en]");
  process.exitCode = 2;
} else {
  await backUp(path);
}

async function backUp(folder: string): Promise<void> {
  const sites = administratorSites(readSettings(process.env), say);
  const taken = await takeBackup({ ...sites, folder: backupFolder(folder), takenAt: new Date().toISOString() });
  if (!taken.ok) {
    say(backupRefusalText(taken.refusal)[language]);
    process.exitCode = 1;
    return;
  }
  const { lists, files, missing, isOfOneMoment } = taken.value;
  for (const { title, rows } of lists) tell(`  ${title}: ${rows} rækker`, `  ${title}: ${rows} rows`);
  tell(`  ${files.length} filer`, `  ${files.length} files`);
  for (const title of missing) tell(`  MANGLER: ${title} findes ikke`, `  MISSING: ${title} does not exist`);
  if (!isOfOneMoment)
    tell(
      "  Der blev skrevet hele tiden: listerne kan være fra lidt forskellige øjeblikke.",
      "  Somebody wrote all the while: the lists may be of slightly different moments.",
    );
  tell(
    `Sikkerhedskopien er skrevet i ${folder}. Den rummer navne, ansøgninger og fortrolige bedømmelser: gem den, hvor kun I må læse.`,
    `The backup is written in ${folder}. It holds names, applications and confidential reviews: keep it where only you may read.`,
  );
}
