import type { Row, View } from "./list-model.ts";
import type { PageTexts } from "./texts.ts";

/** What an item is called. */
export function titleOf(row: Row, texts: PageTexts): string {
  const title = row.values["Title"] ?? row.values["LinkFilename"];
  return typeof title === "string" && title !== "" ? title : texts.noTitle;
}

/** What a view is called; the one of a list that has none bears the pages' own word. */
export function viewTitle({ title }: View, texts: PageTexts): string {
  return title === "" ? texts.allItems : title;
}
