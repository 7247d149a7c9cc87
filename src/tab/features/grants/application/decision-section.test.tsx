import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { anApplication, testKey, testNow } from "../../../testing/answers.ts";
import { renderPage } from "../../../testing/render-page.tsx";
import { DecisionSection } from "./decision-section.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const award = { outcome: "award", amountOere: 9_500_000, decidedAt: testNow, step: "decided" } as const;

test("000-21 who has not answered in time is told by name whom to write to", () => {
  const contact = { key: testKey("secretary"), name: "Anne Dahl", title: "Konsulent" };
  const decision = { ...award, unanswered: { deadline: testNow, contact } };
  renderPage(<DecisionSection application={anApplication({ decision })} />, {});
  expect(screen.getByText(/^Fristen for at svare var .*\. Skriv til Anne Dahl i puljesekretariatet\.$/)).toBeTruthy();
});

test("nothing is said of a time that is not over", () => {
  renderPage(<DecisionSection application={anApplication({ decision: award })} />, {});
  expect(screen.queryByText(/Fristen for at svare/)).toBeNull();
});
