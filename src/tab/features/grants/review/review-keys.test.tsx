import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { useHashLocation } from "wouter/use-hash-location";
import type { ReviewItem } from "#contract/reviews.ts";
import { wantSingleKeys } from "../../../components/shortcut-keys.ts";
import { anApplication, aReviewItem, aReviewWalk, testKey } from "../../../testing/answers.ts";
import { answered, renderPage } from "../../../testing/render-page.tsx";
import { ReviewPage } from "./review-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  wantSingleKeys(true);
  window.location.hash = "";
});

const round = testKey("round");
const complete: ReviewItem["answers"] = {
  scores: { K1: 4, K2: 4, K3: 4, K4: 3, K5: 3 },
  remarks: {},
  support: "support",
  reason: "Godt forankret.",
};

/** Stands for the route: the application in the address, else the one asked for. */
function Walk({ at }: { readonly at: string }) {
  const [location] = useHashLocation();
  const [, , , , key = testKey(at)] = location.split("/");
  return <ReviewPage roundKey={round} applicationKey={key} />;
}

function show(items: readonly ReviewItem[], at = "EF26-02") {
  return renderPage(<Walk at={at} />, {
    [`GET /rounds/${round}/reviews`]: () => answered(aReviewWalk(items)),
    [`PUT /applications/${testKey("EF26-02")}/review`]: ({ body }) => {
      const { answers, give } = body as { answers: ReviewItem["answers"]; give: boolean };
      return answered(aReviewItem("EF26-02", { answers, state: give ? "given" : "begun" }));
    },
  });
}

const three = [aReviewItem("EF26-01"), aReviewItem("EF26-02"), aReviewItem("EF26-03")];
const goneTo = (): string => window.location.hash.split("/").at(-1) ?? "";

describe("the keys of the walk", () => {
  test("J and K walk on and back", async () => {
    show(three);
    await screen.findByText("2 af 3");
    await userEvent.keyboard("j");
    expect(await screen.findByText("3 af 3")).toBeTruthy();
    await userEvent.keyboard("kk");
    expect(await screen.findByText("1 af 3")).toBeTruthy();
  });

  test("walk under CapsLock too, and do nothing with Shift", async () => {
    show(three);
    await screen.findByText("2 af 3");
    await userEvent.keyboard("J");
    expect(await screen.findByText("3 af 3")).toBeTruthy();
    await userEvent.keyboard("K");
    expect(await screen.findByText("2 af 3")).toBeTruthy();
    await userEvent.keyboard("{Shift>}J{/Shift}{Shift>}j{/Shift}");
    expect(goneTo()).toBe(testKey("EF26-02"));
  });

  test("stop at the ends of the walk", async () => {
    show(three, "EF26-03");
    await screen.findByText("3 af 3");
    await userEvent.keyboard("j");
    expect(goneTo()).toBe("");
  });

  test("the title takes the focus of who came by keys; a button keeps it", async () => {
    show(three);
    await screen.findByText("2 af 3");
    await userEvent.keyboard("j");
    await screen.findByText("3 af 3");
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Projekt EF26-03" }));
    await userEvent.click(screen.getByRole("button", { name: "Forrige" }));
    await screen.findByText("2 af 3");
    expect(document.activeElement?.textContent).toBe("Forrige");
  });

  test("are letters while somebody writes, but not on a score", async () => {
    show(three);
    const reason = await screen.findByLabelText<HTMLTextAreaElement>(/^Samlet begrundelse/);
    await userEvent.type(reason, "jk");
    expect([reason.value, goneTo()]).toEqual(["jk", ""]);
    screen.getAllByRole("radio", { name: "1 – Ingen" })[0]?.focus();
    await userEvent.keyboard("j");
    expect(goneTo()).toBe(testKey("EF26-03"));
  });

  test("do nothing where somebody has switched single keys off, or a dialog is open", async () => {
    show(three);
    await userEvent.click(await screen.findByRole("button", { name: "Erklær inhabil" }));
    fireEvent.keyDown(window, { key: "j" });
    expect(goneTo()).toBe("");
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Annuller" }));
    wantSingleKeys(false);
    await userEvent.keyboard("j");
    expect(goneTo()).toBe("");
  });

  test("Ctrl+Enter hands the review in from the field one writes in, and goes on", async () => {
    const { calls } = show([aReviewItem("EF26-01"), aReviewItem("EF26-02", { answers: complete })]);
    const reason = await screen.findByLabelText(/^Samlet begrundelse/);
    reason.focus();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Bedømmelsen er afgivet.")).toBeTruthy();
    expect(calls.filter(({ method }) => method === "PUT")).toHaveLength(1);
    expect(goneTo()).toBe(testKey("EF26-01"));
  });

  test("Ctrl+Enter on what is not complete says what is missing and sends nothing", async () => {
    const { calls } = show(three);
    await screen.findByText("2 af 3");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Bedømmelsen mangler noget. Se de markerede felter.")).toBeTruthy();
    expect(calls.some(({ method }) => method === "PUT")).toBe(false);
  });
});

