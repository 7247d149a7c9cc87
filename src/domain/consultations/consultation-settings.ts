/** Working days between the agenda going out and the meeting (001-11; R-17 for council members). */
export const agendaWorkingDays = 4;

/** What is good time for those who are heard: working days outside holiday weeks. */
export const enoughUsableDays = 20;

/** Days after the treatment until the answers are deleted here: P1825D. */
export const keptDays = 1825;

/** Days before the deletion in which who runs the consultation is reminded of what the ESDH must hold by then. */
export const deletionNearDays = 30;

/** Working days before the deadline on which silent parties are reminded, beside the one before the holidays (N8). */
export const remindWorkingDays: readonly number[] = [5, 1];
