/** The centres of the fictional Fjordkøbing Kommune; `head` is the user name of the head. */
export interface DemoCentre {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly head: string | undefined;
  /** Council members are known to the organisation but may not apply (000-11). */
  readonly active: boolean;
}

const centre = (id: string, name: string, shortName: string, head: string): DemoCentre => ({
  id,
  name,
  shortName,
  head,
  active: true,
});

export const demoCentres: readonly DemoCentre[] = [
  centre("sundhed", "Center for Sundhed og Omsorg", "Sundhed og Omsorg", "leder.sundhed"),
  centre("arbejdsmarked", "Center for Arbejdsmarked", "Arbejdsmarked", "leder.arbejdsmarked"),
  centre("skole", "Center for Skole og Dagtilbud", "Skole og Dagtilbud", "leder.skole"),
  centre(
    "borgerservice",
    "Center for Borgerservice, It og Digitalisering",
    "Borgerservice, It og Digitalisering",
    "formand.dsg",
  ),
  centre("boern", "Center for Børn og Familie", "Børn og Familie", "leder.boern"),
  centre("teknik", "Center for Teknik og Miljø", "Teknik og Miljø", "leder.teknik"),
  centre("hr", "Center for HR og Ledelse", "HR og Ledelse", "leder.hr"),
  centre("kultur", "Center for Kultur og Fritid", "Kultur og Fritid", "leder.kultur"),
  centre("politik", "Center for Politik og Ledelse", "Politik og Ledelse", "leder.politik"),
  centre("oekonomi", "Stab for Økonomi", "Stab for Økonomi", "naestformand.dsg"),
  { id: "raad", name: "Kommunens råd", shortName: "Kommunens råd", head: undefined, active: false },
];
