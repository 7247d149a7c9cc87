import { cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { RankingView } from "#contract/ranking.ts";
import { aRanking, aRankingRow, testKey, testNow } from "../../../testing/answers.ts";
import { answered, type FakeService, renderPage } from "../../../testing/render-page.tsx";
import { RankingPage } from "./ranking-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const problem = { type: "about:blank", title: "", status: 422, detail: "", code: "incomplete", instance: "nr" };
const round = testKey("round");
const path = `/rounds/${round}/recommendation/return`;
const chair = { key: testKey("chair"), name: "Birgit Aagaard", title: "Formand" };
const rows = [aRankingRow(1, 40)];

function recommended(may: { readonly maySendBack?: boolean; readonly mayWithdraw?: boolean }): RankingView {
  return aRanking(rows, {
    mayRecommend: false,
    recommendation: {
      key: testKey("recommendation"),
      recommendedAt: testNow,
      recommendedBy: { key: testKey("anne"), name: "Anne Dahl", title: "" },
      packets: [{ kind: "chair", decider: chair, count: 1, totalOere: 4_000_000, mayDecide: true }],
      ...may,
    },
  });
}

function show(view: RankingView, more: FakeService = {}) {
  return renderPage(<RankingPage roundKey={round} />, {
    [`GET /rounds/${round}/ranking`]: () => answered(view),
    ...more,
  });
}

test("a decider sends the list back with a reason, and reads on the page that it is", async () => {
  const sentBack = { by: chair, at: testNow, reason: "Driften er uklar." };
  let view = recommended({ maySendBack: true });
  const { calls } = renderPage(<RankingPage roundKey={round} />, {
    [`GET /rounds/${round}/ranking`]: () => answered(view),
    [`POST ${path}`]: () => {
      view = aRanking(rows, { mayRecommend: false, sentBack });
      return answered(view);
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Send tilbage" }));
  const dialog = screen.getByRole("dialog", { name: "Vil du sende indstillingen tilbage?" });
  const send = within(dialog).getByRole("button", { name: "Send indstillingen tilbage" });
  await userEvent.click(send);
  expect(within(dialog).getByText("Skriv, hvorfor indstillingen sendes tilbage.")).toBeTruthy();
  expect(calls.filter((call) => call.path === path)).toEqual([]);
  await userEvent.type(within(dialog).getByLabelText(/Begrundelse til puljesekretariatet/), "Driften er uklar.");
  await userEvent.click(send);
  expect(await screen.findByText("Indstillingen er sendt tilbage til puljesekretariatet.")).toBeTruthy();
  const [call] = calls.filter((each) => each.path === path);
  expect(call?.body).toMatchObject({ recommendationKey: testKey("recommendation"), reason: "Driften er uklar." });
  expect(await screen.findByText(/^Indstillingen er sendt tilbage af Birgit Aagaard /)).toBeTruthy();
  expect(screen.getByText("Driften er uklar.")).toBeTruthy();
});

test("R-08 what is wrong with the reason stands at its field, and what was typed stays", async () => {
  show(recommended({ maySendBack: true }), {
    [`POST ${path}`]: () => ({
      status: 422,
      body: { ...problem, fields: [{ field: "reason", code: "cpr", data: {} }] },
    }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Send tilbage" }));
  const field = screen.getByLabelText<HTMLTextAreaElement>(/Begrundelse til puljesekretariatet/);
  await userEvent.type(field, "Journal 010180-1234");
  await userEvent.click(screen.getByRole("button", { name: "Send indstillingen tilbage" }));
  expect(await screen.findByText(/ligner et CPR-nummer/)).toBeTruthy();
  expect(field.value).toBe("Journal 010180-1234");
});

test("the secretariat takes back and does not send back; nobody else is offered either", async () => {
  show(recommended({ mayWithdraw: true }));
  expect(await screen.findByRole("button", { name: "Træk indstillingen tilbage" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Send tilbage" })).toBeNull();
});

test("R-33 who may not read the reason reads that it is kept from them, and why", async () => {
  show(aRanking(rows, { sentBack: { by: chair, at: testNow } }));
  expect(await screen.findByText(/kan nævne en ansøgning, du er inhabil ved/)).toBeTruthy();
});
