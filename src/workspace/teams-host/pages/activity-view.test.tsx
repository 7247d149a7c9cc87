import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Activity } from "./activity-data.ts";
import { ActivityView } from "./activity-view.tsx";
import { anApp, hostOrigin } from "./host.test-support.ts";

const asked: Activity = {
  id: "7",
  sentAt: "2026-11-25T09:00:00Z",
  teamsAppId: anApp.id,
  appName: "Prøve",
  actor: "Anna",
  text: "Anna beder dig om en bedømmelse",
  preview: "Træning derhjemme",
  webUrl: `https://teams.microsoft.com/l/entity/${anApp.id}/home?context=%7B%22subEntityId%22%3A%22%2Freviews%2F7%22%7D`,
  isRead: false,
};
const openPage = vi.fn();
const fetched = vi.fn(() => Promise.resolve(new Response(null, { status: 204 })));
vi.stubGlobal("fetch", fetched);
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe("the activity feed", () => {
  it("opens the link of an entry and marks it as seen", () => {
    show([asked]);
    fireEvent.click(screen.getByRole("button", { name: /bedømmelse.*Træning derhjemme.*25\. nov\. 2026.*Ikke set/u }));
    expect(openPage).toHaveBeenCalledWith(0, { appId: anApp.id, entityId: "home", subEntityId: "/reviews/7" });
    expect(fetched).toHaveBeenCalledWith("/workspace/activities/id-anna/7/read", { method: "POST" });
  });

  it("opens the app itself where an entry leads nowhere, and marks nothing twice", () => {
    const { webUrl: _none, ...rest } = asked;
    show([{ ...rest, isRead: true }]);
    fireEvent.click(screen.getByRole("button"));
    expect(openPage).toHaveBeenCalledWith(0, { appId: anApp.id, entityId: "", subEntityId: undefined });
    expect(fetched).not.toHaveBeenCalled();
  });

  it("says what comes here while it is empty", () => {
    show([]);
    expect(screen.getByText(/apps vil gøre dig opmærksom på/u)).toBeDefined();
  });
});

function show(activities: readonly Activity[]): void {
  render(
    <ActivityView
      personaId="id-anna"
      activities={activities}
      locale="da-DK"
      timeZone="Europe/Copenhagen"
      links={{
        hostOrigin,
        apps: [anApp],
        pane: 0,
        openPage,
        setPlace: () => undefined,
        goBack: () => false,
        returnFocus: () => undefined,
      }}
    />,
  );
}
