import { hrefOf, routes } from "../../components/routes.ts";

/** The three ways to look at the same items. */
export const planViews = ["table", "board", "timeline"] as const;
export type PlanView = (typeof planViews)[number];

/** Which items are shown; "" and false show all. */
export interface PlanFilter {
  readonly centre: string;
  readonly owner: string;
  readonly status: string;
  /** A light, or "none" for items without one. */
  readonly light: string;
  readonly area: string;
  readonly search: string;
  readonly mine: boolean;
}

export const noFilter: PlanFilter = {
  centre: "",
  owner: "",
  status: "",
  light: "",
  area: "",
  search: "",
  mine: false,
};

/** View and filter as they stand after "/action-plan/" in the address, so that a link shows what its sender saw. */
export function readPlanAddress(rest: string): { readonly view: PlanView; readonly filter: PlanFilter } {
  const [path = "", query = ""] = rest.split("?");
  const asked = new URLSearchParams(query);
  const text = (name: keyof PlanFilter): string => asked.get(name) ?? "";
  const view = planViews.find((each) => each === path) ?? "table";
  const filter: PlanFilter = {
    centre: text("centre"),
    owner: text("owner"),
    status: text("status"),
    light: text("light"),
    area: text("area"),
    search: text("search"),
    mine: asked.get("mine") === "1",
  };
  return { view, filter };
}

/** The route of a view with a filter; what shows all is left out. */
export function planRoute(view: PlanView, filter: PlanFilter = noFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value === true) query.set(name, "1");
    else if (typeof value === "string" && value !== "") query.set(name, value);
  }
  const asked = query.toString();
  return `${routes.actionPlan}/${view}${asked === "" ? "" : `?${asked}`}`;
}

/** Puts a route into the address without a step in the history; the router's own way would cut off what follows "?". */
export function replaceRoute(route: string): void {
  window.history.replaceState(null, "", hrefOf(route));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}
