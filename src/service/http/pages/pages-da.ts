import { helpDa } from "./help-da.ts";
import type { PublicPage, PublicPages } from "./public-page.ts";

const privacy: PublicPage = {
  title: "Privatliv",
  lead: "Her kan du læse, hvad Fremdrift gemmer om dig, og hvad du kan bede om. {kommune} har ansvaret for dine data.",
  parts: [
    {
      id: "data",
      heading: "Det gemmer vi om dig",
      text: ["Vi gemmer kun det, vi skal bruge for at give penge fra puljen på en ordentlig måde."],
      points: [
        "Dit navn, din titel, dit center og din adresse i Teams.",
        "De roller, du har: for eksempel bedømmer eller leder.",
        "Det, du skriver: ansøgninger, behov, point, grunde og svar på høringer med de bilag, du vedhæfter.",
        "Hvornår du har trykket på noget, som andre kan se.",
        "De beskeder, Fremdrift har sendt dig i Teams.",
      ],
    },
    {
      id: "formaal",
      heading: "Det bruger vi det til",
      text: [
        "Vi bruger det til at behandle ansøgninger, træffe en afgørelse og følge pengene bagefter.",
        "Kommunen gør det som en del af sin opgave som myndighed. Vi bruger det ikke til andet, og vi sælger det ikke.",
      ],
    },
    {
      id: "hvor",
      heading: "Her ligger det",
      text: [
        "Alt ligger i kommunens egen SharePoint. Fremdrift har ikke sit eget lager.",
        "Ansøgninger og bedømmelser ligger på et lukket sted. Kun tjenesten kan åbne det. Ledere ser et udsnit i lister: nummer, titel, center, beløb og status.",
      ],
    },
    {
      id: "adgang",
      heading: "Hvem kan se det",
      text: ["Du ser dit eget. Andre ser kun det, deres rolle giver lov til."],
      points: [
        "Din leder ser ansøgninger fra centret.",
        "Bedømmere ser de ansøgninger, de skal bedømme. De ser ikke hinandens point, før alle har svaret.",
        "Den, der er inhabil, ser ikke ansøgningen.",
        "Den, der passer teknikken, kan ikke læse ansøgninger alene af den grund.",
      ],
    },
    {
      id: "slet",
      heading: "Hvor længe vi gemmer det",
      text: [
        "Vi følger kommunens regler for sager og arkiv. En kladde, du kasserer, kan ingen se mere.",
        "Skriv aldrig et CPR-nummer i en ansøgning. Fremdrift stopper dig, hvis det ligner et.",
      ],
    },
    {
      id: "log",
      heading: "Log",
      text: [
        "Vi gemmer, hvem der har gjort hvad og hvornår. Så kan en fejl findes, og en afgørelse kan følges. Loggen over teknikken har ingen navne og ingen tekster.",
      ],
    },
    {
      id: "ret",
      heading: "Det kan du bede om",
      text: [
        "Du kan bede om at se, rette eller få slettet dine data. Du kan også sige nej til, at vi bruger dem. Nogle data skal vi gemme efter loven.",
        "Skriv til {kommune}s databeskyttelsesrådgiver. Adressen står på kommunens hjemmeside.",
        "Er du ikke enig i svaret, kan du klage til Datatilsynet.",
      ],
      link: { text: "Klag til Datatilsynet", url: "https://www.datatilsynet.dk/" },
    },
  ],
};