/** Fluent's message bar asks for one; jsdom has none. */
class NoResizes {
  observe(): void {}
  disconnect(): void {}
}

describe("1 to 5", () => {
  // By id, since looking a role up among so many fields is slow.
  const codes: Readonly<Record<string, string>> = {
    Synlig: "scores.K1",
    Virtuelle: "scores.K2",
    Gavn: "scores.K3",
    Realistisk: "scores.K4",
    Gennemførlighed: "scores.K5",
    Støtte: "support",
  };
  const choicesOf = (name: string): readonly HTMLInputElement[] => [
    ...(document.getElementById(codes[name] ?? "")?.querySelectorAll("input") ?? []),
  ];
  const chosenIn = (name: string): string | undefined => choicesOf(name).find(({ checked }) => checked)?.value;
  const standsIn = (name: string): boolean => choicesOf(name).some((each) => each === document.activeElement);

  test("score as soon as the page stands, each the next criterion without a score, and end at the support", async () => {
    show([aReviewItem("EF26-02", { answers: { scores: { K2: 3 }, remarks: {}, reason: "" } })]);
    await screen.findByText("1 af 1");
    expect(document.activeElement).not.toBeInstanceOf(HTMLInputElement);
    await userEvent.keyboard("4");
    expect([chosenIn("Synlig"), chosenIn("Virtuelle"), standsIn("Gavn")]).toEqual(["4", "3", true]);
    await userEvent.keyboard("52");
    expect([chosenIn("Gavn"), chosenIn("Realistisk"), standsIn("Gennemførlighed")]).toEqual(["5", "2", true]);
    await userEvent.keyboard("3");
    expect(chosenIn("Gennemførlighed")).toBe("3");
    expect(standsIn("Støtte")).toBe(true);
    // Every criterion has its score: a digit outside them changes nothing.
    await userEvent.keyboard("1");
    expect([chosenIn("Synlig"), chosenIn("Gennemførlighed")]).toEqual(["4", "3"]);
  });

  test("score nothing anew from a button, once every criterion has its score; from the title they do", async () => {
    show([aReviewItem("EF26-01"), aReviewItem("EF26-02", { answers: complete })]);
    await screen.findByText("2 af 2");
    screen.getByRole("button", { name: /^Afgiv/u }).focus();
    await userEvent.keyboard("13");
    expect([chosenIn("Synlig"), chosenIn("Virtuelle")]).toEqual(["4", "4"]);
    screen.getByRole("heading", { name: "Projekt EF26-02" }).focus();
    await userEvent.keyboard("3");
    expect([chosenIn("Synlig"), chosenIn("Virtuelle")]).toEqual(["3", "4"]);
  });

  test("score the criterion one stands on, and go on from there", async () => {
    show([aReviewItem("EF26-02")]);
    await screen.findByText("1 af 1");
    choicesOf("Gavn")[0]?.focus();
    await userEvent.keyboard("4");
    expect([chosenIn("Synlig"), chosenIn("Gavn"), standsIn("Realistisk")]).toEqual([undefined, "4", true]);
  });

  test("are digits while somebody writes, and do nothing where single keys are off or nothing may be changed", async () => {
    show(three);
    const reason = await screen.findByLabelText<HTMLTextAreaElement>(/^Samlet begrundelse/);
    await userEvent.type(reason, "35 borgere");
    expect([reason.value, chosenIn("Synlig")]).toEqual(["35 borgere", undefined]);
    reason.blur();
    wantSingleKeys(false);
    await userEvent.keyboard("4");
    expect(chosenIn("Synlig")).toBeUndefined();
    cleanup();
    wantSingleKeys(true);
    Object.assign(document.defaultView ?? {}, { ResizeObserver: NoResizes });
    renderPage(<Walk at="EF26-02" />, {
      [`GET /rounds/${round}/reviews`]: () => answered({ ...aReviewWalk(three), open: false }),
    });
    await screen.findByText("2 af 3");
    await userEvent.keyboard("4");
    expect(chosenIn("Synlig")).toBeUndefined();
  });

  test("score at once after walking on by key or button", async () => {
    show(three);
    await screen.findByText("2 af 3");
    await userEvent.keyboard("j");
    await screen.findByText("3 af 3");
    await userEvent.keyboard("4");
    expect([chosenIn("Synlig"), standsIn("Virtuelle")]).toEqual(["4", true]);
    await userEvent.click(screen.getByRole("button", { name: "Forrige" }));
    await screen.findByText("2 af 3");
    await userEvent.keyboard("3");
    expect([chosenIn("Synlig"), standsIn("Virtuelle")]).toEqual(["3", true]);
  });

  test("what is missing gets the focus on a choice, not on the whole criterion", async () => {
    show([aReviewItem("EF26-02", { answers: { ...complete, scores: { K1: 4, K2: 4, K3: 4, K5: 3 } } })]);
    await screen.findByText("1 af 1");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(standsIn("Realistisk")).toBe(true);
    cleanup();
    show([aReviewItem("EF26-02", { answers: { scores: complete.scores, remarks: {}, reason: complete.reason } })]);
    await screen.findByText("1 af 1");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(document.activeElement).toBe(choicesOf("Støtte")[0]);
  });
});

