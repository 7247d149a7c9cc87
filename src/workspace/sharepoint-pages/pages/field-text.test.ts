import { describe, expect, it } from "vitest";
import { fieldText, hostLink, linkOf } from "./field-text.ts";

const style = { locale: "da-DK", timeZone: "Europe/Copenhagen", yes: "Ja", no: "Nej" };
const column = { decimals: undefined, percentage: false };

describe("fieldText", () => {
  it.each([
    ["number", 1234.5, { decimals: 2 }, "1.234,50"],
    ["number", 0.25, { percentage: true, decimals: 0 }, "25 %"],
    ["date", "2026-02-28T23:00:00Z", {}, "01.03.2026"],
    ["date-time", "2026-03-02T09:05:00Z", {}, "02.03.2026, 10.05"],
    ["boolean", false, {}, "Nej"],
    ["multi-choice", ["Børn", "Skole"], {}, "Børn; Skole"],
    [
      "lookup",
      [
        { LookupId: 1, LookupValue: "Ét" },
        { LookupId: 2, LookupValue: "To" },
      ],
      {},
      "Ét; To",
    ],
    ["link", { Url: "https://example.org", Description: "Vejledning" }, {}, "Vejledning"],
    ["text", undefined, {}, ""],
  ] as const)("writes a %s", (kind, value, more, expected) => {
    expect(fieldText({ ...column, kind, ...more }, value, style).replaceAll("\u00a0", " ")).toBe(expected);
  });
});

describe("linkOf", () => {
  it("finds an address in a hyperlink and in a text that is nothing else", () => {
    expect(linkOf({ Url: "https://example.org/a", Description: "x" })).toBe("https://example.org/a");
    expect(linkOf("https://example.org/a")).toBe("https://example.org/a");
    expect(linkOf("se https://example.org/a")).toBeUndefined();
    expect(linkOf({ Url: "javascript:alert(1)" })).toBeUndefined();
  });
});

describe("hostLink", () => {
  it("opens links into Teams in the host at hand, as the same persona", () => {
    const link = "https://teams.microsoft.com/l/entity/app/rounds?context=%7B%22subEntityId%22%3A%22r1%22%7D";
    expect(hostLink(link, "http://localhost:4280", "anna@proeve.example")).toBe(
      "http://localhost:4280/l/entity/app/rounds?context=%7B%22subEntityId%22%3A%22r1%22%7D&persona=anna",
    );
  });

  it("leaves other addresses alone", () => {
    expect(hostLink("https://example.org/l/entity", "http://localhost:4280", "a@b")).toBe(
      "https://example.org/l/entity",
    );
  });
});
