import * as z from "zod/mini";
import {
  type ConsultationPage,
  type ConsultationPartyView,
  type ConsultationSummary,
  consultationPageSchema,
} from "#contract/consultations.ts";
import { testKey } from "./answers.ts";

/** Monday 28 June 2021, 10.00 in Denmark. */
export const consultationNow = "2021-06-28T08:00:00.000Z";

const officer = { key: testKey("officer"), name: "Anna Berg", title: "Jurist" };

/** An open consultation of three councils, one of which has answered. */
export function aSummary(over: Partial<ConsultationSummary> = {}): ConsultationSummary {
  return {
    key: testKey("consultation"),
    subject: "Digitaliseringsprogram 2021-2025",
    caseNumber: "21/6103",
    status: "open",
    closedItem: false,
    caseOfficer: officer,
    startsAt: "2021-06-16T07:30:00.000Z",
    closesAt: "2021-07-30T22:00:00.000Z",
    deadlineText: "30. juli 2021 kl. 23.59",
    nextBody: "ØK",
    nextMeetingOn: "2021-08-17",
    counts: { total: 3, answered: 1, noComments: 0, late: 0, silent: 2, uncommented: 1 },
    missing: ["Handicaprådet", "Ungdomsrådet"],
    link: `/consultations/${testKey("consultation")}`,
    ...over,
  };
}

/** A council in Teams that has not answered. */
export function aParty(name: string, over: Partial<ConsultationPartyView> = {}): ConsultationPartyView {
  return {
    key: testKey(name),
    code: name.slice(0, 2),
    name,
    duty: "voluntary",
    law: "",
    channel: "teams",
    persons: [{ key: testKey(`person ${name}`), name: `Formand for ${name}`, title: "" }],
    status: "awaiting",
    isOwn: false,
    earlierAnswers: [],
    lateIncluded: false,
    remindOn: ["2021-07-09", "2021-07-23", "2021-07-29"],
    actions: [],
    ...over,
  };
}

/** Ældrerådet's answer, not commented yet. */
export const anAnsweredParty = aParty("Ældrerådet", {
  status: "received",
  answer: {
    noComments: false,
    text: "Vi ønsker hjælp til dem, der ikke er digitale.",
    attachments: ["Bilag 1"],
    receivedAt: "2021-07-02T09:00:00.000Z",
    by: { key: testKey("aeldre"), name: "Else Dam", title: "Formand" },
    road: "self",
  },
  actions: ["comment"],
});

/** The page as its case officer sees it. */
export function aConsultationPage(over: Partial<ConsultationPage> = {}): ConsultationPage {
  return z.parse(consultationPageSchema, {
    now: consultationNow,
    consultation: aSummary(),
    message: "Hvad mener I om programmet?",
    material: [{ name: "Programmet", link: "https://sharepoint.test/program", documentNumber: "73115/21" }],
    deadlineOn: "2021-07-30",
    deadlineTime: "23:59",
    nextStep: { body: "ØK", meetingOn: "2021-08-17" },
    agendaOn: "2021-08-11",
    parties: [
      anAnsweredParty,
      aParty("Handicaprådet", { actions: ["register"] }),
      aParty("Ungdomsrådet", { actions: ["register"] }),
    ],
    warnings: [],
    actions: ["edit", "set-parties"],
    mayFetchNote: true,
    timeline: [{ at: "2021-06-16T07:30:00.000Z", action: "sent", who: "Anna Berg", data: {} }],
    ...over,
  });
}
