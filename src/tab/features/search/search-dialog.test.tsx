import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { SearchAnswer, SearchHit } from "#contract/search.ts";
import { aDraft, aMe, testKey } from "../../testing/answers.ts";
import { answered, type FakeService, refused, renderPage } from "../../testing/render-page.tsx";
import { SearchDialog } from "./search-dialog.tsx";

const round = `/rounds/${testKey("round")}`;

function aHit(title: string, over: Partial<SearchHit> = {}): SearchHit {
  return {
    kind: "application",
    key: testKey(title),
    number: "EF26-02",
    title,
    places: ["Center for Ålborg", "2. runde 2026"],
    link: `/applications/${testKey(title)}`,
    ...over,
  };
}

const commands: SearchAnswer["commands"] = [
  { kind: "apply", subject: "2. runde 2026", link: round },
  { kind: "rank", subject: "1. runde 2026", link: `${round}/ranking` },
];

/** Answers a search by its text. */
function finding(hits: Readonly<Record<string, readonly SearchHit[]>>, more = false): FakeService {
  return {
    "GET /search": ({ query }) => answered({ hits: hits[query?.get("q") ?? ""] ?? [], more, commands }),
  };
}

function open(service: FakeService, me = aMe()) {
  const on = {
    onClose: vi.fn<() => void>(),
    onShortcuts: vi.fn<() => void>(),
    onLanguage: vi.fn<(language: string) => void>(),
  };
  const page = renderPage(<SearchDialog me={me} {...on} />, service);
  return { ...page, ...on };
}

const field = () => screen.getByRole("combobox", { name: "Søg eller gå til" });
const lines = () => screen.queryAllByRole("option").map((option) => option.textContent);
/** The line the field points at. */
const active = () => document.getElementById(field().getAttribute("aria-activedescendant") ?? "")?.textContent;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  window.location.hash = "";
});

