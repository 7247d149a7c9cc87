import type { NoticeGroup, NoticeMode } from "#domain/notices/notice-choices.ts";

/** How one is told: the page of one's own choices. */
export const notices = {
  title: "Beskeder",
  lead: "Vælg, hvordan Fremdrift giver dig besked i Teams. Det, der venter på dig, står altid i overblikket.",
  what: "Hvad vil du have besked om?",
  always:
    "Brevet med en afgørelse kommer altid som kort i chatten, og det, kun du kan afgøre, kan samles, men ikke slås fra: ellers kunne andre vente på dig, uden at du vidste det.",
  group: {
    "own-decisions": {
      title: "Det, kun du kan afgøre",
      hint: "Godkend dit centers ansøgninger, afgør en indstilling.",
    },
    requests: { title: "Opgaver til dig", hint: "For eksempel ansøgninger, du skal bedømme." },
    reminders: { title: "Påmindelser", hint: "Når en frist nærmer sig, og opgaven stadig venter." },
    answers: {
      title: "Svar på det, du har sendt",
      hint: "Din leder har godkendt eller har spørgsmål. Svar inden for en time kommer altid med det samme.",
    },
    lists: { title: "Dine rettelser i SharePoint", hint: "Når en rettelse i en liste er sat tilbage." },
  } satisfies Record<NoticeGroup, { readonly title: string; readonly hint: string }>,
  mode: {
    now: "Som kort i chatten med det samme",
    feed: "Som en linje i Teams’ aktivitet",
    morning: "Samlet næste morgen",
    tab: "Kun i fanen",
  } satisfies Record<NoticeMode, string>,
  hours: "Hvornår må du forstyrres?",
  hoursText: (from: string, until: string) =>
    `Fremdrift skriver kun på arbejdsdage mellem kl. ${from} og ${until}. Du kan gøre tidsrummet kortere.`,
  ownHours: "Brug mit eget tidsrum",
  from: "Fra kl.",
  until: "Til kl.",
  tooLate: "Er noget for sent inden da, kommer beskeden i kommunens tidsrum, så du ikke går glip af den.",
  saving: "Gemmer …",
  saved: "Dit valg er gemt.",
  undone: "Dit valg er taget tilbage.",
  undo: "Fortryd",
  retry: "Gem igen",
};
