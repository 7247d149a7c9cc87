import { useEffect, useState } from "react";
import * as z from "zod/mini";

const activitySchema = z.object({
  id: z.string(),
  /** Business time. */
  sentAt: z.string(),
  teamsAppId: z.string(),
  appName: z.string(),
  actor: z.string(),
  text: z.string(),
  preview: z.string(),
  topic: z.optional(z.string()),
  webUrl: z.optional(z.string()),
  isRead: z.boolean(),
});
/** An entry of a person's activity feed. */
export type Activity = z.infer<typeof activitySchema>;

/** A person's feed, newest first; read again whenever `changes` counts on. Undefined until it is known. */
export function useActivities(personaId: string, changes: number): readonly Activity[] | undefined {
  const [known, setKnown] = useState<{ readonly personaId: string; readonly activities: readonly Activity[] }>();
  useEffect(() => {
    let gone = false;
    loadActivities(personaId).then(
      (activities) => !gone && setKnown({ personaId, activities }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [personaId, changes]);
  return known?.personaId === personaId ? known.activities : undefined;
}

async function loadActivities(personaId: string): Promise<readonly Activity[]> {
  const answer = await fetch(`/workspace/activities/${personaId}`);
  const body: unknown = await answer.json();
  return z.object({ activities: z.array(activitySchema) }).parse(body).activities;
}

/** Marks an entry as seen; the live stream tells the pages. What fails is still unread at the next look. */
export async function markRead(personaId: string, id: string): Promise<void> {
  await fetch(`/workspace/activities/${personaId}/${id}/read`, { method: "POST" }).catch(() => undefined);
}
