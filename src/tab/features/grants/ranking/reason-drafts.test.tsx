import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { RankingRow } from "#contract/ranking.ts";
import { aRanking, aRankingRow, aRejectedRow, testKey } from "../../../testing/answers.ts";
import { answered, renderPage } from "../../../testing/render-page.tsx";
import { untouchedDrafts, withPartialOffer } from "./ranking-lines.ts";
import { RankingPage } from "./ranking-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const round = testKey("round");
const drafted: readonly RankingRow[] = [
  aRankingRow(1, 40),
  aRejectedRow(2, 90, { reason: "Forslag", reasonDraft: "Udkast til 2" }),
  aRejectedRow(3, 75, { reason: "Forslag", reasonDraft: "Udkast til 3" }),
];

function show(rows = drafted) {
  const view = aRanking(rows);
  return renderPage(<RankingPage roundKey={round} />, {
    [`GET /rounds/${round}/ranking`]: () => answered(view),
    [`PUT /rounds/${round}/reason`]: ({ body }) => {
      const { applicationKey, reason } = body as { applicationKey: string; reason: string };
      const saved = rows.map(({ reasonDraft, ...row }) =>
        row.applicationKey === applicationKey
          ? { ...row, reason }
          : reasonDraft === undefined
            ? row
            : { ...row, reasonDraft },
      );
      return answered(aRanking(saved));
    },
    [`POST /rounds/${round}/recommendation`]: () => answered(view),
  });
}

test("a reason begins with the draft from the remarks and says what it is, until somebody writes", async () => {
  show();
  await userEvent.click(await screen.findByRole("button", { name: "Ret begrundelse til EF26-02" }));
  const field = screen.getByLabelText<HTMLTextAreaElement>("Begrundelse til EF26-02");
  expect(field.value).toBe("Udkast til 2");
  expect(screen.getByText(/Udkast fra bedømmernes bemærkninger – ret det, før det sendes\./)).toBeTruthy();
  await userEvent.type(field, ", rettet");
  expect(screen.queryByText(/Udkast fra bedømmernes bemærkninger/)).toBeNull();
  expect(screen.getByText(/Står i brevet til ansøger/)).toBeTruthy();
  await userEvent.tab();
  expect(await screen.findByText(/Gemt\./)).toBeTruthy();
  expect(field.value).toBe("Udkast til 2, rettet");
});

test("a draft that nobody has opened does not leave with the list", async () => {
  const { calls } = show();
  await userEvent.click(await screen.findByRole("button", { name: "Indstil" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).queryByText(/sendes, som/)).toBeNull();
  expect(
    within(dialog).getByText(
      "2 begrundelser har udkast fra bedømmernes bemærkninger, som du ikke har læst. De sendes uden bemærkningerne. Åbn begrundelserne eller brevene først, hvis de skal med.",
    ),
  ).toBeTruthy();
  await userEvent.click(within(dialog).getByRole("button", { name: "Indstil" }));
  const sent = calls.find(({ method }) => method === "POST")?.body;
  expect(sent).toMatchObject({ reasons: {} });
  expect(sent).not.toHaveProperty("drafts");
});

test("putting the list up says how many drafts were opened and not touched, and sends those as they were read", async () => {
  const { calls } = show();
  await userEvent.click(await screen.findByRole("button", { name: "Ret begrundelse til EF26-03" }));
  await userEvent.click(await screen.findByRole("button", { name: "Ret begrundelse til EF26-02" }));
  await userEvent.type(screen.getByLabelText("Begrundelse til EF26-02"), "!");
  await userEvent.click(screen.getByRole("button", { name: "Indstil" }));
  const dialog = await screen.findByRole("dialog");
  expect(
    within(dialog).getByText(
      "1 begrundelse er stadig et udkast fra bedømmernes bemærkninger. Den sendes, som den står.",
    ),
  ).toBeTruthy();
  await userEvent.click(within(dialog).getByRole("button", { name: "Indstil" }));
  const sent = calls.find(({ method }) => method === "POST")?.body;
  expect(sent).toMatchObject({
    reasons: {},
    drafts: { [testKey("EF26-03")]: { outcome: "rejection", reason: "Udkast til 3" } },
  });
});

test("a draft belongs to the list it was made for", () => {
  const view = aRanking(
    [aRankingRow(1, 40), aRejectedRow(2, 90, { reasonDraft: "Afslag", reasonIfOffered: "Resten" })],
    { partialCandidate: { applicationKey: testKey("EF26-02"), restOere: 100 } },
  );
  const offered = withPartialOffer(view, true);
  expect(offered[1]).toMatchObject({ outcome: "partial-award", reason: "Resten" });
  const read = new Map([[testKey("EF26-02"), "Afslag"]]);
  expect(untouchedDrafts(offered, read, () => false)).toEqual({});
  expect(untouchedDrafts(withPartialOffer(view, false), new Map(), () => false)).toEqual({});
  expect(untouchedDrafts(withPartialOffer(view, false), read, () => false)).toEqual({
    [testKey("EF26-02")]: { outcome: "rejection", reason: "Afslag" },
  });
});

test("a draft that was read in the letter leaves with the list, as one that was read in its field", async () => {
  const { calls } = show(drafted.map((row) => ({ ...row, letter: "preview" })));
  await userEvent.click(await screen.findByRole("button", { name: "Vis brevet, før det sendes: EF26-03" }));
  await userEvent.click(screen.getByRole("button", { name: "Indstil", hidden: true }));
  const dialog = await screen.findByRole("dialog", { name: "Vil du indstille listen?" });
  expect(within(dialog).getByText(/^1 begrundelse er stadig et udkast .* Den sendes, som den står\.$/u)).toBeTruthy();
  expect(within(dialog).getByText(/^1 begrundelse har et udkast .* som du ikke har læst\./u)).toBeTruthy();
  await userEvent.click(within(dialog).getByRole("button", { name: "Indstil" }));
  expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({
    drafts: { [testKey("EF26-03")]: { outcome: "rejection", reason: "Udkast til 3" } },
  });
});
