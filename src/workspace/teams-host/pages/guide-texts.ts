import type { HostLocale } from "./host-state.ts";

interface GuideTexts {
  readonly title: string;
  readonly intro: string;
  readonly progress: (done: number, all: number, next: string) => string;
  readonly done: string;
  readonly stepDone: (title: string) => string;
  readonly allDone: string;
  readonly fold: string;
  readonly unfold: string;
  readonly tryTitle: string;
  readonly deadline: string;
  readonly noDeadline: string;
  readonly moving: string;
  readonly moved: string;
  readonly notMoved: string;
  readonly pair: string;
  readonly faultsHint: string;
}

const danish: GuideTexts = {
  title: "Guide",
  intro: "Prøv hele vejen på et par minutter. Hver knap gør dig til den rette person og fører dig derhen.",
  progress: (done, all, next) => `${done} af ${all} trin er gjort · næste: ${next}`,
  done: "Gjort",
  stepDone: (title) => `Trinnet ${title} er gjort.`,
  allDone: "Du har været hele vejen rundt.",
  fold: "Fold guiden sammen",
  unfold: "Fold guiden ud",
  tryTitle: "Prøv også",
  deadline: "Spring til fristen",
  noDeadline: "Der er ingen frist forude.",
  moving: "Uret stilles frem…",
  moved: "Uret er stillet frem.",
  notMoved: "Uret kunne ikke stilles frem. Er fristen passeret?",
  pair: "To personer ved siden af hinanden",
  faultsHint: "Slå fejl til, og gør et trin: alt bliver alligevel gjort én gang.",
};

const english: GuideTexts = {
  title: "Guide",
  intro: "Try the whole way in a couple of minutes. Each button makes you the right person and takes you there.",
  progress: (done, all, next) => `${done} of ${all} steps done · next: ${next}`,
  done: "Done",
  stepDone: (title) => `The step ${title} is done.`,
  allDone: "You have been all the way round.",
  fold: "Fold the guide",
  unfold: "Unfold the guide",
  tryTitle: "Try as well",
  deadline: "Jump to the deadline",
  noDeadline: "There is no deadline ahead.",
  moving: "Moving the clock…",
  moved: "The clock has moved.",
  notMoved: "The clock could not be moved. Has the deadline passed?",
  pair: "Two people side by side",
  faultsHint: "Turn faults on and do a step: everything is still done once.",
};

/** The guide's own words; what its steps say is handed in. */
export const guideTexts: Readonly<Record<HostLocale, GuideTexts>> = { "da-DK": danish, "en-GB": english };
