/** A row of the measured list: eight columns, text, numbers and dates. */
export interface Line {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly centre: string;
  readonly owner: string;
  readonly requestedOere: number;
  readonly grantedOere: number;
  /** Epoch milliseconds. */
  readonly submittedAt: number;
  readonly status: string;
}

const subjects = ["Skærmbesøg", "Medicinskab", "Tavlemøder", "Udlån", "Vejkort", "Ordblindhed", "Åben dør", "Ældreliv"];
const places = ["i hjemmeplejen", "på biblioteket", "i borgerservice", "på skolerne", "i børnehaverne"];
const centres = ["Sundhed og Omsorg", "Børn og Skole", "Kultur og Fritid", "Teknik og Miljø", "Borgerservice"];
const owners = ["Mette Holm", "Jonas Ravn", "Karin Thorup", "Ole Bjerre"];
const statuses = ["Modtaget", "Til bedømmelse", "Indstillet", "Bevilget", "Afslag"];

/** The same rows in every run. */
export function makeLines(count: number): readonly Line[] {
  const of = <T>(all: readonly [T, ...T[]] | readonly T[], index: number): T => all[index % all.length] as T;
  return Array.from({ length: count }, (_, index) => ({
    key: `k${index}`,
    number: `A26-${String(index + 1).padStart(5, "0")}`,
    title: `${of(subjects, index * 7)} ${of(places, index * 3)} ${index}`,
    centre: of(centres, index),
    owner: of(owners, index * 5),
    requestedOere: 100_000 * (1 + ((index * 7919) % 600)),
    grantedOere: 100_000 * ((index * 104_729) % 300),
    submittedAt: Date.UTC(2026, 0, 1) + index * 3_600_000,
    status: of(statuses, index * 11),
  }));
}

const kr = new Intl.NumberFormat("da-DK", { minimumFractionDigits: 2 });
const day = new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" });

/** What stands in each column, formatted anew for every cell as a screen does. */
export const cells: readonly { readonly id: string; readonly text: (line: Line) => string }[] = [
  { id: "number", text: ({ number }) => number },
  { id: "title", text: ({ title }) => title },
  { id: "centre", text: ({ centre }) => centre },
  { id: "owner", text: ({ owner }) => owner },
  { id: "requested", text: ({ requestedOere }) => `${kr.format(requestedOere / 100)} kr.` },
  { id: "granted", text: ({ grantedOere }) => `${kr.format(grantedOere / 100)} kr.` },
  { id: "submitted", text: ({ submittedAt }) => day.format(submittedAt) },
  { id: "status", text: ({ status }) => status },
];

/** How often a cell of the title column was drawn since the page began. */
export const drawn = { titles: 0 };

/** The text of a cell, counted where it is the title's. */
export function cellText(id: string, line: Line): string {
  if (id === "title") drawn.titles += 1;
  return cells.find((cell) => cell.id === id)?.text(line) ?? "";
}
