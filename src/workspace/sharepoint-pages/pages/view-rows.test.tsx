import { describe, expect, it } from "vitest";
import { parseViewQuery } from "./caml-query.ts";
import type { Row } from "./list-model.ts";
import { columnOf, danishStyle, rowOf } from "./sample-list.test-support.ts";
import { groupRows, matches, sortRows, textFinder, type ViewContext } from "./view-rows.ts";

const columns = [
  columnOf("Title", "text"),
  columnOf("Status", "choice"),
  columnOf("Tags", "multi-choice"),
  columnOf("Amount", "number"),
  columnOf("Deadline", "date"),
  columnOf("Sent", "date-time"),
  columnOf("Active", "boolean"),
  columnOf("Editor", "person"),
];
const context: ViewContext = {
  columns: new Map(columns.map((column) => [column.name, column])),
  style: danishStyle,
  // Already 3 March in Denmark.
  now: new Date("2026-03-02T23:30:00Z"),
  me: "Anna Ager",
};
const row = rowOf;
const where = (caml: string) => parseViewQuery(`<Where>${caml}</Where>`).where;
const field = (name: string): string => `<FieldRef Name="${name}"/>`;
const ids = (rows: readonly Row[]): string => rows.map(({ id }) => id).join("");

/** A day as SharePoint stores it: local midnight in UTC. */
const day = (date: string): string => `${new Date(Date.parse(`${date}T00:00:00+01:00`)).toISOString().slice(0, 19)}Z`;

describe("matches", () => {
  const open = row("1", {
    Title: "Ny runde",
    Status: "Åben",
    Tags: ["Børn", "Skole"],
    Amount: 1200,
    Deadline: day("2026-03-03"),
    Sent: "2026-03-01T10:00:00Z",
    Active: true,
    Editor: "Anna Ager",
  });
  it.each([
    [`<Eq>${field("Status")}<Value Type="Choice">Åben</Value></Eq>`, true],
    [`<Neq>${field("Status")}<Value Type="Choice">Åben</Value></Neq>`, false],
    [`<Gt>${field("Amount")}<Value Type="Number">1000</Value></Gt>`, true],
    [`<Leq>${field("Amount")}<Value Type="Number">900</Value></Leq>`, false],
    [`<Eq>${field("Active")}<Value Type="Boolean">1</Value></Eq>`, true],
    [`<Eq>${field("Deadline")}<Value Type="DateTime"><Today/></Value></Eq>`, true],
    [`<Geq>${field("Deadline")}<Value Type="DateTime"><Today OffsetDays="1"/></Value></Geq>`, false],
    [`<Lt>${field("Deadline")}<Value Type="DateTime"><Today OffsetDays="7"/></Value></Lt>`, true],
    [`<Lt>${field("Sent")}<Value Type="DateTime" IncludeTimeValue="TRUE">2026-03-01T11:00:00Z</Value></Lt>`, true],
    [`<Eq>${field("Tags")}<Value Type="MultiChoice">Skole</Value></Eq>`, true],
    [`<BeginsWith>${field("Title")}<Value Type="Text">ny</Value></BeginsWith>`, true],
    [`<Contains>${field("Title")}<Value Type="Text">gammel</Value></Contains>`, false],
    [`<IsNull>${field("Remark")}</IsNull>`, true],
    [`<IsNotNull>${field("Status")}</IsNotNull>`, true],
    [
      `<In>${field("Status")}<Values><Value Type="Text">Lukket</Value><Value Type="Text">Åben</Value></Values></In>`,
      true,
    ],
    [`<Eq>${field("Editor")}<Value Type="Integer"><UserID/></Value></Eq>`, true],
    [
      `<And><Eq>${field("Status")}<Value>Åben</Value></Eq><Or><IsNull>${field("Amount")}</IsNull><Gt>${field("Amount")}<Value>2000</Value></Gt></Or></And>`,
      false,
    ],
  ])("%s is %s", (caml, expected) => {
    expect(matches(where(caml), open, context)).toBe(expected);
  });

  it("takes an empty field as different from anything, and as neither before nor after", () => {
    const empty = row("2", {});
    expect(matches(where(`<Neq>${field("Status")}<Value>Åben</Value></Neq>`), empty, context)).toBe(true);
    expect(matches(where(`<Lt>${field("Deadline")}<Value><Today/></Value></Lt>`), empty, context)).toBe(false);
  });

  it("shows everything where it does not know the condition", () => {
    expect(matches(where(`<Membership Type="x">${field("Editor")}</Membership>`), open, context)).toBe(true);
    expect(matches(parseViewQuery("<Where><Eq>").where, open, context)).toBe(true);
  });
});

describe("sortRows", () => {
  it("sorts by several keys, empty values first, in Danish order", () => {
    const rows = [
      row("1", { Title: "Århus", Amount: 5 }),
      row("2", { Title: "Zealand", Amount: 5 }),
      row("3", { Title: "Aa", Amount: 10 }),
      row("4", { Title: "B" }),
    ];
    const { orderBy } = parseViewQuery(
      `<OrderBy><FieldRef Name="Amount" Ascending="FALSE"/><FieldRef Name="LinkTitle"/></OrderBy>`,
    );
    expect(ids(sortRows(rows, orderBy, context))).toBe("3214");
    expect(ids(sortRows(rows, [{ field: "Amount", descending: false }], context))).toBe("4123");
  });

  it("sorts days by time, not by their text", () => {
    const rows = [row("1", { Deadline: day("2026-10-01") }), row("2", { Deadline: day("2026-03-20") })];
    expect(ids(sortRows(rows, [{ field: "Deadline", descending: false }], context))).toBe("21");
  });
});

describe("groupRows", () => {
  const rows = [
    row("1", { Status: "Lukket", Active: true }),
    row("2", { Status: "Åben", Active: true }),
    row("3", { Status: "Åben" }),
  ];
  const { groupBy, collapsed } = parseViewQuery(
    `<GroupBy Collapse="TRUE"><FieldRef Name="Status"/><FieldRef Name="Active"/></GroupBy>`,
  );

  it("puts a heading with its count before the rows of each group", () => {
    const lines = groupRows(sortRows(rows, groupBy, context), groupBy, () => false, context);
    expect(
      lines.map((line) => (line.kind === "row" ? line.row.id : `${line.level} ${line.label} ${line.count}`)),
    ).toEqual(["0 Lukket 1", "1 Ja 1", "1", "0 Åben 2", "1  1", "3", "1 Ja 1", "2"]);
  });

  it("leaves out what is folded but counts it", () => {
    expect(collapsed).toBe(true);
    const lines = groupRows(rows, groupBy, (key) => key === "/Åben", context);
    expect(lines.filter((line) => line.kind === "row")).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({ kind: "group", label: "Åben", count: 2 });
  });
});

describe("textFinder", () => {
  it("finds words in what is shown, whatever their case", () => {
    const shown = row("1", { Title: "Ældrepleje", Amount: 1_200_000 });
    expect(textFinder(["LinkTitle"], context)(shown, " ældre ")).toBe(true);
    expect(textFinder(["Amount"], context)(shown, "1.200")).toBe(true);
    expect(textFinder(["Amount"], context)(shown, "ældre")).toBe(false);
    // Not across the border of two fields.
    expect(textFinder(["LinkTitle", "Amount"], context)(shown, "pleje 1")).toBe(false);
  });
});
