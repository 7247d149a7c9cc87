import type { WantedList } from "../lists/define-list.ts";
import type { InBoth } from "./difference-texts.ts";
import type { Step } from "./plan.ts";

/** What a step does, in plain words, for whoever watches provisioning work. */
export function stepText(step: Step, lists: readonly WantedList[]): InBoth {
  if (step.kind === "show-lists")
    return both("Visninger og formatering sættes på listerne", "Views and formatting are set on the lists");
  const list = lists.find(({ site, name }) => site === step.site && name === step.list);
  const done =
    "column" in step ? columnStep(step.kind, list?.columns[step.column]?.title ?? step.column) : listStep(step);
  const title = list?.title ?? step.list;
  return both(`${title}: ${done.da}`, `${title}: ${done.en}`);
}

type ColumnStep = Extract<Step, { column: string }>;
type ListStep = Exclude<Step, ColumnStep | { kind: "show-lists" }>;

const both = (da: string, en: string): InBoth => ({ da, en });

function columnStep(kind: ColumnStep["kind"], heading: string): InBoth {
  switch (kind) {
    case "add-column":
      return both(`kolonnen ”${heading}” laves`, `the column "${heading}" is made`);
    case "replace-column":
      return both(`kolonnen ”${heading}” laves om`, `the column "${heading}" is made anew`);
    case "update-column":
      return both(`kolonnen ”${heading}” rettes`, `the column "${heading}" is corrected`);
  }
}

function listStep(step: ListStep): InBoth {
  switch (step.kind) {
    case "create-list":
      return both("listen laves", "the list is made");
    case "name-list":
      return both("navn og beskrivelse sættes", "name and description are set");
    case "mark-list":
      return step.marker.appearance === "0" ? both("arbejdet begynder", "work begins") : both("færdig", "done");
    case "backfill":
      return step.site === "open"
        ? both(
            "rækkerne mærkes, så Fremdrift skriver dem igen, når den læser",
            "the rows are marked, so that Fremdrift writes them again when it reads",
          )
        : both("kolonnerne fyldes fra hver rækkes egen post", "the columns are filled from each row's own record");
  }
}
