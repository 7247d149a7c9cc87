import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import type { Deliveries } from "#contract/notice-deliveries.ts";
import { Pages } from "../../app/pages.tsx";
import { testKey, testNow } from "../../testing/answers.ts";
import { answered, refused, renderPage } from "../../testing/render-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

const round = { key: testKey("round"), name: "Forår 2022" };
const about = { round, subject: { title: "Digital visitation", number: "FR22-01", link: "/applications/1" } };
const data: Deliveries = {
  now: testNow,
  deliveries: [
    {
      key: testKey("a"),
      kind: "approval-request",
      to: "Karin Thorup",
      state: "sent",
      at: testNow,
      seenAt: testNow,
      ...about,
    },
    { key: testKey("b"), kind: "review-request", to: "Bo Ravn", state: "no-chat", at: testNow, round },
    { key: testKey("c"), kind: "edit-put-back", to: "Ida Holm", state: "uncertain", at: testNow },
  ],
  tasks: [
    {
      key: testKey("a"),
      kind: "approval-request",
      to: "Karin Thorup",
      from: "Mette Lund",
      since: testNow,
      days: 3,
      deadline: testNow,
      ...about,
    },
  ],
};

function open(hash = "#/notices/deliveries", answer: unknown = data) {
  window.location.hash = hash;
  const page = (
    <Router hook={useHashLocation}>
      <Pages />
    </Router>
  );
  return renderPage(page, { "GET /notices/deliveries": () => answered(answer) });
}
const names = async (table: string) =>
  within(await screen.findByRole("table", { name: table }))
    .getAllByRole("rowheader")
    .map(({ textContent }) => textContent?.replace(/^[A-ZÆØÅ]{2}(?=[A-ZÆØÅ])/u, ""));

describe("what was sent", () => {
  test("says who waits for whom, and links to the record", async () => {
    open();
    const table = within(await screen.findByRole("table", { name: "Hvem venter på hvem" }));
    expect(table.getByText("Mette Lund")).toBeTruthy();
    expect(table.getByText("3 dage")).toBeTruthy();
    expect(table.getByText("Ikke set")).toBeTruthy();
    const seen = within(await screen.findByRole("table", { name: "Beskeder" })).getByRole("row", { name: /Karin/u });
    expect(within(seen).getAllByRole("cell").at(-2)?.textContent).toMatch(/\d/u);
    expect(table.getByRole("link", { name: "FR22-01 Digital visitation" }).getAttribute("href")).toBe(
      "#/applications/1",
    );
  });

  test("is narrowed by a choice that stands in the address, and shown again by a link to it", async () => {
    open();
    await userEvent.selectOptions(await screen.findByLabelText("Hvordan gik det?"), "uncertain");
    expect(await names("Beskeder")).toEqual(["Ida Holm"]);
    expect(window.location.hash).toBe("#/notices/deliveries/state=uncertain");
    cleanup();
    open(`#/notices/deliveries/round=${round.key}&kind=review-request`);
    expect(await names("Beskeder")).toEqual(["Bo Ravn"]);
  });

  test("offers all again where nothing matches", async () => {
    open("#/notices/deliveries/state=expired");
    await userEvent.click(await screen.findByRole("button", { name: "Vis alle" }));
    expect(await names("Beskeder")).toHaveLength(3);
  });

  test("says what is next where nothing has been sent and nobody waits", async () => {
    open("#/notices/deliveries", { now: testNow, deliveries: [], tasks: [] });
    expect(await screen.findByText("Ingen opgaver venter.")).toBeTruthy();
    expect(screen.getByText("Der er ikke sendt noget endnu.")).toBeTruthy();
  });

  test("is no page for others", async () => {
    window.location.hash = "#/notices/deliveries";
    const page = (
      <Router hook={useHashLocation}>
        <Pages />
      </Router>
    );
    renderPage(page, { "GET /notices/deliveries": () => refused(403, "not-allowed", "Ikke for dig.") });
    expect(await screen.findByRole("heading", { name: "Du har ikke adgang til denne side" })).toBeTruthy();
  });
});
