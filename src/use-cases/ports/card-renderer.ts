import type { Notice } from "#domain/notices/notice.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Language } from "#domain/shared/language.ts";
import type { Records } from "./records.ts";

/** A notice's identity, which a sent card keeps when the plan does not name it any more. */
export type NoticeSubject = Pick<Notice, "key" | "kind" | "recipientKey" | "subjectKey" | "part">;

/** A card as its recipient should see it now. */
export interface RenderedCard {
  readonly cardJson: string;
  /** The notification's text: never a name or closed content. */
  readonly summary: string;
  /** False once nothing can be done in it: only then does a card in the chat get replaced, so no input is lost. */
  readonly answerable: boolean;
}

/** Turns a notice into its card; undefined when the records it is about are gone. */
export type CardRenderer = (
  notice: NoticeSubject,
  records: Records,
  language: Language,
  now: Instant,
) => RenderedCard | undefined;
