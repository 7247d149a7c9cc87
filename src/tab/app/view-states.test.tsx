import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { AdminHealth } from "#contract/health.ts";
import type { PoolView } from "#contract/pools.ts";
import type { RoundView } from "#contract/rounds.ts";
import { emptyDraftFields } from "#domain/grants/draft.ts";
import {
  aDraft,
  aMe,
  anApplication,
  anOverview,
  aPool,
  aRanking,
  aReviewWalk,
  aRound,
  testCriteria,
  testKey,
  testNow,
} from "../testing/answers.ts";
import { answered, type FakeAnswer, type FakeService, refused, renderPage } from "../testing/render-page.tsx";
import { Shell } from "./shell.tsx";

interface View {
  readonly name: string;
  readonly route: string;
  /** What the page asks the service for. */
  readonly path: string;
  /** An answer with as little in it as can be. */
  readonly empty: unknown;
  /** What is said then, and what comes next or can be done. */
  readonly says: RegExp;
  readonly next: RegExp;
}

const round = testKey("round");
const emptyRound: RoundView = {
  now: testNow,
  round: aRound({ status: "open", applicationCount: 0 }),
  pool: aPool(),
  criteria: [...testCriteria],
  applications: [],
  applicationsHidden: false,
  may: { apply: true, review: false, rank: false, decide: false },
};
const pool = aPool({ status: "released", rounds: [] });
const emptyPool: PoolView = {
  now: testNow,
  pool,
  plan: "",
  project: "",
  minimumReviewers: 3,
  criteria: [],
  unframedOere: 0,
  may: { draftCase: false, addRound: false },
};
const emptyHealth: AdminHealth = {
  now: testNow,
  state: "ok",
  secondsSinceLook: 1,
  lines: [],
  lists: [],
  uncertain: [],
  edits: [],
  malformed: [],
};

/** Every route of the tab that shows records. */
const views: readonly View[] = [
  {
    name: "the overview",
    route: "/",
    path: "/overview",
    empty: anOverview({ pools: [] }),
    says: /Der er ingen puljer endnu\./,
    next: /Puljesekretariatet opretter puljen/,
  },
  {
    name: "a round",
    route: `/rounds/${round}`,
    path: `/rounds/${round}`,
    empty: emptyRound,
    says: /Der er ingen ansøgninger endnu\./,
    next: /De kommer her, når lederen har godkendt dem\./,
  },
  {
    name: "a pool",
    route: `/pools/${pool.key}`,
    path: `/pools/${pool.key}`,
    empty: emptyPool,
    says: /Der er ikke åbnet nogen runde endnu\./,
    next: /Puljesekretariatet åbner den første\./,
  },
  {
    name: "the reviews",
    route: `/rounds/${round}/reviews`,
    path: `/rounds/${round}/reviews`,
    empty: aReviewWalk([]),
    says: /Der er ingen ansøgninger at bedømme/,
    next: /Når runden lukker, kommer ansøgningerne her\./,
  },
  {
    name: "the ranking",
    route: `/rounds/${round}/ranking`,
    path: `/rounds/${round}/ranking`,
    empty: aRanking([]),
    says: /Der er ingen ansøgninger at prioritere endnu\./,
    next: /De kommer her, når lederne har godkendt dem\./,
  },
  {
    name: "a form",
    route: `/drafts/${testKey("draft")}`,
    path: `/drafts/${testKey("draft")}`,
    empty: aDraft({ fields: { ...emptyDraftFields, sdgs: [], budgetLines: [], notCpr: [] } }),
    says: /0 af \d+ felter udfyldt/,
    next: /Send ansøgning/,
  },
  {
    name: "an application",
    route: `/applications/${testKey("application")}`,
    path: `/applications/${testKey("application")}`,
    empty: anApplication({ text: undefined, timeline: [] }),
    says: /Du kan se titel, center, beløb og status\./,
    next: /Teksten kan du se, når du har del i ansøgningen\./,
  },
  {
    name: "the status",
    route: "/administration",
    path: "/admin/health",
    empty: emptyHealth,
    says: /Alt virker\./,
    next: /Læs på ny/,
  },
];

