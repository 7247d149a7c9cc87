import { describe, expect, it } from "vitest";
import { lintCard } from "./card-lint.ts";
import { editsDigestCard } from "./edit-put-back-card.ts";

describe("one card for many edits in SharePoint", () => {
  it.each([
    ["da", "6 af dine egne rækker bliver stående", "sat tilbage"],
    ["en", "6 of your own rows stay", "put back"],
  ] as const)(
    "T42 T48 in %s says of own rows that they stay, never that they were put back",
    (language, stay, back) => {
      const screen = { language, appId: "app-id" };
      const own = JSON.stringify(editsDigestCard(screen, 6, "own-row"));
      expect(own).toContain(stay);
      expect(own).not.toContain(back);
      expect(lintCard(JSON.parse(own))).toEqual([]);
      expect(JSON.stringify(editsDigestCard(screen, 6, "changed"))).toContain(back);
    },
  );
});
