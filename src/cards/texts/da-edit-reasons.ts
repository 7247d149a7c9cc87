import type { EditReason } from "#domain/projections/edit-refusal.ts";
import type { Figure } from "./da-problems.ts";

/** Why an edit in SharePoint was put back, and what to do. Figures that are statuses come as words. */
export type EditReasonTexts = Readonly<Record<EditReason, (figure: Figure) => string>>;

export const daEditReasons: EditReasonTexts = {
  "not-allowed": () => "Du har ikke ret til at ændre det på denne indsats. Skriv til ejeren eller centrets leder.",
  gone: () => "Indsatsen findes ikke længere i handlingsplanen.",
  "unknown-status": (figure) => `Der findes ingen status med det navn. Vælg en af disse: ${figure("statuses")}.`,
  "no-such-step": (figure) =>
    `Indsatsen er “${figure("status")}” og kan ikke gå direkte til “${figure("wanted")}”. Vælg: ${figure("next")}.`,
  "note-missing": () =>
    "Skriv i Note hvorfor, når en indsats sættes på hold eller stoppes. Ret status og note på én gang.",
  "note-emptied": () => "En note kan ikke slettes, kun afløses af en ny.",
  "not-a-date": () => "Der skal stå en dato.",
  "end-before-start": () => "Slut ligger før start.",
  "unknown-person": () => "Ingen medarbejder i Fremdrift hedder det. Skriv hele navnet eller brugernavnet.",
  "several-persons": () => "Flere medarbejdere hedder det. Skriv brugernavnet.",
  "too-long": (figure) => `Teksten er for lang: højst ${figure("max")} tegn.`,
  cpr: () => "Teksten ligner et CPR-nummer og er ikke gemt.",
  "need-gone": () => "Behovet findes ikke længere.",
  "need-not-allowed": () => "Kun lederen af behovets center og puljesekretariatet kan rette eller lukke det.",
  "need-settled": () => "Der er allerede sket noget med behovet, så det kan ikke rettes. Se det i Fremdrift.",
  "text-emptied": () => "Feltet kan ikke stå tomt.",
  "unknown-frequency": () => "Vælg hver dag, hver uge, hver måned eller sjældnere.",
};
