/** Case texts as agenda systems of five municipalities print them, about things that are invented. */

/** A pool's capital appropriation; the list of documents is empty (TR-3). */
export const poolCaseText = `

Anlægsbevilling - Pulje til velfærdsteknologi - "Hjælp i hverdagen"

24/8071 Åben Sag

Sagsgang

ØK, KB

Sagsfremstilling

Ved budgettet for 2025-2028 blev der afsat 1,2 mio. kr. til Pulje til velfærdsteknologi – ”Hjælp i hverdagen”. Puljen har til formål at afprøve hjælpemidler, som borgerne selv kan betjene.

En arbejdsgruppe har peget på en pulje på 1.200.000 kr., der er øremærket kommunens plejecentre, og som skal bruges lokalt. Det væsentligste formål er, at flere borgere klarer hverdagen selv.

Puljen deles i to ansøgningsrunder. I foråret 2025 kan der søges om op til 700.000 kr. pr. runde. I efteråret 2025 kan der søges om de sidste 500.000 kr. til nye forsøg.

Sammenhæng til andre politikker/strategier og fagområder

Forsøgene følger ældrepolitikken.

Økonomiske konsekvenser

Der er på investeringsoversigten i 2025 afsat 1,2 mio. kr. til formålet.

Indstilling

Chefen for Sundhed og Omsorg indstiller, at der gives anlægsbevilling på 1,2 mio. kr. i 2025.

Beslutning i Økonomiudvalget den 11-02-2025

Tiltrådt.

Bilag:
`;

/** A plan that is heard between two readings; the document's title goes on behind the system's number (001-20). */
export const heardCaseText = `

Cyklistplan for hele kommunen - Plan 2023 - 2026

23/417 Åben Sag

Sagsgang

ØK, høring, ØK, KB

Sagsfremstilling

Planen samler det, der før stod tre steder.

Planen sendes efter økonomiudvalgsmødet 14. marts 2023 i høring hos Trafikrådet, Ungerådet og Børne- og Familierådet med høringsfrist 28. april 2023.

Svarene drøftes af økonomiudvalget på mødet 16. maj 2023.

Kommunalbestyrelsen får planen til godkendelse på mødet 30. maj 2023.

Sammenhæng til andre politikker/strategier og fagområder

Klimaplanen.

Økonomiske konsekvenser

Ingen økonomiske konsekvenser.

Indstilling

Chef for teknik og miljø indstiller, at

1. planen godkendes foreløbigt
2. planen sendes i høring.

Beslutning i Økonomiudvalget den 14-03-2023

Ad 1.

Godkendt.

Ad 2.

Udsat.

Afbud:

Rita Overgaard Mikkelsen (V)

Bilag:

1 - Åben Cyklistplan for hele kommunen - (4411/23) (H)
2099173 Plan 2023-2026
`;

/** The digitalisation programme's case before anybody has decided: soft hyphens, tabs and hard spaces as a copy brings them. */
export const programmeCaseText = `

Digitalise\u00adringsprogram 2021-2025

21/6103 Åben Sag

Sagsgang

ØK, høring, ØK, KB

Sagsfremstilling

Programmet samler kommunens digitale indsatser under seks fokusområder.

Programmet sendes efter økonomiudvalgsmødet\u00a015. juni 2021 i høring hos Ældrerådet, Handicaprådet og Ungdomsrådet med høringsfrist 30. juli 2021.

Svarene drøftes af økonomiudvalget på mødet 17. august 2021.

Kommunalbestyrelsen får programmet til godkendelse på mødet 24. august 2021.

Økonomiske konsekvenser

Ingen økonomiske konsekvenser.

Indstilling

Chefen for Borgerservice indstiller, at

1.\tprogrammet godkendes foreløbigt
2.\tprogrammet sendes i høring.

Bilag:
`;

/** A meeting of the directors: no case number (TR-4), tabs in the tables (TR-6), a name in the decision (TR-10). */
export const directorsCaseText = `

Punkter på dagens møde

Åben Sag

Sagsgang

DIR

Sagsfremstilling

Direktionen behandler:

Tid	Punkt
09.15	Ny telefoni – oplæg ved lederen

Indstilling

Det indstilles, at punkterne drøftes.

Beslutning i Direktionen den 04-10-2022

Direktionen talte om telefonien. Tidsplanen blev godkendt.

Lederen Bodil Mortensen-Krag vender tilbage, når prisen er drøftet.

Bilag:

1 -	Åben	Oplæg om telefoni på	(7012/22)	(H)
1804416		rådhus og skoler		
2 -	Lukket	Prisoverslag	(7013/22)	(H)
1804420				
`;

/** The meeting stands at the top, the number runs through the year, and the path is a matrix. */
export const matrixCaseText = `Udvalg: Teknik- og Miljøudvalget
Mødedato: 7. september 2021
Mødested: Lokale 4

Dagsordenpunkter

61. Retningslinjer for måling af trafik

Sagsnr.: 05.13.00-P15-4-21 Sagsbehandler: Vibeke Højbjerg Sand  

Retningslinjer for måling af trafik

DIR

TMU

KB

\u00a0

\u00a0\u00a0 x

\u00a0

\u00a0

Øvrige sagsbehandlere:

Sagsresume

\u00a0

Sagen handler om målinger.

Sagsfremstilling

Måleperioden var 2018-2020.

Bilag: Notat om målinger

Økonomi

Udgiften på 45.000 kr. holdes inden for rammen.

Indstilling

Vejchefen indstiller

at Teknik- og Miljøudvalget godkender retningslinjerne  
Vejchefen indstiller

Beslutning

Indstillingen er tiltrådt.

Bilag

  • Bilag - Notat om målinger, TMU
  • Kort over tællesteder
`;

/** Headings of its own, and a decision that only recommends. */
export const recommendingCaseText = `Nr.7 - Ny plan for borgerservice 2016-19

Sagsnr.: 15/2206

\u00a0

Beslutningstema

Økonomiudvalget skal drøfte planen.

Sagsfremstilling og økonomi

Planen gælder 2016-2019.

1.    Selvbetjening
2.    Telefon

Bevilling

Sagen har ingen bevillingsmæssige konsekvenser.

Kompetence

Byrådet.

Elektroniske bilag

Plan for borgerservice 2016-2019

Indstilling

  1. At Økonomiudvalget anbefaler planen for Byrådet.\u00a0

Beslutning i Økonomiudvalget den 18-01-2016

Anbefaler planen.
`;
