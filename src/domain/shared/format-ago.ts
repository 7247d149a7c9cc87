import type { Language } from "./language.ts";

/** From here on days are only a number to work out: three months of the calendar at the least. */
const MONTHS_FROM_DAYS = 92;
const DAYS_OF_A_YEAR = 365;

/**
 * How long ago a day was, whole days of the calendar in: "i dag", "i går", "for 60 dage siden", from three months on
 * "for 7 måneder siden", from two years on "for 2 år siden". Months and years that have passed in full.
 */
export function formatDaysAgo(days: number, language: Language): string {
  const danish = language === "da";
  if (days <= 0) return danish ? "i dag" : "today";
  if (days === 1) return danish ? "i går" : "yesterday";
  if (days < MONTHS_FROM_DAYS) return danish ? `for ${days} dage siden` : `${days} days ago`;
  const months = whole(days * 12, DAYS_OF_A_YEAR);
  if (months < 24) return danish ? `for ${months} måneder siden` : `${months} months ago`;
  const years = whole(days, DAYS_OF_A_YEAR);
  return danish ? `for ${years} år siden` : `${years} years ago`;
}

function whole(amount: number, of: number): number {
  return (amount - (amount % of)) / of;
}
