/** A row of the demo's table of applications, in kroner and points; the demo data is held against it. */
export interface ExpectedApplication {
  readonly centre: string;
  readonly title: string;
  readonly focusArea: number;
  readonly requestedKr: number;
  readonly ownKr: number;
  /** Danish local time of the press, in the history. */
  readonly submitted: string;
  readonly points: number;
  readonly reviewers: 4 | 5;
}

const row = (
  centre: string,
  title: string,
  focusArea: number,
  [requestedKr, ownKr]: readonly [number, number],
  submitted: string,
  points: number,
  reviewers: 4 | 5 = 5,
): ExpectedApplication => ({ centre, title, focusArea, requestedKr, ownKr, submitted, points, reviewers });

/** FR22-01 … FR22-08. */
export const expectedSpring: readonly ExpectedApplication[] = [
  row("Sundhed og Omsorg", "Virtuelle hjemmebesøg", 1, [95_000, 20_000], "2022-03-18T10:12", 90),
  row("Arbejdsmarked", "Skærmbesøg", 1, [60_000, 0], "2022-03-22T14:30", 84),
  row("Skole og Dagtilbud", "Hybride undervisningslokaler", 2, [120_000, 30_000], "2022-03-29T08:45", 74),
  row("Borgerservice, It og Digitalisering", "Digital vejviser", 1, [85_000, 15_000], "2022-03-30T12:05", 82, 4),
  row("Børn og Familie", "Videotolkning", 3, [45_000, 0], "2022-03-31T09:20", 81),
  row("Teknik og Miljø", "Tablets", 4, [70_000, 10_000], "2022-03-31T15:40", 66),
  row("HR og Ledelse", "Podcaststudie", 2, [30_000, 0], "2022-03-31T23:58", 55),
  row("Sundhed og Omsorg", "VR-træning", 2, [110_000, 40_000], "2022-03-28T11:00", 63),
];

/** EF22-01 … EF22-06. */
export const expectedAutumn: readonly ExpectedApplication[] = [
  row("Skole og Dagtilbud", "Hybridt undervisningslokale", 2, [75_000, 15_000], "2022-09-08T09:30", 80),
  row("Politik og Ledelse", "Digitale borgermøder", 1, [90_000, 0], "2022-09-12T13:15", 87),
  row("Borgerservice, It og Digitalisering", "Chatbot-pilot", 6, [140_000, 20_000], "2022-09-14T16:02", 70, 4),
  row("Kultur og Fritid", "Digital booking", 1, [65_000, 10_000], "2022-09-14T10:44", 76),
  row("Teknik og Miljø", "Sensorer", 4, [80_000, 20_000], "2022-09-15T08:10", 60),
  row("Kultur og Fritid", "It-hjælpecafé", 1, [40_000, 0], "2022-09-15T11:55", 89),
];
