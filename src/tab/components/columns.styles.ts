import { makeStyles } from "@fluentui/react-components";

/** Main text to the left, facts beside it; below 960 px one after the other in the order of the page. */
export const useColumnStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 7fr) minmax(0, 3fr)",
    gridTemplateRows: "auto 1fr",
    gap: "20px",
    alignItems: "start",
    "@media (max-width: 960px)": { gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "none" },
  },
  main: {
    gridColumn: "1",
    gridRow: "1 / span 2",
    display: "flex",
    flexDirection: "column",
    gap: "20px",
    minWidth: 0,
    "@media (max-width: 960px)": { gridRow: "auto" },
  },
  side: {
    gridColumn: "2",
    display: "flex",
    flexDirection: "column",
    gap: "20px",
    minWidth: 0,
    "@media (max-width: 960px)": { gridColumn: "1" },
  },
});
