import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ConsultationNoteView } from "#contract/consultation-note.ts";
import { Facts } from "../../components/facts.tsx";
import { LongText } from "../../components/long-text.tsx";
import { useTableStyles } from "../../components/table.styles.ts";

const useStyles = makeStyles({
  paper: {
    marginTop: "12px",
    padding: "20px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxHeight: "60vh",
    overflow: "auto",
    overflowWrap: "anywhere",
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "@media (max-width: 480px)": { padding: "12px" },
    "@media print": { maxHeight: "none", border: "none", padding: 0 },
  },
  // Six columns in a dialog: headings take two lines, and no word is broken.
  cell: {
    whiteSpace: "normal",
    overflowWrap: "break-word",
    fontSize: tokens.fontSizeBase200,
    "@media (min-width: 641px)": { paddingLeft: "6px", paddingRight: "6px" },
  },
  // "(Retssikkerhedsloven" in one piece.
  name: { "@media (min-width: 641px)": { minWidth: "168px" } },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

/** The report as it stands on paper; Danish whatever the reader's language. */
export function NotePaper({ note }: { readonly note: ConsultationNoteView }) {
  const styles = useStyles();
  const table = useTableStyles();
  const [first = "", ...others] = note.head;
  return (
    // Scrolls by itself, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <article lang="da" className={styles.paper} tabIndex={0} aria-label={note.title}>
      <strong>{note.municipality}</strong>
      <h3 className={styles.title}>{note.title}</h3>
      <Facts items={note.facts} />
      {note.paragraphs.map((text) => (
        <LongText key={text} text={text} />
      ))}
      <table className={table.table} aria-label={note.title}>
        <thead className={table.head}>
          <tr>
            {note.head.map((text) => (
              <th key={text} scope="col" className={mergeClasses(table.th, styles.cell)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {note.rows.map(([name = "", ...cells]) => (
            <tr key={name} className={table.row}>
              <th
                scope="row"
                className={mergeClasses(table.td, table.main, styles.cell, styles.name)}
                data-label={first}
              >
                <LongText text={name.replaceAll("§ ", "§\u00a0")} />
              </th>
              {cells.map((text, index) => (
                <td key={others[index]} className={mergeClasses(table.td, styles.cell)} data-label={others[index]}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
