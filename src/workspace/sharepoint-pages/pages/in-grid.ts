import { createContext, useContext } from "react";

/** True inside a grid: its cells are reached by the arrows, and Enter follows the link in them. */
export const InGrid = createContext(false);

/** Tab passes by what stands in a grid's cells. */
export function useLinkTabIndex(): { readonly tabIndex?: -1 } {
  return useContext(InGrid) ? { tabIndex: -1 } : {};
}
