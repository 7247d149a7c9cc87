import { makeStyles, tokens } from "@fluentui/react-components";

/** The frame of the page: top bar, panes, strip; nothing scrolls but what is inside them. */
export const useHostStyles = makeStyles({
  waiting: { height: "100dvh", display: "grid", placeItems: "center" },
  waitingMessage: {
    display: "grid",
    justifyItems: "center",
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
  shell: {
    height: "100dvh",
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground4,
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr) auto",
    gridTemplateColumns: "minmax(0, 1fr)",
  },
  /** The panes, and the test bench beside them when it is open. */
  middle: { display: "flex", minHeight: 0, minWidth: 0 },
  stacked: { flexDirection: "column" },
  panes: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    display: "grid",
    gridAutoFlow: "column",
    gridAutoColumns: "minmax(0, 1fr)",
    minHeight: 0,
    columnGap: tokens.spacingHorizontalXS,
  },
  hidden: { display: "none" },
  // Names give way to the buttons beside them, which would be out of reach.
  people: { minWidth: 0, flexShrink: 1 },
  person: {
    minWidth: 0,
    flexShrink: 1,
    // Also the unseen copy that keeps the room for the bold name.
    "& .fui-Tab__content, & .fui-Tab__content--reserved-space": {
      overflow: "hidden",
      textOverflow: "ellipsis",
      whiteSpace: "nowrap",
    },
  },
});
