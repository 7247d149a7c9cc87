import { expect, test } from "vitest";
import { inLane, laneOf } from "./lane.ts";

test("background work asks in its own lane, also after a wait, and a call that names one in that", async () => {
  const lanes = await inLane("projections", async () => {
    await Promise.resolve();
    return [laneOf(undefined), laneOf({}), laneOf({ lane: "poll" })];
  });
  expect([...lanes, laneOf(undefined)]).toEqual(["projections", "projections", "poll", "people"]);
});
