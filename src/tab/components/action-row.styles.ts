import type { GriffelStyle } from "@fluentui/react-components";

/** The buttons below a form, in one row as far as there is room. Spread into the `makeStyles` of an area. */
export const actionRow: GriffelStyle = {
  display: "flex",
  flexWrap: "wrap",
  gap: "8px",
  alignItems: "center",
  "@media (pointer: coarse)": { "& .fui-Button": { minHeight: "44px" } },
  "@media print": { display: "none" },
};
