import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Key } from "#domain/shared/keys.ts";
import type { CardVerb } from "./card-verb.ts";

const verb: CardVerb = "notice.view";

/**
 * The card with the request for its newest view, for its one recipient: Teams makes it when the card comes into view,
 * once a minute at most and for each client, so it also tells that the card was seen.
 *
 * @param userId the recipient as the channel names her, "29:…"; an Entra object id would never be asked
 */
export function withRefresh(cardJson: string, noticeKey: Key, userId: string): string {
  const card = JSON.parse(cardJson) as IAdaptiveCard;
  const action = { type: "Action.Execute", title: "Fremdrift", verb, data: { noticeKey } } as const;
  return JSON.stringify({ ...card, refresh: { action, userIds: [userId] } });
}
