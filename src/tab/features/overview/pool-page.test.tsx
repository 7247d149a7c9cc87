import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PoolView } from "#contract/pools.ts";
import { aPool, testCriteria, testKey, testNow } from "../../testing/answers.ts";
import { answered, refused, renderPage } from "../../testing/render-page.tsx";
import { PoolPage } from "./pool-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const key = testKey("pool");
const likeKey = testKey("like");
const view = (more: Partial<PoolView> = {}): PoolView => ({
  now: testNow,
  pool: aPool({ status: "released", rounds: [] }),
  plan: "Budget 2026-2029",
  project: "Digitalisering",
  minimumReviewers: 3,
  criteria: [...testCriteria],
  unframedOere: 60_000_000,
  may: { draftCase: false, addRound: false },
  ...more,
});
const notYet = aPool({ status: "requested", appropriatedOere: 0, rounds: [] });
const own = { key: testKey("case"), number: "26/100", title: "Anlægsbevilling", hasRoute: true };
const show = (page: PoolView, more: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(<PoolPage poolKey={key} />, { [`GET /pools/${key}`]: () => answered(page), ...more });

describe("the page of a pool", () => {
  it("000-02 says that it is not released, what is awaited and where", async () => {
    show(
      view({ pool: notYet, case: { ...own, next: { kind: "body", name: "Kommunalbestyrelsen", date: "2026-12-15" } } }),
    );
    expect(await screen.findByText("Puljen er ikke frigivet.")).toBeTruthy();
    expect(screen.getByText(/Bevillingssagen venter på Kommunalbestyrelsen den 15\. december 2026\./u)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Se bevillingssagen" }).getAttribute("href")).toBe(`#/cases/${own.key}`);
    expect(screen.getByText("Bevilling søgt")).toBeTruthy();
    expect(screen.getByText(/^Der er ingen runder endnu\./u)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Åbn en runde" })).toBeNull();
  });

  it.each([
    ["no case", {}, /ingen bevillingssag endnu/u],
    ["no route", { case: { ...own, hasRoute: false } }, /ingen sagsgang endnu/u],
    ["a stop", { case: { ...own, stop: "rejected" as const } }, /Bevillingssagen er standset/u],
    ["a case that is not for the reader", { case: own }, /Bevillingssagen er på vej/u],
  ])("says of %s what is missing", async (_, more, said) => {
    show(view({ pool: notYet, ...more }));
    expect(await screen.findByText(said)).toBeTruthy();
  });

  it("000-01 drafts the case for a pool without one, and goes there", async () => {
    const { calls } = show(view({ pool: notYet, may: { draftCase: true, addRound: false } }), {
      [`POST /pools/${key}/case`]: () => refused(409, "bodies-missing", "Udvalgene mangler."),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Lav bevillingssag" }));
    expect(await screen.findByText(/Udvalgene mangler\./u)).toBeTruthy();
    expect(calls.some(({ path }) => path === `/pools/${key}/case`)).toBe(true);
  });

  it("000-03 shows a released pool with its amount, and opens a round in it by amount, days and people", async () => {
    const likeRounds = [
      {
        key: likeKey,
        name: "1. runde",
        poolTitle: "Puljen før",
        reviewers: ["Ane", "Bo", "Ida"],
        chair: "Kim",
        deputy: "Eva",
        people: { reviewerKeys: [testKey("Ane")], chairKey: testKey("Kim"), deputyKey: testKey("Eva") },
        gone: [],
      },
    ];
    const { calls } = show(view({ may: { draftCase: false, addRound: true }, likeRounds }), {
      [`POST /pools/${key}/rounds`]: () => answered(view()),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Åbn en runde" }));
    expect(screen.queryByText("Puljen er ikke frigivet.")).toBeNull();
    const dialog = within(screen.getByRole("dialog", { name: "Åbn en runde" }));
    expect(dialog.getByText(/Bedømmere: Ane, Bo, Ida\. Formand: Kim\. Næstformand: Eva\./u)).toBeTruthy();
    await userEvent.click(dialog.getByRole("button", { name: "Åbn runden" }));
    expect(document.activeElement).toBe(dialog.getByLabelText(/^Rundens navn/u));
    expect(dialog.getByText("Skriv rundens ramme, for eksempel 300.000 kr.")).toBeTruthy();
    const typed = [
      [/^Rundens navn/u, "1. runde 2027"],
      [/^Kode/u, "FR27"],
      [/^Ramme/u, "0,3 mio. kr."],
      [/^Åbner/u, "1-3-2027"],
      [/^Ansøgningsfrist/u, "31-3-2027"],
      [/^Bedømmes senest/u, "20-4-2027"],
      [/^Afgørelse/u, "27-4-2027"],
    ] as const;
    for (const [label, text] of typed) await userEvent.type(dialog.getByLabelText(label), text);
    await userEvent.click(dialog.getByRole("button", { name: "Åbn runden" }));
    await waitFor(() => {
      const sent = calls.find(({ method }) => method === "POST")?.body;
      expect(sent).toMatchObject({
        name: "1. runde 2027",
        code: "FR27",
        frameOere: 30_000_000,
        opensOn: "2027-03-01",
        closesOn: "2027-03-31",
        reviewBy: "2027-04-20",
        decisionOn: "2027-04-27",
        likeRoundKey: likeKey,
      });
      expect(sent).not.toHaveProperty("capOere");
      expect(screen.queryByRole("dialog")).toBeNull();
    });
  });
});

const personOf = (name: string) => ({ key: testKey(name), name, title: "" });
const roundPeople = {
  reviewers: ["Ane", "Bo", "Ida", "Per"].map(personOf),
  substitutes: [personOf("Ulla")],
  chairs: [personOf("Kim")],
  deputies: [personOf("Eva"), personOf("Kim")],
};
const typeRound = async (): Promise<void> => {
  const dialog = within(screen.getByRole("dialog", { name: "Åbn en runde" }));
  const typed = {
    "Rundens navn": "1. runde",
    Kode: "FR27",
    Ramme: "300.000",
    Åbner: "1-3-2027",
    Ansøgningsfrist: "31-3-2027",
  };
  const days = { "Bedømmes senest": "20-4-2027", Afgørelse: "27-4-2027" };
  for (const [label, text] of Object.entries({ ...typed, ...days })) {
    await userEvent.type(dialog.getByLabelText(new RegExp(`^${label}`, "u")), text);
  }
};
const keysOf = (...names: string[]) => names.map(testKey);
const likeRound = (more: object = {}) => ({
  key: likeKey,
  name: "1. runde",
  poolTitle: "Puljen før",
  reviewers: ["Ane", "Bo", "Ida"],
  chair: "Kim",
  deputy: "Eva",
  people: { reviewerKeys: keysOf("Ane", "Bo", "Ida"), chairKey: testKey("Kim"), deputyKey: testKey("Eva") },
  gone: [],
  ...more,
});

describe("a round the case names", () => {
  it("000-05 begins a round with the name and the frame its case says, and with nothing the case does not say", async () => {
    const namedRound = { name: "Foråret 2027", frameOere: 30_000_000 };
    show(view({ may: { draftCase: false, addRound: true }, likeRounds: [], namedRound }));
    await userEvent.click(await screen.findByRole("button", { name: "Åbn en runde" }));
    const dialog = within(screen.getByRole("dialog", { name: "Åbn en runde" }));
    const value = (label: RegExp) => dialog.getByLabelText<HTMLInputElement>(label).value.replaceAll("\u00a0", " ");
    expect([/^Rundens navn/u, /^Ramme/u, /^Kode/u, /^Åbner/u, /^Ansøgningsfrist/u].map(value)).toEqual([
      "Foråret 2027",
      "300.000 kr.",
      "",
      "",
      "",
    ]);
    expect(dialog.getByText(/^Navn og ramme er læst i puljens sag\./u)).toBeTruthy();
    await userEvent.type(dialog.getByLabelText(/^Rundens navn/u), "!");
    expect(dialog.queryByText(/^Navn og ramme er læst/u)).toBeNull();
    cleanup();
    show(view({ may: { draftCase: false, addRound: true }, likeRounds: [] }));
    await userEvent.click(await screen.findByRole("button", { name: "Åbn en runde" }));
    expect(screen.queryByText(/^Navn og ramme er læst/u)).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>(/^Rundens navn/u).value).toBe("");
  });
});

describe("the people of a new round", () => {
  it("000-03 opens a municipality's first round by choosing who reviews and who decides", async () => {
    const may = { draftCase: false, addRound: true };
    const { calls } = show(view({ may, likeRounds: [], roundPeople }), {
      [`POST /pools/${key}/rounds`]: () => answered(view()),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Åbn en runde" }));
    const dialog = within(screen.getByRole("dialog", { name: "Åbn en runde" }));
    await typeRound();
    for (const name of ["Ane", "Bo"]) await userEvent.click(dialog.getByRole("checkbox", { name }));
    await userEvent.click(dialog.getByRole("button", { name: "Åbn runden" }));
    expect(dialog.getByText("Vælg mindst 3 bedømmere.").getAttribute("role")).toBe("alert");
    expect(document.activeElement).toBe(dialog.getByRole("checkbox", { name: "Ane" }));
    expect(calls.some(({ method }) => method === "POST")).toBe(false);
    await userEvent.click(dialog.getByRole("checkbox", { name: "Ida" }));
    await userEvent.selectOptions(dialog.getByLabelText(/^Formand/u), "Kim");
    await userEvent.selectOptions(dialog.getByLabelText(/^Næstformand/u), "Eva");
    await userEvent.click(dialog.getByRole("button", { name: "Åbn runden" }));
    await waitFor(() => {
      const sent = calls.find(({ method }) => method === "POST")?.body;
      const people = {
        reviewerKeys: ["Ane", "Bo", "Ida"].map(testKey),
        chairKey: testKey("Kim"),
        deputyKey: testKey("Eva"),
      };
      expect(sent).toMatchObject({ name: "1. runde", people });
      expect(sent).not.toHaveProperty("likeRoundKey");
      expect(sent).not.toHaveProperty("people.substituteKey");
    });
  });

  it("000-03 asks for somebody else in the place of a chair who has left", async () => {
    const left = likeRound({
      chair: "Oda",
      people: { reviewerKeys: keysOf("Ane", "Bo", "Ida"), deputyKey: testKey("Eva") },
      gone: ["Oda"],
    });
    const { calls } = show(view({ may: { draftCase: false, addRound: true }, likeRounds: [left], roundPeople }), {
      [`POST /pools/${key}/rounds`]: () => answered(view()),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Åbn en runde" }));
    const dialog = within(screen.getByRole("dialog", { name: "Åbn en runde" }));
    expect(dialog.getByText("Ikke længere ansat: Oda. Vælg andre i stedet.")).toBeTruthy();
    await typeRound();
    await userEvent.click(dialog.getByRole("button", { name: "Åbn runden" }));
    expect(dialog.getByLabelText(/^Formand/u).getAttribute("aria-invalid")).toBe("true");
    await userEvent.selectOptions(dialog.getByLabelText(/^Formand/u), "Kim");
    await userEvent.click(dialog.getByRole("button", { name: "Åbn runden" }));
    await waitFor(() => {
      const sent = calls.find(({ method }) => method === "POST")?.body;
      expect(sent).toMatchObject({
        likeRoundKey: likeKey,
        people: { chairKey: testKey("Kim"), deputyKey: testKey("Eva") },
      });
    });
  });

  it("000-03 lets one choose others than those of the round before", async () => {
    const like = likeRound();
    const { calls } = show(view({ may: { draftCase: false, addRound: true }, likeRounds: [like], roundPeople }), {
      [`POST /pools/${key}/rounds`]: () => answered(view()),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Åbn en runde" }));
    const dialog = within(screen.getByRole("dialog", { name: "Åbn en runde" }));
    expect(dialog.queryByRole("checkbox")).toBeNull();
    await userEvent.click(dialog.getByRole("button", { name: "Vælg andre" }));
    await userEvent.click(dialog.getByRole("checkbox", { name: "Ida" }));
    await userEvent.click(dialog.getByRole("checkbox", { name: "Per" }));
    await userEvent.selectOptions(dialog.getByLabelText(/^Suppleant/u), "Ulla");
    await typeRound();
    await userEvent.click(dialog.getByRole("button", { name: "Åbn runden" }));
    await waitFor(() => {
      expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({
        people: {
          reviewerKeys: ["Ane", "Bo", "Per"].map(testKey),
          substituteKey: testKey("Ulla"),
          chairKey: testKey("Kim"),
        },
      });
    });
  });
});
