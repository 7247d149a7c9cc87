import type { AdaptiveCard } from "@microsoft/teams.cards";

/** Our own limit for a card as JSON, in UTF-8 bytes; Teams refuses messages above about 100 KB (T47). */
export const cardLimitBytes = 20_000;

/** The size of a card as JSON, in UTF-8 bytes. */
export function cardBytes(card: AdaptiveCard): number {
  return utf8Bytes(JSON.stringify(card));
}

/** The first of the candidates, richest first, that is small enough; the last one whatever it weighs. */
export function firstThatFits<T>(candidates: readonly T[], build: (candidate: T) => AdaptiveCard): AdaptiveCard {
  const [first, ...others] = candidates;
  if (first === undefined) throw new RangeError("No way to build the card was given");
  let card = build(first);
  for (const candidate of others) {
    if (cardBytes(card) <= cardLimitBytes) return card;
    card = build(candidate);
  }
  return card;
}

/** The length of a text in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdfff) bytes += 1;
    else if (unit > 0x7ff) bytes += 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes;
}
