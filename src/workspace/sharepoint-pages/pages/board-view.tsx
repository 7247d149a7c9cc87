import {
  Button,
  Card,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { Cell } from "./cell.tsx";
import { isEditable } from "./edit-value.ts";
import { type Column, type Row, valueName } from "./list-model.ts";
import { usePage } from "./page-context.ts";
import { TitleCell } from "./title-cell.tsx";
import { labelOf, type ViewContext } from "./view-rows.ts";

export interface BoardViewProps {
  readonly label: string;
  /** The choice whose words are the buckets. */
  readonly bucketColumn: Column;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly context: ViewContext;
  /** Undefined when the persona may not change items. */
  readonly onMove: ((row: Row, bucket: string) => void) | undefined;
  readonly onOpen: (row: Row) => void;
  readonly itemHref: (row: Row) => string;
}

/** Cards drawn in a bucket before somebody asks for more, as in SharePoint's own boards. */
const cardsAtOnce = 30;

/** A card for each row, in the bucket of its choice; all buckets in the order of the choice. */
export function BoardView(props: BoardViewProps): React.JSX.Element {
  const { bucketColumn, rows, context } = props;
  const styles = useStyles();
  const { texts } = usePage();
  const byBucket = new Map<string, Row[]>();
  for (const row of rows) {
    const bucket = labelOf(row, bucketColumn.name, context);
    byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), row]);
  }
  const [shown, setShown] = useState(cardsAtOnce);
  const others = [...byBucket.keys()].filter((bucket) => !bucketColumn.choices.includes(bucket));
  return (
    // A scrolling area must be reachable for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.board} aria-label={props.label} tabIndex={0}>
      {[...others, ...bucketColumn.choices].map((bucket) => {
        const cards = byBucket.get(bucket) ?? [];
        return (
          <section
            key={bucket}
            className={mergeClasses(styles.bucket, cards.length === 0 && styles.bare)}
            aria-label={bucket === "" ? texts.empty : bucket}
          >
            <Text as="h2" size={300} weight="semibold" className={styles.name}>
              {bucket === "" ? texts.empty : bucket} <span className={styles.count}>{cards.length}</span>
            </Text>
            {cards.length === 0 && (
              <Text size={200} className={styles.none}>
                {texts.emptyBucket}
              </Text>
            )}
            {cards.slice(0, shown).map((row, index) => (
              <BoardCard key={row.id} {...props} row={row} index={index} bucket={bucket} />
            ))}
            {cards.length > shown && (
              <Button size="small" onClick={() => setShown(shown + cardsAtOnce)}>
                {texts.moreCards(cards.length - shown)}
              </Button>
            )}
          </section>
        );
      })}
    </section>
  );
}

function BoardCard(props: BoardViewProps & { row: Row; index: number; bucket: string }): React.JSX.Element {
  const { row, index, bucket, bucketColumn, columns, context, onMove, onOpen, itemHref } = props;
  const styles = useStyles();
  const { texts } = usePage();
  const title = columns.find(({ name }) => valueName(name) === "Title") ?? columns[0];
  const facts = columns.filter((column) => column !== title && column.name !== bucketColumn.name);
  const targets = bucketColumn.choices.filter((choice) => choice !== bucket);
  return (
    <Card size="small" appearance="outline" className={styles.card}>
      <div className={styles.head}>
        <div className={styles.title}>
          {title !== undefined && <TitleCell row={row} column={title} href={itemHref(row)} onOpen={onOpen} />}
        </div>
        {onMove !== undefined && isEditable(bucketColumn) && (
          <Menu positioning="below-end">
            <MenuTrigger disableButtonEnhancement>
              <Button size="small" appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={texts.moveTo} />
            </MenuTrigger>
            <MenuPopover>
              <MenuList className={styles.menu} aria-label={texts.moveTo}>
                {targets.map((target) => (
                  <MenuItem key={target} onClick={() => onMove(row, target)}>
                    {target}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </div>
      <dl className={styles.facts}>
        {facts.map((column) => (
          <div key={column.name} className={styles.fact}>
            <dt className={styles.quiet}>{column.title}</dt>
            <dd className={styles.value}>
              <Cell column={column} row={row} rowIndex={index} context={context} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const useStyles = makeStyles({
  board: {
    display: "flex",
    flexGrow: 1,
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalM,
    minHeight: "200px",
    // Sideways from bucket to bucket; each bucket scrolls by itself.
    overflowX: "auto",
    overflowY: "hidden",
    padding: `0px ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  bucket: {
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    gap: tokens.spacingVerticalS,
    boxSizing: "border-box",
    width: "264px",
    maxHeight: "100%",
    overflowX: "hidden",
    overflowY: "auto",
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // Room for the buckets that hold something; on a phone they stand alone.
  bare: { width: "152px", "@media (max-width: 640px)": { display: "none" } },
  name: { margin: "0px" },
  count: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  none: { color: tokens.colorNeutralForeground3 },
  card: { flexShrink: 0, backgroundColor: tokens.colorNeutralBackground1 },
  head: { display: "flex", alignItems: "flex-start", justifyContent: "space-between" },
  title: { minWidth: 0, overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  menu: { maxHeight: "50vh", overflowY: "auto" },
  // What things are called in one column, what they are in the other.
  facts: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    margin: "0px",
    fontSize: tokens.fontSizeBase200,
  },
  fact: { display: "contents" },
  quiet: { color: tokens.colorNeutralForeground3 },
  // Formats set numbers to the right, where there is room for that.
  value: { justifySelf: "start", margin: "0px", minWidth: 0, overflowWrap: "anywhere" },
});
