import type { EditReasonTexts } from "./da-edit-reasons.ts";

/** The English reasons for an edit that was put back. */
export const enEditReasons: EditReasonTexts = {
  "not-allowed": () => "You may not change that of this item. Write to its owner or the head of its centre.",
  gone: () => "The item is no longer in the action plan.",
  "unknown-status": (figure) => `There is no such status. Choose one of these: ${figure("statuses")}.`,
  "no-such-step": (figure) =>
    `The item is “${figure("status")}” and cannot go straight to “${figure("wanted")}”. Choose: ${figure("next")}.`,
  "note-missing": () => "Write in Note why, when an item is put on hold or stopped. Change status and note at once.",
  "note-emptied": () => "A note cannot be deleted, only followed by a new one.",
  "not-a-date": () => "There must be a date.",
  "end-before-start": () => "The end is before the start.",
  "unknown-person": () => "No employee in Fremdrift has that name. Write the whole name or the user name.",
  "several-persons": () => "Several employees have that name. Write the user name.",
  "too-long": (figure) => `The text is too long: at most ${figure("max")} characters.`,
  cpr: () => "The text looks like a CPR number and was not stored.",
  "need-gone": () => "The need does not exist any more.",
  "need-not-allowed": () => "Only the head of the need's centre and the pool secretariat may correct or close it.",
  "need-settled": () => "Something has become of the need, so it cannot be corrected. See it in Fremdrift.",
  "text-emptied": () => "The field cannot be empty.",
  "unknown-frequency": () => "Choose every day, every week, every month or more rarely.",
};
