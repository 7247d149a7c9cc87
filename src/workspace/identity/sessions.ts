import { randomBytes } from "node:crypto";

/** Browser sessions: which accounts one browser has signed in with, newest first. */
export interface Sessions {
  accounts(sessionId: string | undefined): readonly string[];
  /** Adds an account and answers the session's id (a new one if there was none). */
  signIn(sessionId: string | undefined, personId: string): string;
  end(sessionId: string | undefined): void;
}

/** Keeps sessions in memory. */
export function createSessions(): Sessions {
  const sessions = new Map<string, readonly string[]>();
  const known = (sessionId: string | undefined): readonly string[] =>
    sessionId === undefined ? [] : (sessions.get(sessionId) ?? []);
  return {
    accounts: known,
    signIn(sessionId, personId) {
      const id = sessionId !== undefined && sessions.has(sessionId) ? sessionId : randomBytes(24).toString("base64url");
      sessions.set(id, [personId, ...known(id).filter((other) => other !== personId)]);
      return id;
    },
    end(sessionId) {
      if (sessionId !== undefined) sessions.delete(sessionId);
    },
  };
}
