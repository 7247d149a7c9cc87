/** The six focus areas of the fictional programme; their names are public (S1), the texts are ours. */
export const demoAreas = [
  {
    name: "Borger, teknologi og lokaldemokratiet",
    klText: "Teknologi skal styrke borgernes mulighed for at deltage, og ingen må blive hægtet af.",
    localStrategy: "Fjordkøbing vil møde borgerne både på skærm og i borgerservice, og hjælpen skal være tæt på.",
    examples: ["It-hjælp på bibliotekerne", "Borgermøder på skærm"],
  },
  {
    name: "Digital transformation og styrket udbredelse af modne teknologier",
    klText: "Teknologier, der virker ét sted, skal hurtigere ud til alle.",
    localStrategy: "Vi prøver få ting af ad gangen og bruger det, der virker, i hele kommunen.",
    examples: ["Robotter i administrationen", "Skærmbesøg i hjemmeplejen"],
  },
  {
    name: "Sammenhængende velfærdsforløb og indsatser",
    klText: "Borgeren skal opleve ét forløb, også når flere myndigheder er med.",
    localStrategy: "Overgange mellem sektorer, skoler og tilbud er det første, vi gør noget ved.",
    examples: ["Udskrivning fra sygehus", "Fra dagtilbud til skole"],
  },
  {
    name: "Klima og ressourcer",
    klText: "Data og teknologi skal hjælpe kommunerne med at nå klimamålene.",
    localStrategy: "Vi måler forbruget i egne bygninger og bruger udstyr længere.",
    examples: ["Energidata", "Genbrug af it-udstyr"],
  },
  {
    name: "Bedre velfærd og styring med data",
    klText: "Data skal bruges til bedre velfærd, sikkert og etisk.",
    localStrategy: "Ledere skal have få, rigtige tal, og borgerne skal kunne stole på vores brug af data.",
    examples: ["Ledelsesinformation", "Dataetiske principper"],
  },
  {
    name: "Kommunernes digitale fundament",
    klText: "Fælles infrastruktur og sikkerhed er grundlaget for alt andet.",
    localStrategy: "Orden i systemer og ansvar kommer før nye indkøb.",
    examples: ["Overblik over systemer", "MitID Erhverv"],
  },
] as const;
