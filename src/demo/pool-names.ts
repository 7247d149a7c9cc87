import type { DemoCalendar } from "./demo-calendar.ts";

/** What the pool and its rounds are called in a layer: true names in the history, this year's in `aktuel`. */
export interface PoolNames {
  readonly number: string;
  readonly title: string;
  readonly plan: string;
  readonly year: number;
  readonly caseNumber: string;
  readonly rounds: readonly [
    { readonly code: string; readonly name: string },
    { readonly code: string; readonly name: string },
  ];
}

/** Names by the year of the autumn decision. */
export function poolNames(calendar: DemoCalendar): PoolNames {
  if (calendar.weeks === 0) {
    return {
      number: "PULJE-2022",
      title: "Pulje til digitalisering – ”Borger, teknologi og lokaldemokrati”",
      plan: "Investeringsoversigt 2022-2025",
      year: 2022,
      caseNumber: "21/15479",
      rounds: [
        { code: "FR22", name: "Forår 2022" },
        { code: "EF22", name: "Efterår 2022" },
      ],
    };
  }
  const year = yearOf(calendar.date("2022-10-05"));
  const short = twoDigits(year);
  return {
    number: `PULJE-${year}`,
    title: "Pulje til digitalisering – ”Borger, teknologi og lokaldemokrati”",
    plan: `Investeringsoversigt ${year}-${year + 3}`,
    year,
    caseNumber: `${twoDigits(year - 1)}/15479`,
    rounds: [
      { code: `A${short}`, name: `1. runde ${year}` },
      { code: `B${short}`, name: `2. runde ${year}` },
    ],
  };
}

/** The year of a date YYYY-MM-DD. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The last two digits of a year. */
export function twoDigits(year: number): string {
  return String(year % 100).padStart(2, "0");
}
