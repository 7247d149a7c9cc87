import type { PublicPage } from "./public-page.ts";

/** Five short guides in Danish. */
export const helpDa: PublicPage = {
  title: "Hjælp",
  lead: "Fem korte vejledninger. Find det, du skal, og gør det trin for trin.",
  parts: [
    {
      id: "soeg",
      heading: "Søg om penge",
      text: ["Du kan søge, mens runden er åben. Det, du skriver, bliver gemt af sig selv."],
      inOrder: true,
      points: [
        "Åbn Fremdrift i Teams. Find runden på overblikket, og tryk på Søg puljen.",
        "Har du en kladde, så tryk på Skriv videre på din kladde. Et nyt projekt skriver du under Begynd en ny ansøgning.",
        "Skriv, hvad I vil, og hvad det giver borgerne. Et felt, der mangler noget, siger det.",
        "Skriv, hvad pengene går til. Linjerne skal passe med det, du søger om, og det, I selv betaler.",
        "Tryk på Send ansøgning. Din leder får besked i Teams og godkender den.",
        "Sender lederen den tilbage med spørgsmål, retter du den og sender igen.",
      ],
    },
    {
      id: "bedoem",
      heading: "Bedøm ansøgninger",
      text: ["Du får et kort i chatten, når runden er lukket. Du kan bedømme på kortet eller i Fremdrift."],
      inOrder: true,
      points: [
        "Læs ansøgningen.",
        "Giv 1 til 5 point for hvert kriterium. Ved 1, 2 og 5 skriver du hvorfor.",
        "Sig, om du støtter den, og skriv din grund.",
        "Gem, og gå videre til den næste.",
        "Er du inhabil, så tryk på det. Så er du ude af sagen, og en anden tager over.",
      ],
    },
    {
      id: "indstil",
      heading: "Indstil og afgør",
      text: ["Puljesekretariatet indstiller. Formanden afgør. Rammen kan ikke blive brugt for meget."],
      inOrder: true,
      points: [
        "Åbn prioriteringen, når alle har bedømt. Listen står efter point.",
        "Se, hvem der er penge til. Skriv en grund til hver ansøger.",
        "Tryk på Indstil. Formanden får et kort i chatten.",
        "Formanden læser listen og trykker på det, der skal ske. Det kan fortrydes, indtil brevene er sendt.",
        "Ansøgerne får svar i Teams.",
      ],
    },
    {
      id: "svar",
      heading: "Svar på et tilsagn",
      text: ["Får I penge, skal I sige ja eller nej. Fristen står i beskeden."],
      inOrder: true,
      points: [
        "Åbn beskeden i chatten, eller find din ansøgning på overblikket.",
        "Læs, hvor meget I får, og hvorfor.",
        "Tryk på Tag imod eller Sig nej tak. Siger I nej, går pengene tilbage til puljen.",
        "Er fristen gået, så skriv til puljesekretariatet.",
      ],
    },
    {
      id: "lister",
      heading: "Se listerne i SharePoint",
      text: ["Ledere kan se alle ansøgninger og puljens penge i lister. De bliver holdt ved lige af Fremdrift."],
      inOrder: true,
      points: [
        "Tryk på Se listerne i SharePoint nederst i Fremdrift.",
        "Vælg en liste og en visning: for eksempel åbne ansøgninger, tavle eller kalender.",
        "Sortér og filtrér, som du plejer i SharePoint.",
        "Ret ikke i det, Fremdrift har skrevet. Det bliver skrevet tilbage.",
      ],
    },
    {
      id: "mere",
      heading: "Kom du ikke videre?",
      text: [
        "Tryk på Ctrl+K, og skriv, hvad du leder efter. Skriv hjælp til Fremdrift i chatten, eller skriv til puljesekretariatet. Giv dem fejlnummeret, hvis der står et.",
      ],
    },
  ],
};
