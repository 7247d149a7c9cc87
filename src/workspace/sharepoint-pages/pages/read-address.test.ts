import { describe, expect, it } from "vitest";
import { readAddress } from "./read-address.ts";

const read = (address: string) => {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return readAddress(decodeURIComponent(pathname), searchParams, "/sites/aaben");
};

describe("readAddress", () => {
  it.each([
    ["/sites/aaben", { kind: "site" }],
    ["/sites/aaben/SitePages/Home.aspx", { kind: "site" }],
    ["/sites/aaben/Lists/Runder", { kind: "list", listPath: "/sites/aaben/Lists/Runder", fileName: undefined }],
    [
      "/sites/aaben/Lists/Runder/AllItems.aspx",
      { kind: "list", listPath: "/sites/aaben/Lists/Runder", fileName: undefined },
    ],
    [
      "/sites/aaben/Lists/Runder/DispForm.aspx?ID=7",
      { kind: "item", listPath: "/sites/aaben/Lists/Runder", itemId: "7" },
    ],
    ["/sites/aaben/Lists/Runder/7_.000", { kind: "item", listPath: "/sites/aaben/Lists/Runder", itemId: "7" }],
    [
      "/sites/aaben/Delte%20dokumenter",
      { kind: "list", listPath: "/sites/aaben/Delte dokumenter", fileName: undefined },
    ],
    ["/sites/aaben/Breve/svar.docx", { kind: "list", listPath: "/sites/aaben/Breve", fileName: "svar.docx" }],
  ])("%s", (address, expected) => {
    expect(read(address)).toEqual(expected);
  });

  it("takes an item without a number for its list", () => {
    expect(read("/sites/aaben/Lists/Runder/DispForm.aspx?ID=x")).toMatchObject({ kind: "list" });
  });

  it("starts at the list of sites outside every site", () => {
    expect(readAddress("/", new URLSearchParams(), undefined)).toEqual({ kind: "start" });
  });
});
