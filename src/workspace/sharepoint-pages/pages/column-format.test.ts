import { describe, expect, it } from "vitest";
import { type FormattedNode, formatCell, parseColumnFormat, rowClasses } from "./column-format.ts";
import type { FormatScope, FormatValue } from "./format-scope.ts";

const scopeOf = (values: Readonly<Record<string, FormatValue>>): FormatScope => ({
  currentField: "Field",
  value: (name) => values[name] ?? "",
  displayValue: () => "1.200,00",
  now: new Date("2026-03-02T09:00:00Z"),
  me: "",
  rowIndex: 0,
  locale: "da-DK",
  timeZone: "Europe/Copenhagen",
});

function formatted(json: unknown, values: Readonly<Record<string, FormatValue>>): FormattedNode {
  const format = parseColumnFormat(json);
  if (format === undefined) throw new Error("no format");
  return formatCell(format, scopeOf(values));
}

describe("formatCell", () => {
  const status = {
    elmType: "div",
    attributes: {
      class: "=if(@currentField == 'Åben', 'sp-field-severity--good', '') + ' ms-fontColor-neutralPrimary'",
    },
    style: { "border-radius": "4px", padding: "0 8px" },
    children: [
      {
        elmType: "span",
        attributes: { iconName: "=if(@currentField == 'Åben', 'CheckMark', '')", "aria-hidden": "true" },
      },
      { elmType: "span", txtContent: "@currentField" },
    ],
  };

  it("colours a field by its value, with symbol and text", () => {
    const node = formatted(status, { Field: "Åben" });
    expect(node.classes).toEqual(["sp-field-severity--good", "ms-fontColor-neutralPrimary"]);
    expect(node.style).toEqual({ borderRadius: "4px", padding: "0 8px" });
    expect(node.children[0]).toMatchObject({ icon: "CheckMark", hidden: true });
    expect(node.children[1]?.text).toBe("Åben");
  });

  it("leaves another value plain", () => {
    const node = formatted(status, { Field: "Lukket" });
    expect(node.classes).toEqual(["ms-fontColor-neutralPrimary"]);
    expect(node.children[0]?.icon).toBeUndefined();
  });

  it("draws a bar as long as its share of another column", () => {
    const bar = {
      elmType: "div",
      attributes: { class: "sp-field-dataBars" },
      style: { width: "=if([$Ramme] > 0, toString(@currentField / [$Ramme] * 100) + '%', '0%')" },
    };
    expect(formatted(bar, { Field: 50, Ramme: 200 })).toMatchObject({
      classes: ["sp-field-dataBars"],
      style: { width: "25%" },
    });
    expect(formatted(bar, { Field: 50 }).style).toEqual({ width: "0%" });
  });

  it("shows a date the way its column does and the text the value is displayed with", () => {
    const date = { Field: new Date("2026-03-02T00:00:00Z") };
    expect(formatted({ elmType: "span", txtContent: "@currentField" }, date).text).toBe("1.200,00");
    expect(formatted({ elmType: "span", txtContent: "=@currentField.displayValue + ' kr.'" }, date).text).toBe(
      "1.200,00 kr.",
    );
  });

  it("links to web and mail addresses only", () => {
    const link = { elmType: "a", txtContent: "Åbn", attributes: { href: "@currentField" } };
    expect(formatted(link, { Field: "https://example.org/a" }).href).toBe("https://example.org/a");
    expect(formatted(link, { Field: "javascript:alert(1)" }).href).toBeUndefined();
  });

  it("drops styles that SharePoint does not allow or that fetch something", () => {
    const style = {
      "background-image": "none",
      color: "url(https://example.org/x)",
      width: "10px; height: 1px",
      height: "2px",
    };
    expect(formatted({ elmType: "div", style }, {}).style).toEqual({ height: "2px" });
  });

  it("is no format without an element", () => {
    expect(parseColumnFormat(undefined)).toBeUndefined();
    expect(parseColumnFormat({ txtContent: "x" })).toBeUndefined();
    expect(parseColumnFormat({ elmType: "img", attributes: { src: "https://example.org/x.png" } })).toBeUndefined();
  });
});

describe("rowClasses", () => {
  it("gives a row the classes its view asks for", () => {
    const format = { additionalRowClass: "=if([$Rest] < 0, 'sp-field-severity--blocked', '')" };
    expect(rowClasses(format, scopeOf({ Rest: -1 }))).toEqual(["sp-field-severity--blocked"]);
    expect(rowClasses(format, scopeOf({ Rest: 1 }))).toEqual([]);
    expect(rowClasses(undefined, scopeOf({}))).toEqual([]);
  });
});
