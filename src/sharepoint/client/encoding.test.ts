import { expect, test } from "vitest";
import {
  filterEq,
  itemIdSegment,
  queryString,
  segment,
  serverRelativePath,
  siteIdSegment,
  UnsafePathError,
} from "./encoding.ts";

const nasty = ["x' or fields/Status ne 'y", "Børn & Unge #1", "O'Brien", "50% + 1?", "a/b\\c=d"];

test.each(nasty)("a filter carries %s as one value", (value) => {
  const url = new URL(`https://graph.example/items${queryString({ $filter: filterEq("Noegle", value), $top: 2 })}`);
  expect(url.searchParams.get("$filter")).toBe(`fields/Noegle eq '${value.replaceAll("'", "''")}'`);
  expect(url.searchParams.get("$top")).toBe("2");
});

test.each(["../../../me", "0", "-1", "1e3", "", "12 "])("item id %s is refused", (id) => {
  expect(() => itemIdSegment(id)).toThrow(UnsafePathError);
});

test("a segment cannot leave its place", () => {
  expect(segment("a/../b?c#d")).toBe("a%2F..%2Fb%3Fc%23d");
  expect(() => segment("..")).toThrow(UnsafePathError);
  expect(serverRelativePath("/sites/min side")).toBe("/sites/min%20side");
});

test("a site id keeps its commas", () => {
  expect(siteIdSegment("contoso.sharepoint.com,2c71,2d22")).toBe("contoso.sharepoint.com,2c71,2d22");
});

test("a column name that is none is refused in a filter", () => {
  expect(() => filterEq("A eq 1 or fields/B", "x")).toThrow(UnsafePathError);
});
