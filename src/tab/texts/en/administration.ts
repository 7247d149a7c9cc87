import type { administration as danish } from "../da/administration.ts";

type Figures = Readonly<Record<string, number>>;

const rows = (count: number): string => (count === 1 ? "1 row" : `${count} rows`);
const lists = (count: number): string => (count === 1 ? "1 list" : `${count} lists`);
const messages = (count: number): string => (count === 1 ? "1 message" : `${count} messages`);
const edits = (count: number): string => (count === 1 ? "1 change" : `${count} changes`);
const is = (count: number): string => (count === 1 ? "is" : "are");
const joined = (parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(", ");
const of = (figures: Figures, name: string): number => figures[name] ?? 0;

const lines: (typeof danish)["lines"] = {
  sharepoint: {
    title: "Lists in SharePoint",
    ok: (f) => `${lists(of(f, "lists"))} read, and as they should be.`,
    cause: (f) =>
      of(f, "damaged") > 0
        ? `${lists(of(f, "damaged"))} changed in SharePoint; see Lists below.`
        : of(f, "failedPolls") > 0
          ? `SharePoint did not answer the last ${of(f, "failedPolls")} times it was read.`
          : "A list has not been read lately; see Lists below.",
  },
  projections: {
    title: "Open lists",
    ok: () => "The open lists show what Fremdrift shows.",
    cause: (f) =>
      of(f, "failing") > 0
        ? `${lists(of(f, "failing"))} could not be written last time.`
        : `${rows(of(f, "rowsLeft"))} not written yet.`,
  },
  malformed: {
    title: "Rows that cannot be read",
    ok: () => "Every row can be read.",
    cause: (f) => `${rows(of(f, "rows"))} changed so that Fremdrift cannot read them; nothing else is affected.`,
  },
  "outside-edits": {
    title: "Changes made outside Fremdrift",
    ok: () => "None in the last 30 days.",
    cause: (f) =>
      `${joined([
        of(f, "putBack") > 0 &&
          `${edits(of(f, "putBack"))} put back${of(f, "unknown") > 0 ? `, ${of(f, "unknown")} of them by people unknown` : ""}`,
        of(f, "deleted") > 0 && `${rows(of(f, "deleted"))} deleted and written again`,
        of(f, "ownRows") > 0 && `${rows(of(f, "ownRows"))} that ${is(of(f, "ownRows"))} not Fremdrift's stay`,
      ])}.`,
  },
  budget: {
    title: "Use of SharePoint",
    ok: (f) =>
      of(f, "limit") === 0
        ? "There is no limit here."
        : `${of(f, "spent")} of ${of(f, "limit")} units in the last minute.`,
    cause: (f) => `${of(f, "percent")}% of what SharePoint allows in a minute is used; screens may have to wait.`,
  },
  "notice-backlog": {
    title: "Messages on their way",
    ok: (f) =>
      of(f, "waiting") === 0
        ? "None is late. Messages are sent on working days from 7 to 18."
        : `${messages(of(f, "waiting"))} on the way.`,
    cause: (f) => `${messages(of(f, "waiting"))} waiting for more than 10 minutes.`,
  },
  uncertain: {
    title: "Messages whose fate is unknown",
    ok: () => "None.",
    cause: (f) => `Teams did not answer for ${messages(of(f, "count"))}; they are never sent again by themselves.`,
  },
  undeliverable: {
    title: "Messages that cannot be delivered",
    ok: () => "None in the last 30 days.",
    cause: (f) =>
      `${messages(of(f, "count"))} did not arrive: the recipient lacks the app, has blocked it or has left.`,
  },
  bot: {
    title: "The chat in Teams",
    ok: () => "Teams takes messages.",
    cause: (f) => (of(f, "waiting") > 0 ? "Teams does not take messages." : "No message has been sent yet."),
  },
  clock: {
    title: "The clock",
    ok: () => "The server's clock agrees with SharePoint's.",
    cause: (f) =>
      `The server's clock is ${Math.abs(of(f, "seconds"))} seconds ${of(f, "seconds") > 0 ? "fast" : "slow"}; deadlines may be wrong.`,
  },
  logs: {
    title: "The log's chain",
    ok: () => "Every line follows the one before.",
    cause: (f) =>
      `${of(f, "broken") === 1 ? "1 record has" : `${of(f, "broken")} records have`} a log that was changed outside Fremdrift.`,
  },
};

