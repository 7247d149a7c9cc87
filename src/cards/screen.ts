import type { Language } from "#domain/shared/language.ts";

/** Who a card is made for: the reader's language, and the Teams app its links open. */
export interface CardScreen {
  readonly language: Language;
  readonly appId: string;
}
