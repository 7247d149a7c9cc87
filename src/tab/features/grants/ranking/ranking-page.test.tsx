import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { RankingView } from "#contract/ranking.ts";
import { aRanking, aRankingRow, aRejectedRow, aRound, testKey, testNow } from "../../../testing/answers.ts";
import { answered, type FakeService, refused, renderPage, type ServiceCall } from "../../../testing/render-page.tsx";
import { sumOfRows, withPartialOffer } from "./ranking-lines.ts";
import { RankingPage } from "./ranking-page.tsx";

const round = testKey("round");
const person = (name: string) => ({ key: testKey(name), name, title: "" });

/** The autumn round of the demo: four fit, 45.000 are left, the fifth asks for 140.000. */
const autumn = [
  aRankingRow(1, 40),
  aRankingRow(2, 90),
  aRankingRow(3, 75),
  aRankingRow(4, 65),
  aRejectedRow(5, 140, { packet: "deputy" }),
  aRejectedRow(6, 80, { cut: "below-the-line" }),
];
const partialCandidate = { applicationKey: testKey("EF26-05"), restOere: 4_500_000 };

const recommended: Partial<RankingView> = {
  mayRecommend: false,
  recommendation: {
    key: testKey("recommendation"),
    recommendedAt: testNow,
    recommendedBy: person("Anne Dahl"),
    packets: [
      { kind: "chair", decider: person("Birgit Aagaard"), count: 5, totalOere: 27_000_000, mayDecide: true },
      { kind: "deputy", decider: person("Søren Lund"), count: 1, totalOere: 0, mayDecide: false },
    ],
  },
};

function renderRanking(view: RankingView, more: FakeService = {}) {
  return renderPage(<RankingPage roundKey={round} />, {
    [`GET /rounds/${round}/ranking`]: () => answered(view),
    ...more,
  });
}

/** Stands for the routes: the ranking, and a page without it. */
function Wanderer() {
  const [at, setAt] = useState("ranking");
  return (
    <>
      {["ranking", "application"].map((place) => (
        <button key={place} type="button" onClick={() => setAt(place)}>{`to the ${place}`}</button>
      ))}
      {at === "ranking" ? <RankingPage roundKey={round} /> : null}
    </>
  );
}

/** Stores reasons as the service does: nothing but empty space lets the proposal stand again. */
function storing(stored: Record<string, string>): FakeService {
  const view = (): RankingView =>
    aRanking(autumn.map((row) => ({ ...row, reason: stored[row.applicationKey] ?? `Forslag til ${row.number}` })));
  return {
    [`GET /rounds/${round}/ranking`]: () => answered(view()),
    [`PUT /rounds/${round}/reason`]: ({ body }) => {
      const { applicationKey, reason } = body as { applicationKey: string; reason: string };
      if (reason.trim() === "") delete stored[applicationKey];
      else stored[applicationKey] = reason.trim();
      return answered(view());
    },
    [`POST /rounds/${round}/recommendation`]: () => answered(aRanking(autumn, recommended)),
  };
}

const reasonField = (number: string) => screen.getByLabelText<HTMLTextAreaElement>(`Begrundelse til ${number}`);

async function openReason(number: string): Promise<HTMLTextAreaElement> {
  await userEvent.click(await screen.findByRole("button", { name: `Ret begrundelse til ${number}` }));
  return reasonField(number);
}