describe("two applications side by side", () => {
  const compared = "To ansøgninger ved siden af hinanden";
  const items = [
    aReviewItem("EF26-01", { answers: { ...complete, scores: { K1: 5 }, remarks: { K1: "Ses af alle" } } }),
    aReviewItem("EF26-02", { answers: complete }),
    aReviewItem("EF26-03"),
    {
      ...aReviewItem("EF26-04"),
      state: "recused" as const,
      application: { key: testKey("EF26-04"), number: "EF26-04" },
    },
  ];

  async function compare(): Promise<HTMLElement> {
    show(items);
    await userEvent.click(await screen.findByRole("button", { name: "Sammenlign" }));
    return screen.findByRole("table", { name: compared }, { timeout: 5000 });
  }
  const cellsOf = (table: HTMLElement, name: RegExp): readonly string[] => {
    const row = within(table).getByRole("rowheader", { name }).closest("tr");
    return row
      ? within(row)
          .getAllByRole("cell")
          .map((cell) => cell.textContent ?? "")
      : [];
  };

  test("stand with the same criterion beside the same criterion, own points and remarks only", async () => {
    const table = await compare();
    expect(
      within(table)
        .getAllByRole("columnheader")
        .map((cell) => cell.textContent),
    ).toEqual(["Ansøgning", "Projekt EF26-02", "Projekt EF26-01"]);
    expect(cellsOf(table, /^Synlig digital udvikling/)).toEqual(["4 – Mange", "5 – AlleSes af alle"]);
    expect(cellsOf(table, /^Foreløbig/)).toEqual(["74,0 af 100 point", "30,0 af 100 point"]);
  });

  test("can be any two the reviewer may read, never one she is out of", async () => {
    await compare();
    const pick = screen.getByLabelText<HTMLSelectElement>("Sammenlign med");
    expect([...pick.options].map(({ text }) => text)).toEqual(["EF26-01 Projekt EF26-01", "EF26-03 Projekt EF26-03"]);
    await userEvent.selectOptions(pick, testKey("EF26-03"));
    expect(cellsOf(screen.getByRole("table", { name: compared }), /^Synlig digital udvikling/)).toEqual([
      "4 – Mange",
      "Ingen point endnu",
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Bedøm EF26-03" }));
    expect(goneTo()).toBe(testKey("EF26-03"));
    expect(screen.queryByRole("table", { name: compared })).toBeNull();
  });

  test("is not offered where there is nothing to compare with", async () => {
    show([aReviewItem("EF26-02", { application: anApplication({ key: testKey("EF26-02") }) })]);
    await screen.findByText("1 af 1");
    expect(screen.queryByRole("button", { name: "Sammenlign" })).toBeNull();
  });
});
