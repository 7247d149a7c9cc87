import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { useState } from "react";
import { useTexts } from "./host-texts.ts";
import type { Live, LiveChange, LiveRequest } from "./use-live.ts";

/** What the product asks of Graph and which rows change, as it happens. Collapsed it shows the two counts. */
export function LiveStrip(props: {
  readonly live: Live;
  readonly narrow: boolean;
  readonly timeZone: string;
  readonly locale: string;
}): React.JSX.Element {
  const { live, narrow, timeZone, locale } = props;
  const styles = useStyles();
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "medium" });
  const clock = (at: string): string => time.format(new Date(at));
  return (
    <footer className={styles.strip} aria-label={texts.live}>
      <Button
        appearance="subtle"
        size="small"
        className={styles.toggle}
        aria-expanded={open}
        title={open ? texts.liveHide : texts.liveShow}
        icon={open ? <ChevronDownRegular /> : <ChevronUpRegular />}
        onClick={() => setOpen(!open)}
      >
        {`${texts.liveRequests}: ${live.totalRequests} · ${texts.liveChanges}: ${live.totalChanges}`}
      </Button>
      {open && (
        <div className={mergeClasses(styles.columns, narrow && styles.stacked)}>
          <Column title={texts.liveRequests} empty={live.requests.length === 0}>
            {live.requests.map((request) => (
              <RequestRow key={request.key} request={request} at={clock(request.at)} narrow={narrow} />
            ))}
          </Column>
          <Column title={texts.liveChanges} empty={live.changes.length === 0}>
            {live.changes.map((change) => (
              <ChangeRow key={change.key} change={change} at={clock(change.at)} narrow={narrow} />
            ))}
          </Column>
        </div>
      )}
    </footer>
  );
}

function Column(props: {
  readonly title: string;
  readonly empty: boolean;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const styles = useStyles();
  const texts = useTexts();
  return (
    // A scrolling region must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.column} aria-label={props.title} tabIndex={0}>
      <Text as="h2" size={200} weight="semibold" block>
        {props.title}
      </Text>
      {props.empty ? <Text size={200}>{texts.liveNone}</Text> : <ul className={styles.list}>{props.children}</ul>}
    </section>
  );
}

interface RowProps {
  readonly at: string;
  /** What is long stands on a line of its own. */
  readonly narrow: boolean;
}

function RequestRow({ request, at, narrow }: RowProps & { readonly request: LiveRequest }): React.JSX.Element {
  const styles = useStyles();
  const { method, path, status, units, client, ms } = request;
  return (
    <li className={mergeClasses(styles.row, narrow && styles.narrowRow)}>
      <span>{at}</span>
      <strong className={mergeClasses(status >= 400 && styles.failed)}>{status}</strong>
      <span>{method}</span>
      <span className={mergeClasses(styles.path, narrow && styles.narrowPath)} title={path}>
        {decoded(path)}
      </span>
      <span className={styles.side}>{`${client} · ${units} RU · ${Math.round(ms)} ms`}</span>
    </li>
  );
}

function ChangeRow({ change, at, narrow }: RowProps & { readonly change: LiveChange }): React.JSX.Element {
  const styles = useStyles();
  const texts = useTexts();
  const { list, itemId, kind, by } = change;
  return (
    <li className={mergeClasses(styles.row, narrow && styles.narrowRow)}>
      <span>{at}</span>
      <strong>{texts.changeKinds[kind]}</strong>
      <span className={mergeClasses(styles.path, narrow && styles.narrowPath)}>{`${list} ${itemId}`}</span>
      <span className={styles.side}>{by}</span>
    </li>
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const useStyles = makeStyles({
  strip: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    minWidth: 0,
  },
  toggle: {
    width: "100%",
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  columns: { display: "grid", gridTemplateColumns: "3fr 2fr", height: "min(220px, 35vh)" },
  stacked: { gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "1fr 1fr" },
  column: { overflow: "auto", padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, minWidth: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: "nowrap",
  },
  narrowRow: { flexWrap: "wrap", whiteSpace: "normal", marginBottom: tokens.spacingVerticalXS },
  narrowPath: { flexBasis: "100%", overflowWrap: "anywhere", order: 1 },
  path: { flexGrow: 1, overflow: "hidden", textOverflow: "ellipsis" },
  side: { color: tokens.colorNeutralForeground2 },
  failed: { color: tokens.colorPaletteRedForeground1 },
});
