import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { LiveStrip } from "./live-strip.tsx";
import type { Live } from "./use-live.ts";

const live: Live = {
  requests: [
    {
      key: 2,
      at: "2026-11-25T09:00:05Z",
      client: "Prøveapp",
      method: "PATCH",
      path: "/sites/x/lists/Ans%C3%B8gninger/items/7",
      status: 412,
      units: 2,
      ms: 12.6,
    },
  ],
  changes: [{ key: 1, at: "2026-11-25T09:00:04Z", list: "Ansøgninger", itemId: "7", kind: "updated", by: "Anna Ager" }],
  totalRequests: 2,
  totalChanges: 1,
  clock: undefined,
  faults: false,
  appUploads: 0,
  channelChanges: 0,
  activityChanges: 0,
};
afterEach(cleanup);

it("shows the two counts, and opened each call and changed row in the municipality's time", () => {
  render(<LiveStrip live={live} narrow={false} timeZone="Europe/Copenhagen" locale="da-DK" />);
  const toggle = screen.getByRole("button", { name: "Graph-kald: 2 · Ændrede rækker: 1" });
  expect(toggle.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(toggle);
  const calls = within(screen.getByRole("region", { name: "Graph-kald" }));
  expect(calls.getByRole("listitem").textContent).toBe(
    "10.00.05412PATCH/sites/x/lists/Ansøgninger/items/7Prøveapp · 2 RU · 13 ms",
  );
  const rows = within(screen.getByRole("region", { name: "Ændrede rækker" }));
  expect(rows.getByRole("listitem").textContent).toBe("10.00.04ændretAnsøgninger 7Anna Ager");
});

it("says that nothing has happened yet", () => {
  render(
    <LiveStrip live={{ ...live, requests: [], changes: [] }} narrow timeZone="Europe/Copenhagen" locale="en-GB" />,
  );
  fireEvent.click(screen.getByRole("button"));
  expect(screen.getAllByText("Intet endnu")).toHaveLength(2);
});
