import type { AdaptiveCard } from "@microsoft/teams.cards";
import type { RecordedEdit } from "#domain/projections/outside-edit.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { cardOf, heading, openButton, sentence } from "./card-parts.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";
import { editReasonText } from "./texts/edit-reason-text.ts";

type Told = Pick<RecordedEdit, "kind" | "listTitle" | "reference" | "fields" | "route" | "refusal"> & {
  /** What people call the row, where the records tell. */
  readonly subject?: string | undefined;
};

/** Tells an editor in SharePoint what became of her edit, and where the fact is changed instead (T41). */
export function editPutBackCard(
  screen: CardScreen,
  { kind, listTitle, reference, fields, route, refusal, subject }: Told,
): AdaptiveCard {
  const texts = cardTexts(screen.language).editPutBack;
  const list = cardText(listTitle);
  const where = cardText([subject ?? reference, fields].filter((each) => each !== "").join(", "));
  const why = refusal === undefined ? texts.keeps(!fields.includes(",")) : editReasonText(refusal, screen.language);
  const isOwnRow = kind === "own-row";
  const body = [
    heading(isOwnRow ? texts.ownRowHeading : texts.heading),
    sentence(isOwnRow ? texts.ownRow(list) : texts.text(list, where, why)),
  ];
  const open = openButton(screen, route === "" ? tabRoutes.overview : route, isOwnRow ? undefined : texts.open);
  return cardOf(screen, body, [open], isOwnRow ? texts.ownRowSummary : texts.summary, "inform");
}

/** One card in place of many, all put back or all rows that stay: a paste into a list makes many at once (T48). */
export function editsDigestCard(screen: CardScreen, count: number, kind: "changed" | "own-row"): AdaptiveCard {
  const texts = cardTexts(screen.language).editPutBack;
  const [title, text, summary] =
    kind === "own-row"
      ? [texts.ownRowsHeading(count), texts.ownRowsText, texts.ownRowsSummary]
      : [texts.digestHeading(count), texts.digestText, texts.digestSummary];
  const body = [heading(title), sentence(text)];
  return cardOf(screen, body, [openButton(screen, tabRoutes.overview)], summary, "inform");
}
