import { describe, expect, it } from "vitest";
import { refreshOf } from "./card-refresh.ts";

const action = { type: "Action.Execute", verb: "review.view", data: { key: "k1" } };

describe("refreshOf", () => {
  it("asks by itself for the people the card lists, and for nobody else", () => {
    const card = { type: "AdaptiveCard", refresh: { action, userIds: ["29:anna"] } };
    expect(refreshOf(card, "29:anna", 2)).toEqual({ action, automatic: true });
    expect(refreshOf(card, "29:bo", 2)).toEqual({ action, automatic: false });
  });

  it("asks by itself for everybody when nobody is listed, and for nobody when the list is empty", () => {
    expect(refreshOf({ refresh: { action } }, "29:anna", 2)?.automatic).toBe(true);
    expect(refreshOf({ refresh: { action, userIds: [] } }, "29:anna", 2)?.automatic).toBe(false);
  });

  it("asks nobody by itself where more than 60 people are or are listed", () => {
    expect(refreshOf({ refresh: { action } }, "29:anna", 60)?.automatic).toBe(true);
    expect(refreshOf({ refresh: { action } }, "29:anna", 61)?.automatic).toBe(false);
    const listed = (count: number): string[] => [
      "29:anna",
      ...Array.from({ length: count - 1 }, (_, at) => `29:${at}`),
    ];
    expect(refreshOf({ refresh: { action, userIds: listed(60) } }, "29:anna", 99)?.automatic).toBe(true);
    expect(refreshOf({ refresh: { action, userIds: listed(61) } }, "29:anna", 99)?.automatic).toBe(false);
  });

  it("knows people by their ids in the channel only, never by their object ids", () => {
    const card = { refresh: { action, userIds: ["aaaaaaaa-0000-4000-8000-000000000001"] } };
    expect(refreshOf(card, "29:anna", 2)?.automatic).toBe(false);
  });

  it("finds nothing in a card without a refresh that names a verb", () => {
    expect(refreshOf({ type: "AdaptiveCard" }, "29:anna", 2)).toBeUndefined();
    expect(refreshOf({ refresh: { action: { type: "Action.Execute" } } }, "29:anna", 2)).toBeUndefined();
  });
});
