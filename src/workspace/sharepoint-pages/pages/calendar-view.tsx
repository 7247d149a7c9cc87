import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { dateFormat } from "./intl-formats.ts";
import type { Row, ViewLayout } from "./list-model.ts";
import { type CalendarDay, monthWeeks, nextMonth } from "./month-days.ts";
import { usePage } from "./page-context.ts";
import { TitleCell } from "./title-cell.tsx";
import { dayIn, type ViewContext } from "./view-rows.ts";

export interface CalendarViewProps {
  readonly layout: Extract<ViewLayout, { kind: "calendar" }>;
  readonly rows: readonly Row[];
  readonly context: ViewContext;
  readonly label: string;
  readonly onOpen: (row: Row) => void;
  readonly itemHref: (row: Row) => string;
}

/** A month of rows on their days; on a phone a list of the days that have some. */
export function CalendarView(props: CalendarViewProps): React.JSX.Element {
  const { layout, rows, context } = props;
  const styles = useStyles();
  const { texts, style } = usePage();
  const today = dayIn(context.now, style.timeZone);
  const [month, setMonth] = useState(() => today.slice(0, 7));
  const weeks = monthWeeks(month, rows, layout, context);
  const name = dateFormat(style.locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-15T00:00:00Z`),
  );
  const isEmpty = weeks.every((week) => week.every((day) => !day.inMonth || day.rows.length === 0));
  return (
    <section className={styles.frame} aria-label={props.label}>
      <div className={styles.bar}>
        <Button size="small" onClick={() => setMonth(today.slice(0, 7))}>
          {texts.today}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={texts.monthBefore}
          onClick={() => setMonth(nextMonth(month, -1))}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={texts.monthAfter}
          onClick={() => setMonth(nextMonth(month, 1))}
        />
        <Text as="h2" size={400} weight="semibold" className={styles.month} aria-live="polite">
          {name}
        </Text>
      </div>
      {isEmpty && <Text className={styles.none}>{texts.emptyMonth}</Text>}
      <table className={styles.table} aria-label={name}>
        <thead className={styles.names}>
          <tr>
            {weeks[0]?.map(({ day }) => (
              <th key={day} scope="col" className={styles.weekday}>
                {dateFormat(style.locale, { weekday: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body}>
          {weeks.map((week) => (
            <tr key={week[0]?.day} className={styles.week}>
              {week.map((day) => (
                <Day key={day.day} {...props} day={day} isToday={day.day === today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day(props: CalendarViewProps & { day: CalendarDay; isToday: boolean }): React.JSX.Element {
  const { day, isToday, layout, context, onOpen, itemHref } = props;
  const styles = useStyles();
  const { style, texts } = usePage();
  const date = new Date(`${day.day}T00:00:00Z`);
  const title = context.columns.get(layout.title);
  const isBare = day.rows.length === 0 || !day.inMonth;
  return (
    <td className={mergeClasses(styles.day, !day.inMonth && styles.otherMonth, isBare && styles.bare)}>
      <time
        dateTime={day.day}
        className={mergeClasses(styles.number, isToday && styles.today)}
        aria-label={`${isToday ? `${texts.today}, ` : ""}${dateFormat(style.locale, { dateStyle: "full", timeZone: "UTC" }).format(date)}`}
      >
        <span className={styles.short}>
          {day.inMonth
            ? date.getUTCDate()
            : dateFormat(style.locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(date)}
        </span>
        <span className={styles.long}>
          {dateFormat(style.locale, { day: "numeric", month: "long", weekday: "long", timeZone: "UTC" }).format(date)}
        </span>
      </time>
      {day.rows.length > 0 && (
        <ul className={styles.rows}>
          {day.rows.map((row) => (
            <li key={row.id} className={styles.row}>
              {title !== undefined && <TitleCell row={row} column={title} href={itemHref(row)} onOpen={onOpen} />}
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

/** Narrower than this the month is a list of days. */
const phone = "@media (max-width: 640px)";

const useStyles = makeStyles({
  frame: { flexGrow: 1, overflow: "auto", padding: `0px ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}` },
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0px`,
  },
  month: { margin: "0px", "::first-letter": { textTransform: "uppercase" } },
  none: { display: "block", paddingBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 },
  table: {
    width: "100%",
    minWidth: "560px",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    [phone]: { display: "block", minWidth: 0 },
  },
  names: { [phone]: { display: "none" } },
  body: { [phone]: { display: "block" } },
  week: { [phone]: { display: "block" } },
  weekday: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: "left",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  day: {
    height: "96px",
    padding: tokens.spacingVerticalXS,
    verticalAlign: "top",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { display: "block", height: "auto" },
  },
  // Grey is not seen in high contrast, so their days name their month.
  otherMonth: {
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground3,
    [phone]: { display: "none" },
  },
  bare: { [phone]: { display: "none" } },
  number: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingHorizontalXS,
    boxSizing: "border-box",
    minWidth: "24px",
    height: "24px",
    padding: `0px ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase200,
  },
  today: {
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    [phone]: { padding: `0px ${tokens.spacingHorizontalS}` },
  },
  short: { [phone]: { display: "none" } },
  long: { display: "none", [phone]: { display: "inline" } },
  rows: { listStyleType: "none", margin: `${tokens.spacingVerticalXXS} 0px 0px`, padding: "0px" },
  row: {
    boxSizing: "border-box",
    marginTop: tokens.spacingVerticalXXS,
    padding: `2px ${tokens.spacingHorizontalXS}`,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});
