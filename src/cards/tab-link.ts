import type { Key } from "#domain/shared/keys.ts";

/** The tab's pages that cards link to. */
export const tabRoutes = {
  overview: "/",
  notices: "/notices",
  draft: (draftKey: Key) => `/drafts/${draftKey}`,
  application: (applicationKey: Key) => `/applications/${applicationKey}`,
  reviews: (roundKey: Key) => `/rounds/${roundKey}/reviews`,
  review: (roundKey: Key, applicationKey: Key) => `/rounds/${roundKey}/reviews/${applicationKey}`,
  consultation: (consultationKey: Key) => `/consultations/${consultationKey}`,
  actionPlan: "/action-plan",
  need: (needKey: Key) => `/needs/${needKey}`,
  actionItem: (itemKey: Key) => `/action-items/${itemKey}`,
  ranking: (roundKey: Key) => `/rounds/${roundKey}/ranking`,
} as const;

/** The link that opens one page of the tab in Teams, also where a card's own buttons fail (telephones). */
export function tabLink(appId: string, route: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: route }));
  return `https://teams.microsoft.com/l/entity/${appId}/fremdrift?context=${context}`;
}
