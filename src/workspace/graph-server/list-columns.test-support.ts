/** Columns of a list with one of each kind the product uses. */
export const eachKindOfColumn = [
  { name: "Nr", text: {}, indexed: true, enforceUniqueValues: true },
  { name: "Tekst", text: {}, required: true },
  { name: "Note", text: { allowMultipleLines: true } },
  { name: "Valg", choice: { choices: ["a", "b"] } },
  { name: "Flere", choice: { choices: ["a", "b"], displayAs: "checkBoxes" } },
  { name: "Tal", number: {} },
  { name: "Ja", boolean: {} },
  { name: "Tid", dateTime: { format: "dateTime" } },
  { name: "Dag", dateTime: { format: "dateOnly" } },
  { name: "Link", hyperlinkOrPicture: {} },
] as const;

/** Columns of a list that is filtered and sorted: an indexed one of each kind that can be, and `Fri` without an index. */
export const queriedColumns = [
  { name: "Idx", text: {}, indexed: true },
  { name: "Tal", number: {}, indexed: true },
  { name: "Tid", dateTime: { format: "dateTime" }, indexed: true },
  { name: "Dag", dateTime: { format: "dateOnly" }, indexed: true },
  { name: "Ja", boolean: {}, indexed: true },
  { name: "Fri", number: {} },
] as const;