async function putUp(): Promise<void> {
  await userEvent.click(screen.getByRole("button", { name: "Indstil" }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Indstil" }));
  await screen.findByText("Listen er indstillet.");
}

/** The reasons of the press, and what was asked for before it. */
function pressOf(calls: readonly ServiceCall[]) {
  const index = calls.findIndex(({ path }) => path.endsWith("/recommendation"));
  const press = calls[index]?.body as { readonly reasons: unknown } | undefined;
  return { reasons: press?.reasons, before: calls.slice(0, index) };
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("ranking", () => {
  test("000-15 draws the frame below the last application that fits", async () => {
    renderRanking(aRanking(autumn));
    const table = await screen.findByRole("table");
    const rows = within(table).getAllByRole("row").slice(1);
    expect(rows[3]?.textContent).toContain("EF26-04");
    expect(rows[4]?.textContent).toMatch(/^Rammen på 315\.000\skr\. går hertil\. Der er 45\.000\skr\. tilbage\.$/);
    expect(rows[5]?.textContent).toContain("EF26-05");
  });

  test("000-17 says whose review is missing, and cannot be recommended meanwhile", async () => {
    const rows = [aRankingRow(1, 40, { reviewsGiven: 4, missing: [person("Jonas Kvist")] })];
    renderRanking(aRanking(rows, { complete: false, missingReviews: 1 }));
    expect(await screen.findByText(/^1 bedømmelse mangler\./)).toBeTruthy();
    expect(screen.getByText("Mangler: Jonas Kvist")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Indstil" }).getAttribute("aria-disabled")).toBe("true");
  });

  test("000-21 the rest is offered only when it is ticked", async () => {
    const view = aRanking(autumn, { partialCandidate });
    expect(sumOfRows(withPartialOffer(view, false)).totalOere).toBe(27_000_000);
    expect(sumOfRows(withPartialOffer(view, true))).toEqual({ awards: 5, rejections: 1, totalOere: 31_500_000 });
    renderRanking(view);
    await userEvent.click(await screen.findByRole("checkbox", { name: /^Tilbyd resten på 45\.000\skr\. til EF26-05/ }));
    expect(screen.getByText(/^Rammen på 315\.000\skr\. er brugt hertil\.$/)).toBeTruthy();
    expect(screen.getByText("Delvist tilsagn")).toBeTruthy();
  });

  test("recommends after a question, with the reasons the secretariat has changed and no others", async () => {
    const path = `/rounds/${round}/recommendation`;
    const { calls } = renderRanking(aRanking(autumn), {
      [`PUT /rounds/${round}/reason`]: () => refused(503, "unavailable", "SharePoint svarer ikke lige nu."),
      [`POST ${path}`]: () => answered(aRanking(autumn, recommended)),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Ret begrundelse til EF26-06" }));
    fireEvent.change(screen.getByLabelText("Begrundelse til EF26-06"), { target: { value: "Rammen er brugt." } });
    await userEvent.click(screen.getByRole("button", { name: "Indstil" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toMatch(/4 får tilsagn på i alt 270\.000\skr\., og 2 får afslag/);
    await userEvent.click(within(dialog).getByRole("button", { name: "Indstil" }));
    expect(await screen.findByText("Listen er indstillet.")).toBeTruthy();
    const press = calls.find((call) => call.path === path)?.body;
    expect(press).toMatchObject({ offerPartial: false, reasons: { [testKey("EF26-06")]: "Rammen er brugt." } });
    expect(Object.keys((press as { reasons: object }).reasons)).toHaveLength(1);
  });

  test("asks with the total before the decision, and takes it back when asked", async () => {
    const path = `/rounds/${round}/packets/chair/decision`;
    const { calls } = renderRanking(aRanking(autumn, recommended), {
      [`POST ${path}`]: () => answered(aRanking(autumn, recommended)),
      [`DELETE ${path}`]: () => answered(aRanking(autumn, recommended)),
    });
    expect(await screen.findByText(/^1 ansøgning afgøres af næstformanden\./)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Afgør indstillingen" }));
    expect(screen.getByRole("dialog").textContent).toMatch(
      /\d får tilsagn på i alt 270\.000\skr\., og \d får afslag\. Du kan fortryde i mindst 30 sekunder/,
    );
    await userEvent.click(
      within(screen.getByRole("dialog")).getByRole("button", { name: /^Afgør: tilsagn på 270\.000\skr\.$/ }),
    );
    await screen.findByText("Afgørelsen er truffet.");
    expect(calls.find((call) => call.method === "POST")?.body).toMatchObject({
      totalOere: 27_000_000,
      recommendationKey: testKey("recommendation"),
    });
    await userEvent.click(screen.getByRole("button", { name: "Fortryd, før brevene sendes" }));
    expect(await screen.findByText("Afgørelsen er fortrudt. Ingen har fået besked.")).toBeTruthy();
    expect(calls.some((call) => call.method === "DELETE" && call.path === path)).toBe(true);
  });

  test("keeps the key of a press that got no answer, so that pressing again is the same press", async () => {
    const path = `/rounds/${round}/packets/chair/decision`;
    const { calls } = renderRanking(aRanking(autumn, recommended), {
      [`POST ${path}`]: () => refused(503, "unavailable", "SharePoint svarer ikke lige nu."),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Afgør indstillingen" }));
    const confirm = within(screen.getByRole("dialog")).getByRole("button", { name: /^Afgør: tilsagn/ });
    await userEvent.click(confirm);
    expect((await screen.findByRole("alert")).textContent).toContain("SharePoint svarer ikke lige nu.");
    await userEvent.click(confirm);
    await vi.waitFor(() => {
      expect(calls.filter((call) => call.method === "POST")).toHaveLength(2);
    });
    const keys = calls
      .filter((call) => call.method === "POST")
      .map((call) => (call.body as { commandKey: string }).commandKey);
    expect(keys[0]).toBe(keys[1]);
  });
});

describe("reasons on the ranking", () => {
  test("000-21 shows the reasons that will be sent when the rest is offered", async () => {
    const offered = autumn.map((row) => ({
      ...row,
      reason: `Uden ${row.number}`,
      reasonIfOffered: `Med ${row.number}`,
    }));
    renderRanking(aRanking(offered, { partialCandidate }));
    await userEvent.click(await screen.findByRole("button", { name: "Ret begrundelse til EF26-05" }));
    expect(screen.getByLabelText<HTMLTextAreaElement>("Begrundelse til EF26-05").value).toBe("Uden EF26-05");
    await userEvent.click(screen.getByRole("checkbox", { name: /^Tilbyd resten/ }));
    expect(screen.getByLabelText<HTMLTextAreaElement>("Begrundelse til EF26-05").value).toBe("Med EF26-05");
  });

  test("keeps a reason on the server when the field is left, for the outcome it was written for", async () => {
    const path = `/rounds/${round}/reason`;
    const saved = autumn.map((row) => ({ ...row, reason: row.number === "EF26-06" ? "Rammen er brugt." : "" }));
    const { calls } = renderRanking(aRanking(autumn), { [`PUT ${path}`]: () => answered(aRanking(saved)) });
    await userEvent.click(await screen.findByRole("button", { name: "Ret begrundelse til EF26-06" }));
    const field = screen.getByLabelText("Begrundelse til EF26-06");
    fireEvent.change(field, { target: { value: "Rammen er brugt." } });
    expect(screen.getByText(/Gemmer …$/)).toBeTruthy();
    fireEvent.blur(field);
    expect(await screen.findByText(/Gemt\.$/)).toBeTruthy();
    const body = { applicationKey: testKey("EF26-06"), outcome: "rejection", reason: "Rammen er brugt." };
    expect(calls.find((call) => call.path === path)?.body).toMatchObject(body);
  });

  test("says why a reason is not kept, and leaves it in the field", async () => {
    renderRanking(aRanking(autumn), {
      [`PUT /rounds/${round}/reason`]: () => refused(409, "already-recommended", "Runden er allerede indstillet."),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Ret begrundelse til EF26-06" }));
    const field = screen.getByLabelText<HTMLTextAreaElement>("Begrundelse til EF26-06");
    fireEvent.change(field, { target: { value: "For sent" } });
    fireEvent.blur(field);
    expect(await screen.findByText(/Runden er allerede indstillet\./)).toBeTruthy();
    expect(field.value).toBe("For sent");
  });

  test("B10 offers no reason to open to who may not see it yet", async () => {
    const rows = autumn.map(({ reason: _reason, ...row }) => row);
    renderRanking(aRanking(rows, { mayRecommend: false }));
    await screen.findByRole("table");
    expect(screen.queryByRole("button", { name: /begrundelse/i })).toBeNull();
  });
});

describe("reasons and colleagues", () => {
  test("what is saved is not sent again with the list, since a colleague may have written anew", async () => {
    const { calls } = renderPage(<RankingPage roundKey={round} />, storing({}));
    const field = await openReason("EF26-06");
    fireEvent.change(field, { target: { value: "Rammen er brugt." } });
    fireEvent.blur(field);
    await screen.findByText(/Gemt\.$/);
    await putUp();
    expect(pressOf(calls).reasons).toEqual({});
  });

  test("what waits is saved before the list is put up", async () => {
    const { calls } = renderPage(<RankingPage roundKey={round} />, storing({}));
    fireEvent.change(await openReason("EF26-06"), { target: { value: "Rammen er brugt." } });
    await putUp();
    const { reasons, before } = pressOf(calls);
    expect(before.some(({ method }) => method === "PUT")).toBe(true);
    expect(reasons).toEqual({});
  });

  test("a field that is left shows a colleague's newer words", async () => {
    const stored: Record<string, string> = {};
    renderPage(<RankingPage roundKey={round} />, storing(stored));
    const field = await openReason("EF26-06");
    fireEvent.change(field, { target: { value: "Mine ord" } });
    fireEvent.blur(field);
    await screen.findByText(/Gemt\.$/);
    stored[testKey("EF26-06")] = "En kollegas nyere ord";
    const other = await openReason("EF26-05");
    fireEvent.change(other, { target: { value: "Andre ord" } });
    fireEvent.blur(other);
    await vi.waitFor(() => {
      expect(reasonField("EF26-06").value).toBe("En kollegas nyere ord");
    });
  });

  test("a field stays as typed while it is written in, and shows the proposal again when it is left empty", async () => {
    renderPage(<RankingPage roundKey={round} />, storing({ [testKey("EF26-06")]: "Rammen er brugt." }));
    const field = await openReason("EF26-06");
    fireEvent.change(field, { target: { value: "" } });
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    document.dispatchEvent(new Event("visibilitychange"));
    await screen.findByText(/Gemt\.$/);
    expect(field.value).toBe("");
    fireEvent.blur(field);
    expect(field.value).toBe("Forslag til EF26-06");
  });

  test("an emptied field that could not be saved goes along as the wish for the proposal", async () => {
    const { calls } = renderPage(<RankingPage roundKey={round} />, {
      ...storing({ [testKey("EF26-06")]: "Rammen er brugt." }),
      [`PUT /rounds/${round}/reason`]: () => refused(503, "unavailable", "SharePoint svarer ikke lige nu."),
    });
    fireEvent.change(await openReason("EF26-06"), { target: { value: "" } });
    await putUp();
    expect(pressOf(calls).reasons).toEqual({ [testKey("EF26-06")]: "" });
  });
});

describe("refused reasons", () => {
  test("R-08 says that a reason with a CPR number is not saved, and Indstil leads to its field instead of asking", async () => {
    const fields = [{ field: "reason", code: "cpr", data: {} }];
    const { calls } = renderPage(<RankingPage roundKey={round} />, {
      ...storing({}),
      [`PUT /rounds/${round}/reason`]: () => {
        const detail = "Det er ikke helt færdigt.";
        const body = {
          type: "about:blank",
          title: "",
          status: 422,
          detail,
          code: "incomplete",
          instance: "nr",
          fields,
        };
        return { status: 422, body };
      },
    });
    const field = await openReason("EF26-06");
    fireEvent.change(field, { target: { value: "Journal 010180-1234" } });
    await userEvent.click(screen.getByRole("button", { name: "Indstil" }));
    const said = "Feltet er ikke gemt: der står noget, der ligner et CPR-nummer. Fjern det, så gemmes feltet.";
    expect(await screen.findByText(said)).toBeTruthy();
    expect(screen.queryByText(/Det er ikke helt færdigt/)).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Ret begrundelse til EF26-06" }));
    expect(screen.queryByLabelText("Begrundelse til EF26-06")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Indstil" }));
    await vi.waitFor(() => {
      expect(document.activeElement).toBe(reasonField("EF26-06"));
    });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(calls.some(({ path }) => path.endsWith("/recommendation"))).toBe(false);
  });

  test("a refused reason is found again, in its open row, after another page, and closing asks meanwhile", async () => {
    renderPage(<Wanderer />, {
      ...storing({}),
      [`PUT /rounds/${round}/reason`]: () => refused(422, "incomplete", "Det ligner et CPR-nummer."),
    });
    const field = await openReason("EF26-06");
    fireEvent.change(field, { target: { value: "Journal 010180-1234" } });
    fireEvent.blur(field);
    await screen.findByText(/Det ligner et CPR-nummer/);
    fireEvent.click(screen.getByRole("button", { name: "to the application" }));
    expect(screen.queryByRole("table")).toBeNull();
    const closing = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "to the ranking" }));
    expect((await screen.findByLabelText<HTMLTextAreaElement>("Begrundelse til EF26-06")).value).toBe(
      "Journal 010180-1234",
    );
    expect(screen.getByText(/Det ligner et CPR-nummer/)).toBeTruthy();
  });
});

describe("taking the list back", () => {
  const withdrawable = recommended.recommendation && { ...recommended.recommendation, mayWithdraw: true };

  test("is the secretariat's, after a question", async () => {
    const path = `/rounds/${round}/recommendation/withdrawal`;
    const view = aRanking(autumn, { ...recommended, ...(withdrawable ? { recommendation: withdrawable } : {}) });
    const { calls } = renderRanking(view, { [`POST ${path}`]: () => answered(aRanking(autumn)) });
    await userEvent.click(await screen.findByRole("button", { name: "Træk indstillingen tilbage" }));
    const dialog = screen.getByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Træk indstillingen tilbage" }));
    expect(await screen.findByText("Indstillingen er trukket tilbage.")).toBeTruthy();
    expect(calls.filter((call) => call.path === path)).toHaveLength(1);
  });

  test("is offered to nobody else", async () => {
    renderRanking(aRanking(autumn, recommended));
    await screen.findByRole("table");
    expect(screen.queryByRole("button", { name: "Træk indstillingen tilbage" })).toBeNull();
  });
});

describe("ranking of a decided round", () => {
  test("says what is awarded, no more what is proposed, and misses no reason for a full award", async () => {
    const rows = [...autumn.slice(0, 4), aRejectedRow(5, 140, { reason: "Rammen er brugt." })];
    renderRanking(aRanking(rows, { ...recommended, round: aRound({ status: "decided" }) }));
    expect(await screen.findByText("Bevilget")).toBeTruthy();
    expect(screen.queryByText("Foreslået")).toBeNull();
    expect(screen.queryByRole("button", { name: "Vis begrundelse til EF26-01" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Vis begrundelse til EF26-05" }));
    expect(screen.getByText("Rammen er brugt.")).toBeTruthy();
    expect(screen.queryByText("Begrundelse mangler")).toBeNull();
  });
});

describe("ranking of which only a part is shown", () => {
  test("shows a deputy the whole round's figures beside the own packet's lines", async () => {
    const whole = aRanking(autumn);
    const own = aRanking(
      autumn.filter((row) => row.packet === "deputy"),
      { ...recommended, supportedOere: whole.supportedOere, restOere: whole.restOere },
    );
    renderRanking(own);
    expect(await screen.findByText(/^270\.000\skr\.$/)).toBeTruthy();
    expect(screen.getByText(/^Rammen på 315\.000\skr\. går hertil\. Der er 45\.000\skr\. tilbage\.$/)).toBeTruthy();
  });

  test("says nothing of missing reviews where a head's answer is what the round waits for", async () => {
    renderRanking(aRanking([aRankingRow(1, 40)], { complete: false, missingReviews: 0, mayRecommend: false }));
    await screen.findByRole("table");
    expect(screen.queryByText(/mangler/)).toBeNull();
  });

  test("R-33 shows neither rest nor the other packet's sum to who is recused for a line", async () => {
    const rows = autumn.slice(0, 4).map(({ restAfterOere: _rest, ...row }) => row);
    const packets = (recommended.recommendation?.packets ?? []).map(({ totalOere, ...packet }) =>
      packet.kind === "deputy" ? packet : { ...packet, totalOere: totalOere ?? 0 },
    );
    const recommendation = recommended.recommendation && { ...recommended.recommendation, packets };
    const { restOere: _left, ...view } = aRanking(rows, {
      ...recommended,
      ...(recommendation ? { recommendation } : {}),
    });
    renderRanking({ ...view, keptCount: 1 });
    expect(await screen.findByRole("button", { name: "Afgør indstillingen" })).toBeTruthy();
    expect(screen.getByText(/^1 ansøgning, du er inhabil ved, er ikke regnet med\./)).toBeTruthy();
    expect(screen.getByText(/^Rammen på 315\.000\skr\. går hertil\.$/)).toBeTruthy();
    expect(screen.queryByText("Tilbage")).toBeNull();
    expect(screen.getAllByText(/^I alt/)).toHaveLength(1);
    expect(screen.queryByText(/tilbage$/)).toBeNull();
  });
});
