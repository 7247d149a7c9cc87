import type { Row } from "./list-model.ts";
import type { PageTexts } from "./texts.ts";

/** What an item is called. */
export function titleOf(row: Row, texts: PageTexts): string {
  const title = row.values["Title"] ?? row.values["LinkFilename"];
  return typeof title === "string" && title !== "" ? title : texts.noTitle;
}
