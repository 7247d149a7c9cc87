import type { ConditionalAccess } from "./conditional-access.ts";
import type { Consents } from "./consents.ts";
import type { Directory } from "./directory.ts";
import type { Grants } from "./grants.ts";
import type { Sessions } from "./sessions.ts";
import type { TokenIssuer } from "./token-issuer.ts";

/** What the endpoints of one identity provider share. */
export interface IdentityParts {
  readonly directory: Directory;
  readonly issuer: TokenIssuer;
  readonly consents: Consents;
  readonly conditionalAccess: ConditionalAccess;
  readonly grants: Grants;
  readonly sessions: Sessions;
  readonly machineNow: () => Date;
  /** Addresses a client assertion may be meant for. */
  readonly tokenAddresses: readonly string[];
  /** Origin of the page that may use the broker, e.g. "http://localhost:4280". */
  readonly hostOrigins: readonly string[];
}
