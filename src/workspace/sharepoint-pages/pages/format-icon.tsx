import {
  AddRegular,
  ArrowDownRegular,
  ArrowRightRegular,
  ArrowUpRegular,
  CalendarRegular,
  CheckmarkCircleRegular,
  CheckmarkRegular,
  CircleRegular,
  ClockRegular,
  DismissCircleRegular,
  DismissRegular,
  DocumentRegular,
  EditRegular,
  ErrorCircleRegular,
  FlagRegular,
  InfoRegular,
  LinkRegular,
  LockClosedRegular,
  MailRegular,
  OpenRegular,
  PersonRegular,
  ProhibitedRegular,
  StarRegular,
  WarningRegular,
} from "@fluentui/react-icons";
import { createElement } from "react";

type Icon = typeof CheckmarkRegular;

const icons: ReadonlyMap<string, Icon> = new Map<string, Icon>([
  ["Accept", CheckmarkRegular],
  ["Add", AddRegular],
  ["Blocked", ProhibitedRegular],
  ["Calendar", CalendarRegular],
  ["Cancel", DismissRegular],
  ["CheckMark", CheckmarkRegular],
  ["CircleRing", CircleRegular],
  ["Clock", ClockRegular],
  ["Completed", CheckmarkCircleRegular],
  ["CompletedSolid", CheckmarkCircleRegular],
  ["Contact", PersonRegular],
  ["Edit", EditRegular],
  ["Error", ErrorCircleRegular],
  ["ErrorBadge", DismissCircleRegular],
  ["FavoriteStar", StarRegular],
  ["Flag", FlagRegular],
  ["Forward", ArrowRightRegular],
  ["Info", InfoRegular],
  ["Link", LinkRegular],
  ["Lock", LockClosedRegular],
  ["Mail", MailRegular],
  ["OpenInNewWindow", OpenRegular],
  ["Page", DocumentRegular],
  ["SkypeCircleCheck", CheckmarkCircleRegular],
  ["SortDown", ArrowDownRegular],
  ["SortUp", ArrowUpRegular],
  ["StatusCircleCheckmark", CheckmarkCircleRegular],
  ["Warning", WarningRegular],
]);

/** A Fabric icon by its name in formatting JSON; unknown names draw nothing. */
export function FormatIcon({ name }: { name: string }): React.JSX.Element | undefined {
  const icon = icons.get(name);
  return icon === undefined
    ? undefined
    : createElement(icon, { "aria-hidden": true, style: { verticalAlign: "text-bottom" } });
}
