import type { daDaily } from "./da-daily.ts";

/** The card that tells in the morning what came since the last one. */
export const enDaily: typeof daDaily = {
  heading: (count) => `Collected for you: ${count} notices`,
  kinds: {
    "approval-request": (count) => (count === 1 ? "1 application to approve" : `${count} applications to approve`),
    "decision-request": (count) => (count === 1 ? "1 list to decide" : `${count} lists to decide`),
    "review-request": (count) => (count === 1 ? "1 round to review" : `${count} rounds to review`),
    "review-reminder": (count) => (count === 1 ? "1 reminder of reviews" : `${count} reminders of reviews`),
    "application-returned": (count) =>
      count === 1 ? "1 application with questions to you" : `${count} applications with questions to you`,
    "application-approved": (count) =>
      count === 1 ? "1 application that was approved" : `${count} applications that were approved`,
    "need-news": (count) => (count === 1 ? "1 need that something came of" : `${count} needs that something came of`),
    "stale-item": (count) => (count === 1 ? "1 item that wants an update" : `${count} items that want an update`),
    "edit-put-back": (count) =>
      count === 1 ? "1 edit in SharePoint that was put back" : `${count} edits in SharePoint that were put back`,
  },
  others: (count) => (count === 1 ? "1 other notice" : `${count} other notices`),
  open: "See what waits",
  chosen: "You have chosen to get notices collected in the morning.",
  change: "Choose how you are told",
  summary: "Your notices from Fremdrift are collected on one card",
};
