import { makeStyles, tokens } from "@fluentui/react-components";
import type { LetterView } from "#contract/letters.ts";

const line = `1px solid ${tokens.colorNeutralStroke1}`;

const useStyles = makeStyles({
  paper: {
    marginTop: "12px",
    padding: "32px",
    border: line,
    borderRadius: tokens.borderRadiusMedium,
    maxHeight: "60vh",
    overflowY: "auto",
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "@media (max-width: 480px)": { padding: "16px" },
    "@media print": { maxHeight: "none", border: "none", padding: 0 },
  },
  head: { borderBottom: line, paddingBottom: "8px", marginBottom: "4px", fontSize: tokens.fontSizeBase500 },
  quiet: { margin: "0 0 24px", color: tokens.colorNeutralForeground2 },
  address: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    gap: "8px 24px",
    marginBottom: "20px",
  },
  plain: { margin: 0 },
  facts: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", gap: "4px 20px", margin: "0 0 12px" },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  title: { margin: "24px 0 12px", fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  heading: { margin: "20px 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  paragraph: { margin: "0 0 8px", maxWidth: "68ch" },
  list: { margin: "0 0 8px", paddingLeft: "20px", maxWidth: "68ch" },
  table: { borderCollapse: "collapse", width: "100%", maxWidth: "68ch", margin: "8px 0" },
  cell: {
    padding: "4px 8px 4px 0",
    borderBottom: line,
    textAlign: "right",
    verticalAlign: "top",
    fontVariantNumeric: "tabular-nums",
    ":first-child": { textAlign: "left" },
  },
  signature: { marginTop: "24px" },
});

/** A letter as it stands on paper; Danish whatever the reader's language. */
export function LetterPaper({ letter }: { readonly letter: LetterView }) {
  const styles = useStyles();
  const [greeting, ...names] = letter.signature;
  return (
    // Scrolls by itself, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <article lang="da" className={styles.paper} tabIndex={0} aria-label={letter.title}>
      <div className={styles.head}>
        <strong>{letter.municipality}</strong>
      </div>
      <p className={styles.quiet}>{letter.sender}</p>
      <div className={styles.address}>
        <Lines texts={letter.addressee} />
        <p className={styles.plain}>{letter.date}</p>
      </div>
      <FactList facts={letter.references} />
      <h3 className={styles.title}>{letter.title}</h3>
      {letter.blocks.map((block, index) => (
        // A letter is read, not edited: its parts keep their places.
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={index} block={block} />
      ))}
      <div className={styles.signature}>
        <p className={styles.paragraph}>{greeting}</p>
        <Lines texts={names} />
      </div>
    </article>
  );
}

function Block({ block }: { readonly block: LetterView["blocks"][number] }) {
  const styles = useStyles();
  switch (block.kind) {
    case "heading":
      return <h4 className={styles.heading}>{block.text}</h4>;
    case "paragraph":
      return <p className={styles.paragraph}>{block.text}</p>;
    case "list":
      return (
        <ul className={styles.list}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "facts":
      return <FactList facts={block.facts} />;
    case "table":
      return <PointTable head={block.head} rows={block.rows} />;
  }
}

function PointTable({
  head,
  rows,
}: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col" className={styles.cell}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells[0]}>
            {cells.map((text, index) => (
              <td key={head[index]} className={styles.cell}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FactList({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.flatMap(([name, value]) => [
        <dt key={`${name} term`} className={styles.term}>
          {name}
        </dt>,
        <dd key={name} className={styles.value}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}

function Lines({ texts }: { readonly texts: readonly string[] }) {
  const styles = useStyles();
  return (
    <p className={styles.plain}>
      {texts.map((text) => (
        <span key={text} style={{ display: "block" }}>
          {text}
        </span>
      ))}
    </p>
  );
}
