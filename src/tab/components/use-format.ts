import { useMemo } from "react";
import {
  clockTimeOf,
  epochMs,
  type Instant,
  instantFromEpochMs,
  parseInstant,
  parsePlainDate,
  plainDateOf,
  weekday,
} from "#domain/shared/dates.ts";
import { formatDate, formatDeadline, formatInstant, formatTime } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
import { formatKr, formatMio, oere } from "#domain/shared/money.ts";
import { useLanguage } from "../texts/texts-context.ts";

/** Amounts and times as people read them; takes what the contract gives. */
export interface Format {
  kr(amountOere: number): string;
  mio(amountOere: number): string;
  /** "28. marts 2027" of a plain date. */
  date(date: string): string;
  /** "28. marts 2027 kl. 10.00". */
  instant(instant: string): string;
  /** A closing instant as its last minute: "28. marts 2027 kl. 23.59", with "(dansk tid)" where clocks show another. */
  deadline(closing: string): string;
  /** The Danish weekday on which an instant falls: 1 is Monday. */
  weekday(instant: string): number;
  /** "10.42". */
  time(instant: string): string;
  /** 824 → "82,4". */
  tenths(tenths: number): string;
}

/** The formatters of one language. */
export function formatFor(language: Language): Format {
  return {
    kr: (amount) => formatKr(oere(amount), language),
    mio: (amount) => formatMio(oere(amount)),
    date: (text) => {
      const date = parsePlainDate(text);
      return date.ok ? formatDate(date.value, language) : text;
    },
    instant: (text) => formatInstant(instantOf(text), language),
    deadline: (text) => formatDeadline(instantOf(text), language) + zoneNote(instantOf(text), language),
    weekday: (text) => weekday(plainDateOf(instantOf(text))),
    time: (text) => formatTime(instantOf(text), language),
    tenths: (tenths) => (tenths / 10).toFixed(1).replace(".", language === "da" ? "," : "."),
  };
}

const danishTime: Readonly<Record<Language, string>> = { da: " (dansk tid)", en: " (Danish time)" };

/** Whose clock it is, for a reader whose own machine shows another time at that moment (T36). */
export function zoneNote(instant: Instant, language: Language): string {
  const own = new Date(epochMs(instant));
  const shown = [own.getHours(), own.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  return shown === clockTimeOf(instant) ? "" : danishTime[language];
}

/** The formatters of the reader's language. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}

/** The contract has checked the text; what it cannot be is a bug that must not blank the page. */
export function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  return instant.ok ? instant.value : instantFromEpochMs(0);
}
