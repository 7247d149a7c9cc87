import { approvalDigestCard } from "#cards/approval-digest-card.ts";
import { type ConsultationRequest, consultationCard } from "#cards/consultation-card.ts";
import { type ConsultationNews, consultationOfficerCard } from "#cards/consultation-officer-card.ts";
import { editPutBackCard, editsDigestCard } from "#cards/edit-put-back-card.ts";
import { type NeedNews, needCard } from "#cards/need-card.ts";
import type { CardScreen } from "#cards/screen.ts";
import { type StaleItem, staleDigestCard, staleItemCard } from "#cards/stale-item-card.ts";
import { needApplicationStates } from "#domain/projections/need-progress.ts";
import { problemAt } from "#domain/shared/field-problem.ts";
import { anActionItem } from "./action-plans.ts";
import { at, day } from "./clock.ts";
import { aConsultation, aParty } from "./consultations.ts";
import { aKey } from "./keys.ts";
import { aNeed } from "./needs.ts";
import { people } from "./organisation.ts";

const now = at("2021-07-20T08:00:00.000Z");
const cpr = "Borgeren 010180-1234 klager";

const consultation = aConsultation({
  message: "Fordi programmet udløber, beder vi om jeres bemærkninger.",
  material: [
    { name: "Udkast til digitaliseringsprogram", documentNumber: "4711-21", link: "" },
    { name: "Borgernes ønsker", documentNumber: "", link: "" },
  ],
});
const answer = {
  noComments: false,
  text: "Fordi flere savner hjælp.",
  attachments: [],
  receivedAt: now,
  by: people.applicant.key,
  road: "self",
  registeredAt: undefined,
} as const;

function asked(overrides: Partial<ConsultationRequest> = {}): ConsultationRequest {
  return {
    consultation,
    party: aParty(),
    officerName: people.secretary.name,
    task: { kind: "open", isLate: false },
    reminder: false,
    attempt: undefined,
    ...overrides,
  };
}

function told(overrides: Partial<ConsultationNews> = {}): ConsultationNews {
  return {
    consultation,
    counts: { total: 5, answered: 3, noComments: 1, late: 0, silent: 2, uncommented: 2 },
    today: ["Ældrerådet"],
    silent: ["Handicaprådet", "Ungdomsrådet"],
    isClosed: false,
    kind: "answer",
    ...overrides,
  };
}

const note = { at: now, by: people.applicant.key, text: "Fordi to distrikter er i gang." };
const item = anActionItem({
  notes: [note],
  milestones: [{ key: aKey("milestone"), title: "Skærmbesøg aftalt", due: day("2022-06-01"), doneOn: undefined }],
});

function stale(overrides: Partial<StaleItem> = {}): StaleItem {
  return { item, now: at("2022-05-02T08:00:00.000Z"), asks: true, updatedByName: people.applicant.name, ...overrides };
}

const by = { at: now, by: people.head.key };
const writing = {
  kind: "application",
  draftKey: aKey("draft"),
  number: "FR22-07",
  writerKey: people.applicant.key,
  ...by,
} as const;
const closed = aNeed({ outcome: { kind: "closed", reply: "Fordi vi køber det nye system til foråret.", ...by } });

function news(overrides: Partial<NeedNews> = {}): NeedNews {
  return {
    need: aNeed({ outcome: writing }),
    progress: { status: "application", application: { state: "draft", since: now, key: undefined } },
    byName: people.head.name,
    writerName: people.applicant.name,
    toWriter: false,
    ...overrides,
  };
}

const edit = {
  kind: "changed",
  listTitle: "Handlingsplan",
  reference: "Skærmbesøg",
  fields: "Slut",
  route: "/action-plan",
} as const;

/** What people wrote on these cards, which is Danish whoever reads it. */
export const areaData = [
  "Ældreråd",
  "Handicapråd",
  "program",
  "Borger",
  "Skærmbesøg",
  "hjemmeplejen",
  "Handlingsplan",
  "Slut",
];

/** Every card of consultations, action plan and needs, and of edits in SharePoint, in every state. */
export const areaCards: Readonly<Record<string, (screen: CardScreen) => object>> = {
  "consultation asked": (screen) => consultationCard(screen, asked()),
  "consultation reminded": (screen) => consultationCard(screen, asked({ reminder: true })),
  "consultation late": (screen) => consultationCard(screen, asked({ task: { kind: "open", isLate: true } })),
  "consultation closed item": (screen) =>
    consultationCard(screen, asked({ consultation: { ...consultation, closed: true } })),
  "consultation answer come back": (screen) =>
    consultationCard(screen, asked({ attempt: { text: cpr, problems: [problemAt("text", "cpr")], hasBoth: true } })),
  "consultation answered": (screen) =>
    consultationCard(
      screen,
      asked({ task: { kind: "answered", answer, byName: people.applicant.name, isLate: false } }),
    ),
  "consultation answered late without comments": (screen) =>
    consultationCard(
      screen,
      asked({
        task: {
          kind: "answered",
          answer: { ...answer, noComments: true },
          byName: people.applicant.name,
          isLate: true,
        },
      }),
    ),
  "consultation treated": (screen) => consultationCard(screen, asked({ task: { kind: "treated", at: now } })),
  "officer told of an answer": (screen) => consultationOfficerCard(screen, told()),
  "officer told of the deadline": (screen) =>
    consultationOfficerCard(screen, told({ kind: "closed", isClosed: true, today: [] })),
  "stale item": (screen) => staleItemCard(screen, stale()),
  "stale item come back": (screen) =>
    staleItemCard(
      screen,
      stale({ attempt: { note: cpr, status: "done", problems: [problemAt("note", "cpr")], noStep: "idea" } }),
    ),
  "stale item answered": (screen) => staleItemCard(screen, stale({ asks: false })),
  "stale items together": (screen) => staleDigestCard(screen, 7),
  "need closed": (screen) => needCard(screen, news({ need: closed, progress: { status: "closed" } })),
  "need to be written": (screen) => needCard(screen, news({ toWriter: true })),
  "need in the plan": (screen) =>
    needCard(
      screen,
      news({
        need: aNeed({ outcome: { kind: "action-item", actionItemKey: item.key, ...by } }),
        progress: { status: "action-item", actionItem: item },
      }),
    ),
  ...Object.fromEntries(
    needApplicationStates.map((state) => [
      `need ${state}`,
      (screen: CardScreen) =>
        needCard(
          screen,
          news({ progress: { status: "application", application: { state, since: now, key: undefined } } }),
        ),
    ]),
  ),
  "edit put back": (screen) => editPutBackCard(screen, edit),
  "edit refused": (screen) => editPutBackCard(screen, { ...edit, refusal: { reason: "not-a-date", figures: {} } }),
  "own row": (screen) => editPutBackCard(screen, { ...edit, kind: "own-row", reference: "", fields: "", route: "" }),
  "edits together": (screen) => editsDigestCard(screen, 6, "changed"),
  "own rows together": (screen) => editsDigestCard(screen, 6, "own-row"),
  "approvals together": (screen) => approvalDigestCard(screen, 4),
};
