/** Longest reason to an applicant. */
export const outcomeReasonLimit = 2000;