function open(view: View, answer: () => FakeAnswer, me = aMe({ roles: ["administrator"] })): void {
  const service: FakeService = {
    "GET /me": () => answered(me),
    "GET /overview": () => answered(anOverview()),
    "GET /events": () => ({ unreachable: true }),
    [`GET ${view.path}`]: answer,
  };
  window.location.hash = `#${view.route}`;
  renderPage(<Shell theme="default" />, service);
}

// Each page is a script of its own; here they are there before they are asked for.
beforeAll(async () => {
  await Promise.all([
    import("../features/overview/overview-page.tsx"),
    import("../features/overview/pool-page.tsx"),
    import("../features/grants/round/round-page.tsx"),
    import("../features/grants/review/review-page.tsx"),
    import("../features/grants/ranking/ranking-page.tsx"),
    import("../features/grants/apply/apply-page.tsx"),
    import("../features/grants/application/application-page.tsx"),
    import("../features/administration/administration-page.tsx"),
  ]);
}, 60_000);

const main = () => screen.getByRole("main");

afterEach(() => {
  vi.restoreAllMocks();
  // While the page still listens: the next test has its network again.
  window.dispatchEvent(new Event("online"));
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

describe.each(views)("U6 $name", (view) => {
  test("empty: says what is not there and what comes next", async () => {
    open(view, () => answered(view.empty));
    await vi.waitFor(() => expect(main().textContent).toMatch(view.says));
    expect(main().textContent).toMatch(view.next);
  });

  test("U1 loading: a picture of the page that says so, with the way to every other page", async () => {
    open(view, () => ({ unreachable: true, pending: true }));
    const busy = await within(main()).findByText("Henter …");
    expect(busy.closest("[aria-busy=true]")).not.toBeNull();
    expect(screen.getByRole("navigation", { name: "Sider" })).toBeTruthy();
  });

  test("error: what happened, that nothing is lost, its number, and another try", async () => {
    open(view, () => refused(500, "unexpected", "Der gik noget galt hos os. Det, du har gemt, er der stadig."));
    const alert = await within(main()).findByRole("alert");
    expect(alert.textContent).toMatch(/Det gik galt.*Det, du har gemt, er der stadig\..*nr-4711/su);
    expect(
      within(alert)
        .getAllByRole("button")
        .map(({ textContent }) => textContent),
    ).toEqual(["Prøv igen"]);
  });

  test("U14 no access, where a link leads too: says so, whom to ask, and leads to the overview", async () => {
    open(view, () => refused(403, "forbidden", ""));
    const alert = await within(main()).findByRole("alert");
    expect(alert.textContent).toMatch(/Du har ikke adgang til denne side.*puljesekretariatet om hjælp/su);
    expect(
      within(alert)
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ).toEqual(["#/"]);
  });

  test("offline: what is on the screen stays, with what becomes of what one writes", async () => {
    open(view, () => answered(view.empty));
    await vi.waitFor(() => expect(main().textContent).toMatch(view.says));
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    window.dispatchEvent(new Event("offline"));
    expect(await within(main()).findByText(/^Ingen forbindelse\..*gemt, når forbindelsen er tilbage\.$/)).toBeTruthy();
    expect(main().textContent).toMatch(view.says);
  });

  test("read-only: names the lists, says that what is saved is kept, and who can see why", async () => {
    open(view, () => answered(view.empty), aMe({ roles: ["administrator"], readOnlyLists: ["Ansøgninger"] }));
    const said = await within(main()).findByText(/kan læses, men ikke gemmes i: Ansøgninger\./);
    expect(said.textContent).toMatch(/er bevaret.*En administrator kan se årsagen under Driftsstatus\./);
    await vi.waitFor(() => expect(main().textContent).toMatch(view.says));
  });
});

test("U6 a route that leads nowhere says so and leads to the overview", async () => {
  window.location.hash = "#/findes/ikke";
  renderPage(<Shell theme="default" />, {
    "GET /me": () => answered(aMe()),
    "GET /overview": () => answered(anOverview()),
  });
  expect(await within(main()).findByText(/slettet/)).toBeTruthy();
  expect(within(main()).getByRole("link", { name: "Gå til overblikket" }).getAttribute("href")).toBe("#/");
});
