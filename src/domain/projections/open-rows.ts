/**
 * Columns of the open lists, by their internal names: what every manager may read (domain B10, law 3).
 * Amounts are kroner (a number column shows them), instants and dates ISO text.
 */
export interface OpenCentreRow {
  readonly Title: string;
  readonly Leder: string;
  readonly Aktiv: boolean;
}

export interface OpenRoundRow {
  /** Round name, e.g. "Efterår 2022". */
  readonly Title: string;
  readonly Kode: string;
  readonly Pulje: string;
  readonly Status: string;
  readonly RammeKr: number;
  readonly BevilgetKr: number;
  readonly RestKr: number;
  readonly Ansoegninger: number;
  readonly AnsoegtKr: number;
  readonly Aabner: string;
  readonly Frist: string;
  readonly Afgoerelse: string;
  readonly Link: string;
}

/** Items of the action plan; `Status`, `Ejer`, `Start`, `Slut` and `Note` may be edited in SharePoint (law 4). */
export interface OpenActionRow {
  readonly Title: string;
  /** Number and name, so that areas stand in KL's order. */
  readonly Fokusomraade: string;
  readonly Status: string;
  /** "" where no work is expected. */
  readonly Trafiklys: string;
  readonly Aarsag: string;
  readonly Rolle: string;
  /** Name of the person; "" while nobody is. */
  readonly Ejer: string;
  readonly Center: string;
  readonly Start: string;
  readonly Slut: string;
  readonly Milepael: string;
  /** What was written last about how it goes. */
  readonly Note: string;
  /** Day of the last word about how it goes. */
  readonly Opdateret: string;
  readonly Link: string;
}

/** Consultations with counts: never what anybody answered. */
export interface OpenConsultationRow {
  readonly Title: string;
  readonly Sagsnummer: string;
  readonly Status: string;
  readonly Sendt: string;
  /** First instant that is too late; shown as the last day. */
  readonly Frist: string;
  /** The deadline in words, as card, tab and letter say it. */
  readonly Svarfrist: string;
  readonly Parter: number;
  readonly Svar: number;
  readonly EfterFrist: number;
  /** Names of parties that have not answered. */
  readonly Mangler: string;
  readonly Moede: string;
  readonly Moededato: string | undefined;
  readonly Sagsbehandler: string;
  readonly Link: string;
}

/** Cases; of closed ones number and alternative title only. */
export interface OpenCaseRow {
  readonly Title: string;
  readonly Sagsnummer: string;
  readonly Aabenhed: string;
  readonly Status: string;
  readonly Sagsgang: string;
  readonly NaesteSkridt: string;
  readonly NaesteDato: string | undefined;
  readonly Afgjort: string | undefined;
  readonly SenesteBeslutning: string;
  readonly Sagsbehandler: string;
  readonly Link: string;
}

export interface OpenLedgerRow {
  /** What moved, e.g. "Tilsagn FR22-01". */
  readonly Title: string;
  readonly Pulje: string;
  readonly Art: string;
  readonly Runde: string;
  readonly Dato: string;
  /** Signed: money that leaves what is free is negative. */
  readonly BeloebKr: number;
  /** Balance after the movement. */
  readonly SaldoKr: number;
  readonly Raekkefoelge: number;
}

export interface OpenApplicationRow {
  readonly Title: string;
  readonly Nummer: string;
  readonly Runde: string;
  readonly Pulje: string;
  readonly Center: string;
  readonly Fokusomraade: string;
  readonly AnsoegtKr: number;
  readonly Status: string;
  /** After the decision only. */
  readonly BevilgetKr: number | undefined;
  readonly Indsendt: string;
  readonly Link: string;
}

/** Of a need never who found it. */
export interface OpenNeedRow {
  /** What is difficult, in short. */
  readonly Title: string;
  readonly Besvaerligt: string;
  readonly Rammer: string;
  readonly HvorTit: string;
  readonly Center: string;
  readonly Status: string;
  readonly Opbakning: number;
  readonly Registreret: string;
  readonly Udkomme: string;
  /** The word to the finder; writing one closes the need. */
  readonly Svar: string;
  readonly Link: string;
}
