import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ApplicationView } from "#contract/applications.ts";
import type { Texts } from "../texts/da.ts";
import { useTexts } from "../texts/texts-context.ts";
import { LongText } from "./long-text.tsx";
import { PartTitle } from "./part-title.tsx";
import { SdgChips } from "./sdg-chips.tsx";
import { Section } from "./section.tsx";
import { type Format, useFormat } from "./use-format.ts";

type WrittenText = NonNullable<ApplicationView["text"]>;

const useStyles = makeStyles({
  parts: { display: "flex", flexDirection: "column", gap: "16px" },
  table: { borderCollapse: "collapse", width: "100%", maxWidth: "640px" },
  cell: {
    textAlign: "left",
    padding: "4px 12px 4px 0",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
    verticalAlign: "top",
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  category: { whiteSpace: "nowrap" },
  /** On a phone what it is stands under its kind, the amount beside. */
  line: { "@media (max-width: 480px)": { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto" } },
  note: {
    "@media (max-width: 480px)": {
      gridRow: "2",
      gridColumn: "1 / -1",
      color: tokens.colorNeutralForeground2,
      paddingTop: 0,
    },
  },
  unseen: {
    "@media (max-width: 480px)": { position: "absolute", width: "1px", height: "1px", clipPath: "inset(50%)" },
  },
  amount: { textAlign: "right", paddingRight: 0, whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontWeight: tokens.fontWeightSemibold },
});

/** What the applicant has written, for those who may read it. */
export function ApplicationText({ application }: { readonly application: Pick<ApplicationView, "text"> }) {
  const styles = useStyles();
  const { application: words } = useTexts();
  const texts = useTexts();
  const format = useFormat();
  const { text } = application;
  if (!text) return <p>{words.textHidden}</p>;
  const parts: readonly (readonly [string, React.ReactNode])[] = [
    [words.description, <LongText key="description" text={text.description} />],
    [words.effect, <LongText key="effect" text={text.effect} />],
    [words.sdgs, text.sdgs.length > 0 && <SdgChips key="sdgs" sdgs={text.sdgs} />],
    [words.period, periodText(text, format, texts)],
    [words.operation, text.operation !== "" && <LongText key="operation" text={text.operation} />],
    [words.resubmission, text.resubmissionOf],
    [words.budget, <BudgetTable key="budget" text={text} />],
  ];
  return (
    <Section title={words.description}>
      <div className={styles.parts}>
        {parts
          .filter(([, content]) => content !== false && content !== "")
          .map(([title, content], index) => (
            <div key={title}>
              {index === 0 ? null : <PartTitle>{title}</PartTitle>}
              {content}
            </div>
          ))}
      </div>
    </Section>
  );
}

function periodText(text: WrittenText, format: Format, { application: words }: Texts): string {
  const { startDate, endDate } = text;
  if (startDate !== undefined && endDate !== undefined)
    return words.periodFromTo(format.date(startDate), format.date(endDate));
  return [startDate, endDate].map((date) => (date === undefined ? "" : format.date(date))).join("");
}

function BudgetTable({ text }: { readonly text: WrittenText }) {
  const styles = useStyles();
  const { application: words, words: shared } = useTexts();
  const format = useFormat();
  const total = text.budgetLines.reduce((sum, line) => sum + line.amountOere, 0);
  return (
    <table className={styles.table}>
      <thead>
        <tr className={styles.line}>
          <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
            {words.category}
          </th>
          <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.unseen)}>
            {words.note}
          </th>
          <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.amount)}>
            {words.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {text.budgetLines.map((line, index) => (
          <tr key={`${index} ${line.category}`} className={styles.line}>
            <th scope="row" className={mergeClasses(styles.cell, styles.category)}>
              {shared.budgetCategory[line.category]}
            </th>
            <td className={mergeClasses(styles.cell, styles.note)}>{line.note}</td>
            <td className={mergeClasses(styles.cell, styles.amount)}>{format.kr(line.amountOere)}</td>
          </tr>
        ))}
        <tr className={mergeClasses(styles.line, styles.total)}>
          <th scope="row" colSpan={2} className={mergeClasses(styles.cell, styles.total)}>
            {words.total}
          </th>
          <td className={mergeClasses(styles.cell, styles.amount, styles.total)}>{format.kr(total)}</td>
        </tr>
        {text.ownContributionOere === 0 ? null : (
          <tr className={styles.line}>
            <th scope="row" colSpan={2} className={styles.cell}>
              {words.ofWhichOwn}
            </th>
            <td className={mergeClasses(styles.cell, styles.amount)}>{format.kr(text.ownContributionOere)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
