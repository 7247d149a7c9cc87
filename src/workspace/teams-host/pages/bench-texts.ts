import type { BenchSwitch, HostClient } from "./test-bench.ts";

interface Explained {
  readonly name: string;
  /** One line that says what it shows. */
  readonly hint: string;
}

/** The words of the test bench. */
export interface BenchTexts {
  readonly title: string;
  readonly titleWith: (count: number) => string;
  readonly intro: string;
  readonly clientTitle: string;
  readonly clients: Readonly<Record<HostClient, Explained>>;
  readonly switchTitle: string;
  readonly switches: Readonly<Record<BenchSwitch, Explained>>;
  readonly faultsHint: string;
  readonly placeTitle: string;
  readonly otherSite: string;
  readonly ownSite: string;
  readonly otherSiteHint: string;
  readonly signOut: string;
  readonly signOutHint: string;
  readonly clear: string;
}

export const danishBench: BenchTexts = {
  title: "Prøvebænk",
  titleWith: (count) => `Prøvebænk (${count} slået til)`,
  intro: "Få Teams til at opføre sig dårligt, og se, hvordan appen tager det. Valgene står i sidens adresse.",
  clientTitle: "Vis som",
  clients: {
    teams: { name: "Teams på computer", hint: "Sådan som de fleste møder appen." },
    outlook: { name: "Outlook", hint: "Appen i et smalt vindue uden chat og kanaler." },
    phone: { name: "Teams på telefon", hint: "Lille skærm med tilbageknap og bjælke forneden." },
  },
  switchTitle: "Når noget svigter",
  switches: {
    slow: { name: "Teams er langsom", hint: "Hvert svar kommer tre sekunder for sent. Appen skal vente pænt." },
    mute: { name: "Teams svarer ikke", hint: "Efter otte sekunder skal appen selv sige, at der er noget galt." },
    "no-sign-on": {
      name: "Teams logger ikke appen ind",
      hint: "En ældre Teams uden fælles login. Appen skal bede om at få lov i et vindue.",
    },
    "no-dialogs": { name: "Teams har ingen dialoger", hint: "Appen skal kunne klare sig uden Teams' egne dialoger." },
    consent: {
      name: "Appen mangler samtykke",
      hint: "Appen må ikke læse noget, før du har givet adgang. Prøv også at sige nej.",
    },
    "step-up": {
      name: "Kommunen kræver ekstra bekræftelse",
      hint: "Et almindeligt login er ikke nok. Appen skal bede om mere, og kun én gang.",
    },
    "sign-in-silent": { name: "Login svarer ikke", hint: "Appen får aldrig sit adgangsbevis og skal sige det." },
    "sign-in-offline": { name: "Login kan ikke nås", hint: "Nettet til login er væk. Intet må gå tabt." },
    "short-tokens": {
      name: "Adgangen udløber hele tiden",
      hint: "Adgangsbeviset holder to sekunder. Det må ikke kunne mærkes.",
    },
  },
  faultsHint: "SharePoint svigter i hvert andet kald, i alle vinduer. Alt skal alligevel blive gjort én gang.",
  placeTitle: "Et andet sted fra",
  otherSite: "Åbn siden på en anden adresse",
  ownSite: "Åbn siden på dens egen adresse",
  otherSiteHint: "Appen er så en fremmed for browseren og kan intet huske mellem besøg.",
  signOut: "Log ud",
  signOutHint: "Åbn et link uden at være logget ind: Teams spørger, hvem du er, og fører dig så til linket.",
  clear: "Slå alt fra",
};

export const englishBench: BenchTexts = {
  title: "Test bench",
  titleWith: (count) => `Test bench (${count} on)`,
  intro: "Make Teams misbehave and see how the app takes it. The choices are kept in the page's address.",
  clientTitle: "Show as",
  clients: {
    teams: { name: "Teams on a computer", hint: "As most people meet the app." },
    outlook: { name: "Outlook", hint: "The app in a narrow window without chat and channels." },
    phone: { name: "Teams on a phone", hint: "A small screen with a back button and a bar at the bottom." },
  },
  switchTitle: "When something fails",
  switches: {
    slow: { name: "Teams is slow", hint: "Every answer comes three seconds late. The app must wait gracefully." },
    mute: {
      name: "Teams does not answer",
      hint: "After eight seconds the app itself must say that something is wrong.",
    },
    "no-sign-on": {
      name: "Teams does not sign the app in",
      hint: "An older Teams without shared sign-in. The app must ask for permission in a window.",
    },
    "no-dialogs": { name: "Teams has no dialogs", hint: "The app must manage without the dialogs of Teams." },
    consent: {
      name: "The app lacks consent",
      hint: "The app may read nothing until you have allowed it. Try saying no as well.",
    },
    "step-up": {
      name: "The municipality wants a second confirmation",
      hint: "An ordinary sign-in is not enough. The app must ask for more, and only once.",
    },
    "sign-in-silent": { name: "Sign-in does not answer", hint: "The app never gets its token and must say so." },
    "sign-in-offline": {
      name: "Sign-in is out of reach",
      hint: "The network to sign-in is gone. Nothing may be lost.",
    },
    "short-tokens": {
      name: "Access keeps expiring",
      hint: "The token lasts two seconds. Nobody should notice.",
    },
  },
  faultsHint: "SharePoint fails in every other call, in all windows. Everything must still be done once.",
  placeTitle: "From somewhere else",
  otherSite: "Open the page at another address",
  ownSite: "Open the page at its own address",
  otherSiteHint: "The app is then a stranger to the browser and can remember nothing between visits.",
  signOut: "Sign out",
  signOutHint: "Open a link without being signed in: Teams asks who you are and then takes you to the link.",
  clear: "Turn everything off",
};
