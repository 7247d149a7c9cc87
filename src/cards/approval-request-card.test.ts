import { expect, it } from "vitest";
import { springClock } from "#test/builders/clock.ts";
import { anApplication } from "#test/builders/grants.ts";
import { people } from "#test/builders/organisation.ts";
import { type ApprovalRequest, approvalRequestCard } from "./approval-request-card.ts";
import { returnedCard } from "./returned-card.ts";
import type { CardScreen } from "./screen.ts";

const screen: CardScreen = { language: "da", appId: "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02" };
const number = "Ring til 010190-1234";
const application = anApplication({ title: number, description: number });
const request: ApprovalRequest = {
  application,
  centreName: "Center for Sundhed og Omsorg",
  applicantName: "Mette Holm",
  deadline: springClock.approvalOver,
  state: { kind: "waiting" },
  attempt: undefined,
};

it("R-08 shows no number that looks like a CPR number, whatever the writer has called it", () => {
  const attempt = { questions: number, problems: [{ field: "questions", code: "cpr", data: {} } as const] };
  const returned = { at: springClock.open, by: people.head.key, questions: "Hvem betaler?" };
  const cards = [
    approvalRequestCard(screen, request),
    approvalRequestCard(screen, { ...request, attempt }),
    returnedCard(screen, {
      application: { ...application, returned },
      byName: "Karin Thorup",
      until: springClock.approvalOver,
      state: "open",
    }),
  ];
  for (const card of cards) {
    expect(JSON.stringify(card)).not.toContain("010190");
    expect(JSON.stringify(card)).toContain("Ring til [nummer fjernet]");
  }
});
