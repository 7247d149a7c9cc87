import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ApplicationView } from "#contract/applications.ts";
import { anApplication, testKey } from "../../../testing/answers.ts";
import { answered, renderPage } from "../../../testing/render-page.tsx";
import { ApplicationPage } from "./application-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(over: Partial<ApplicationView> = {}) {
  return renderPage(<ApplicationPage applicationKey={testKey("application")} />, {
    [`GET /applications/${testKey("application")}`]: () => answered(anApplication(over)),
  });
}

describe("the whole story", () => {
  test("keeps the head's question and the answer on the timeline when the application has come again", async () => {
    show({
      timeline: [
        { at: "2026-11-03T12:15:00.000Z", action: "submitted", who: "Mette Holm", data: {} },
        {
          at: "2026-11-04T08:00:00.000Z",
          action: "returned",
          who: "Karin Thorup",
          data: { questions: "Hvem betaler driften?" },
        },
        {
          at: "2026-11-05T08:00:00.000Z",
          action: "submitted",
          who: "Mette Holm",
          data: { answer: "Centret betaler fra juli." },
        },
        { at: "2026-11-06T08:00:00.000Z", action: "approved", who: "Karin Thorup", data: {} },
      ],
    });
    const story = await screen.findByRole("region", { name: "Forløb" });
    const told = within(story)
      .getAllByRole("listitem")
      .map((item) => item.textContent);
    expect(told).toHaveLength(4);
    expect(told[1]).toContain("Ansøgers svar: Centret betaler fra juli.");
    expect(told[2]).toContain("Spørgsmål fra leder: Hvem betaler driften?");
  });

  test("shows who did it beside what was done, and a plain dot where nobody did it by hand", async () => {
    show({
      timeline: [
        { at: "2026-11-03T12:15:00.000Z", action: "submitted", who: "Mette Holm", data: {} },
        { at: "2026-11-09T08:00:00.000Z", action: "recommended", data: {} },
      ],
      applicant: { key: testKey("applicant"), name: "Mette Holm", title: "Teamleder" },
      reviews: [
        { reviewer: { key: testKey("r"), name: "Bo Lund", title: "IT-chef" }, state: "given" },
        { state: "given" },
      ],
    });
    const story = await screen.findByRole("region", { name: "Forløb" });
    const pictures = within(story)
      .getAllByRole("listitem")
      .map((item) => item.querySelector("[data-avatar]")?.textContent);
    expect(pictures).toEqual([undefined, "MH"]);
    expect(screen.getByText("Mette Holm, Teamleder")).toBeTruthy();
    // Who may not be known has no picture either.
    expect(screen.getByRole("rowheader", { name: "Bo Lund" }).querySelector("[data-avatar]")?.textContent).toBe("BL");
    expect(screen.getByRole("rowheader", { name: "Bedømmer 2" }).querySelector("[data-avatar]")).toBeNull();
  });

  test("says again what happens next, as the receipt did, and nothing of it where the service does not", async () => {
    const ahead = { headName: "Karin Thorup", reviewBy: "2026-12-11", decisionOn: "2026-12-18" };
    show({ status: "awaiting-manager", ahead });
    const next = await screen.findByRole("region", { name: "Det sker der nu" });
    expect(
      within(next)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual([
      "Karin Thorup får besked og skal godkende ansøgningen.",
      "Bedømmerne læser den senest 11. december 2026.",
      "Afgørelsen er planlagt til 18. december 2026. Du får besked i Teams.",
    ]);
    cleanup();
    show();
    await screen.findByRole("region", { name: "Forløb" });
    expect(screen.queryByRole("region", { name: "Det sker der nu" })).toBeNull();
  });

  test("leads from an attempt that came back to the one that was sent after it", async () => {
    show({ status: "returned", questions: "Hvem betaler driften?", newerKey: testKey("newer") });
    expect(await screen.findByText(/Ansøgningen er sendt igen/)).toBeTruthy();
    const link = screen.getByRole("link", { name: "Se den nyeste udgave" });
    expect(link.getAttribute("href")).toBe(`#/applications/${testKey("newer")}`);
  });

  test("leads to its row in SharePoint those who may see the open list, and nobody else", async () => {
    show({ sharePointUrl: "http://127.0.0.1:4284/sites/fremdrift/row" });
    const link = await screen.findByRole("link", { name: "Åbn i SharePoint" });
    expect(link.getAttribute("href")).toContain("/sites/fremdrift/");
    cleanup();
    show();
    await screen.findByRole("region", { name: "Forløb" });
    expect(screen.queryByRole("link", { name: "Åbn i SharePoint" })).toBeNull();
  });
});

describe("U10 print", () => {
  test("prints by its own style, which leaves with the page", async () => {
    const print = vi.fn();
    vi.stubGlobal("print", print);
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Udskriv" }));
    expect(print).toHaveBeenCalledOnce();
    const printed = (): readonly string[] =>
      [...document.querySelectorAll("style")].map(({ textContent }) => textContent).filter((css) => /@page/.test(css));
    const [css = ""] = printed();
    expect(css).toMatch(/size: A4/);
    expect(css).toMatch(/counter\(page\)/);
    // What a page is printed without: everything around its main part, and what can only be pressed.
    expect(css).toMatch(/:has\(> #main\) > :not\(#main\)[^{]*\.fui-Button[^{]*\{\s*display: none/);
    cleanup();
    expect(printed()).toEqual([]);
  });
});
