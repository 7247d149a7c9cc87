import { createContext, useContext } from "react";
import type { Language } from "#domain/shared/language.ts";
import type { Api } from "../host/api.ts";
import type { Host } from "../host/host.ts";
import type { TokenSource } from "../host/token-source.ts";

/** What every screen may use once the tab has started. */
export interface Session {
  readonly api: Api;
  readonly host: Host;
  readonly tokens: TokenSource;
  readonly setLanguage: (language: Language) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session. @throws outside of the started tab, which is a bug */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("No session around this component");
  return session;
}
