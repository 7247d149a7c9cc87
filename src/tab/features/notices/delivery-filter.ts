import { routes } from "../../components/routes.ts";

/** What the page shows; "" where all is shown. It stands in the address, so that a link shows the same. */
export interface DeliveryFilter {
  readonly round: string;
  readonly kind: string;
  readonly state: string;
}

/** The filter in an address; what is no filter shows all. */
export function readFilter(text: string | undefined): DeliveryFilter {
  const read = new URLSearchParams(text ?? "");
  return { round: read.get("round") ?? "", kind: read.get("kind") ?? "", state: read.get("state") ?? "" };
}

/** The route that shows it. */
export function filterRoute(filter: DeliveryFilter): string {
  const chosen = Object.entries(filter).filter(([, value]) => value !== "");
  const text = new URLSearchParams(chosen).toString();
  return text === "" ? routes.deliveries : `${routes.deliveries}/${text}`;
}
