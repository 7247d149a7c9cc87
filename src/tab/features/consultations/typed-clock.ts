/** A time of day as people type it, as the contract writes it: "14.20", "9:05", "kl. 14" → "14:20", "09:05", "14:00". */
export function readClock(text: string): string | undefined {
  const [, hours, minutes = "00"] = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?$/i.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, "0")}:${minutes}`;
}

/** "14:20" as it is shown in a field: "14.20" in Danish. */
export function clockText(time: string, language: "da" | "en"): string {
  return language === "da" ? time.replace(":", ".") : time;
}

/** One name per line, without the empty ones. */
export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