const accessibility: PublicPage = {
  title: "Tilgængelighedserklæring",
  lead: "{kommune} vil have, at alle kan bruge Fremdrift. Her står, hvad der virker, hvad der mangler, og hvor du kan klage.",
  parts: [
    {
      id: "status",
      heading: "Hvor godt lever vi op til reglerne?",
      text: [
        "Fremdrift følger i høj grad WCAG 2.1 på niveau A og AA og den europæiske norm EN 301 549. Det, vi ved mangler, står her på siden.",
      ],
    },
    {
      id: "mangler",
      heading: "Det mangler",
      text: ["Vi kender disse mangler:"],
      points: [
        "Lister er bredere end en telefon. De ruller til siden inde i deres egen ramme, som i SharePoint selv.",
        "Skifter du til eller fra høj kontrast, tegnes et kort i chatten forfra. Har du åbnet en bekræftelse på kortet, lukker den, og du skal åbne den igen.",
        "Kort i chatten og lister i SharePoint vises af Microsoft. Dem kan vi ikke rette i.",
      ],
    },
    {
      id: "proevet",
      heading: "Sådan har vi prøvet det",
      text: ["Vi prøver selv hver gang, Fremdrift bliver lavet om:"],
      points: [
        "Et program (axe) ser efter fejl på alle sider i lyst, mørkt og høj kontrast og på dansk og engelsk.",
        "De vigtigste opgaver bliver gjort kun med tastatur.",
        "Siderne bliver set på en bred skærm, en smal skærm og en telefon.",
        "Farver bliver regnet efter, så tekst kan læses.",
      ],
    },
    {
      id: "brug",
      heading: "Det kan gøre det lettere",
      text: ["Fremdrift følger farver, sprog og skrift i Teams og på din maskine."],
      points: [
        "Ctrl+K åbner søgningen. Derfra kan du nå alle sider.",
        "Spørgsmålstegn (?) viser alle genveje. Der kan du også slå dem fra.",
        "Alt kan gøres med Tab, pile og Enter.",
      ],
    },
    {
      id: "kontakt",
      heading: "Fortæl os om fejl",
      text: [
        "Kan du ikke bruge noget, så skriv til puljesekretariatet i Teams. Fortæl, hvad du ville gøre, og hvad du bruger: skærmlæser, tastatur eller andet. Du får svar, og du kan få det, du mangler, på en anden måde.",
      ],
    },
    {
      id: "klag",
      heading: "Klag",
      text: [
        "Er du ikke tilfreds med svaret, kan du skrive til Digitaliseringsstyrelsen. Den holder øje med, at loven om tilgængelighed bliver fulgt.",
      ],
      link: { text: "Digitaliseringsstyrelsen om tilgængelighed", url: "https://digst.dk/" },
    },
  ],
};

const terms: PublicPage = {
  title: "Vilkår",
  lead: "Fremdrift er for ansatte i {kommune}. Du bruger det i dit arbejde og logger ind med din arbejdskonto.",
  parts: [
    {
      id: "brug",
      heading: "Når du bruger Fremdrift",
      text: ["Vi beder dig om tre ting:"],
      points: [
        "Skriv det, der er sandt, og som andre må læse.",
        "Skriv ikke CPR-numre eller andet om borgere, der kan kende dem.",
        "Sig til, hvis du er inhabil: hvis du selv, en i din familie eller dit eget center får noget ud af det.",
      ],
    },
    {
      id: "afgoerelse",
      heading: "Afgørelser",
      text: [
        "Det er mennesker, der afgør, hvem der får penge. Fremdrift regner point sammen og holder øje med rammen. Det træffer ingen afgørelse selv.",
        "Frister gælder i dansk tid. Klokken 23.59 er det sidste minut, du kan sende.",
      ],
    },
    {
      id: "drift",
      heading: "Når noget ikke virker",
      text: [
        "Det, du har gemt, ligger i kommunens SharePoint og går ikke tabt, hvis Fremdrift står stille. Kan du ikke sende før en frist, så skriv straks til puljesekretariatet.",
      ],
    },
    {
      id: "ansvar",
      heading: "Hvem har ansvaret",
      text: ["{kommune} driver Fremdrift og har ansvaret for det. Det koster ikke noget at bruge det."],
    },
  ],
};

/** The open pages in Danish; "{kommune}" is the municipality's name. */
export const pagesDa: PublicPages = {
  pages: {
    hjaelp: helpDa,
    privatliv: privacy,
    tilgaengelighed: accessibility,
    vilkaar: terms,
  },
  frame: {
    skip: "Gå til indholdet",
    navigation: "Sider om Fremdrift",
    names: {
      hjaelp: "Hjælp",
      privatliv: "Privatliv",
      tilgaengelighed: "Tilgængelighed",
      vilkaar: "Vilkår",
    },
    open: "Åbn Fremdrift",
    otherLanguage: "English",
    updated: "Opdateret 22. november 2026",
    contents: "På siden",
  },
};
