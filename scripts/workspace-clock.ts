import type { Instant } from "#domain/shared/dates.ts";

/** The workspace refused to move its clock. */
export class ClockError extends Error {
  override name = "ClockError";
}

/** Moves the workspace's business time forward to an instant. */
export async function moveClock(hostOrigin: string, to: Instant): Promise<void> {
  const answer = await fetch(`${hostOrigin}/workspace/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: to }),
  });
  if (!answer.ok) throw new ClockError(`the clock answered ${answer.status}: ${await answer.text()}`);
}
