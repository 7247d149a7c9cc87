import { backupRefusalText } from "#sharepoint/backup/backup-refusal.ts";
import { restoreBackup } from "#sharepoint/backup/restore-backup.ts";
import { createProvisioning } from "#sharepoint/provisioning/provision.ts";
import { backupFolder } from "./backup-folder.ts";
import { folderAfter } from "./folder-after.ts";
import { administratorSites } from "./provisioning.ts";
import { readSettings } from "./settings.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);
const flags = process.argv.slice(2);
const language = flags.includes("--en") ? "en" : "da";
const tell = (da: string, en: string) => say(language === "da" ? da : en);
const path = folderAfter("--from", flags);

if (path === undefined) {
  say("npm run restore -- --from FOLDER [--fill] [--en]");
  process.exitCode = 2;
} else {
  await restore(path);
}

async function restore(folder: string): Promise<void> {
  const sites = administratorSites(readSettings(process.env), () => {});
  const restored = await restoreBackup({
    ...sites,
    folder: backupFolder(folder),
    provision: () => createProvisioning(sites).apply(),
    mode: flags.includes("--fill") ? "fill" : "empty",
    progress: (title) => say(`  ${title} …`),
  });
  if (!restored.ok) {
    say(backupRefusalText(restored.refusal)[language]);
    process.exitCode = 1;
    return;
  }
  const { takenAt, lists, files, upgraded } = restored.value;
  for (const { title, rows, written, withoutKey, columnsLeft } of lists) {
    tell(`  ${title}: ${written} af ${rows} rækker skrevet`, `  ${title}: ${written} of ${rows} rows written`);
    if (withoutKey > 0)
      tell(
        `    ${withoutKey} rækker uden nøgle står kun i sikkerhedskopien`,
        `    ${withoutKey} rows without a key stay in the backup only`,
      );
    if (columnsLeft.length > 0)
      tell(
        `    Kolonner, der kun står i sikkerhedskopien: ${columnsLeft.join(", ")}. Lav dem igen, eller udfyld dem i hånden.`,
        `    Columns that stay in the backup only: ${columnsLeft.join(", ")}. Make them again, or fill them in by hand.`,
      );
  }
  const kept = lists.reduce((sum, { rows, written, withoutKey }) => sum + rows - written - withoutKey, 0);
  if (kept > 0)
    tell(
      `  Rækker, der stod i forvejen og er ladt urørt: ${kept}. De kan være anderledes end i sikkerhedskopien.`,
      `  Rows that were there already and are left as they were: ${kept}. They may differ from the backup.`,
    );
  tell(
    `Gendannet fra ${takenAt}: ${files} filer, ${upgraded} rækker opgraderet. Fremdrift skriver de åbne lister til, når den læser igen.`,
    `Restored from ${takenAt}: ${files} files, ${upgraded} rows upgraded. Fremdrift brings the open lists up to date when it reads again.`,
  );
}
