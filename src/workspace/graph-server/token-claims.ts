/** Who calls, as the identity provider vouches for it. Site rights are looked up here, never read from a token. */
export type TokenClaims =
  | {
      readonly kind: "delegated";
      /** Entra object id. */
      readonly userId: string;
      readonly userPrincipalName: string;
      readonly appId: string;
      /** Short names, e.g. "Sites.ReadWrite.All". */
      readonly scopes: readonly string[];
      readonly roles: readonly string[];
    }
  | { readonly kind: "application"; readonly appId: string; readonly roles: readonly string[] };

/** Why a bearer token was not accepted; always answered with 401. */
export interface TokenFailure {
  readonly kind: "refused";
  readonly reason: "expired" | "invalid" | "wrong-audience";
  readonly message?: string;
}