export const administration: typeof danish = {
  title: "Service status",
  states: { ok: "OK", watch: "Look", fault: "Fault" },
  summary: {
    ok: "Everything works.",
    watch: "It works, but there is something to look at.",
    fault: "Something does not work. Start at the top.",
  },
  lines,
  checks: "Checks",
  lists: "Lists",
  check: "Check",
  state: "State",
  found: "What is there",
  repair: "What can be done",
  list: "List",
  rowCount: "Rows",
  age: "Read",
  seconds: (count) =>
    count < 90
      ? `${count} s ago`
      : count < 5400
        ? `${Math.round(count / 60)} min ago`
        : `${Math.round(count / 3600)} hours ago`,
  neverRead: "not read",
  readFailing: "The last read failed; what was read before is shown.",
  site: { records: "Sagsrum", open: "Fremdrift" },
  looked: (ago) => `Compared ${ago} with what they should be`,
  notLooked: "Not compared yet",
  stops: {
    none: "",
    writes: "The list is read, but nothing is written to it.",
    reads: "The list cannot be read; what was read before is shown.",
  },
  since: (when) => `Since ${when}`,
  lastPost: (when) => `Last taken by Teams ${when}`,
  acts: { "read-anew": "Refresh", rebuild: "Write the open lists again", "check-logs": "Check again" },
  acted: "Done. The page shows how things are now.",
  decide: "Decide it for each message below.",
  command: "A SharePoint administrator runs this command:",
  person: {
    malformed: "Open the row in SharePoint and restore an earlier version of it.",
    "outside-edits": "Those Fremdrift knows are told in chat where to make them. See below.",
    budget: "Wait, or ask Microsoft for a higher limit if it lasts.",
    undeliverable: "Ask them to install Fremdrift in Teams. The task is in their tab as well.",
    bot: "Check the app's registration in Teams and the service's connection to the net.",
    clock: "Set the server's clock by a time server.",
  },
  uncertain: "Messages whose fate is unknown",
  uncertainText: "Ask the recipient whether the message came, then choose.",
  arrived: "It arrived",
  sendAgain: "Send again",
  noReason: "There is no reason to send it any more.",
  to: "To",
  message: "Message",
  when: "When",
  kinds: {
    "approval-request": "Approve an application",
    "review-request": "Review applications",
    "review-reminder": "Reminder to review",
    "application-returned": "Application returned",
    "application-approved": "Application approved",
    "decision-request": "Decide a recommendation",
    "recommendation-sent-back": "Recommendation sent back",
    "need-news": "News about a need",
    "consultation-request": "New consultation",
    "consultation-reminder": "Reminder of a consultation",
    "consultation-answer": "Answer to a consultation",
    "consultation-closed": "Deadline of a consultation passed",
    outcome: "Decision to the applicant",
    "edit-put-back": "Change put back",
    "daily-digest": "Collected in the morning",
  },
  otherKind: "Message",
  edits: "Changes made outside Fremdrift",
  editsAside: "the last 30 days",
  where: "Where",
  who: "Who",
  unknownWho: "unknown",
  became: "What became of it",
  answers: {
    accepted: "Taken into Fremdrift",
    "put-back": "Put back",
    kept: "Own row, stays",
    restored: "Written again",
  },
  deletedRows: (count) => `${rows(count)} deleted`,
  ownRow: "Own row",
  malformed: "Rows that cannot be read",
  item: "Row",
  column: "Column",
};
