import type { NoticeKind } from "#domain/notices/notice.ts";

/** The card that tells in the morning what came since the last one. */
export const daDaily = {
  heading: (count: number) => `Samlet til dig: ${count} beskeder`,
  /** Kinds that are named on their own line; all others are counted together. */
  kinds: {
    "approval-request": (count: number) =>
      count === 1 ? "1 ansøgning at godkende" : `${count} ansøgninger at godkende`,
    "decision-request": (count: number) =>
      count === 1 ? "1 indstilling at afgøre" : `${count} indstillinger at afgøre`,
    "review-request": (count: number) => (count === 1 ? "1 runde at bedømme" : `${count} runder at bedømme`),
    "review-reminder": (count: number) =>
      count === 1 ? "1 påmindelse om bedømmelser" : `${count} påmindelser om bedømmelser`,
    "application-returned": (count: number) =>
      count === 1 ? "1 ansøgning, du har fået spørgsmål til" : `${count} ansøgninger, du har fået spørgsmål til`,
    "application-approved": (count: number) =>
      count === 1 ? "1 ansøgning, der er godkendt" : `${count} ansøgninger, der er godkendt`,
    "need-news": (count: number) =>
      count === 1 ? "1 behov, der er sket noget med" : `${count} behov, der er sket noget med`,
    "stale-item": (count: number) =>
      count === 1 ? "1 indsats, der mangler en opdatering" : `${count} indsatser, der mangler en opdatering`,
    "edit-put-back": (count: number) =>
      count === 1
        ? "1 rettelse i SharePoint, der er sat tilbage"
        : `${count} rettelser i SharePoint, der er sat tilbage`,
  } as Readonly<Partial<Record<NoticeKind, (count: number) => string>>>,
  others: (count: number) => (count === 1 ? "1 anden besked" : `${count} andre beskeder`),
  open: "Se, hvad der venter",
  chosen: "Du har valgt at få beskeder samlet om morgenen.",
  change: "Vælg, hvordan du får besked",
  summary: "Dine beskeder fra Fremdrift er samlet på ét kort",
};
