import { describe, expect, test } from "vitest";
import { daTerms } from "#domain/grants/terms-da.ts";
import { columnRules } from "#domain/projections/column-rules.ts";
import { projectionLists } from "./all-lists.ts";
import { openRoundList } from "./open-lists.ts";

// SharePoint shows an error instead of the cell for any other name (sp-dev-docs, formatting syntax reference).
const ELEMENTS = ["div", "span", "a", "img", "svg", "path", "button", "p"];
const ATTRIBUTES = [
  "href",
  "rel",
  "src",
  "class",
  "target",
  "title",
  "role",
  "iconName",
  "d",
  "aria",
  "data-interception",
];
const STYLES =
  "height width min-height display position padding padding-left padding-right border-radius align-items justify-content text-align".split(
    " ",
  );

const lists = Object.values(projectionLists);
const formats = lists.flatMap((list) =>
  Object.entries(list.formatting).map(([column, format]) => [`${list.name} ${column}`, format] as const),
);

interface Element {
  readonly elmType?: unknown;
  readonly attributes?: object;
  readonly style?: object;
  readonly children?: readonly Element[];
}

function elementsOf(element: Element): readonly Element[] {
  return [element, ...(element.children ?? []).flatMap(elementsOf)];
}

describe("open lists", () => {
  test("what a round has not granted has a word of its own: the tab's is what lies in no round", () => {
    const headings = lists.flatMap((list) => Object.values(list.columns).map(({ title }) => title));
    expect(openRoundList.columns["RestKr"]?.title).toBe("Ikke bevilget");
    expect(headings).not.toContain("Rest");
  });

  test.each(formats)("%s is formatted with what SharePoint allows", (_, format) => {
    for (const element of elementsOf(format)) {
      expect(ELEMENTS).toContain(element.elmType);
      for (const name of Object.keys(element.attributes ?? {})) expect(ATTRIBUTES).toContain(name);
      for (const name of Object.keys(element.style ?? {})) expect(STYLES).toContain(name);
    }
  });

  test.each(lists.map((list) => [list.name, list] as const))(
    "%s has three views or more, one default, and texts for managers",
    (_, list) => {
      expect(list.views.length).toBeGreaterThanOrEqual(3);
      expect(list.views.filter(({ isDefault }) => isDefault)).toHaveLength(1);
      for (const column of Object.values(list.columns)) expect(column.description).not.toBe("");
      for (const view of list.views) expect(view.columns).not.toContain("Noegle");
    },
  );

  test.each(
    lists.flatMap((list) => Object.entries(list.formatting).map(([name, format]) => [list, name, format] as const)),
  )("%# amounts are shown in kroner, also on a bar", (list, name, format) => {
    if (list.columns[name]?.kind === "number") expect(JSON.stringify(format)).toContain("displayValue + ' kr.'");
  });

  test.each(lists.map((list) => [list.name, list] as const))("%s hides key and stamp from managers", (_, list) => {
    const hidden = Object.entries(list.columns).filter(([, column]) => column.hidden === true);
    expect(hidden.map(([name]) => name)).toEqual(["Noegle", "Aftryk"]);
  });

  test.each(lists.map((list) => [list.name, list] as const))("%s keeps within SharePoint's 20 indexes", (_, list) => {
    const indexed = Object.values(list.columns).filter((column) => column.indexed === true);
    expect(indexed.length).toBeLessThanOrEqual(20);
  });

  test.each(Object.entries(projectionLists))(
    "%s offers what it keeps: no new row, and its grid where columns may be changed",
    (name, list) => {
      const keeps = Object.keys(columnRules).includes(name);
      for (const { name: view, formatter } of list.views)
        expect(formatter, view).toMatchObject({
          commandBarProps: {
            commands: [{ key: "new", hide: true }, ...(keeps ? [] : [{ key: "editInGridView", hide: true }])],
          },
        });
    },
  );

  test.each(lists.flatMap(({ name, views }) => views.map((view) => [`${name} ${view.name}`, view.columns] as const)))(
    "%s has the way into Fremdrift beside the title, where no width of the window cuts it",
    (_, columns) => {
      if (columns.includes("Link")) expect(columns[columns.indexOf("Title") + 1]).toBe("Link");
    },
  );

  test("deadlines have a calendar and applications a board by status", () => {
    expect(openRoundList.views.map(({ layout }) => layout?.kind)).toContain("calendar");
    expect(projectionLists["open-applications"].views.map(({ layout }) => layout?.kind)).toContain("board");
  });

  test("every status has a tone", () => {
    const tones = JSON.stringify(openRoundList.formatting["Status"]);
    for (const word of Object.values(daTerms.roundStatus)) expect(tones).toContain(`'${word}'`);
    const applications = JSON.stringify(projectionLists["open-applications"].formatting["Status"]);
    for (const word of Object.values(daTerms.applicationStatus)) expect(applications).toContain(`'${word}'`);
  });

  test("a closing instant is shown as the last day that is in time, an opening one as its own day", () => {
    const fields = openRoundList.encode({
      Aabner: "2022-08-31T22:00:00.000Z",
      Frist: "2022-09-30T22:00:00.000Z",
      Afgoerelse: "2022-11-15",
    });
    expect(fields.ok && fields.value).toMatchObject({
      Aabner: "2022-09-01T12:00:00Z",
      Frist: "2022-09-30T12:00:00Z",
      Afgoerelse: "2022-11-15T12:00:00Z",
    });
  });
});
