import { describe, expect, it } from "vitest";
import { refreshOf } from "./card-refresh.ts";

const action = { type: "Action.Execute", verb: "review.view", data: { key: "k1" } };

describe("refreshOf", () => {
  it("asks by itself for the people the card lists, and for nobody else", () => {
    const card = { type: "AdaptiveCard", refresh: { action, userIds: ["29:anna"] } };
    expect(refreshOf(card, "29:anna")).toEqual({ action, automatic: true });
    expect(refreshOf(card, "29:bo")).toEqual({ action, automatic: false });
  });

  it("asks by itself for everybody when nobody is listed, and for nobody when the list is empty", () => {
    expect(refreshOf({ refresh: { action } }, "29:anna")?.automatic).toBe(true);
    expect(refreshOf({ refresh: { action, userIds: [] } }, "29:anna")?.automatic).toBe(false);
  });

  it("finds nothing in a card without a refresh that names a verb", () => {
    expect(refreshOf({ type: "AdaptiveCard" }, "29:anna")).toBeUndefined();
    expect(refreshOf({ refresh: { action: { type: "Action.Execute" } } }, "29:anna")).toBeUndefined();
  });
});
