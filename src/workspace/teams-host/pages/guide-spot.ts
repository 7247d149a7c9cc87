import type { GuideSpot } from "../../guide.ts";
import type { HostData } from "./host-data.ts";
import type { HostActions } from "./use-host-state.ts";

/** Makes a pane another person's and takes her to a place; to the first page of the app when that is where it leads. */
export function goToSpot(
  pane: number,
  { persona, app }: GuideSpot,
  data: Pick<HostData, "apps" | "personas">,
  actions: HostActions,
): void {
  const person = data.personas.find(({ userName }) => userName === persona);
  if (person !== undefined) actions.setPersona(pane, person.id);
  if (app !== "tab") {
    actions.setPlace(pane, app);
    return;
  }
  const [first] = data.apps;
  const [page] = first?.tabs ?? [];
  if (first === undefined || page === undefined) return;
  actions.openPage(pane, { appId: first.id, entityId: page.entityId, subEntityId: undefined });
}