describe("the search", () => {
  test("offers what can be done before anything is typed, and has the focus in its field", async () => {
    open(finding({}));
    expect(await screen.findByText("Begynd en ny ansøgning i 2. runde 2026")).toBeTruthy();
    expect(document.activeElement).toBe(field());
    expect(lines()).toEqual([
      "Begynd en ny ansøgning i 2. runde 2026Handling",
      "Gå til prioriteringen i 1. runde 2026Handling",
      "OverblikSide",
      "GenvejeHandling",
      "Skift sprog til engelsk (English)Handling",
      "Hjælp og vejledningerSide",
      "TilgængelighedserklæringSide",
      "Privatliv: hvad Fremdrift gemmerSide",
    ]);
  });

  test("U16 T27 finds records by what is typed and marks it as it stands in them", async () => {
    open(finding({ aal: [aHit("Skærmbesøg")] }));
    await userEvent.type(field(), "aal");
    const option = await screen.findByRole("option", { name: /Skærmbesøg/ });
    expect(option.textContent).toBe("SkærmbesøgEF26-02 · Center for Ålborg · 2. runde 2026Ansøgning");
    expect([...option.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["Ål"]);
    expect(await screen.findByText("1 forslag")).toBeTruthy();
  });

  test("U16 puts what begins with the words first, whether it is a record, an act or a page", async () => {
    open(finding({ pri: [aHit("Skoleprisen"), aHit("Priser på nettet")] }));
    await userEvent.type(field(), "pri");
    await screen.findByRole("option", { name: /Priser på nettet/ });
    expect(lines().map((line) => line.slice(0, 12))).toEqual([
      "Priser på ne",
      "Privatliv: h",
      "Gå til prior",
      "Skoleprisen".padEnd(12, "E"),
    ]);
  });

  test("arrows move the choice round, Enter goes there, and the focus never leaves the field", async () => {
    const { onClose } = open(finding({ bo: [aHit("Borger"), aHit("Bolig")] }));
    await userEvent.type(field(), "bo");
    await screen.findByRole("option", { name: /Bolig/ });
    expect(active()).toContain("Borger");
    await userEvent.keyboard("{ArrowDown}");
    expect(active()).toContain("Bolig");
    await userEvent.keyboard("{ArrowDown}");
    expect(active()).toContain("Borger");
    await userEvent.keyboard("{ArrowUp}");
    expect([active()?.includes("Bolig"), document.activeElement]).toEqual([true, field()]);
    await userEvent.keyboard("{Enter}");
    expect(window.location.hash).toBe(`#/applications/${testKey("Bolig")}`);
    expect(onClose).toHaveBeenCalledOnce();
  });

  test("chooses nothing before something is typed or an arrow pressed: Enter then does nothing", async () => {
    const { calls, onClose } = open(finding({}));
    await screen.findByText("Begynd en ny ansøgning i 2. runde 2026");
    expect([field().getAttribute("aria-activedescendant"), screen.queryByRole("option", { selected: true })]).toEqual([
      null,
      null,
    ]);
    await userEvent.keyboard("{Enter}");
    expect([onClose.mock.calls, calls.filter(({ method }) => method === "POST")]).toEqual([[], []]);
    await userEvent.keyboard("{ArrowUp}");
    expect(active()).toContain("Privatliv");
    await userEvent.keyboard("{ArrowDown}");
    expect(active()).toContain("Begynd en ny ansøgning");
  });

  test("keeps the choice on its line when what the service finds comes in above it", async () => {
    const { calls } = open(finding({ pri: [aHit("Priser på nettet")] }));
    fireEvent.keyDown(field(), { key: "ArrowDown" });
    expect(active()).toContain("Overblik");
    await screen.findByText("Begynd en ny ansøgning i 2. runde 2026");
    expect(active()).toContain("Overblik");
    await userEvent.keyboard("{Enter}");
    expect([window.location.hash, calls.filter(({ method }) => method === "POST")]).toEqual(["#/", []]);
  });

  test("marks the best line for what is typed, which Enter takes though a better one comes in above", async () => {
    open(finding({ pri: [aHit("Priser på nettet")] }));
    fireEvent.change(field(), { target: { value: "pri" } });
    expect(active()).toContain("Privatliv");
    await screen.findByRole("option", { name: /Priser på nettet/ });
    expect([lines()[0]?.slice(0, 6), active()?.slice(0, 9)]).toEqual(["Priser", "Privatliv"]);
    await userEvent.type(field(), "s");
    expect(active()).toContain("Priser på nettet");
  });

  test("Escape closes", async () => {
    const { onClose } = open(finding({}));
    fireEvent(screen.getByRole("dialog", { name: "Søg eller gå til" }), new Event("cancel", { cancelable: true }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe("what can be done from the search", () => {
  test("begins an application at once, and says so when it could not", async () => {
    const draft = vi
      .fn<() => ReturnType<typeof answered>>()
      .mockReturnValueOnce(refused(409, "round-closed", "Runden er lukket."))
      .mockReturnValue(answered(aDraft()));
    const { calls } = open({ ...finding({}), [`POST ${round}/drafts`]: draft });
    await screen.findByText("Begynd en ny ansøgning i 2. runde 2026");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(await screen.findByText(/Runden er lukket/)).toBeTruthy();
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(window.location.hash).toBe(`#/drafts/${testKey("draft")}`));
    expect(calls.filter(({ method }) => method === "POST")).toHaveLength(2);
  });

  test("offers an administrator the status, a manager the lists, and nobody else either", async () => {
    open(finding({}), aMe({ roles: ["administrator"], openSiteUrl: "https://kommune.example/sites/fremdrift" }));
    await screen.findByText("Begynd en ny ansøgning i 2. runde 2026");
    expect(lines()).toContain("DriftsstatusSide");
    const opened = vi.spyOn(window, "open").mockReturnValue(null);
    await userEvent.click(screen.getByText("Se listerne i SharePoint"));
    expect(opened.mock.calls).toEqual([["https://kommune.example/sites/fremdrift", "_blank", "noreferrer"]]);
    cleanup();
    open(finding({}));
    await screen.findByText("Begynd en ny ansøgning i 2. runde 2026");
    expect(lines().some((line) => /Driftsstatus|SharePoint/.test(line))).toBe(false);
  });

  test("leads to the shortcuts and to the other language", async () => {
    const { onShortcuts, onLanguage } = open(finding({}));
    await userEvent.click(screen.getByText("Genveje"));
    await userEvent.click(screen.getByText("Skift sprog til engelsk (English)"));
    expect([onShortcuts.mock.calls.length, onLanguage.mock.calls]).toEqual([1, [["en"]]]);
  });
});

describe("the search when there is nothing to show", () => {
  test("U6 nothing found is said with what to try, and leads back to the beginning", async () => {
    open(finding({}));
    await userEvent.type(field(), "xyzzy");
    expect(await screen.findByText("Vi fandt ikke noget med ”xyzzy”.")).toBeTruthy();
    expect(field().getAttribute("aria-activedescendant")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Ryd søgningen" }));
    expect(lines().length).toBeGreaterThan(3);
    expect(document.activeElement).toBe(field());
  });

  test("U6 a search that fails says so with its number and can be tried again, while pages can be found", async () => {
    let failing = true;
    open({
      "GET /search": () => (failing ? refused(403, "forbidden", "") : answered({ hits: [], more: false, commands })),
    });
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Sider og handlinger kan du stadig finde. Fejlnummer: nr-4711");
    expect(lines()).toContain("OverblikSide");
    failing = false;
    await userEvent.click(within(alert).getByRole("button", { name: "Prøv igen" }));
    expect(await screen.findByText("Begynd en ny ansøgning i 2. runde 2026")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("U6 without a network it says so and goes on by itself", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    open(finding({}));
    expect(screen.getByRole("alert").textContent).toBe(
      "Der er ingen forbindelse. Søgningen fortsætter, når du er på nettet igen.",
    );
    expect(lines()).toContain("OverblikSide");
  });

  test("U6 says that it is looking while nothing is there yet", async () => {
    open({ "GET /search": () => ({ status: 200, body: { hits: [], more: false, commands } }) });
    await userEvent.type(field(), "zz");
    expect(screen.getAllByText("Søger …").length).toBeGreaterThan(0);
    expect(await screen.findByText(/Vi fandt ikke noget/)).toBeTruthy();
  });

  test("says when there are more than it shows", async () => {
    open(finding({ b: [aHit("Borger")] }, true));
    await userEvent.type(field(), "b");
    expect(await screen.findByText("Der er flere. Skriv et ord mere, så bliver listen kortere.")).toBeTruthy();
  });
});
