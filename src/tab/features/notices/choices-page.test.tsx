import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { NoticeChoicesAnswer } from "#contract/notice-choices.ts";
import { modesOfGroup, noticeGroups } from "#domain/notices/notice-choices.ts";
import { answered, type FakeService, refused, renderPage } from "../../testing/render-page.tsx";
import { notices as danish } from "../../texts/da/notices.ts";
import { ChoicesPage } from "./choices-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const house: NoticeChoicesAnswer = {
  groups: noticeGroups.map((group) => ({ group, mode: "now", modes: [...modesOfGroup[group]] })),
  houseHours: { from: "07:00", until: "18:00" },
};

/** A service that keeps what is chosen. */
function keeping(more: FakeService = {}) {
  let stored = house;
  const rendered = renderPage(<ChoicesPage />, {
    "GET /me/notices": () => answered(stored),
    "PUT /me/notices": ({ body }) => {
      const { modes, hours } = body as { modes: Record<string, "now">; hours?: NoticeChoicesAnswer["hours"] };
      const groups = house.groups.map((each) => ({ ...each, mode: modes[each.group] ?? "now" }));
      stored = { groups, houseHours: house.houseHours, ...(hours === undefined ? {} : { hours }) };
      return answered(stored);
    },
    ...more,
  });
  return { ...rendered, puts: () => rendered.calls.filter(({ method }) => method === "PUT") };
}

const group = (title: string) => screen.findByRole("radiogroup", { name: title });
const isChosen = async (title: string, mode: string) =>
  within(await group(title)).getByRole<HTMLInputElement>("radio", { name: mode }).checked;

describe("one's own notices", () => {
  test("offers the tab alone where others do not wait, and says what cannot be switched off", async () => {
    keeping();
    expect(within(await group("Påmindelser")).getAllByRole("radio")).toHaveLength(4);
    const own = within(await group("Det, kun du kan afgøre"));
    expect(own.queryByRole("radio", { name: "Kun i fanen" })).toBeNull();
    expect(screen.getByText(danish.always)).toBeTruthy();
  });

  test("saves a choice when it is made, and takes it back", async () => {
    const { puts } = keeping();
    await userEvent.click(within(await group("Påmindelser")).getByRole("radio", { name: "Kun i fanen" }));
    await screen.findByText("Dit valg er gemt.");
    expect(puts()).toMatchObject([{ body: { modes: { reminders: "tab", requests: "now" } } }]);
    await userEvent.click(screen.getByRole("button", { name: "Fortryd" }));
    await screen.findByText("Dit valg er taget tilbage.");
    expect([puts().length, await isChosen("Påmindelser", danish.mode.now)]).toEqual([2, true]);
  });

  test("saves choices made one right after the other, the last as the whole", async () => {
    const { puts } = keeping();
    const tab = async (title: string) => within(await group(title)).getByRole("radio", { name: "Kun i fanen" });
    (await tab("Påmindelser")).click();
    (await tab("Opgaver til dig")).click();
    await screen.findByText("Dit valg er gemt.");
    expect(puts().at(-1)).toMatchObject({ body: { modes: { reminders: "tab", requests: "tab" } } });
    expect(await isChosen("Påmindelser", "Kun i fanen")).toBe(true);
  });

  test("keeps a choice that could not be saved on the page, says so, and saves it by a press", async () => {
    let isDown = true;
    const { puts } = keeping({
      "PUT /me/notices": () => (isDown ? refused(503, "unavailable", "SharePoint svarer ikke.") : answered(house)),
    });
    await userEvent.click(within(await group("Påmindelser")).getByRole("radio", { name: "Kun i fanen" }));
    expect((await screen.findByRole("alert")).textContent).toContain("SharePoint svarer ikke.");
    expect(await isChosen("Påmindelser", "Kun i fanen")).toBe(true);
    isDown = false;
    await userEvent.click(screen.getByRole("button", { name: "Gem igen" }));
    await screen.findByText("Dit valg er gemt.");
    expect(puts()).toMatchObject([
      { body: { modes: { reminders: "tab" } } },
      { body: { modes: { reminders: "tab" } } },
    ]);
  });

  test("never offers less than an hour, and goes back to the house's hours", async () => {
    const { puts } = keeping();
    await userEvent.click(await screen.findByRole("switch", { name: "Brug mit eget tidsrum" }));
    await screen.findByText("Dit valg er gemt.");
    expect(puts().at(-1)).toMatchObject({ body: { hours: { from: "09:00", until: "15:00" } } });
    await userEvent.selectOptions(screen.getByLabelText("Fra kl."), "17:00");
    await vi.waitFor(() => expect(puts().at(-1)).toMatchObject({ body: { hours: { from: "17:00", until: "18:00" } } }));
    await userEvent.click(screen.getByRole("switch", { name: "Brug mit eget tidsrum" }));
    await vi.waitFor(() => expect(puts().at(-1)?.body).not.toHaveProperty("hours"));
  });
});
