import type { Role } from "#domain/organisation/person.ts";

/** An employee of the fictional municipality; every name is invented. */
export interface DemoPerson {
  /** User name before the @. */
  readonly user: string;
  readonly name: string;
  readonly title: string;
  readonly centre: string;
  readonly roles: readonly Role[];
  /** Offered first in the persona switch. */
  readonly featured: boolean;
}

const person = (
  user: string,
  name: string,
  title: string,
  centre: string,
  roles: readonly Role[] = [],
  featured = false,
): DemoPerson => ({ user, name, title, centre, roles, featured });

/** Those a newcomer tries the journey as, in that order; then everybody else. */
export const demoPeople: readonly DemoPerson[] = [
  person("ansoeger.sundhed", "Mette Skovgaard", "Teamleder, sygeplejen", "sundhed", [], true),
  person("leder.sundhed", "Karin Thorup", "Sundheds- og omsorgschef", "sundhed", ["reviewer"], true),
  person("leder.skole", "Jens Aagesen", "Skole- og dagtilbudschef", "skole", ["reviewer"], true),
  person("oekonomi", "Søren Nyborg Dahl", "Økonomikonsulent", "oekonomi", ["reviewer"], true),
  person("tr.boern", "Lone Krag", "Medarbejderrepræsentant (TR)", "boern", ["reviewer"], true),
  person(
    "formand.dsg",
    "Birgitte Holmslund",
    "Chef for Borgerservice, It og Digitalisering",
    "borgerservice",
    ["reviewer", "chair"],
    true,
  ),
  person("naestformand.dsg", "Torben Lindegaard", "Økonomichef", "oekonomi", ["deputy-chair"], true),
  person("suppleant", "Amina Farsholt", "Digitaliseringskoordinator", "borgerservice", ["substitute"], true),
  person("puljesekretariat", "Rasmus Ellegaard", "Puljekonsulent", "borgerservice", ["secretariat"], true),
  person("raadgiver.sikkerhed", "Henrik Vang", "Informationssikkerhedskoordinator", "borgerservice", ["adviser"], true),
  person("sagsbehandler", "Pia Munkholm", "Sagsbehandler", "politik", ["case-officer"], true),
  person("udvalgssekretaer", "Dorthe Fuglsang", "Udvalgssekretær", "politik", ["committee-secretary"], true),
  person("direktion", "Niels Krogsgaard", "Kommunaldirektør", "politik", ["directors"], true),
  person("administrator", "Sofie Lykkegaard", "It-administrator", "borgerservice", ["administrator"], true),
  person("raad.aeldre", "Inger Bjerre", "Formand for Ældrerådet", "raad", ["consultation-party"]),
  person("raad.handicap", "Poul Tranholm", "Formand for Handicaprådet", "raad", ["consultation-party"]),
  person("raad.ungdom", "Selma Rask", "Formand for Ungdomsrådet", "raad", ["consultation-party"]),
  person("leder.arbejdsmarked", "Ulla Steenberg", "Arbejdsmarkedschef", "arbejdsmarked"),
  person("leder.boern", "Anders Brix", "Børne- og familiechef", "boern"),
  person("leder.teknik", "Gitte Ravnholt", "Teknik- og miljøchef", "teknik"),
  person("leder.hr", "Camilla Hedelund", "HR-chef", "hr"),
  person("leder.kultur", "Mikkel Østerby", "Kultur- og fritidschef", "kultur"),
  person("leder.politik", "Jette Damsbo", "Sekretariatschef", "politik"),
  person("ansoeger.plejecenter", "Susanne Vadgaard", "Plejecenterleder", "sundhed"),
  person("ansoeger.arbejdsmarked", "Kasper Tofte", "Jobkonsulent", "arbejdsmarked"),
  person("ansoeger.skole", "Line Egeskov", "Skoleleder", "skole"),
  person("ansoeger.borgerservice", "Tina Kjærsgård", "Borgerservicekonsulent", "borgerservice"),
  person("ansoeger.digitalisering", "Omar Lundby", "Digitaliseringskonsulent", "borgerservice"),
  person("ansoeger.boern", "Hanne Rosenlund", "Ledende sundhedsplejerske", "boern"),
  person("ansoeger.teknik", "Bjarne Hvidtfelt", "Driftsleder", "teknik"),
  person("ansoeger.energi", "Lars Engtoft", "Energikoordinator", "teknik"),
  person("ansoeger.hr", "Ditte Almind", "HR-konsulent", "hr"),
  person("ansoeger.kultur", "Frederik Storgaard", "Fritidskonsulent", "kultur"),
  person("ansoeger.bibliotek", "Maria Bækholm", "Bibliotekar", "kultur"),
  person("ansoeger.politik", "Asger Ny-Thomsen", "Sekretariatskonsulent", "politik"),
  person("ansoeger.oekonomi", "Vibeke Sandholm", "Økonomikonsulent", "oekonomi"),
];
