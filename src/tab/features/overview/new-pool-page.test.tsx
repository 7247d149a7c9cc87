import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { NewPool } from "#contract/pools.ts";
import { aPool, testCriteria, testKey, testNow } from "../../testing/answers.ts";
import { answered, refused, renderPage } from "../../testing/render-page.tsx";
import { PoolPage } from "./pool-page.tsx";

beforeAll(async () => {
  await import("./new-pool-page.tsx");
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const anchors = ["a", "b", "c", "d", "e"];
const criteria = [
  { code: "K1", name: "Gavn", weight: 60, anchors },
  { code: "K2", name: "Økonomi", weight: 40, anchors },
];
const proposal = { key: testKey("proposal"), number: "", title: "", minimumReviewers: 3, criteria };
const earlier = {
  ...proposal,
  key: testKey("earlier"),
  number: "PULJE-2026",
  title: "Puljen før",
  minimumReviewers: 2,
};
const made = {
  now: testNow,
  pool: aPool({ status: "allocated", rounds: [] }),
  plan: "Budget 2027-2030",
  project: "Digitalisering",
  minimumReviewers: 3,
  criteria: [...testCriteria],
  unframedOere: 0,
  may: { draftCase: true, addRound: false },
};
const show = (like: NewPool["like"], more: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(<PoolPage poolKey="new" />, {
    "GET /pools/new": () => answered({ year: 2027, like }),
    "POST /pools": () => answered(made),
    ...more,
  });
const press = async () => {
  await userEvent.click(screen.getByRole("button", { name: "Opret puljen" }));
};
const fill = (more: Record<string, string> = {}) => {
  const typed: Record<string, string> = {
    "Puljens navn": "Pulje til digitalisering",
    "Puljens nummer": "PULJE-2027",
    Beløb: "0,6 mio. kr.",
    "Afsat på": "Budget 2027-2030",
    Projekt: "Digitalisering",
    Formål: "Synlig digital udvikling",
    "Hvem kan søge": "Kommunens egne afdelinger",
    ...more,
  };
  for (const [label, text] of Object.entries(typed)) {
    fireEvent.change(screen.getByLabelText(new RegExp(`^${label}`, "u")), { target: { value: text } });
  }
};

describe("a new pool", () => {
  it("takes the amount as people write it, the proposed criteria as they were changed, and goes to the pool", async () => {
    const { calls } = show([proposal]);
    await screen.findByText(/^Her er et forslag/u);
    expect(screen.queryByLabelText(/^Begynd med kriterierne/u)).toBeNull();
    fill();
    const first = within(screen.getByRole("group", { name: "Kriterium 1" }));
    fireEvent.change(first.getByLabelText(/^Vægt/u), { target: { value: "50" } });
    expect(screen.getByText("Vægtene er 90 procent tilsammen. Der mangler 10.")).toBeTruthy();
    await press();
    expect(calls.some(({ method }) => method === "POST")).toBe(false);
    expect(screen.getByRole("alert").textContent).toMatch(/Intet er gemt endnu/u);
    fireEvent.change(first.getByLabelText(/^Vægt/u), { target: { value: "60 %" } });
    await press();
    await waitFor(() => {
      expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({
        title: "Pulje til digitalisering",
        number: "PULJE-2027",
        year: 2027,
        amountOere: 60_000_000,
        minimumReviewers: 3,
        criteria: [
          { name: "Gavn", weight: 60, anchors },
          { name: "Økonomi", weight: 40, anchors },
        ],
      });
    });
  });

  it("says at each field what is wrong, asks what an amount means that can be read in two ways, and unfolds a step that is empty", async () => {
    show([proposal]);
    await screen.findByText(/^Her er et forslag/u);
    await press();
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByLabelText(/^Puljens navn/u));
    });
    fill({ Beløb: "600,000" });
    await userEvent.click(screen.getByRole("button", { name: "Tilføj kriterium" }));
    const third = within(screen.getByRole("group", { name: "Kriterium 3" }));
    await waitFor(() => {
      expect(document.activeElement).toBe(third.getByLabelText(/navn/u));
    });
    await press();
    expect(screen.getByText(/Mente du 600\.000/u)).toBeTruthy();
    expect(third.getAllByText("Skal udfyldes.")).toHaveLength(6);
    expect(third.getByText("Skriv et helt tal fra 1 til 100.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Fjern kriterium 3" }));
    expect(screen.getByText("Vægtene er 100 procent tilsammen.")).toBe(document.activeElement);
  });

  it("begins with the newest pool's criteria where there is one, and finds what was changed again", async () => {
    show([earlier, proposal]);
    const like = await screen.findByLabelText(/^Begynd med kriterierne/u);
    const name = () => within(screen.getByRole("group", { name: "Kriterium 1" })).getByLabelText(/navn/u);
    await userEvent.type(name(), "!");
    await userEvent.selectOptions(like, "Forslaget med fem kriterier");
    expect(name()).toHaveProperty("value", "Gavn");
    await userEvent.selectOptions(like, "Puljen før (PULJE-2026)");
    expect(name()).toHaveProperty("value", "Gavn!");
  });

  it("keeps everything when the service refuses it", async () => {
    show([proposal], {
      "POST /pools": () => refused(409, "pool-number-taken", "Der er allerede en pulje med nummer PULJE-2027."),
    });
    await screen.findByText(/^Her er et forslag/u);
    fill();
    await press();
    expect(await screen.findByText(/allerede en pulje med nummer/u)).toBeTruthy();
    expect(screen.getByLabelText(/^Puljens navn/u)).toHaveProperty("value", "Pulje til digitalisering");
  });

  it("made from a case begins with what the case says and no more, and goes to that case's pool", async () => {
    const caseKey = testKey("case");
    const says = { title: "Pulje til tryghed", amountOere: 60_000_000, budgetYears: "2027-2030" };
    const { calls } = renderPage(<PoolPage poolKey={`from-${caseKey}`} />, {
      "GET /pools/new": () =>
        answered({ year: 2027, like: [proposal], case: { key: caseKey, number: "27/10", title: "Bevilling", says } }),
      "POST /pools": () => answered(made),
    });
    expect(await screen.findByText(/^Puljen får sine penge af sagen 27\/10 Bevilling\./u)).toBeTruthy();
    expect(calls.find(({ path }) => path === "/pools/new")?.query?.get("case")).toBe(caseKey);
    expect(screen.getByLabelText(/^Puljens navn/u)).toHaveProperty("value", "Pulje til tryghed");
    expect(screen.getByLabelText(/^Afsat på/u)).toHaveProperty("value", "Budget 2027-2030");
    expect(screen.getByLabelText(/^År/u)).toHaveProperty("value", "");
    fill({ År: "2027" });
    await press();
    await waitFor(() => {
      expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({ caseKey, amountOere: 60_000_000 });
    });
  });
});
